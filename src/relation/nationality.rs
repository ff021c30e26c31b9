//! Words for the people and things of a country: "malien", "les Maliens", "franco-malien".

use crate::Span;
use crate::gazetteer::EntryKind;
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionKind, More};
use crate::syntax::rank;
use crate::table::Tag;

const CONFIDENCE: f32 = 0.9;

/// Adds the nationalities outside of the names, which are the first so many mentions, in order.
pub(super) fn nationalities<'t>(lexed: &Lexed<'_, 't>, names: usize, mentions: &mut Vec<Mention<'t>>) {
    let names: Vec<Span> = mentions[..names].iter().map(Mention::span).collect();
    let mut at = 0;
    let mut next = 0;
    // "franco-malien": where the first half of a compound ends.
    let mut half = 0;
    while at < lexed.atoms.len() {
        let atom = &lexed.atoms[at];
        if !atom.first && half != at {
            at += 1;
            continue;
        }
        let Some((end, country, prefix)) = country(lexed, at) else {
            at += 1;
            continue;
        };
        let span = Span::new(atom.start, lexed.atoms[end - 1].end);
        while names.get(next).is_some_and(|n| n.end <= span.start) {
            next += 1;
        }
        if !names.get(next).is_some_and(|n| n.overlaps(span)) {
            mentions.push(Mention {
                text: span.of(lexed.text),
                start: span.start,
                kind: MentionKind::Nationality,
                entity: None,
                entry: Some(country),
                found_by: "gazetteer:demonym".into(),
                confidence: CONFIDENCE,
                more: More::Iso(lexed.gazetteer.entry(country).country().to_owned()),
            });
        }
        at = end;
        if prefix {
            half = end;
        }
    }
}

/// The longest word for a country's people at the atom: its end, the country, and whether it is the first half of a compound.
fn country(lexed: &Lexed<'_, '_>, at: usize) -> Option<(usize, u32, bool)> {
    let mut matches = lexed.matches_at(at).iter().rev().filter(|m| m.has([Tag::Demonym, Tag::Prefix]));
    matches.find_map(|found| {
        let last = &lexed.atoms[found.end - 1];
        let joined = lexed.atoms.get(found.end).is_some_and(|a| a.token == last.token);
        let wanted = if joined { Tag::Prefix } else { Tag::Demonym };
        if !found.has([wanted]) {
            return None;
        }
        let known = |index| lexed.gazetteer.entry(index);
        let entry = lexed
            .senses(found)
            .filter(|s| s.tag() == wanted)
            .map(crate::table::Sense::index)
            .filter(|&e| known(e).kind() == EntryKind::Country && known(e).country().len() == 2)
            .min_by_key(|&e| rank(known(e).subtype()))?;
        (joined || last.last).then_some((found.end, entry, joined))
    })
}
