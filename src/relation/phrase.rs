//! Literal words of the frames: what must or must not stand behind a trigger.

use super::trigger::Trigger;
use crate::grammar::{Phrases, WordClass};
use crate::syntax::{Clauses, VerbMode};
use crate::token::TokenKind;

/// Whether one of the phrases stands right behind the trigger; the token after it.
pub(super) fn fixed(clauses: &Clauses<'_, '_>, end: usize, phrases: &Phrases) -> Option<usize> {
    let words = clauses.words;
    let limit = words.lexed.tokens.len().min(end + 12);
    let mut at = end;
    for _ in 0..3 {
        if may_begin(clauses, at, phrases) {
            let glance = Glance::new(clauses, at);
            let found =
                phrases.iter().filter(|p| glance.allows(p)).filter_map(|p| literal(clauses, at, limit, p)).max();
            if found.is_some() {
                return found;
            }
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

/// Whether one of the phrases may begin with the word at a place, or with the short word of which that is a contraction.
fn may_begin(clauses: &Clauses<'_, '_>, at: usize, phrases: &Phrases) -> bool {
    let words = clauses.words;
    at < words.lexed.tokens.len() && (phrases.may_begin(words.hash(at)) || words.preposition(at, at + 1).is_some())
}

/// What the word at a place shows at a glance of the phrases that can stand there: of hundreds, nearly all cannot.
struct Glance<'w> {
    /// The first byte of the word, and of the word in lower case; `None` where that tells nothing.
    first: Option<(u8, u8)>,
    /// The short word for which a contraction there stands.
    contracted: Option<&'w str>,
}

impl<'w> Glance<'w> {
    fn new(clauses: &'w Clauses<'_, '_>, at: usize) -> Self {
        let words = clauses.words;
        let first = words.lexed.tokens.get(at).and_then(|t| t.text().as_bytes().first().copied());
        let preposition = words.preposition(at, at + 1);
        Self {
            first: first.filter(u8::is_ascii).map(|b| (b, b.to_ascii_lowercase())),
            contracted: preposition.map(|(_, number)| words.grammar.data.prepositions[usize::from(number)].as_str()),
        }
    }

    fn allows(&self, phrase: &str) -> bool {
        let (Some((first, lower)), Some(&expected)) = (self.first, phrase.as_bytes().first()) else { return true };
        first == expected || lower == expected || self.contracted.is_some_and(|name| phrase.starts_with(name))
    }
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
    (trigger.end..stop).filter(|&at| may_begin(clauses, at, phrases)).find_map(|at| {
        let glance = Glance::new(clauses, at);
        let mut allowed = phrases.iter().filter(|p| glance.allows(p));
        Some((at, allowed.find_map(|p| literal(clauses, at, end, p))?))
    })
}
