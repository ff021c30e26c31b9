//! Words for the members of parties: `parties.toml`.

use super::compile::parse;
use super::files::Source;
use crate::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The parties that a word means, by country.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Parties {
    /// By word in small letters: the country and the name of the party.
    words: BTreeMap<String, Vec<(String, String)>>,
    /// A bit for each word, singular and plural, by its hash: what answers nearly all questions.
    filter: Vec<u64>,
}

/// The size of the filter in bits; few words fill few of them.
const BITS: usize = 1 << 13;

/// The place in the filter of a word with this hash.
fn place(hash: u64) -> (usize, u64) {
    let bit = (hash >> 1) as usize % BITS;
    (bit / 64, 1 << (bit % 64))
}

impl Parties {
    /// The party that the word, singular or plural, means in the country.
    pub(crate) fn of(&self, word: &str, country: &str) -> Option<&str> {
        let party = |word: &str| {
            let known = self.words.get(word)?;
            known.iter().find(|(code, _)| code == country).map(|(_, party)| party.as_str())
        };
        party(word).or_else(|| party(word.strip_suffix('s')?))
    }

    /// Whether the word, whose hash in small letters is `hash`, means a party somewhere.
    pub(crate) fn knows(&self, word: &str, hash: u64) -> bool {
        let (at, bit) = place(hash);
        self.filter.get(at).is_some_and(|bits| bits & bit != 0) && self.contains(word)
    }

    fn contains(&self, word: &str) -> bool {
        self.words.contains_key(word) || word.strip_suffix('s').is_some_and(|w| self.words.contains_key(w))
    }

    /// All parties: their countries and names.
    #[cfg(test)]
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.values().flatten().map(|(country, party)| (country.as_str(), party.as_str()))
    }
}

/// Reads `parties.toml`.
pub(super) fn read(source: &Source, faults: &mut Vec<String>) -> Parties {
    type File = BTreeMap<String, BTreeMap<String, Vec<String>>>;
    let mut parties = Parties::default();
    for (country, known) in parse::<File>(source, faults).unwrap_or_default() {
        for (party, words) in known {
            for word in words {
                let means = parties.words.entry(word.clone()).or_default();
                if means.iter().any(|(code, _)| *code == country) {
                    faults.push(format!("{}: found {word:?} for two parties of {country}, expected one", source.name));
                }
                means.push((country.clone(), party.clone()));
            }
        }
    }
    parties.filter = vec![0; BITS / 64];
    for word in parties.words.keys() {
        for word in [word, &format!("{word}s")] {
            let (at, bit) = place(fold::lower_hash(word));
            parties.filter[at] |= bit;
        }
    }
    parties
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::{EntryKind, Gazetteer};

    #[test]
    fn each_party_is_in_the_gazetteer_under_its_country() {
        let gazetteer = Gazetteer::bundled();
        let grammar = crate::data::grammar();
        let unknown: Vec<(&str, &str)> = grammar
            .data
            .parties
            .all()
            .filter(|&(country, party)| {
                let mut found = gazetteer.lookup(party);
                !found.any(|e| e.kind() == EntryKind::Organisation && e.name() == party && e.country() == country)
            })
            .collect();
        assert_eq!(unknown, [("", ""); 0]);
    }

    #[test]
    fn a_word_means_the_party_of_its_country() {
        let parties = crate::data::grammar().data.parties;
        for (word, country, party) in [
            ("travaillistes", "GB", Some("Parti travailliste")),
            ("travailliste", "AU", Some("Parti travailliste australien")),
            ("tory", "GB", Some("Parti conservateur")),
            ("travailliste", "FR", None),
        ] {
            assert_eq!(parties.of(word, country), party, "{word} {country}");
        }
    }
}
