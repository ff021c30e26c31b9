//! Reads French news: text → tokens → sentences → mentions → entities → relations.

mod span;
pub mod token;

pub use span::Span;
