//! Names the library knows: who and what they are, under which spellings; and the user's own.

mod builder;
mod checked;
mod csv;
mod entry;
mod importer;
mod json_lines;
mod kind;
mod row;
mod source;
mod store;
#[cfg(test)]
mod tests;

pub use builder::GazetteerBuilder;
pub use entry::Entry;
pub use kind::EntryKind;
pub use store::Gazetteer;
