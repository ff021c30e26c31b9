//! Tokens → mentions: the names of people, countries, places and organisations, and the nouns that stand for them.

mod finder;
mod kind;
#[allow(clippy::module_inception)]
mod mention;

pub(crate) use finder::MentionFinder;
pub use kind::MentionKind;
pub use mention::Mention;
