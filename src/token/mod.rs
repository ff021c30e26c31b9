//! Text → tokens: the words, numbers and signs of French text, as Universal Dependencies cuts them.

mod address;
mod apostrophe;
mod character;
mod gap;
mod hyphen;
mod kind;
pub(crate) mod lexicon;
mod number;
mod point;
mod run;
mod shape;
mod sign;
// Named after the type within, as every file is.
#[allow(clippy::module_inception)]
mod token;
mod tokenizer;
mod word;

pub use kind::TokenKind;
pub use shape::Shape;
pub use token::Token;
pub use tokenizer::{Tokenizer, Tokens};
