use crate::Span;
use std::ops::Range;

/// A sentence, or what stands for one: a headline, an item of a list, a line of a page.
///
/// ```
/// use depeche::{Span, sentence::SentenceSplitter, token::Tokenizer};
///
/// let text = "Élu !\n\nIl part.";
/// let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
/// let sentences = SentenceSplitter.split(text, &mut tokens);
/// let found: Vec<_> = sentences.iter().map(|sentence| (sentence.span(), sentence.tokens())).collect();
/// assert_eq!(found, [(Span::new(0, 6), 0..2), (Span::new(8, 16), 2..5)]);
/// ```
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
