//! Names by gazetteers, titles and given names alone: the mode without the learned model.

use super::line::spelled;
use super::{Mention, MentionKind};
use crate::gazetteer::EntryKind;
use crate::lexicon::{Lexed, Match};
use crate::sentence::Sentence;
use crate::table::{AMBIGUOUS, Tag};
use crate::token::Shape;

/// What the gazetteer offers for a run of atoms.
struct Reading {
    end: usize,
    kind: MentionKind,
    entry: u32,
    tag: Tag,
    ambiguous: bool,
}

/// The names of the text, in order, none within another.
pub(crate) fn find<'t>(lexed: &Lexed<'_, 't>, sentences: &[Sentence]) -> Vec<Mention<'t>> {
    let mut mentions = Vec::new();
    for sentence in sentences {
        let tokens = sentence.tokens();
        if tokens.is_empty() {
            continue;
        }
        let range = lexed.atoms_of(tokens.start).start..lexed.atoms_of(tokens.end - 1).end;
        let mut at = range.start;
        while at < range.end {
            at = find_at(lexed, at, range.end, &mut mentions);
        }
    }
    mentions
}

/// Finds the name that begins at the atom and returns where to go on.
fn find_at<'t>(lexed: &Lexed<'_, 't>, at: usize, end: usize, mentions: &mut Vec<Mention<'t>>) -> usize {
    let known = lexed.matches_at(at).iter().rev().find_map(|m| reading(lexed, m));
    let atom = &lexed.atoms[at];
    if let Some(known) = &known
        && known.end > at + 1
    {
        mentions.push(mention(lexed, at, known.end, known.kind, Some(known.entry), label(known.tag), 0.95));
        return known.end;
    }
    if !atom.capital {
        return at + 1;
    }
    let run = capital_run(lexed, at, end);
    let titled = at > 0 && lexed.joined(at) && title_ends_before(lexed, at);
    let given = word_tag(lexed, at, Tag::Given);
    if (titled || (given && run > at + 1)) && known.as_ref().is_none_or(|k| k.kind != MentionKind::Country) {
        let by = if titled { "title" } else { "given_name" };
        mentions.push(mention(lexed, at, run, MentionKind::Person, None, by, 0.8));
        return run;
    }
    if let Some(known) = known {
        let initial = lexed.tokens[atom.token].shape().has(Shape::SENTENCE_INITIAL);
        if !(known.ambiguous && initial) {
            mentions.push(mention(lexed, at, known.end, known.kind, Some(known.entry), label(known.tag), 0.8));
            return known.end;
        }
    }
    run
}

fn label(tag: Tag) -> &'static str {
    match tag {
        Tag::Alias => "gazetteer:alias",
        Tag::Acronym => "gazetteer:acronym",
        Tag::Metonym => "gazetteer:metonym",
        _ => "gazetteer:name",
    }
}

fn mention<'t>(
    lexed: &Lexed<'_, 't>,
    first: usize,
    end: usize,
    kind: MentionKind,
    entry: Option<u32>,
    by: &'static str,
    confidence: f32,
) -> Mention<'t> {
    let (start, stop) = (lexed.atoms[first].start, lexed.atoms[end - 1].end);
    Mention {
        text: &lexed.text[start..stop],
        start,
        kind,
        entity: None,
        entry,
        found_by: by.into(),
        confidence,
        more: super::More::Nothing,
    }
}

/// The first reading of the match as a name whose spelling fits the text.
fn reading(lexed: &Lexed<'_, '_>, found: &Match) -> Option<Reading> {
    lexed.senses(found).find_map(|sense| {
        let kind = match sense.tag() {
            Tag::Name | Tag::Alias | Tag::Acronym => match lexed.gazetteer.entry(sense.index()).kind() {
                EntryKind::Person => MentionKind::Person,
                EntryKind::Country => MentionKind::Country,
                EntryKind::Place => MentionKind::Place,
                _ => MentionKind::Organisation,
            },
            _ => return None,
        };
        spelled(lexed, found, sense).then(|| Reading {
            end: found.end,
            kind,
            entry: sense.index(),
            tag: sense.tag(),
            ambiguous: sense.has(AMBIGUOUS),
        })
    })
}

/// Where the run of capitalised atoms that begins at `at` ends, particles between them included.
fn capital_run(lexed: &Lexed<'_, '_>, at: usize, end: usize) -> usize {
    let mut run = at + 1;
    while run < end && lexed.joined(run) && lexed.atoms[run].capital {
        run += 1;
    }
    run
}

fn word_tag(lexed: &Lexed<'_, '_>, atom: usize, tag: Tag) -> bool {
    lexed.matches_at(atom).first().is_some_and(|m| m.end == atom + 1 && lexed.senses(m).any(|s| s.tag() == tag))
}

/// Whether a title ends just before the atom.
fn title_ends_before(lexed: &Lexed<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|first| {
        lexed.matches_at(first).iter().any(|m| m.end == at && lexed.senses(m).any(|s| s.tag() == Tag::Title))
    })
}
