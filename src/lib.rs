#![doc = include_str!("manual.md")]

mod builder;
mod data;
pub mod date;
#[doc(hidden)]
pub mod development;
mod document;
pub mod entity;
mod error;
mod extractor;
mod fold;
pub mod gazetteer;
mod grammar;
mod keyed;
mod lexicon;
mod many;
pub mod mention;
mod morphology;
pub mod output;
pub mod relation;
pub mod sentence;
mod span;
#[doc(hidden)]
pub mod stages;
mod syntax;
mod table;
pub mod token;
mod user_file;

pub use builder::ExtractorBuilder;
pub use document::Document;
pub use error::{Error, Fault};
pub use extractor::Extractor;
pub use span::Span;

/// The bundled rule files, name and text: what [`relation::check`] runs.
pub fn bundled_rules() -> &'static [(&'static str, &'static str)] {
    let schema = data::RULES.iter().position(|(name, _)| name.ends_with("schema.toml"));
    &data::RULES[schema.unwrap_or(0)..]
}

/// The examples of the README, as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
