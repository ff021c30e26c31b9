use super::{
    Shape, TokenKind,
    character::{self, Kind},
    run,
};
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

    /// The words that hyphens join, each as a token of its own; of a token without a hyphen, the token.
    ///
    /// ```
    /// use depeche::token::{Shape, Tokenizer};
    ///
    /// let link = Tokenizer.tokenize("Niger-Russie : Tiani reçu").next().unwrap();
    /// assert!(link.shape().has(Shape::LINK));
    /// let parts: Vec<_> = link.parts().map(|part| (part.text(), part.span().start)).collect();
    /// assert_eq!(parts, [("Niger", 0), ("Russie", 6)]);
    /// ```
    pub fn parts(&self) -> impl Iterator<Item = Self> + use<'t> {
        let (whole, text) = (*self, self.text);
        let joined = whole.kind == TokenKind::Word && whole.shape.has(Shape::HYPHEN);
        text.split(move |c| joined && character::kind(c) == Kind::Hyphen)
            .map(move |part| {
                if part.len() == text.len() {
                    return whole;
                }
                let start = whole.start + (part.as_ptr() as usize - text.as_ptr() as usize);
                Self {
                    text: part,
                    start,
                    kind: whole.kind,
                    shape: run::shape(run::word(part, 0).1),
                }
            })
    }
}
