//! Tokens → mentions: the names of people, countries, places and organisations, and the nouns that stand for them.

mod acronym;
mod feature;
mod finder;
mod form;
mod island;
mod kind;
mod known;
mod lattice;
mod line;
mod lore;
mod memory;
#[allow(clippy::module_inception)]
mod mention;
mod model;
mod reasons;
mod repeat;
mod rules;
#[cfg(feature = "train")]
pub mod train;
mod usual;
mod witness;
mod word;

pub(crate) use finder::MentionFinder;
pub use kind::MentionKind;
pub use mention::Mention;
pub(crate) use mention::More;
pub use reasons::Reasons;
