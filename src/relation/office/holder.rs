//! Who holds an office: the names beside a title.

use super::extent::Extent;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::relation::Status;
use crate::relation::discourse::Discourse;
use crate::relation::referent::resolve;
use crate::relation::relation::Argument;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};

/// How many appositions are passed over between a name and a title: "A, 54 ans, avocat, président de B".
const APPOSITIONS: usize = 4;

/// One who is given a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    pub(super) person: Argument,
    /// The chunk of the name.
    pub(super) chunk: usize,
    pub(super) status: Status,
}

/// Finds those to whom a title is given.
pub(super) struct Holders<'c, 'w, 't> {
    pub(super) clauses: &'c Clauses<'w, 't>,
    /// Countries and organisations hold the title too: "membre".
    pub(super) bodies: bool,
}

/// The people to whom the noun group gives its title.
pub(super) fn holders(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
    Holders { clauses, bodies: false }.of(discourse, chunk)
}

impl Holders<'_, '_, '_> {
    /// Those to whom the noun group gives its title, in the order of the text.
    pub(super) fn of(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let Some(group) = self.clauses.noun(chunk) else { return Vec::new() };
        let inside = self.inside(discourse, chunk, group);
        if !inside.is_empty() {
            return inside;
        }
        // "A, président de B, C, ministre": without an article the title belongs to the name before.
        if !group.determined {
            let before = self.apposed(discourse, chunk, group.plural);
            if !before.is_empty() {
                return before;
            }
        }
        let behind = self.behind(discourse, chunk, group);
        if !behind.is_empty() {
            return behind;
        }
        // "ministre de B puis de C", "président et directeur général": the holder of the first title.
        if chunk >= 2 && self.clauses.is(chunk - 1, Mark::Coordinator) {
            let start = self.clauses.chain_start(chunk - 2);
            let first = (start != chunk).then(|| self.clauses.noun(start)).flatten();
            if first.is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && !n.plural) {
                return self.of(discourse, start);
            }
        }
        let before = self.apposed(discourse, chunk, group.plural);
        if before.is_empty() { self.copula(discourse, chunk) } else { before }
    }

    /// The name of the group, where it can hold a title.
    fn name(&self, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
        let name = *self.clauses.noun(chunk)?.names.last()?;
        self.fits(discourse, discourse.mentions[name].kind).then(|| discourse.of_name(name)).flatten()
    }

    fn fits(&self, _: &Discourse<'_, '_>, kind: MentionKind) -> bool {
        kind == MentionKind::Person || self.bodies && matches!(kind, MentionKind::Country | MentionKind::Organisation)
    }

    fn named(&self, discourse: &Discourse<'_, '_>, chunks: Vec<usize>) -> Vec<Holder> {
        chunks
            .into_iter()
            .filter_map(|chunk| Some((chunk, self.name(discourse, chunk)?)))
            .map(|(chunk, person)| Holder { person, chunk, status: Status::Actual })
            .collect()
    }

    /// "le président Bazoum", "les ministres Fekl et Bareigts"
    fn inside(&self, discourse: &Discourse<'_, '_>, chunk: usize, group: &NounGroup) -> Vec<Holder> {
        let person = |d: &Discourse<'_, '_>, c: usize| {
            self.clauses
                .noun(c)
                .and_then(|n| n.names.last())
                .is_some_and(|&n| d.mentions[n].kind == MentionKind::Person)
        };
        if !person(discourse, chunk) {
            return Vec::new();
        }
        let mut all = if group.plural { self.clauses.coordination(chunk) } else { vec![chunk] };
        all.retain(|&c| person(discourse, c));
        self.named(discourse, all)
    }

    /// "le président russe, A", "le président du Niger A", "les ministres de B et de C, A et D", "trois candidats sont en lice : A, B et C"
    fn behind(&self, discourse: &Discourse<'_, '_>, chunk: usize, group: &NounGroup) -> Vec<Holder> {
        let clauses = self.clauses;
        let mut after = Extent { clauses, chunk }.end();
        // "le candidat de B à la présidentielle A": the name stands in the last complement.
        let last = after - 1;
        if last > chunk
            && clauses.noun(last).is_some_and(|n| n.head == Some(Head::Unknown) && n.lemma.is_some() && n.definite)
            && self.name(discourse, last).is_some()
            && !clauses.complements(chunk).any(|c| c == last)
        {
            return self.named(discourse, vec![last]);
        }
        let bare = |c: usize| clauses.noun(c).is_some_and(|n| n.preposition.is_none());
        if !bare(after) {
            let opened = clauses.is(after, Mark::Comma)
                || clauses.is(after, Mark::Open)
                || clauses.is(after, Mark::Colon) && group.plural;
            let announced = group.plural && !opened && !group.definite;
            if announced {
                // "Trois candidats sont en lice : A, B et C"
                let Some(colon) = (after..clauses.chunks.len()).find(|&c| clauses.is(c, Mark::Colon)) else {
                    return Vec::new();
                };
                after = colon;
            } else if !opened {
                return Vec::new();
            }
            after += 1;
            if clauses.is(after - 1, Mark::Comma) && self.fronted(chunk) && !self.closes(after) {
                return Vec::new();
            }
        }
        if !bare(after) {
            return Vec::new();
        }
        let all = if group.plural { clauses.coordination(after) } else { vec![after] };
        self.named(discourse, all)
    }

    /// "Selon le ministre, A viendra": a group with preposition before any verb; what follows the comma may be the subject.
    fn fronted(&self, chunk: usize) -> bool {
        let start = self.clauses.chain_start(chunk);
        self.clauses.noun(start).is_some_and(|n| n.preposition.is_some())
            && !(0..start).any(|c| self.clauses.verb(c).is_some())
    }

    /// Whether the name is set off by a comma or ends the sentence.
    fn closes(&self, chunk: usize) -> bool {
        let after = self.clauses.after(chunk);
        after >= self.clauses.chunks.len()
            || self.clauses.is(after, Mark::Comma)
            || self.clauses.is(after, Mark::Other)
            || self.clauses.is(after, Mark::Open)
            || self.clauses.is(after, Mark::Close)
            || self.clauses.is(after, Mark::Coordinator)
    }

    /// "A, président de B", "A (57 ans), président de B", "A, 54 ans, patron de B", "A et B, députés de C"
    fn apposed(&self, discourse: &Discourse<'_, '_>, chunk: usize, plural: bool) -> Vec<Holder> {
        let clauses = self.clauses;
        let mut at = chunk;
        for _ in 0..APPOSITIONS {
            let set_off = at >= 2
                && (clauses.is(at - 1, Mark::Comma)
                    || clauses.is(at - 1, Mark::Open)
                    || clauses.is(at - 1, Mark::Dash));
            if !set_off {
                break;
            }
            let mut before = at - 2;
            if clauses.is(before, Mark::Close) {
                let open = (0..before).rev().find(|&c| clauses.is(c, Mark::Open));
                let Some(outside) = open.and_then(|o| o.checked_sub(1)) else { break };
                before = outside;
            }
            let start = clauses.chain_start(before);
            if self.name(discourse, start).is_some() {
                let first = clauses.coordination_start(start);
                let all = if plural && first < start { clauses.coordination(first) } else { vec![start] };
                return self.named(discourse, all);
            }
            // "l'avocat de A, président de B"
            if start < before && self.name(discourse, before).is_some() {
                return self.named(discourse, vec![before]);
            }
            let passed = clauses.noun(start).is_some_and(|n| {
                n.names.is_empty() && n.preposition.is_none() && !n.pronoun && (n.time || n.head.is_some())
            });
            if !passed {
                break;
            }
            at = start;
        }
        Vec::new()
    }

    /// "A est président de B", "A, qui était ministre de B".
    pub(super) fn copula(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let clauses = self.clauses;
        let Some(verb_chunk) = chunk.checked_sub(1) else { return Vec::new() };
        // "est depuis lundi ministre"
        let timed = clauses.noun(verb_chunk).is_some_and(|n| n.time && n.names.is_empty() && n.head.is_none());
        let Some(verb_chunk) = (if timed { verb_chunk.checked_sub(1) } else { Some(verb_chunk) }) else {
            return Vec::new();
        };
        let Some(verb) = clauses.verb(verb_chunk) else { return Vec::new() };
        let grammar = clauses.words.grammar;
        // "s'est déclaré candidat", "se dit président"
        let declares = verb.pronominal && grammar.verb_is(verb.lemma, VerbClass::Speech);
        let links = declares || grammar.verb_is(verb.lemma, VerbClass::Copula);
        if verb.mode != VerbMode::Finite || !links {
            return Vec::new();
        }
        // "A était ministre": no longer; "A est devenu ministre": he is.
        let over = verb.past && grammar.verb_is(verb.lemma, VerbClass::Be);
        let status = if over && verb.status == Status::Actual && !declares { Status::Ended } else { verb.status };
        let mut found = Vec::new();
        for c in clauses.subject(verb_chunk, 4) {
            for person in resolve(clauses, discourse, c) {
                if self.fits(discourse, discourse.kind(person.entity)) {
                    found.push(Holder { person, chunk: c, status });
                }
            }
        }
        found
    }
}

/// "alors ministre de B", "autrefois membre de B": the adverb before the title says that it is over.
pub(super) fn bygone(clauses: &Clauses<'_, '_>, group: &NounGroup) -> bool {
    let first = clauses.chunks.first().map_or(0, |c| c.tokens().start);
    (first..group.start)
        .rev()
        .take(3)
        .any(|t| clauses.words.phrase(t, group.start, WordClass::Bygone) == Some(group.start))
}
