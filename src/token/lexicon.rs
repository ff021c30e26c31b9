//! Look-ups in the closed lists of `rules/tokens.toml`.

use super::character::{self, Kind};
use crate::data::tokens::{CONTRACTED_LENGTHS, DISPLACEMENTS, KEPT_AFTER, LENGTHS, SLOTS, WORDS};
use unicode_normalization::char::compose;

pub(crate) use crate::data::tokens::{
    ANYWHERE, BEFORE_NAME, BEFORE_NUMBER, CLITICS, CLOSING, COMPOUND_HEADS, CONTRACTED,
    DEGREE_UNITS, DEGREE_WORDS, ELIDED_CLITICS, ELISIONS, ELISIONS_BEFORE_ACRONYMS, EUPHONIC, KEPT,
    MAGNITUDES, NAME_PARTICLES, NAME_PREFIXES, NEVER_LAST, OPENERS, OPTIONAL_ENDINGS, ORDINALS,
    STROKED, UNITS, VOWEL_LETTERS, WITHIN,
};

/// No entry of the lists is longer; the build checks it.
pub(crate) const LONGEST: usize = 32;

/// The lists that hold `word` exactly as it is written.
#[inline]
pub(crate) fn exact(word: &[u8]) -> u32 {
    look_up(word, |byte| byte)
}

/// The lists that hold `word`, each byte put through `fold`.
#[inline]
fn look_up(word: &[u8], fold: impl Fn(u8) -> u8) -> u32 {
    let Some((first, rest)) = word.split_first() else {
        return 0;
    };
    if rest.len() >= LONGEST || LENGTHS[usize::from(fold(*first))] & (1 << rest.len()) == 0 {
        return 0;
    }
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(fold(*byte))).wrapping_mul(0x0100_0193)
    });
    let displacement = u32::from(DISPLACEMENTS[hash as usize & (DISPLACEMENTS.len() - 1)]);
    let slot = (hash.wrapping_mul(2 * displacement + 1) >> 15) as usize & (SLOTS.len() - 1);
    let (entry, roles) = WORDS[usize::from(SLOTS[slot])];
    let same = entry.len() == word.len()
        && entry
            .bytes()
            .zip(word)
            .all(|(entry, byte)| entry == fold(*byte));
    if same { roles } else { 0 }
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
    // What is longer by far stays too long however it folds.
    if word.len() > 8 * LONGEST {
        return 0;
    }
    let bytes = word.as_bytes();
    let seen = bytes.iter().fold(0, |seen, byte| {
        seen | (byte & 0x80) | u8::from(byte.is_ascii_uppercase())
    });
    match seen {
        0 => exact(bytes),
        1 => look_up(bytes, |byte| byte.to_ascii_lowercase()) | exact(bytes),
        _ => folded_beyond_ascii(word),
    }
}

fn folded_beyond_ascii(word: &str) -> u32 {
    plain(word, true) | plain(word, false)
}

/// The lists that hold the plain form of `word`, in lower case or in its own.
fn plain(word: &str, lower: bool) -> u32 {
    let mut buffer = [0_u8; LONGEST];
    let simple = plain_latin(word.as_bytes(), lower, &mut buffer);
    let length = simple.unwrap_or_else(|| plain_any(word, lower, &mut buffer));
    buffer.get(..length).map_or(0, exact)
}

/// Reads ASCII, the letters of Latin-1 and the typographic apostrophe; `None` when there is something else. A length
/// beyond [`LONGEST`] says that the word does not fit.
fn plain_latin(word: &[u8], lower: bool, buffer: &mut [u8; LONGEST]) -> Option<usize> {
    let (mut at, mut length) = (0, 0);
    while at < word.len() {
        if length + 2 > LONGEST {
            return Some(LONGEST + 1);
        }
        match word[at..] {
            [b'`', ..] => return None,
            [byte, ..] if byte.is_ascii() => {
                buffer[length] = if lower {
                    byte.to_ascii_lowercase()
                } else {
                    byte
                };
                (at, length) = (at + 1, length + 1);
            }
            [0xC3, second, ..] if second != 0x97 && second != 0xB7 => {
                let upper = lower && (0x80..=0x9E).contains(&second);
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

/// Reads any word; gives a length beyond [`LONGEST`] when it does not fit.
fn plain_any(word: &str, lower: bool, buffer: &mut [u8; LONGEST]) -> usize {
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
        let folded = lower.then(|| c.to_lowercase()).into_iter().flatten();
        for c in folded.chain((!lower).then_some(c)) {
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
