//! Who reports what a relation states: "selon A", "a annoncé A", "A a déclaré que".

use super::discourse::Discourse;
use super::referent::{resolve, tied};
use super::relation::{Argument, Relation};
use crate::Span;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Mark, VerbGroup, VerbMode};

/// Notes the sources of the relations of a sentence.
pub(crate) fn sources(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, relations: &mut [Relation<'_>]) {
    if relations.is_empty() {
        return;
    }
    let reports = reports(clauses, discourse);
    for relation in relations {
        let Some(at) = chunk_of(clauses, relation) else { continue };
        // The report nearest in the text to the relation.
        // "A a lancé l'offensive" says that A acts, not that A speaks.
        let acts = |r: &Report| r.acts && r.source == relation.subject.entity;
        let nearest = reports.iter().filter(|r| r.covers(at) && !acts(r)).min_by_key(|r| r.at.abs_diff(at));
        relation.source = nearest.map(|r| r.source);
    }
}

/// Who says what the chunk states, if somebody does.
pub(super) fn source_of(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, at: usize) -> Option<Argument> {
    let nearest = reports(clauses, discourse).into_iter().filter(|r| r.covers(at)).min_by_key(|r| r.at.abs_diff(at))?;
    Some(discourse.nominal(tokens_of(clauses, nearest.at), nearest.source))
}

fn tokens_of(clauses: &Clauses<'_, '_>, chunk: usize) -> Span {
    let (tokens, range) = (clauses.words.lexed.tokens, clauses.chunks[chunk].tokens());
    Span::new(tokens[range.start].span().start, tokens[range.end - 1].span().end)
}

/// That somebody says what stands in some chunks.
struct Report {
    /// The chunk that says so.
    at: usize,
    source: usize,
    /// The chunks that hold what is said.
    said: std::ops::Range<usize>,
    /// The verb also stands for the act that its object names, and nothing shows that it says something.
    acts: bool,
}

impl Report {
    fn covers(&self, chunk: usize) -> bool {
        self.said.contains(&chunk) && chunk != self.at
    }
}

fn chunk_of(clauses: &Clauses<'_, '_>, relation: &Relation<'_>) -> Option<usize> {
    let tokens = clauses.words.lexed.tokens;
    clauses.chunks.iter().position(|c| {
        let range = c.tokens();
        tokens[range.start].span().start <= relation.trigger.start
            && relation.trigger.start < tokens[range.end - 1].span().end
    })
}

fn reports(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>) -> Vec<Report> {
    let mut reports = Vec::new();
    for at in 0..clauses.chunks.len() {
        let found = match clauses.verb(at) {
            Some(verb) => spoken(clauses, discourse, at, verb),
            None => attributed(clauses, discourse, at)
                .or_else(|| minded(clauses, discourse, at))
                .or_else(|| headed(clauses, discourse, at)),
        };
        reports.extend(found);
    }
    reports
}

/// The bounds of the part of the sentence that the chunk is in: semicolons and "mais" close it.
fn part(clauses: &Clauses<'_, '_>, at: usize) -> std::ops::Range<usize> {
    let closes = |c: &usize| clauses.is(*c, Mark::Semicolon) || clauses.is(*c, Mark::Adversative);
    let start = (0..at).rev().find(closes).map_or(0, |c| c + 1);
    let end = (at + 1..clauses.chunks.len()).find(closes).unwrap_or(clauses.chunks.len());
    start..end
}

/// "Pour A, B ment": at the head of the sentence and before a comma, in whose eyes it is so.
fn minded(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, at: usize) -> Option<Report> {
    let group = clauses.noun(at).filter(|n| at == 0 && n.preposition.is_some() && n.inner > n.start)?;
    let minds = clauses.words.is(group.start, WordClass::Purpose) && clauses.is(clauses.after(at), Mark::Comma);
    let source = actor(clauses, discourse, &[at]).filter(|_| minds)?;
    let person = discourse.kind(source) == MentionKind::Person;
    person.then(|| Report { at, source, said: part(clauses, at), acts: false })
}

/// "selon A": all of its part of the sentence.
fn attributed(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, at: usize) -> Option<Report> {
    let range = clauses.chunks[at].tokens();
    let end = clauses.words.phrase(range.start, clauses.chunks.last()?.tokens().end, WordClass::Attribution)?;
    // The noun group holds the words of attribution, or begins behind them.
    let group = (at..clauses.chunks.len()).find(|&c| clauses.noun(c).is_some_and(|n| n.end > end))?;
    if clauses.noun(group)?.start > end {
        return None;
    }
    let source = actor(clauses, discourse, &[group])?;
    Some(Report { at, source, said: part(clauses, at), acts: false })
}

/// "A : « … »": what stands in the quotes.
fn headed(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, at: usize) -> Option<Report> {
    let quoted = clauses.is(at, Mark::Colon) && clauses.is(at + 1, Mark::Quote);
    let before = at.checked_sub(1).filter(|&b| quoted && clauses.noun(b).is_some())?;
    let source = actor(clauses, discourse, &[clauses.chain_start(before)])?;
    Some(Report { at, source, said: at + 1..clauses.chunks.len(), acts: false })
}

/// A verb of speech: what its "que" opens, its infinitive or its object; before it, what it is set behind.
fn spoken(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, at: usize, verb: &VerbGroup) -> Option<Report> {
    // "pour reprendre": what for, not what is said; "promettre de reprendre" is said.
    let of = clauses.words.grammar.preposition("de");
    let aims = |v: &VerbGroup| v.mode == VerbMode::Infinitive && v.preposition.is_some() && v.preposition != of;
    let speaks = clauses.words.grammar.verb_is(verb.lemma, VerbClass::Speech)
        && verb.mode == VerbMode::Finite
        && !verb.negated
        && !verb.passive;
    if !speaks {
        return None;
    }
    let around = clauses.frame(at);
    let behind = around.inverted_pronoun || around.subject.first().is_some_and(|&s| s > at);
    let set_off = at == 0 || clauses.is(at - 1, Mark::Comma) || clauses.is(at - 1, Mark::Quote);
    let mut acts = false;
    let said = if behind && set_off {
        // ", a annoncé A": what stands before it, or after it when it closes a quotation that goes on.
        part(clauses, at)
    } else {
        let last = clauses.chunks.len();
        let that = (at + 1..last).take_while(|&c| clauses.verb(c).is_none()).find(|&c| clauses.is(c, Mark::That));
        acts = that.is_none() && clauses.words.grammar.verb_is(verb.lemma, VerbClass::Light);
        let from = match that {
            Some(that) => that + 1,
            None if clauses.is(at + 1, Mark::Colon) => at + 2,
            None => at + 1,
        };
        let end = match that {
            Some(_) => part(clauses, at).end,
            None if clauses.is(at + 1, Mark::Colon) => last,
            // Without "que": the infinitive or the object, up to the next clause.
            None => (at + 1..last)
                .find(|&c| {
                    clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite || aims(v))
                        || clauses.is(c, Mark::Comma)
                        || clauses.is(c, Mark::Semicolon)
                        || clauses.is(c, Mark::Adversative)
                })
                .unwrap_or(last),
        };
        from..end
    };
    acts &= !(at + 1..said.end).any(|c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Infinitive));
    let source = if around.inverted_pronoun {
        tied(clauses, discourse, at)?.entity
    } else {
        actor(clauses, discourse, &around.subject)?
    };
    Some(Report { at, source, said, acts })
}

/// The first of the groups that is somebody who can speak.
fn actor(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, groups: &[usize]) -> Option<usize> {
    let argument: Argument = groups.iter().find_map(|&c| resolve(clauses, discourse, c).into_iter().next())?;
    match discourse.kind(argument.entity) {
        MentionKind::Place | MentionKind::Organisation => {
            Some(discourse.metonym(argument.entity).unwrap_or(argument.entity))
        }
        _ => Some(argument.entity),
    }
}
