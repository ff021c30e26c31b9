//! What nominals take up: `nominals.toml`.

use super::compile::parse;
use super::files::Source;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a noun without a name can refer back to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nominals {
    /// Titles, and the offices that they take up beside those that begin with the same words.
    titles: BTreeMap<String, Vec<String>>,
    /// The country that a title itself names, ISO 3166-1 alpha-2.
    pub(crate) countries: BTreeMap<String, String>,
    /// The organisation that a title itself names, as the gazetteer writes it.
    bodies: BTreeMap<String, String>,
    /// Countries whose regions have ministers of their own, ISO 3166-1 alpha-2, and the kinds of these regions.
    pub(crate) federal: BTreeMap<String, Vec<String>>,
    /// Nouns for organisations, and the kinds of the gazetteer.
    pub(crate) organisations: BTreeMap<String, Vec<String>>,
    people: People,
}

/// Nouns for a person, by gender.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    masculine: Vec<String>,
    feminine: Vec<String>,
}

impl Nominals {
    /// Whether the title can stand for one who holds the office.
    pub(crate) fn takes_up(&self, title: &str, office: &str) -> bool {
        let begins = |with: &str| {
            office.strip_prefix(with).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        };
        begins(title) || self.titles.get(title).is_some_and(|offices| offices.iter().any(|o| begins(o)))
    }

    /// The organisation that the title itself names.
    pub(crate) fn body(&self, title: &str) -> Option<&str> {
        let begins = |with: &str| title.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        self.bodies.iter().find(|(of, _)| begins(of)).map(|(_, body)| body.as_str())
    }

    /// Whether the word is for some person: of which genders, masculine and feminine.
    pub(crate) fn person(&self, word: &str) -> (bool, bool) {
        let has = |list: &[String]| list.iter().any(|w| w == word);
        (has(&self.people.masculine), has(&self.people.feminine))
    }
}

/// Reads `nominals.toml`.
pub(super) fn read(source: &Source, faults: &mut Vec<String>) -> Nominals {
    parse::<Nominals>(source, faults).unwrap_or_default()
}
