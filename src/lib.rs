//! Reads French news: text → tokens → sentences → mentions → entities → relations.

mod data;
pub mod sentence;
mod span;
pub mod token;

pub use span::Span;
