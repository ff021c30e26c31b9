//! What the spelling of a word says of it by the example of all names of the gazetteers: endings of surnames and of towns, words
//! that make up names of organisations.

use super::feature::{Template, key};
use super::model::Model;
use crate::fold;

/// The longest ending that is looked at, in letters.
pub(crate) const ENDING: usize = 5;

/// Calls `visit` with the key of each ending of the word, shortest first.
pub(crate) fn endings(word: &str, mut visit: impl FnMut(u64)) {
    let mut hash = 0u64;
    for c in word.chars().rev().filter(|c| c.is_alphabetic()).take(ENDING) {
        fold::fold_char(c, &mut |f| {
            hash = (hash.rotate_left(9) ^ u64::from(u32::from(f))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        });
        visit(key(Template::Ending, hash));
    }
}

/// Calls `visit` with the key of the beginning of the word.
pub(crate) fn beginning(word: &str) -> u64 {
    let mut hash = 0u64;
    for c in word.chars().filter(|c| c.is_alphabetic()).take(4) {
        fold::fold_char(c, &mut |f| {
            hash = (hash.rotate_left(9) ^ u64::from(u32::from(f))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        });
    }
    key(Template::Beginning, hash)
}

/// The key of a word as part of longer names.
pub(crate) fn part(folded: u64) -> u64 {
    key(Template::Part, folded)
}

/// What the model knows of the word's ending, beginning and use in longer names; 0 each when nothing.
pub(crate) fn of(model: &Model, text: &str, folded: u64) -> [u8; 3] {
    let mut keys = [0; ENDING];
    let mut count = 0;
    endings(text, |k| {
        if count < ENDING {
            keys[count] = k;
            count += 1;
        }
    });
    let ending = keys[..count].iter().rev().map(|&k| model.level(k)).find(|&l| l != 0).unwrap_or(0);
    [ending, model.level(beginning(text)), model.level(part(folded))]
}
