//! Lemmas → forms: the conjugation of verbs and the plural of nouns.
//!
//! The build script runs it over the rules; the library runs it over the user's rules.

mod conjugator;
mod inflector;

pub(crate) use conjugator::{Conjugator, Tense};
pub(crate) use inflector::plural;
