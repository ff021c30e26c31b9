//! Names the library knows: who and what they are, under which spellings.

mod entry;
mod store;

pub use entry::{Entry, EntryKind};
pub use store::Gazetteer;
