//! Names that the gazetteers leave no doubt of, where the model has seen none.
//!
//! The model learns on whole articles; in a line of six words its evidence can be too thin for a name that everybody knows.

use super::line::spelled;
use super::{Mention, MentionKind};
use crate::fold;
use crate::gazetteer::EntryKind;
use crate::grammar::{Grammar, WordClass};
use crate::lexicon::{Lexed, Match};
use crate::table::{AMBIGUOUS, Sense, Tag};
use crate::token::Shape;
use std::ops::Range;

/// How sure the model must be to be right against the gazetteer.
const SURE: f32 = 0.9;
const CONFIDENCE: f32 = 0.75;
/// How probable the model must find a name of the gazetteers that it did not choose.
const LEAST: f32 = 0.15;
/// Up to so many tokens a text is too short for the model, which learned on articles, to be asked.
const SHORT: usize = 60;

/// A name that the gazetteers know, and how probable the model finds it to be one of a person, place or organisation.
#[derive(Debug)]
pub(super) struct Offer {
    pub(super) tokens: Range<usize>,
    pub(super) probability: [f32; 4],
}

/// Adds the names that only the gazetteers find, and corrects kinds of which the model was not sure.
pub(super) fn complete<'t>(
    lexed: &Lexed<'_, 't>,
    grammar: &Grammar,
    offers: &[Offer],
    mentions: &mut Vec<Mention<'t>>,
) {
    part(lexed, mentions);
    let least = if lexed.tokens.len() > SHORT { LEAST } else { 0.0 };
    let mut added: Vec<Mention<'t>> = Vec::new();
    let mut at = 0;
    let mut next = 0;
    while at < lexed.atoms.len() {
        let atom = &lexed.atoms[at];
        if !atom.first || !atom.capital {
            at += 1;
            continue;
        }
        while next < mentions.len() && mentions[next].span().end <= atom.start {
            next += 1;
        }
        let taken = mentions.get(next).is_some_and(|m| m.span().start < atom.end);
        let Some((found, entry, kind)) = known(lexed, grammar, at) else {
            at += 1;
            continue;
        };
        let (start, end) = (atom.start, lexed.atoms[found.end - 1].end);
        let probability = probability(offers, atom.token..lexed.atoms[found.end - 1].token + 1, kind);
        if probability < least {
            at += 1;
            continue;
        }
        if taken {
            let mention = &mut mentions[next];
            let same = mention.span().start == start && mention.span().end == end;
            if same && mention.kind != kind && mention.confidence < SURE {
                mention.kind = kind;
                mention.entry = Some(entry);
                mention.found_by = "gazetteer:known".into();
            }
            at += 1;
            continue;
        }
        let free = mentions.get(next).is_none_or(|m| m.span().start >= end);
        if free {
            added.push(Mention {
                text: &lexed.text[start..end],
                start,
                kind,
                entity: None,
                entry: Some(entry),
                found_by: "gazetteer:known".into(),
                confidence: if lexed.tokens.len() > SHORT { probability } else { CONFIDENCE },
                more: super::More::Nothing,
            });
            at = found.end;
        } else {
            at += 1;
        }
    }
    if !added.is_empty() {
        mentions.append(&mut added);
        mentions.sort_by_key(|m| m.start);
    }
}

/// How probable the model finds the name.
fn probability(offers: &[Offer], tokens: Range<usize>, kind: MentionKind) -> f32 {
    let from = offers.partition_point(|o| o.tokens.start < tokens.start);
    let offer = offers[from..].iter().take_while(|o| o.tokens.start == tokens.start).find(|o| o.tokens == tokens);
    offer.map_or(0.0, |o| match kind {
        MentionKind::Person => o.probability[0],
        MentionKind::Organisation => o.probability[2],
        _ => o.probability[1],
    })
}

/// Cuts links of two names ("Niger-Russie") into the names.
fn part<'t>(lexed: &Lexed<'_, 't>, mentions: &mut Vec<Mention<'t>>) {
    let mut at = 0;
    while at < mentions.len() {
        let span = mentions[at].span();
        let first = lexed.atoms.partition_point(|a| a.start < span.start);
        let end = lexed.atoms.partition_point(|a| a.start < span.end);
        let linked = mentions[at].entry.is_none()
            && end > first + 1
            && lexed.tokens[lexed.atoms[first].token].shape().has(Shape::LINK);
        let parts: Option<Vec<Mention<'t>>> =
            linked.then(|| (first..end).map(|atom| country(lexed, atom)).collect()).flatten();
        match parts {
            Some(parts) => {
                let count = parts.len();
                mentions.splice(at..=at, parts);
                at += count;
            }
            None => at += 1,
        }
    }
}

/// The country or organisation that the atom alone names.
fn country<'t>(lexed: &Lexed<'_, 't>, atom: usize) -> Option<Mention<'t>> {
    let found = lexed.matches_at(atom).iter().find(|m| m.end == atom + 1)?;
    let (entry, kind) = lexed.senses(found).find_map(|sense| {
        if !matches!(sense.tag(), Tag::Name | Tag::Alias | Tag::Acronym) {
            return None;
        }
        let kind = match lexed.gazetteer.entry(sense.index()).kind() {
            EntryKind::Country => MentionKind::Country,
            EntryKind::Organisation => MentionKind::Organisation,
            _ => return None,
        };
        spelled(lexed, found, sense).then_some((sense.index(), kind))
    })?;
    let span = lexed.atoms[atom].span();
    Some(Mention {
        text: span.of(lexed.text),
        start: span.start,
        kind,
        entity: None,
        entry: Some(entry),
        found_by: "gazetteer:link".into(),
        confidence: CONFIDENCE,
        more: super::More::Nothing,
    })
}

/// The longest name that begins at the atom, when it can be nothing else.
fn known<'l>(lexed: &'l Lexed<'_, '_>, grammar: &Grammar, at: usize) -> Option<(&'l Match, u32, MentionKind)> {
    let found = lexed.matches_at(at).iter().rev().find(|m| lexed.atoms[m.end - 1].last)?;
    let single = found.end == at + 1;
    let mut named: Option<(u32, EntryKind)> = None;
    let mut bearer = None;
    for sense in lexed.senses(found) {
        match sense.tag() {
            Tag::Name | Tag::Alias | Tag::Acronym => {
                if sense.has(AMBIGUOUS) || !spelled(lexed, found, sense) {
                    return None;
                }
                let kind = lexed.gazetteer.entry(sense.index()).kind();
                match named {
                    None => named = Some((sense.index(), kind)),
                    Some((_, first)) if same(first, kind) => {}
                    Some(_) => return None,
                }
            }
            // "Le maire de B" is not Bruno Le Maire.
            Tag::Surname if lexed.atoms[found.end - 1].capital => bearer = prominent(lexed, sense, bearer),
            Tag::Given | Tag::Title | Tag::HeadNoun | Tag::Ambiguous if single => return None,
            _ => {}
        }
    }
    if single {
        let text = lexed.atoms[at].span().of(lexed.text);
        let word = grammar.table.get(fold::lower_hash(text)).is_some_and(|n| grammar.readings(n).next().is_some());
        if word || text.chars().count() < 3 {
            return None;
        }
    }
    let (entry, kind) = named.or_else(|| bearer.flatten().map(|e| (e, EntryKind::Person)))?;
    if kind == EntryKind::Organisation && behind_medium(lexed, grammar, at) {
        return None;
    }
    let kind = match kind {
        EntryKind::Person => MentionKind::Person,
        EntryKind::Country => MentionKind::Country,
        EntryKind::Place => MentionKind::Place,
        _ => MentionKind::Organisation,
    };
    Some((found, entry, kind))
}

/// Whether the word before makes the name a medium: "sur Twitter".
fn behind_medium(lexed: &Lexed<'_, '_>, grammar: &Grammar, at: usize) -> bool {
    let before = lexed.atoms[at].token.checked_sub(1).map(|t| lexed.tokens[t].text());
    let node = before.and_then(|text| grammar.table.get(fold::lower_hash(text)));
    node.is_some_and(|n| grammar.readings(n).any(|r| r.is(WordClass::Medium)))
}

fn same(a: EntryKind, b: EntryKind) -> bool {
    let place = |k| matches!(k, EntryKind::Country | EntryKind::Place);
    a == b || place(a) && place(b)
}

/// The politician in office, present or past, who alone bears the surname: `Some(None)` once there are two.
#[allow(clippy::option_option)] // Nobody so far, one, or too many.
fn prominent(lexed: &Lexed<'_, '_>, sense: Sense, so_far: Option<Option<u32>>) -> Option<Option<u32>> {
    let entry = lexed.gazetteer.entry(sense.index());
    let politician = entry.subtype().split('|').any(|t| t == "politician");
    if !politician || entry.is_historic() || entry.offices().next().is_none() {
        return so_far;
    }
    match so_far {
        None => Some(Some(sense.index())),
        Some(Some(e)) if e == sense.index() => so_far,
        Some(_) => Some(None),
    }
}
