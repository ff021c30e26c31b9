use super::actors::Actors;
use super::class::{VerbClass, WordClass};
use super::codes::Codes;
use super::frame::Frame;
use super::nominals::Nominals;
use super::parties::Parties;
use super::reading::Reading;
use super::schema::KindInfo;
use crate::table::{Node, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A verb or noun that the rules know.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Lemma {
    pub(crate) text: String,
    pub(crate) noun: bool,
    /// Bits of [`VerbClass`].
    pub(crate) classes: u32,
    /// Frames whose trigger it is, most specific first.
    pub(crate) frames: Vec<u16>,
}

/// What stands beside the table of words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Compiled {
    pub(crate) kinds: Vec<KindInfo>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) lemmas: Vec<Lemma>,
    pub(crate) prepositions: Vec<String>,
    /// The preposition between whose complements a relation is: `entre`.
    pub(crate) between: Option<u8>,
    /// Prepositions of place.
    pub(crate) locative: Vec<u8>,
    /// Prepositions before an employer.
    pub(crate) workplace: Vec<u8>,
    /// Prepositions that complete a title.
    pub(crate) office_of: Vec<u8>,
    /// Prepositions before the place where something happens.
    pub(crate) inside: Vec<u8>,
    /// Words of elections and the office they are about.
    pub(crate) election_roles: BTreeMap<String, String>,
    /// Letters of names and what they sound like, the longest first.
    pub(crate) spellings: Vec<(String, String)>,
    pub(crate) codes: Codes,
    pub(crate) actors: Actors,
    pub(crate) parties: Parties,
    pub(crate) nominals: Nominals,
}

/// The grammar, ready for look-ups.
#[derive(Clone, Debug)]
pub(crate) struct Grammar {
    pub(crate) table: Table,
    pub(crate) data: Compiled,
}

impl Grammar {
    pub(crate) fn readings(&self, node: Node) -> impl Iterator<Item = Reading> + '_ {
        self.table.senses(node).map(|s| Reading::decode(s.0))
    }

    pub(crate) fn lemma(&self, lemma: u16) -> &Lemma {
        &self.data.lemmas[usize::from(lemma)]
    }

    pub(crate) fn verb_is(&self, lemma: u16, class: VerbClass) -> bool {
        self.lemma(lemma).classes & class.bit() != 0
    }

    /// The number of a preposition.
    pub(crate) fn preposition(&self, name: &str) -> Option<u8> {
        self.data.prepositions.iter().position(|p| p == name).map(|p| p as u8)
    }
}

/// The name of a class in `words.toml`.
pub(super) fn class_of(name: &str) -> Option<WordClass> {
    serde::Deserialize::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name)).ok()
}

/// The name of a class of verbs in `words.toml`.
pub(super) fn verb_class_of(name: &str) -> Option<VerbClass> {
    serde::Deserialize::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name)).ok()
}
