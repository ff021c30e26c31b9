//! Tokens → mentions: the names of people, countries, places and organisations, and the nouns that stand for them.

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
mod rules;
#[cfg(feature = "train")]
pub mod train;
mod witness;
mod word;

pub(crate) use finder::MentionFinder;
pub use kind::MentionKind;
pub use mention::Mention;
pub use reasons::Reasons;
