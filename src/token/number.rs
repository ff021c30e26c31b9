//! Numbers, dates, times, ordinals, and the units written against them.

use super::{
    Shape, TokenKind,
    character::Kind,
    lexicon, run,
    tokenizer::{Context, Pending, Piece},
    word,
};

/// Reads the number that starts at `start` (with its sign) and whose first digit stands at `first`.
pub(super) fn read(context: Context<'_>, start: usize, first: usize) -> Piece {
    let text = context.text;
    let at = tail(text, first, thousands(text, first));
    let seen = run::DIGIT;
    let letters = run::letters(text, at);
    if letters > at {
        let roles = lexicon::folded(&text[at..letters]);
        if roles & lexicon::ORDINALS != 0 && !run::is_word(text, letters) {
            return word::proceed(
                context,
                start,
                letters,
                seen | run::LOWER,
                TokenKind::Number,
            );
        }
        if let Some(end) = unit_end(text, at, letters) {
            return Piece {
                pending: Pending::Unit(end),
                ..number(at)
            };
        }
        let (end, more) = run::word(text, at);
        return word::proceed(context, start, end, run::join(seen, more), TokenKind::Word);
    }
    let joined = match run::kind(text, at) {
        Some(Kind::Hyphen) => run::is_word(
            text,
            at + run::character(text, at).map_or(1, char::len_utf8),
        ),
        Some(Kind::Apostrophe) => run::is_word(text, at + 1),
        _ => false,
    };
    if joined {
        word::proceed(context, start, at, seen, TokenKind::Number)
    } else {
        number(at)
    }
}

fn number(end: usize) -> Piece {
    Piece {
        shape: Shape::DIGIT,
        ..Piece::plain(end, TokenKind::Number)
    }
}

/// The unit that ends at `end`.
pub(super) fn unit(text: &str, at: usize, end: usize) -> Piece {
    let letters = run::letters(text, at);
    let kind = if letters < end && run::kind(text, letters) == Some(Kind::Currency) {
        TokenKind::Symbol
    } else {
        TokenKind::Word
    };
    let (_, seen) = run::word(text, at);
    Piece {
        shape: run::shape(seen),
        ..Piece::plain(end, kind)
    }
}

/// Where the unit ends whose letters stand from `at` to `letters`.
fn unit_end(text: &str, at: usize, letters: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if lexicon::exact(&bytes[at..letters]) & lexicon::MAGNITUDES != 0
        && run::kind(text, letters) == Some(Kind::Currency)
    {
        return Some(letters + run::character(text, letters).map_or(0, char::len_utf8));
    }
    // "km²", "km/h"
    let (whole, _) = run::word(text, letters);
    let stroked = if bytes.get(whole) == Some(&b'/') {
        run::letters(text, whole + 1)
    } else {
        whole
    };
    [stroked, whole, letters]
        .into_iter()
        .find(|end| lexicon::exact(&bytes[at..*end]) & lexicon::UNITS != 0)
}

/// Where the digits from `at` end.
fn digits(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// Digits, and groups of three behind spaces: "1 234 567".
fn thousands(text: &str, first: usize) -> usize {
    let mut at = digits(text, first);
    if at - first > 3 || text.as_bytes()[first] == b'0' {
        return at;
    }
    while let Some(c @ (' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' | '\'' | '’')) =
        run::character(text, at)
    {
        let group = at + c.len_utf8();
        if digits(text, group) != group + 3 {
            break;
        }
        at = group + 3;
    }
    at
}

/// Decimals, dates, times and spans behind the digits from `first` to `at`.
fn tail(text: &str, mut first: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(sign) = bytes.get(at) {
        let next = at + 1;
        let end = if bytes.get(next).is_some_and(u8::is_ascii_digit) {
            digits(text, next)
        } else {
            break;
        };
        let (left, right) = (at - first, end - next);
        let joins = match sign {
            b'.' | b',' | b'-' => true,
            b'/' => (left <= 2 || left == 4) && (right <= 2 || right == 4),
            b':' => left <= 2 && right == 2,
            _ => false,
        };
        if !joins {
            break;
        }
        (first, at) = (next, end);
    }
    at
}
