//! Look-ups in the closed lists of `rules/tokens.toml`.

use super::character::{self, Kind};
use crate::data::tokens::{CONTRACTED_LENGTHS, KEPT_AFTER, DISPLACEMENTS, LENGTHS, SLOTS, WORDS};
use unicode_normalization::char::compose;

pub(crate) use crate::data::tokens::{
    ANYWHERE, BEFORE_NAME, BEFORE_NUMBER, CLITICS, CLOSING, CONTRACTED, DEGREE_UNITS, DEGREE_WORDS,
    ELIDED_CLITICS, ELISIONS, ELISIONS_BEFORE_ACRONYMS, EUPHONIC, KEPT, MAGNITUDES, NAME_PARTICLES,
    NAME_PREFIXES, OPENERS, OPTIONAL_ENDINGS, ORDINALS, STROKED, UNITS, VOWEL_LETTERS, WITHIN,
};

/// No entry of the lists is longer; the build checks it.
pub(crate) const LONGEST: usize = 32;

/// The lists that hold `word` exactly as it is written.
#[inline]
pub(crate) fn exact(word: &[u8]) -> u32 {
    let Some((first, rest)) = word.split_first() else {
        return 0;
    };
    if rest.len() >= LONGEST || LENGTHS[usize::from(*first)] & (1 << rest.len()) == 0 {
        return 0;
    }
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    let displacement = u32::from(DISPLACEMENTS[hash as usize & (DISPLACEMENTS.len() - 1)]);
    let slot = (hash.wrapping_mul(2 * displacement + 1) >> 15) as usize & (SLOTS.len() - 1);
    let (entry, roles) = WORDS[usize::from(SLOTS[slot])];
    if entry.as_bytes() == word { roles } else { 0 }
}

/// Whether `word` is a preposition and article in one.
#[inline]
pub(crate) fn is_contracted(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() <= LONGEST
        && CONTRACTED_LENGTHS[usize::from(bytes[0])] & (1 << (bytes.len() - 1)) != 0
        && folded(word) & CONTRACTED != 0
}

/// Whether some kept word begins with `stem`, an apostrophe and `next`; what is beyond ASCII may.
#[inline]
pub(crate) fn may_be_kept(stem: &[u8], next: u8) -> bool {
    !next.is_ascii_alphabetic() || KEPT_AFTER[usize::from(stem[0] | 0x20)] & 1 << (next & 0x1F) != 0
}

/// The lists that hold `word` as it is written, or in lower case and plain form: composed accents, the
/// apostrophe ', the hyphen -, nothing invisible.
#[inline]
pub(crate) fn folded(word: &str) -> u32 {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { exact(word.as_bytes()) } else { folded_anew(word) }
}

fn folded_anew(word: &str) -> u32 {
    let mut buffer = [0_u8; LONGEST];
    let length =
        fold_simple(word.as_bytes(), &mut buffer).unwrap_or_else(|| fold_any(word, &mut buffer));
    if length > LONGEST {
        return 0;
    }
    let lower = &buffer[..length];
    if lower == word.as_bytes() {
        exact(lower)
    } else {
        exact(lower) | exact(word.as_bytes())
    }
}

/// Folds ASCII, the letters of Latin-1 and the typographic apostrophe; `None` when there is something else.
fn fold_simple(word: &[u8], buffer: &mut [u8; LONGEST]) -> Option<usize> {
    let (mut at, mut length) = (0, 0);
    while at < word.len() {
        if length + 2 > LONGEST {
            return Some(LONGEST + 1);
        }
        match word[at..] {
            [b'`', ..] => return None,
            [byte, ..] if byte.is_ascii() => {
                buffer[length] = byte.to_ascii_lowercase();
                (at, length) = (at + 1, length + 1);
            }
            [0xC3, second, ..] if second != 0x97 && second != 0xB7 => {
                let upper = (0x80..=0x9E).contains(&second);
                buffer[length] = 0xC3;
                buffer[length + 1] = if upper { second + 0x20 } else { second };
                (at, length) = (at + 2, length + 2);
            }
            [0xE2, 0x80, 0x99, ..] => {
                buffer[length] = b'\'';
                (at, length) = (at + 3, length + 1);
            }
            _ => return None,
        }
    }
    Some(length)
}

/// Folds any word; gives a length beyond [`LONGEST`] when it does not fit.
fn fold_any(word: &str, buffer: &mut [u8; LONGEST]) -> usize {
    // What is longer by far stays too long however it folds.
    if word.len() > 8 * LONGEST {
        return LONGEST + 1;
    }
    let mut length = 0;
    let mut push = |c: char| {
        let next = length + c.len_utf8();
        if next <= LONGEST {
            c.encode_utf8(&mut buffer[length..next]);
        }
        length = next;
    };
    let mut pending: Option<char> = None;
    for c in word.chars() {
        let c = match character::kind(c) {
            Kind::Ignorable => continue,
            Kind::Apostrophe => '\'',
            Kind::Hyphen => '-',
            _ => c,
        };
        for c in c.to_lowercase() {
            let composed = pending.and_then(|base| compose(base, c));
            if let (Some(base), None) = (pending, composed) {
                push(base);
            }
            pending = composed.or(Some(c));
        }
    }
    if let Some(last) = pending {
        push(last);
    }
    length
}
