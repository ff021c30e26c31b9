//! Text → tokens: the words, numbers and signs of French text, as Universal Dependencies cuts them.
//!
//! Elisions and clitics are tokens of their own (`l'|homme`, `a|-t-il`); compounds are one (`Saint-Denis`,
//! `c'est-à-dire`), and so are contractions, which [`Shape::CONTRACTED`] tells (`du`, `aux`), and numbers with the spaces
//! between their groups (`1 000`). No token holds white space otherwise; between tokens stand only white space and
//! characters that are not read, such as soft hyphens. Spans point into the text as it came: nothing is normalised.
//!
//! The closed lists that this takes are `rules/tokens.toml`. A word cut wrongly is mended there first; the files here hold
//! one kind of sign each.
//!
//! ```
//! use depeche::token::{TokenKind, Tokenizer};
//!
//! let tokens: Vec<_> = Tokenizer.tokenize("À 12h30, M. Sall").map(|t| (t.text(), t.kind())).collect();
//! assert_eq!(
//!     tokens,
//!     [
//!         ("À", TokenKind::Word),
//!         ("12", TokenKind::Number),
//!         ("h", TokenKind::Word),
//!         ("30", TokenKind::Number),
//!         (",", TokenKind::Punctuation),
//!         ("M.", TokenKind::Abbreviation),
//!         ("Sall", TokenKind::Word),
//!     ]
//! );
//! ```

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
