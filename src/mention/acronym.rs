//! Long names beside their acronym in brackets: "Syndicat des pêcheurs de l'Ouest (SPO)".

use super::{Mention, MentionKind};
use crate::fold;
use crate::gazetteer::EntryKind;
use crate::lexicon::Lexed;
use crate::table::{Sense, Tag};
use crate::token::TokenKind;

/// The most atoms of a long name.
const LONGEST: usize = 14;
/// Words up to this length may have no letter in the acronym: "de", "et", "des".
const LINK: usize = 3;
const CONFIDENCE: f32 = 0.8;

/// Makes an organisation of each run of words whose first letters are the acronym in brackets behind it, and of the acronym.
pub(super) fn complete<'t>(lexed: &Lexed<'_, 't>, mentions: &mut Vec<Mention<'t>>) {
    for open in 1..lexed.tokens.len().saturating_sub(2) {
        let bracketed = lexed.tokens[open].kind() == TokenKind::Bracket;
        if !bracketed || lexed.tokens[open].text() != "(" || lexed.tokens[open + 2].text() != ")" {
            continue;
        }
        let acronym = &lexed.tokens[open + 1];
        let Some(first) = long_form(lexed, open, acronym.text()) else { continue };
        let (start, end) = (lexed.atoms[first].start, lexed.tokens[open - 1].span().end);
        put(lexed, mentions, start, end);
        put(lexed, mentions, acronym.span().start, acronym.span().end);
    }
}

/// The atom at which the words that make the acronym begin.
fn long_form(lexed: &Lexed<'_, '_>, open: usize, acronym: &str) -> Option<usize> {
    let letters: Vec<char> = fold::fold(acronym).chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 3 || letters.len() > 9 || !acronym.starts_with(char::is_uppercase) {
        return None;
    }
    let end = lexed.atoms_of(open).start;
    let mut starts: Vec<char> = Vec::new();
    for at in (end.saturating_sub(LONGEST)..end).rev() {
        let atom = &lexed.atoms[at];
        let joined = at + 1 == end || lexed.joined(at + 1) || apostrophe(lexed, at);
        if !joined {
            return None;
        }
        let word = atom.span().of(lexed.text);
        if word.chars().count() > LINK || atom.capital {
            starts.push(fold::fold(word).chars().next()?);
            if starts.len() > letters.len() {
                return None;
            }
            let whole = starts.iter().rev().eq(letters.iter());
            if whole {
                return (atom.capital && atom.first).then_some(at);
            }
        }
    }
    None
}

/// Whether an elided word goes on: "l'Ouest".
fn apostrophe(lexed: &Lexed<'_, '_>, at: usize) -> bool {
    lexed.atoms[at].span().of(lexed.text).len() <= 2
}

/// Puts an organisation in the place of what was found within it.
fn put<'t>(lexed: &Lexed<'_, 't>, mentions: &mut Vec<Mention<'t>>, start: usize, end: usize) {
    let first = mentions.partition_point(|m| m.span().end <= start);
    let last = mentions.partition_point(|m| m.start < end);
    let whole = last == first + 1 && mentions[first].start == start && mentions[first].span().end == end;
    if whole && mentions[first].kind == MentionKind::Organisation {
        return;
    }
    let within = mentions[first..last.max(first)].iter().all(|m| m.start >= start && m.span().end <= end);
    if !within {
        return;
    }
    let first_atom = lexed.atoms.partition_point(|a| a.start < start);
    let known = lexed.matches_at(first_atom).iter().find(|m| lexed.atoms[m.end - 1].end == end).and_then(|m| {
        let names = lexed.senses(m).filter(|s| matches!(s.tag(), Tag::Name | Tag::Alias | Tag::Acronym));
        names.map(Sense::index).find(|&e| lexed.gazetteer.entry(e).kind() == EntryKind::Organisation)
    });
    let mention = Mention {
        more: crate::mention::More::Nothing,
        text: &lexed.text[start..end],
        start,
        kind: MentionKind::Organisation,
        entity: None,
        entry: known,
        found_by: "acronym".into(),
        confidence: CONFIDENCE,
    };
    mentions.splice(first..last.max(first), [mention]);
}
