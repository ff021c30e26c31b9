//! Names the library knows: who and what they are, under which spellings.

mod compile;
mod entry;
mod sense;
mod store;
mod table;

pub use entry::{Entry, EntryKind};
pub(crate) use sense::{Sense, Tag, AMBIGUOUS, EXACT, FEMININE, LOWER, MASCULINE, PLURAL, SINGULAR};
pub use store::Gazetteer;
pub(crate) use table::{Node, Table};
