//! Literal words of a frame.

use crate::fold;
use serde::{Deserialize, Serialize};

/// Phrases, some of which must or must not stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Phrases {
    list: Vec<String>,
    /// A bit for each word that one of them can begin with, by its hash.
    first: Bits,
}

type Bits = [u64; 4];

/// The place of the bit of a word whose form in small letters has this hash.
fn place(hash: u64) -> (usize, u64) {
    ((hash >> 7 & 3) as usize, 1 << (hash >> 1 & 63))
}

fn set(bits: &mut Bits, word: &str) {
    let (at, bit) = place(fold::lower_hash(word));
    bits[at] |= bit;
}

impl Phrases {
    pub(super) fn new(list: Vec<String>) -> Self {
        let mut first = Bits::default();
        for phrase in &list {
            firsts(phrase, &mut first);
        }
        Self { list, first }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.list.iter()
    }

    /// Whether a phrase may begin with the word whose form in small letters has this hash: of most words it says no.
    #[inline]
    pub(crate) fn may_begin(&self, hash: u64) -> bool {
        let (at, bit) = place(hash);
        self.first[at] & bit != 0
    }
}

/// Sets the bits of what can be the first word of the phrase: the tokenizer cuts at spaces, but in numbers, and may cut behind
/// apostrophes.
fn firsts(phrase: &str, bits: &mut Bits) {
    if phrase.is_empty() {
        // It stands everywhere.
        *bits = [u64::MAX; 4];
        return;
    }
    let word = phrase.starts_with(char::is_alphabetic);
    for (at, c) in phrase.char_indices() {
        match c {
            '\'' => set(bits, &phrase[..=at]),
            ' ' => {
                set(bits, &phrase[..at]);
                if word {
                    return;
                }
            }
            _ => {}
        }
    }
    set(bits, phrase);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_may_begin_with_each_of_its_first_words() {
        let phrases = Phrases::new(["l'aide de", "20 000"].map(str::to_owned).to_vec());
        for word in ["l'", "L’", "l'aide", "20", "20 000"] {
            assert!(phrases.may_begin(fold::lower_hash(word)), "{word}");
        }
        assert!(!phrases.may_begin(fold::lower_hash("maison")));
    }
}
