//! The innermost loop: letters and digits that follow each other.

use super::{
    Shape,
    character::{self, Kind},
};

/// What was seen in a run: a set of the constants below.
pub(super) type Seen = u8;
pub(super) const UPPER: Seen = 1;
pub(super) const LOWER: Seen = 1 << 1;
pub(super) const DIGIT: Seen = 1 << 2;
pub(super) const BEYOND_ASCII: Seen = 1 << 3;
/// A capital behind a small letter.
const INNER: Seen = 1 << 4;
/// A capital before every small letter.
const FIRST: Seen = 1 << 5;
/// More than one capital.
const TWO: Seen = 1 << 6;

/// What was seen, after a character of `class` too.
#[inline]
const fn see(seen: Seen, class: Seen) -> Seen {
    let upper = class & UPPER;
    let (uppers, lowers) = (seen & UPPER, (seen & LOWER) >> 1);
    seen | class | (upper & lowers) << 4 | (upper & !(uppers | lowers)) << 5 | (upper & uppers) << 6
}

/// What was seen in a word and in the part that joins it.
pub(super) const fn join(word: Seen, part: Seen) -> Seen {
    let more = if word & (UPPER | LOWER) == 0 {
        part
    } else {
        part & !FIRST
    };
    let two = if word & part & UPPER == 0 { 0 } else { TWO };
    word | more | two
}

/// Letters and digits of ASCII, [`BEYOND_ASCII`] for every other byte of UTF-8, nothing for signs and spaces.
pub(super) static CLASSES: [Seen; 256] = classes();

const fn classes() -> [Seen; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            0x80.. => BEYOND_ASCII,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// The character at `at`, if the text goes on.
#[inline]
pub(super) fn character(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// What stands at `at`, if the text goes on.
#[inline]
pub(super) fn kind(text: &str, at: usize) -> Option<Kind> {
    character(text, at).map(character::kind)
}

/// Whether a letter or digit stands at `at`.
#[inline]
pub(super) fn is_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => matches!(
            kind(text, at),
            Some(Kind::Upper | Kind::Lower | Kind::Digit)
        ),
    }
}

/// Reads letters, digits, the marks on them and invisible characters between them; gives where they end.
#[inline]
pub(super) fn word(text: &str, mut at: usize) -> (usize, Seen) {
    let bytes = text.as_bytes();
    let mut seen = 0;
    while let Some(byte) = bytes.get(at) {
        let class = CLASSES[usize::from(*byte)];
        if class & (UPPER | LOWER | DIGIT) != 0 {
            seen = see(seen, class);
            at += 1;
        } else if *byte == 0xC3 {
            let Some(class) = latin_1(bytes[at + 1]) else {
                break;
            };
            seen = see(seen, class);
            at += 2;
        } else if class == BEYOND_ASCII {
            let Some((end, class)) = beyond(text, at) else {
                break;
            };
            seen = see(seen, class);
            at = end;
        } else if *byte == b'_' && is_word(text, at + 1) {
            at += 1;
        } else {
            break;
        }
    }
    (at, seen)
}

/// Reads letters and nothing else.
pub(super) fn letters(text: &str, mut at: usize) -> usize {
    while let Some(c) = character(text, at) {
        if !matches!(character::kind(c), Kind::Upper | Kind::Lower | Kind::Mark) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// What a letter is whose bytes are C3 and `second`; `None` for × and ÷.
const fn latin_1(second: u8) -> Option<Seen> {
    match second {
        0x97 | 0xB7 => None,
        0x80..=0x9E => Some(UPPER | BEYOND_ASCII),
        _ => Some(LOWER | BEYOND_ASCII),
    }
}

#[cold]
fn beyond(text: &str, at: usize) -> Option<(usize, Seen)> {
    let c = character(text, at)?;
    let end = at + c.len_utf8();
    match character::kind(c) {
        Kind::Upper => Some((end, UPPER | BEYOND_ASCII)),
        Kind::Lower => Some((end, LOWER | BEYOND_ASCII)),
        Kind::Digit => Some((end, DIGIT | BEYOND_ASCII)),
        Kind::Mark => Some((end, BEYOND_ASCII)),
        Kind::Ignorable => {
            let rest = &text[end..];
            let next = rest.trim_start_matches(|c| character::kind(c) == Kind::Ignorable);
            let end = text.len() - next.len();
            is_word(text, end).then_some((end, BEYOND_ASCII))
        }
        _ => None,
    }
}

/// The shape of a word in which `seen` was seen.
#[inline]
pub(super) fn shape(seen: Seen) -> Shape {
    let flag = |bit: Seen, shape: Shape| {
        if seen & bit == 0 {
            Shape::default()
        } else {
            shape
        }
    };
    let all_caps = seen & (LOWER | TWO) == TWO;
    flag(FIRST, Shape::CAPITALISED)
        .with(flag(DIGIT, Shape::DIGIT))
        .with(flag(BEYOND_ASCII, Shape::NON_ASCII))
        .with(flag(INNER, Shape::INNER_CAPITAL))
        .with(if all_caps {
            Shape::ALL_CAPS
        } else {
            Shape::default()
        })
}
