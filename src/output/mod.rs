//! Documents → text: the JSON form and the readable one; and documents as plain data.

mod json;
mod owned;
mod report;

pub use json::Json;
pub use owned::{OwnedArgument, OwnedDate, OwnedDocument, OwnedEntity, OwnedMention, OwnedRelation};
pub use report::Report;
