//! Documents → text: one type for each format.
//!
//! | type | format |
//! |---|---|
//! | [`Report`] | text for a person |
//! | [`Json`] | JSON, for any serialiser of serde |
//! | [`OwnedDocument`] | the same as plain data, to keep and to read back |
//! | [`Csv`] | one event a row, for statistics |
//! | [`Petrarch`] | event lines in the manner of PETRARCH |
//! | [`Conll`] | tokens with tags of names, IOB2 |
//! | [`Brat`] | stand-off annotation |
//! | [`Html`] | a page to read and click |
//! | [`Graph`] | a network as `GraphML` or DOT |
//!
//! Each but the graph is made of one document and writes to any [`Write`](std::io::Write); a corpus is written document by document.

mod brat;
mod conll;
mod csv;
mod escape;
mod graph;
mod html;
mod json;
mod offsets;
mod owned;
mod petrarch;
mod report;
mod statement;

pub use brat::Brat;
pub use conll::Conll;
pub use csv::Csv;
pub use graph::Graph;
pub use html::Html;
pub use json::Json;
pub use offsets::{Offsets, Positions};
pub use owned::{OwnedArgument, OwnedDate, OwnedDocument, OwnedEntity, OwnedMention, OwnedRelation};
pub use petrarch::Petrarch;
pub use report::Report;
