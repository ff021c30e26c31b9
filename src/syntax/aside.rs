//! What stands beside a group or within a clause: who goes along, who is named among several, who speaks in an aside.

use super::chunk::{Chunk, Head, Mark, NounGroup, VerbMode};
use super::clause::Clauses;
use crate::grammar::VerbClass;

impl Clauses<'_, '_> {
    /// "A, accompagné de B, a visité C": who goes along with the group.
    pub(crate) fn companions(&self, chunk: usize) -> Vec<usize> {
        let mut at = self.after(chunk);
        if self.is(at, Mark::Comma) {
            at += 1;
        }
        let accompanied = self.verb(at).is_some_and(|v| {
            v.mode == VerbMode::Participle && self.words.grammar.verb_is(v.lemma, VerbClass::Accompanies)
        });
        let beside = |n: &NounGroup| n.preposition.is_some() && (n.preposition == self.of || n.preposition == self.by);
        if accompanied && self.noun(at + 1).is_some_and(beside) { self.coordination(at + 1) } else { Vec::new() }
    }

    /// "A médiateur entre B et C", "A candidat à B": of whom a headline without a verb says what they are.
    pub(crate) fn headlined(&self, chunk: usize) -> Option<usize> {
        let group = self.noun(chunk).filter(|n| !n.determined && n.preposition.is_none() && n.names.is_empty())?;
        let before = chunk.checked_sub(1).filter(|&b| self.noun(b).is_some_and(|n| n.end == group.start))?;
        let start = self.chain_start(before);
        let named = self.noun(start).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty());
        let stated = || self.chunks.iter().any(|c| c.verb().is_some_and(|v| v.mode == VerbMode::Finite));
        let says = matches!(group.head, Some(Head::Title(_))) || group.lemma.is_some();
        (named && says && !stated()).then_some(start)
    }

    /// "des pays, dont A et B": the first of those named among a plural.
    pub(super) fn first_named(&self, chunk: usize) -> Option<usize> {
        let group = self.noun(chunk).filter(|n| n.plural && n.names.is_empty())?;
        let mut after = self.after(chunk);
        // "des groupes armés, dont A"
        let participle = |c: usize| self.verb(c).is_some_and(|v| v.mode == VerbMode::Participle);
        after += usize::from(participle(after) && self.is(after + 1, Mark::Comma));
        let which = if self.is(after, Mark::Comma) { after + 1 } else { after };
        let of = matches!(self.chunks.get(which), Some(Chunk::Mark(Mark::Which(p), _)) if Some(*p) == self.of);
        // "dont A a quitté B" is a clause of its own.
        let end = of.then(|| self.after_list(which + 1)).filter(|_| self.bare(which + 1))?;
        let named = self.noun(which + 1).is_some_and(|n| !n.names.is_empty());
        (named && !group.pronoun && self.verb(end).is_none()).then_some(which + 1)
    }

    /// "A, a indiqué B lundi, quitte C": the comma that closes the aside of the verb, which names who says what stands around it.
    pub(super) fn incise(&self, v: usize) -> Option<usize> {
        let verb = self.verb(v).filter(|g| g.mode == VerbMode::Finite && !g.negated && !g.passive)?;
        let speech = self.words.grammar.verb_is(verb.lemma, VerbClass::Speech);
        // What speaks is named right behind its verb, and before the comma stands a group without a verb of its own.
        let opened =
            v > 1 && self.is(v - 1, Mark::Comma) && self.noun(v - 2).is_some() && self.bare(self.chain_start(v - 2));
        if !speech || !opened || !self.bare(self.behind_time(v)) {
            return None;
        }
        let close = (v + 2..self.chunks.len()).find(|&c| self.noun(c).is_none())?;
        let goes_on = self.verb(close + 1).is_some_and(|g| g.mode == VerbMode::Finite);
        (self.is(close, Mark::Comma) && goes_on).then_some(close)
    }

    /// "A, a indiqué B, quitte C": the comma that opens the aside, where the chunk is the one that closes it.
    pub(super) fn before_incise(&self, close: usize) -> Option<usize> {
        let verb = (0..close).rev().find(|&u| self.verb(u).is_some()).filter(|_| self.is(close, Mark::Comma))?;
        (self.incise(verb) == Some(close)).then(|| verb.saturating_sub(1))
    }
}
