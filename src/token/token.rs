use super::{Shape, TokenKind};
use crate::Span;

/// A word, number or sign of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
}

impl<'t> Token<'t> {
    /// The characters of the token, as they stand in the text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where the token stands, in bytes.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// What the token is.
    pub const fn kind(&self) -> TokenKind {
        self.kind
    }

    /// What its characters look like.
    pub const fn shape(&self) -> Shape {
        self.shape
    }
}
