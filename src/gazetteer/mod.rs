//! Names the library knows: who and what they are, under which spellings.

mod entry;
mod kind;
mod store;

pub use entry::Entry;
pub use kind::EntryKind;
pub use store::Gazetteer;
