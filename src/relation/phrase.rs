//! Literal words of the frames: what must or must not stand behind a trigger.

use super::trigger::Trigger;
use crate::fold;
use crate::grammar::{Phrases, WordClass};
use crate::syntax::{Clauses, VerbMode};
use crate::token::TokenKind;

/// Whether one of the phrases stands right behind the trigger; the token after it.
pub(super) fn fixed(clauses: &Clauses<'_, '_>, end: usize, phrases: &Phrases) -> Option<usize> {
    let words = clauses.words;
    let limit = words.lexed.tokens.len().min(end + 12);
    let mut at = end;
    for _ in 0..3 {
        let found = candidates(clauses, at, phrases).filter_map(|p| literal(clauses, at, limit, p)).max();
        if found.is_some() {
            return found;
        }
        // An adverb or a time may stand between: "a mis de nouveau en garde", "joue depuis des mois les bons offices".
        let adverb = words.phrase(at.min(limit.saturating_sub(1)), limit, WordClass::Adverb);
        // "s'est dite « choquée » par A"
        let quote = || (at < limit && words.kind(at) == TokenKind::Quote).then_some(at + 1);
        let between = || {
            let chunk = clauses.chunks.partition_point(|c| c.tokens().start < at);
            clauses.noun(chunk).filter(|n| n.start == at && n.time).map(|n| n.end)
        };
        at = adverb.or_else(between).or_else(quote)?;
    }
    None
}

/// The token after the phrase, when it stands at the token.
fn literal(clauses: &Clauses<'_, '_>, at: usize, limit: usize, phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    let mut token = at;
    while !rest.is_empty() {
        if token >= limit {
            return None;
        }
        let word = clauses.words.text(token);
        rest = match strip(rest, word) {
            Some(after) => after,
            // "de" of a phrase is also "du", "des", "d'"; "à" also "au", "aux".
            None if contraction(clauses, token, rest) => &rest[rest.find(' ').unwrap_or(rest.len())..],
            None => return None,
        };
        let spaced = rest.strip_prefix(' ');
        if spaced.is_none() && !rest.is_empty() && !word.ends_with(['\'', '’']) {
            return None;
        }
        rest = spaced.unwrap_or(rest);
        token += 1;
    }
    Some(token)
}

/// The phrases that may begin with the word at a place, or with the short word of which that is a contraction: of hundreds, nearly all
/// cannot.
fn candidates<'p>(clauses: &Clauses<'_, '_>, at: usize, phrases: &'p Phrases) -> impl Iterator<Item = &'p str> {
    let words = clauses.words;
    let within = at < words.lexed.tokens.len();
    let preposition = if within { words.preposition(at, at + 1) } else { None };
    let short = preposition.map(|(_, number)| fold::lower_hash(&words.grammar.data.prepositions[usize::from(number)]));
    within.then(|| phrases.from(words.hash(at), short)).into_iter().flatten()
}

/// What follows the word in the phrase, when the phrase begins with it; case and the kind of apostrophe do not matter.
fn strip<'p>(phrase: &'p str, word: &str) -> Option<&'p str> {
    let mut rest = phrase.chars();
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        let expected = rest.next()?;
        let same = c == expected
            || if c.is_ascii() {
                c.to_ascii_lowercase() == expected
            } else {
                c.to_lowercase().eq(std::iter::once(expected))
            };
        if !same {
            return None;
        }
    }
    Some(rest.as_str())
}

fn contraction(clauses: &Clauses<'_, '_>, token: usize, rest: &str) -> bool {
    // Most words are no preposition.
    let Some((_, number)) = clauses.words.preposition(token, token + 1) else { return false };
    let first = &rest[..rest.find(' ').unwrap_or(rest.len())];
    first.chars().count() <= 2 && clauses.words.grammar.data.prepositions[usize::from(number)] == first
}

/// Whether one of the phrases occurs behind the trigger in its clause.
pub(super) fn occurs(clauses: &Clauses<'_, '_>, trigger: &Trigger<'_>, phrases: &Phrases) -> bool {
    occurrence(clauses, trigger, phrases).is_some()
}

/// The tokens of the first of the phrases that occurs behind the trigger in its clause.
pub(super) fn occurrence(
    clauses: &Clauses<'_, '_>,
    trigger: &Trigger<'_>,
    phrases: &Phrases,
) -> Option<(usize, usize)> {
    let end = clauses.chunks.last().map_or(trigger.end, |c| c.tokens().end);
    let stop = (trigger.chunk + 1..clauses.chunks.len())
        .find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite))
        .map_or(end, |c| clauses.chunks[c].tokens().start);
    (trigger.end..stop)
        .find_map(|at| Some((at, candidates(clauses, at, phrases).find_map(|p| literal(clauses, at, end, p))?)))
}
