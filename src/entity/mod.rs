//! Mentions → entities: which names of the text are one person, country, place or organisation.

mod context;
#[allow(clippy::module_inception)]
mod entity;
mod name;
mod resolver;
mod surname;

pub use entity::Entity;
pub(crate) use resolver::resolve;
