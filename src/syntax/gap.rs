//! "A accuse B et C D", "A s'est rendu à B et C à D": a clause whose verb is that of the one before.

use super::chunk::{Mark, NounGroup, VerbMode};
use super::clause::{Clauses, Frame};
use std::ops::Range;

impl Clauses<'_, '_> {
    /// Whether a clause without its verb begins with the noun group: a name as its subject, and right behind it what the verb asks for.
    pub(super) fn gapped(&self, subject: usize) -> bool {
        let Some(before) = subject.checked_sub(1) else { return false };
        let named = |n: &NounGroup| n.preposition.is_none() && !n.names.is_empty() && n.head.is_none() && !n.pronoun;
        let Some(name) = self.noun(subject).filter(|n| named(n)) else { return false };
        if !self.is(before, Mark::Coordinator) && !self.is(before, Mark::Comma) {
            return false;
        }
        let Some(rest) = self.noun(subject + 1).filter(|n| n.start == name.end && !n.time) else { return false };
        let Some(first) = before.checked_sub(1).and_then(|b| self.noun(self.chain_start(b))) else { return false };
        // The object has an article; a complement has the preposition of the one before, which would be repeated in a list.
        let alike = match rest.preposition {
            None => rest.determined && first.preposition.is_none(),
            preposition => preposition == first.preposition && preposition != self.of(),
        };
        alike && !self.verb(self.after(subject + 1)).is_some_and(|v| v.mode == VerbMode::Finite)
    }

    /// What stands around the verb in the clauses behind it that leave it out.
    pub(crate) fn gaps(&self, v: usize) -> Vec<Frame> {
        let finite = self.verb(v).is_some_and(|g| g.mode == VerbMode::Finite && !g.passive);
        if !finite || self.frame(v).subject.is_empty() {
            return Vec::new();
        }
        let clause: Range<usize> = v + 1..self.chunks.len();
        clause
            .take_while(|&c| self.verb(c).is_none())
            .filter(|&c| self.gapped(c))
            .map(|c| {
                let mut frame = Frame { subject: vec![c], ..Frame::default() };
                let direct = self.noun(c + 1).is_some_and(|n| n.preposition.is_none());
                if direct { &mut frame.object } else { &mut frame.others }.push(c + 1);
                frame
            })
            .collect()
    }
}
