//! Literal words of a frame.

use crate::fold;
use serde::{Deserialize, Serialize};

/// Phrases, some of which must or must not stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
    /// The bits of all of them.
    first: Bits,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Phrase {
    text: String,
    /// A bit for each word that it can begin with, by its hash.
    first: u64,
}

/// The bits of four lists of words, told apart by two more bits of their hashes.
type Bits = [u64; 4];

/// The bit of a word whose form in small letters has this hash.
fn bit(hash: u64) -> u64 {
    1 << (hash >> 1 & 63)
}

fn place(hash: u64) -> usize {
    (hash >> 7 & 3) as usize
}

impl Phrases {
    pub(super) fn new(list: Vec<String>) -> Self {
        let mut all = Self::default();
        for text in list {
            let mut first = 0;
            firsts(&text, &mut |hash| {
                first |= bit(hash);
                all.first[place(hash)] |= bit(hash);
            });
            if text.is_empty() {
                // It stands everywhere.
                (first, all.first) = (u64::MAX, [u64::MAX; 4]);
            }
            all.list.push(Phrase { text, first });
        }
        all
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether a phrase may begin with the word whose form in small letters has this hash: of most words it says no.
    #[inline]
    fn may_begin(&self, hash: u64) -> bool {
        self.first[place(hash)] & bit(hash) != 0
    }

    /// The phrases that may begin with the word, or with the short word for which it may stand: the hashes of their forms in small
    /// letters.
    #[inline]
    pub(crate) fn from(&self, word: u64, short: Option<u64>) -> impl Iterator<Item = &str> {
        let wanted =
            [Some(word), short].into_iter().flatten().filter(|&h| self.may_begin(h)).fold(0, |bits, h| bits | bit(h));
        let list = if wanted == 0 { &[] } else { self.list.as_slice() };
        list.iter().filter(move |p| p.first & wanted != 0).map(|p| p.text.as_str())
    }
}

/// Calls `each` with the hash of what can be the first word of the phrase: the tokenizer cuts at spaces, but in numbers, and may cut
/// behind apostrophes.
fn firsts(phrase: &str, each: &mut impl FnMut(u64)) {
    let word = phrase.starts_with(char::is_alphabetic);
    for (at, c) in phrase.char_indices() {
        match c {
            '\'' => each(fold::lower_hash(&phrase[..=at])),
            ' ' => {
                each(fold::lower_hash(&phrase[..at]));
                if word {
                    return;
                }
            }
            _ => {}
        }
    }
    each(fold::lower_hash(phrase));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_may_begin_with_each_of_its_first_words() {
        let phrases = Phrases::new(["l'aide de", "20 000", "à"].map(str::to_owned).to_vec());
        // Words of one bit let more through; the words that begin a phrase must never keep it back.
        let from = |word: &str, short: Option<&str>, phrase: &str| {
            phrases.from(fold::lower_hash(word), short.map(fold::lower_hash)).any(|found| found == phrase)
        };
        for word in ["l'", "L’", "l'aide"] {
            assert!(from(word, None, "l'aide de"), "{word}");
        }
        assert!(from("20", None, "20 000") && from("20 000", None, "20 000"));
        assert!(from("aux", Some("à"), "à"));
        let let_through = ["maison", "pays", "guerre", "ministre", "dit", "paix", "vote", "hier"]
            .map(|word| phrases.from(fold::lower_hash(word), None).count());
        assert!(let_through.iter().sum::<usize>() < 3, "{let_through:?}");
    }
}
