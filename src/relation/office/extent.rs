//! The extent of a title with what completes it: "ministre déléguée chargée des Comptes publics", "candidat de B à la présidentielle".

use crate::grammar::WordClass;
use crate::relation::ActorRole;
use crate::syntax::{Clauses, Head, Mark, VerbMode};

/// A title with its complements.
pub(super) struct Extent<'c, 'w, 't> {
    pub(super) clauses: &'c Clauses<'w, 't>,
    pub(super) chunk: usize,
}

impl Extent<'_, '_, '_> {
    /// The first chunk behind the title and all that completes it.
    pub(super) fn end(&self) -> usize {
        let clauses = self.clauses;
        let mut at = clauses.after(self.chunk);
        while at < clauses.chunks.len() {
            if completes(clauses, at) || self.posted(at) {
                at = clauses.after(at);
            } else if clauses.noun(at).is_some_and(|n| n.time && n.names.is_empty()) && clauses.is(at + 1, Mark::Comma)
            {
                // "président du Sénégal depuis 2024, A"
                at += 1;
            } else if clauses.is(at, Mark::Coordinator) && self.continues(at) {
                // "de la Défense et de l'Intérieur"
                at = clauses.after(at + 1);
            } else if clauses.verb(at).is_some_and(|v| v.mode == VerbMode::Participle)
                && clauses.noun(at + 1).is_some_and(|n| n.preposition.is_some() && n.names.is_empty())
            {
                // "chargé des Comptes publics"
                at = clauses.after(at + 1);
            } else {
                break;
            }
        }
        at
    }

    /// Whether the title is one of diplomacy: an ambassador is posted somewhere.
    pub(super) fn diplomatic(&self) -> bool {
        let clauses = self.clauses;
        let Some(Head::Title(title)) = clauses.noun(self.chunk).and_then(|n| n.head) else { return false };
        let name = clauses.words.lexed.gazetteer.entry(title).name();
        clauses.words.grammar.data.actors.office(name) == Some(ActorRole::Diplomacy as u8)
    }

    /// "ambassadeur russe en Turquie", "au Mali", "à Cuba": where a diplomat is posted.
    pub(super) fn posted(&self, at: usize) -> bool {
        let clauses = self.clauses;
        let locative = &clauses.words.grammar.data.locative;
        let place = clauses.noun(at).filter(|n| !n.names.is_empty() && n.head.is_none());
        place.is_some_and(|n| n.preposition.is_some_and(|p| locative.contains(&p))) && self.diplomatic()
    }

    /// Whether the group behind the coordinator has the preposition of the complement before it.
    fn continues(&self, coordinator: usize) -> bool {
        let clauses = self.clauses;
        let before = clauses.noun(coordinator - 1).and_then(|n| n.preposition);
        coordinator > self.chunk + 1
            && before.is_some()
            && clauses.noun(coordinator + 1).is_some_and(|n| n.preposition == before)
    }

    /// "jusqu'en 2015", "de 2002 à 2007", "dans les années 1990": years that close the office.
    pub(super) fn closed(&self) -> bool {
        let words = self.clauses.words;
        let chunks = &self.clauses.chunks;
        let start = chunks[self.chunk].tokens().end;
        // Up to the next comma or verb.
        let stop = (self.chunk + 1..chunks.len()).find(|&c| chunks[c].noun().is_none());
        let end = stop.map_or_else(|| chunks.last().map_or(start, |c| c.tokens().end), |c| chunks[c].tokens().start);
        let year = |t: usize| t < end && words.text(t).len() == 4 && words.text(t).bytes().all(|b| b.is_ascii_digit());
        (start..end).any(|at| {
            words.phrase(at, end, WordClass::Until).is_some()
                || year(at + 1) && year(at + 3) && words.preposition(at, end).is_some_and(|(next, _)| next == at + 1)
        })
    }
}

/// "à la présidentielle", "auprès de l'ONU", "pour la Syrie": a group that completes a title.
pub(in crate::relation) fn completes(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let data = &clauses.words.grammar.data;
    clauses
        .noun(chunk)
        .is_some_and(|n| n.preposition.is_some_and(|p| data.office_of.contains(&p)) && (!n.time || !n.names.is_empty()))
}
