use super::{
    Sentence,
    ending::{Ending, Terminal},
    layout::Layout,
    quotes::Quotes,
};
use crate::{
    Span,
    token::{Shape, Token, TokenKind},
};

/// The tokens of the longest sentence. No prose comes near it; a text without full stops is cut, so that what the later stages do with
/// each sentence stays in proportion to the text.
const LONGEST: usize = 512;

/// Groups tokens into sentences.
///
/// ```
/// use depeche::{sentence::SentenceSplitter, token::Tokenizer};
///
/// let text = "M. Bazoum est à Niamey. « Il va bien », dit-on.";
/// let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
/// let sentences = SentenceSplitter.split(text, &mut tokens);
/// let sentences: Vec<&str> = sentences.iter().map(|s| s.span().of(text)).collect();
/// assert_eq!(sentences, ["M. Bazoum est à Niamey.", "« Il va bien », dit-on."]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct SentenceSplitter;

impl SentenceSplitter {
    /// The sentences of `text`, whose tokens are `tokens`: each token belongs to one of them.
    ///
    /// Sets [`Shape::SENTENCE_INITIAL`] on the first word of each.
    pub fn split(&self, text: &str, tokens: &mut [Token<'_>]) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut scan = Scan { text, tokens, start: 0, line: 0, layout: None, quotes: Quotes::default(), ending: None };
        for (at, token) in scan.tokens.iter().enumerate() {
            // Most tokens stand in the middle of a line and of a sentence.
            let may_end = scan.ending.is_some() || token.shape().has(Shape::LINE_BEFORE);
            let ends = may_end && at > 0 && scan.ends_before(at);
            if ends || at - scan.start >= LONGEST {
                sentences.push(scan.close(at));
            }
            scan.read(at, token);
        }
        if !scan.tokens.is_empty() {
            sentences.push(scan.close(scan.tokens.len()));
        }
        for sentence in &sentences {
            mark_initial(&mut tokens[sentence.tokens()]);
        }
        sentences
    }
}

fn mark_initial(tokens: &mut [Token<'_>]) {
    let word = tokens.iter_mut().find(|token| {
        matches!(token.kind, TokenKind::Word | TokenKind::Elision | TokenKind::Abbreviation | TokenKind::Number)
    });
    if let Some(word) = word {
        word.shape = word.shape.with(Shape::SENTENCE_INITIAL);
    }
}

struct Scan<'a, 't> {
    text: &'t str,
    tokens: &'a [Token<'t>],
    /// The first token of the sentence.
    start: usize,
    /// The first token of the line.
    line: usize,
    /// How the block breaks lines; read when the first break is met.
    layout: Option<Layout>,
    quotes: Quotes,
    ending: Option<Ending>,
}

impl Scan<'_, '_> {
    /// Whether the sentence ends before the token `at`.
    fn ends_before(&mut self, at: usize) -> bool {
        let next = &self.tokens[at];
        let shape = next.shape();
        if shape.has(Shape::PARAGRAPH_BEFORE) {
            (self.line, self.layout, self.quotes) = (at, None, Quotes::default());
            return true;
        }
        // What stands in the next paragraph says nothing of this one.
        let second = self.tokens.get(at + 1).filter(|second| !second.shape().has(Shape::PARAGRAPH_BEFORE));
        let mut ends = false;
        if shape.has(Shape::LINE_BEFORE) {
            let line = self.line;
            let layout = *self.layout.get_or_insert_with(|| Layout::of(self.text, &self.tokens[line..]));
            ends = layout.breaks(self.text, &self.tokens[line..at], next, second);
            self.line = at;
        }
        if let Some(ending) = self.ending {
            ends |= !self.stays_behind(at)
                && !self.is_dateline(at)
                && ending.ends_before(&self.tokens[ending.at], next, second);
        }
        ends
    }

    /// Whether the token `at` still belongs to the ending before it.
    fn stays_behind(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let mut quotes = self.quotes;
        quotes
            .closes(token, self.tokens.get(at + 1))
            .unwrap_or_else(|| token.kind() == TokenKind::Punctuation && Terminal::of(token, false).is_some())
    }

    /// Takes the token `at` into the sentence.
    #[inline]
    fn read(&mut self, at: usize, token: &Token<'_>) {
        match token.kind() {
            TokenKind::Word | TokenKind::Elision | TokenKind::Number | TokenKind::Clitic => {
                self.ending = None;
            }
            TokenKind::Bracket if self.ending.is_none() => {}
            TokenKind::Quote | TokenKind::Bracket => {
                let closes = self.quotes.closes(token, self.tokens.get(at + 1)) == Some(true);
                self.ending = self.ending.filter(|_| closes).map(|ending| Ending { closed: true, ..ending });
            }
            _ => {
                let initial = at == self.start || (at > 0 && is_opening_bracket(&self.tokens[at - 1]));
                let terminal = Terminal::of(token, initial).filter(|_| !self.is_enumerator(at));
                self.ending = terminal.map(|terminal| Ending { terminal, at, closed: false });
            }
        }
    }

    /// Whether the dash `at` closes what says where and when a report was written: "TUNIS, le 10 décembre. – Par".
    fn is_dateline(&self, at: usize) -> bool {
        self.tokens[at].kind() == TokenKind::Dash
            && self.start == self.line
            && self.tokens[self.start].shape().has(Shape::ALL_CAPS)
            && !self.tokens[self.start..at].iter().any(|token| token.kind() == TokenKind::Dash)
    }

    /// Whether the point `at` only numbers the line that it begins: "1. Le projet".
    fn is_enumerator(&self, at: usize) -> bool {
        at == self.start + 1
            && self.line == self.start
            && self.tokens[at].text() == "."
            && !self.tokens[at].shape().has(Shape::SPACE_BEFORE)
            && self.tokens[self.start].kind() == TokenKind::Number
    }

    /// Ends the sentence before the token `end`.
    fn close(&mut self, end: usize) -> Sentence {
        let tokens = self.start..end;
        let span = Span::new(self.tokens[self.start].span().start, self.tokens[end - 1].span().end);
        (self.start, self.ending) = (end, None);
        Sentence { span, tokens }
    }
}

fn is_opening_bracket(token: &Token<'_>) -> bool {
    token.kind() == TokenKind::Bracket && matches!(token.text(), "(" | "[" | "{")
}
