//! Literal words of a frame.

use crate::fold;
use serde::{Deserialize, Serialize};

/// Phrases, some of which must or must not stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Phrases {
    list: Vec<String>,
    /// A bit for each word that one of them can begin with, by its hash.
    first: u64,
}

/// The bit of a word whose form in small letters has this hash.
fn bit(hash: u64) -> u64 {
    1 << (hash >> 1 & 63)
}

impl Phrases {
    pub(super) fn new(list: Vec<String>) -> Self {
        let first = list.iter().fold(0, |bits, phrase| bits | firsts(phrase));
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
        self.first & bit(hash) != 0
    }
}

/// The bits of what can be the first word of the phrase: the tokenizer cuts at spaces, but in numbers, and may cut behind apostrophes.
fn firsts(phrase: &str) -> u64 {
    if phrase.is_empty() {
        // It stands everywhere.
        return u64::MAX;
    }
    let word = phrase.starts_with(char::is_alphabetic);
    let mut bits = 0;
    for (at, c) in phrase.char_indices() {
        match c {
            '\'' => bits |= bit(fold::lower_hash(&phrase[..=at])),
            ' ' => {
                bits |= bit(fold::lower_hash(&phrase[..at]));
                if word {
                    return bits;
                }
            }
            _ => {}
        }
    }
    bits | bit(fold::lower_hash(phrase))
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
