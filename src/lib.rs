//! Reads French news: text → tokens → sentences → mentions → entities → relations.

mod data;
mod fold;
pub mod gazetteer;
mod grammar;
mod lexicon;
pub mod mention;
mod morphology;
pub mod sentence;
mod span;
mod syntax;
mod table;
pub mod token;

pub use span::Span;
