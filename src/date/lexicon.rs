//! Look-ups in the words of `rules/dates.toml`, and the form of its patterns.

use super::value::Value;
use crate::data::dates::{LENGTHS, TABLE, WORDS};
use crate::fold;

/// A set of classes.
pub(crate) type Mask = [u64; 4];

pub(super) fn meet(a: &Mask, b: &Mask) -> bool {
    (a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3]) != 0
}

pub(super) fn has(mask: &Mask, class: u8) -> bool {
    mask[usize::from(class) / 64] & 1 << (class % 64) != 0
}

/// The patterns, as a set of bits, that `by_class` gives for any class of the mask.
pub(super) fn patterns(by_class: &[u128], mask: &Mask) -> u128 {
    let mut set = 0;
    for (word, bits) in mask.iter().enumerate() {
        let mut bits = *bits;
        while bits != 0 {
            set |= by_class[64 * word + bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
    }
    set
}

pub(super) fn add(mask: &mut Mask, class: u8) {
    mask[usize::from(class) / 64] |= 1 << (class % 64);
}

/// A word of the file, in its comparison form.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: &'static str,
    /// The finder looks around it for an expression.
    pub(crate) trigger: bool,
    pub(crate) mask: Mask,
    /// Classes, with the value of the word in each.
    pub(crate) senses: &'static [(u8, i32)],
}

/// A step of a pattern.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) mask: Mask,
    pub(crate) optional: bool,
    /// What follows must not be of the classes.
    pub(crate) not: bool,
}

/// A pattern of the file.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) name: &'static str,
    pub(crate) value: Value,
    /// Slots that the pattern itself fills.
    pub(crate) set: &'static [(usize, i32)],
    /// The items before which the expression begins and ends.
    pub(crate) open: usize,
    pub(crate) close: usize,
    pub(crate) items: &'static [Item],
}

/// No word of the file is longer; the build checks it.
const LONGEST: usize = 24;

/// The word of the file that `text` is.
#[inline]
pub(super) fn look_up(text: &str) -> Option<&'static Word> {
    let bytes = text.as_bytes();
    let first = *bytes.first()?;
    if text.is_ascii() {
        let length = LENGTHS[usize::from(first.to_ascii_lowercase())];
        if bytes.len() > LONGEST || length & 1 << bytes.len() == 0 {
            return None;
        }
        let mut folded = [0; LONGEST];
        let folded = &mut folded[..bytes.len()];
        folded.copy_from_slice(bytes);
        folded.make_ascii_lowercase();
        return find(folded);
    }
    if bytes.len() > 3 * LONGEST {
        return None;
    }
    let mut short = [0; LONGEST];
    if let Some(length) = latin(bytes, &mut short) {
        return if LENGTHS[usize::from(short[0])] & 1 << length == 0 { None } else { find(&short[..length]) };
    }
    let (mut folded, mut length) = ([0; LONGEST], 0);
    let mut push = |c: char| {
        let end = length + c.len_utf8();
        if end <= LONGEST {
            c.encode_utf8(&mut folded[length..end]);
        }
        length = end;
    };
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        // Of one letter the accent counts: "à" is not "a".
        c.to_lowercase().for_each(push);
    } else {
        text.chars().for_each(|c| fold::fold_char(c, &mut push));
    }
    if length == 0 || length > LONGEST || LENGTHS[usize::from(folded[0])] & 1 << length == 0 {
        return None;
    }
    find(&folded[..length])
}

/// Folds a word of several letters of one byte and of two that fold to one, as nearly all of French are; its length.
fn latin(bytes: &[u8], folded: &mut [u8; LONGEST]) -> Option<usize> {
    let (mut at, mut length) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let letter = match byte {
            0..0x80 => byte.to_ascii_lowercase(),
            0xc3 => Some(fold::latin(*bytes.get(at + 1)?)).filter(|l| *l != 0)?,
            _ => return None,
        };
        at += if byte < 0x80 { 1 } else { 2 };
        *folded.get_mut(length)? = letter;
        length += 1;
    }
    (length > 1).then_some(length)
}

fn find(folded: &[u8]) -> Option<&'static Word> {
    let hash = folded.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut at = (hash ^ (hash >> 15)) as usize & (TABLE.len() - 1);
    loop {
        let word = &WORDS[usize::from(TABLE[at].checked_sub(1)?)];
        if word.text.as_bytes() == folded {
            return Some(word);
        }
        at = (at + 1) & (TABLE.len() - 1);
    }
}
