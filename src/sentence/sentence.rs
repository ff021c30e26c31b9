use crate::Span;
use std::ops::Range;

/// A sentence, or what stands for one: a headline, an item of a list, a line of a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sentence {
    pub(super) span: Span,
    pub(super) tokens: Range<usize>,
}

impl Sentence {
    /// Where the sentence stands, from the start of its first token to the end of its last one.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The indices of its tokens.
    pub const fn tokens(&self) -> Range<usize> {
        self.tokens.start..self.tokens.end
    }
}
