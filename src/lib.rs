//! Reads French news: text → tokens → sentences → mentions → entities → relations.

mod data;
mod fold;
mod morphology;
pub mod gazetteer;
mod grammar;
mod span;
mod table;
pub mod token;

pub use span::Span;
