//! Text → tokens: the words, numbers and signs of French text, as Universal Dependencies cuts them.

mod kind;
mod shape;
mod token;
mod tokenizer;

pub use kind::TokenKind;
pub use shape::Shape;
pub use token::Token;
pub use tokenizer::{Tokenizer, Tokens};
