//! When: the expression of time that dates a relation.
//!
//! A date in the clause of the trigger counts before all; the first behind the trigger, else the last before it. A clause that has none
//! takes that with which its sentence begins, or, where it goes on from another ("a reçu A mardi et signé un accord"), that one's.

use super::relation::Relation;
use crate::date::TimeExpression;
use crate::grammar::WordClass;
use crate::lexicon::Lexed;
use crate::sentence::Sentence;
use crate::syntax::{Chunk, Clauses, Mark, VerbGroup, VerbMode};
use crate::token::TokenKind;
use std::ops::Range;

/// Dates the relations of the sentence.
pub(super) fn date<'t>(
    clauses: &Clauses<'_, 't>,
    sentence: &Sentence,
    dates: &[TimeExpression<'t>],
    relations: &mut [Relation<'t>],
) {
    if relations.is_empty() {
        return;
    }
    let first = dates.partition_point(|d| d.span().start < sentence.span().start);
    let end = dates.partition_point(|d| d.span().start < sentence.span().end);
    let dates: Vec<&TimeExpression<'t>> =
        dates[first..end].iter().filter(|d| !d.is_dateline() && !d.is_time()).collect();
    if dates.is_empty() {
        return;
    }
    let parts = Parts::new(clauses, sentence.tokens());
    let dates: Vec<Dated<'_, 't>> = dates.into_iter().map(|d| Dated::new(clauses, &parts, d)).collect();
    let tokens = clauses.words.lexed.tokens;
    for relation in relations {
        let at = tokens.partition_point(|t| t.span().end <= relation.trigger.start);
        relation.date = parts.date(&dates, at).cloned();
    }
}

/// How many groups an adverbial has before its date: "dans la nuit de lundi à mardi".
const LONGEST: usize = 4;

/// The tokens of the sentence without the place, date and agency that stand before a dash: "NIAMEY, 26 mars (ANP) – …".
pub(super) fn behind_dateline(
    lexed: &Lexed<'_, '_>,
    sentence: &Sentence,
    dates: &[TimeExpression<'_>],
) -> Range<usize> {
    let (tokens, span) = (sentence.tokens(), sentence.span());
    let first = dates.partition_point(|d| d.span().start < span.start);
    let Some(date) = dates.get(first).filter(|d| d.is_dateline() && span.contains(d.span())) else { return tokens };
    let end = tokens.start + lexed.tokens[tokens.clone()].partition_point(|t| t.span().start < date.span().end);
    let dash = (end..tokens.end.min(end + 8)).find(|&t| lexed.tokens[t].kind() == TokenKind::Dash);
    dash.map_or(tokens.clone(), |dash| dash + 1..tokens.end)
}

/// A date of the sentence.
struct Dated<'d, 't> {
    date: &'d TimeExpression<'t>,
    /// Its first token.
    at: usize,
    clause: usize,
    /// Of "l'accord de 2015", the tokens of the noun group that it belongs to.
    noun: Option<Range<usize>>,
    /// It stands, alone or in an adverbial, at the beginning of the sentence or between commas.
    apart: bool,
    /// The first comma behind it.
    comma: usize,
}

impl<'d, 't> Dated<'d, 't> {
    fn new(clauses: &Clauses<'_, 't>, parts: &Parts, date: &'d TimeExpression<'t>) -> Self {
        let tokens = clauses.words.lexed.tokens;
        let at = tokens.partition_point(|t| t.span().end <= date.span().start);
        let of = clauses.words.grammar.preposition("de");
        let preposition = at.checked_sub(1).filter(|&t| parts.tokens.contains(&t));
        let tied = preposition.is_some_and(|t| {
            of.is_some() && clauses.words.preposition(t, t + 1).is_some_and(|(_, number)| Some(number) == of)
        });
        let noun = preposition.filter(|_| tied).and_then(|t| {
            let behind = clauses.chunks.partition_point(|c| c.tokens().start < t);
            let chunk = &clauses.chunks[behind.checked_sub(1)?];
            chunk.noun().map(|_| chunk.tokens())
        });
        let before = clauses.chunks.partition_point(|c| c.tokens().start < at);
        let apart = clauses.chunks[..before]
            .iter()
            .rev()
            .take(LONGEST)
            .take_while(|c| !c.is(Mark::Comma))
            .all(|c| c.noun().is_some_and(|n| n.preposition.is_some() || n.time));
        let comma = clauses.chunks[before..].iter().find(|c| c.is(Mark::Comma));
        Self { date, at, clause: parts.of(at), noun, apart, comma: comma.map_or(usize::MAX, |c| c.tokens().start) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Main,
    /// Goes on from the clause before it, with the same subject.
    Continued,
    /// "qui", "que", "quand".
    Dependent,
    /// A participle without auxiliary.
    Participle,
    /// An infinitive behind a preposition.
    Infinitive,
    /// One that says what for.
    Purpose,
}

struct Clause {
    kind: Kind,
    /// The clause that it depends on or goes on from.
    above: Option<usize>,
    /// Its first finite verb, by token.
    verb: Option<usize>,
    /// It shares the auxiliary of the clause above: "a reçu A et signé B".
    shared: bool,
    /// It opens the sentence.
    opens: bool,
}

/// The clauses of a sentence.
struct Parts {
    tokens: Range<usize>,
    /// Of each token, its clause.
    of: Vec<usize>,
    clauses: Vec<Clause>,
}

impl Parts {
    fn new(clauses: &Clauses<'_, '_>, tokens: Range<usize>) -> Self {
        let main = Clause { kind: Kind::Main, above: None, verb: None, shared: false, opens: true };
        let mut parts = Self { of: vec![0; tokens.len()], tokens, clauses: vec![main] };
        let (mut now, mut from) = (0, parts.tokens.start);
        for (number, chunk) in clauses.chunks.iter().enumerate() {
            let next = parts.next(clauses, number, chunk, now);
            if next != now {
                parts.fill(from..chunk.tokens().start, now);
                (now, from) = (next, chunk.tokens().start);
            }
        }
        parts.fill(from..parts.tokens.end, now);
        parts
    }

    fn fill(&mut self, tokens: Range<usize>, clause: usize) {
        let start = self.tokens.start;
        for token in tokens.start.max(start)..tokens.end.min(self.tokens.end) {
            self.of[token - start] = clause;
        }
    }

    fn of(&self, token: usize) -> usize {
        token.checked_sub(self.tokens.start).and_then(|at| self.of.get(at)).copied().unwrap_or(0)
    }

    /// The clause that the chunk belongs to, `now` being that of the one before.
    fn next(&mut self, clauses: &Clauses<'_, '_>, number: usize, chunk: &Chunk, now: usize) -> usize {
        match chunk {
            Chunk::Mark(Mark::Who | Mark::Which(_) | Mark::That | Mark::Subordinator | Mark::Condition, token) => {
                let above = self.finite(now);
                self.open(Kind::Dependent, Some(above), *token)
            }
            Chunk::Mark(Mark::Semicolon | Mark::Colon, token) => self.open(Kind::Main, None, *token),
            Chunk::Mark(Mark::Adversative, token) => {
                let above = self.finite(now);
                self.open(Kind::Continued, Some(above), *token)
            }
            Chunk::Mark(Mark::Comma, token) => {
                let mut now = self.finite(now);
                // "A, qui a vu B, a …", "Quand A est venu, B …"
                if self.clauses[now].kind == Kind::Dependent
                    && self.clauses[now].verb.is_some()
                    && let Some(above) = self.clauses[now].above
                {
                    now = above;
                }
                match clauses.verb(number + 1).filter(|v| v.mode == VerbMode::Finite) {
                    Some(verb) if self.clauses[now].verb.is_some() => self.go_on(now, verb, *token),
                    _ => now,
                }
            }
            Chunk::Mark(Mark::Coordinator, token) => {
                let finite = self.finite(now);
                let verb = (number + 1..clauses.chunks.len())
                    .take_while(|&c| clauses.noun(c).is_some() || clauses.verb(c).is_some())
                    .find_map(|c| clauses.verb(c));
                match verb.filter(|v| v.mode == VerbMode::Finite) {
                    Some(verb) if self.clauses[finite].verb.is_some() => self.go_on(finite, verb, *token),
                    _ => now,
                }
            }
            Chunk::Verb(verb) => self.verb(clauses, verb, now),
            _ => now,
        }
    }

    fn verb(&mut self, clauses: &Clauses<'_, '_>, verb: &VerbGroup, now: usize) -> usize {
        let kind = match verb.mode {
            VerbMode::Finite => {
                let mut now = self.finite(now);
                // "A qui a vu B a quitté C"
                while self.clauses[now].verb.is_some()
                    && self.clauses[now].kind == Kind::Dependent
                    && let Some(above) = self.clauses[now].above
                {
                    now = above;
                }
                self.clauses[now].verb.get_or_insert(verb.trigger);
                return now;
            }
            VerbMode::Participle => Kind::Participle,
            _ if verb.preposition.is_none() => return now,
            _ if clauses.words.is(verb.start, WordClass::Purpose) || verb.mode == VerbMode::Gerund => Kind::Purpose,
            _ => Kind::Infinitive,
        };
        let above = self.finite(now);
        self.open(kind, Some(above), verb.start)
    }

    /// The clause with a finite verb of its own around the clause.
    fn finite(&self, mut clause: usize) -> usize {
        while matches!(self.clauses[clause].kind, Kind::Participle | Kind::Infinitive | Kind::Purpose) {
            let Some(above) = self.clauses[clause].above else { break };
            clause = above;
        }
        clause
    }

    fn open(&mut self, kind: Kind, above: Option<usize>, token: usize) -> usize {
        let opens = token == self.tokens.start;
        self.clauses.push(Clause { kind, above, verb: None, shared: false, opens });
        self.clauses.len() - 1
    }

    fn go_on(&mut self, above: usize, verb: &VerbGroup, token: usize) -> usize {
        let clause = self.open(Kind::Continued, Some(above), token);
        self.clauses[clause].shared = verb.compound && verb.end == verb.trigger + 1;
        clause
    }

    /// The date of what is stated at the token.
    fn date<'d, 't>(&self, dates: &[Dated<'d, 't>], at: usize) -> Option<&'d TimeExpression<'t>> {
        let own = |d: &&Dated<'_, '_>| d.noun.as_ref().is_some_and(|n| n.contains(&at));
        if let Some(found) = dates.iter().find(own) {
            return Some(found.date);
        }
        let mut clause = self.of(at);
        if let Some(found) = nearest(dates, clause, at) {
            return Some(found);
        }
        // "lors du sommet de mardi": the day of the noun is that of what happened.
        let tied = |d: &&Dated<'_, '_>| d.clause == clause && d.noun.is_some() && d.date.is_near();
        if let Some(found) = dates.iter().find(tied) {
            return Some(found.date);
        }
        let mut free = true;
        loop {
            let this = &self.clauses[clause];
            let (shared, kind) = (this.shared, this.kind);
            clause = match (kind, this.above) {
                (Kind::Continued | Kind::Purpose, Some(above)) => above,
                _ => return None,
            };
            free &= shared || kind == Kind::Purpose;
            // What stands before the verb holds for all that follows.
            let verb = self.clauses[clause].verb.unwrap_or(usize::MAX);
            let leading = |d: &&Dated<'_, '_>| {
                d.clause == clause && d.noun.is_none() && (free || d.at < verb && self.clauses[clause].opens)
            };
            if let Some(found) = dates.iter().rfind(leading) {
                return Some(found.date);
            }
        }
    }
}

/// Of the dates of the clause the first behind the token, else the last before it.
fn nearest<'d, 't>(dates: &[Dated<'d, 't>], clause: usize, at: usize) -> Option<&'d TimeExpression<'t>> {
    let mut here = dates.iter().filter(|d| d.clause == clause && d.noun.is_none());
    let behind = here.clone().find(|d| d.at > at);
    // "A, élu en 2009, a quitté C": the date of an apposition is not that of the verb.
    behind.or_else(|| here.rfind(|d| d.at < at && (d.apart || d.comma > at))).map(|d| d.date)
}
