//! Whether a sentence ended before a token.

use crate::token::{Shape, Token, TokenKind, lexicon};

/// What may have ended the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terminal {
    /// A full stop.
    Point,
    /// An exclamation or question mark.
    Mark,
    /// An ellipsis.
    Ellipsis,
    /// The point of an abbreviation, which may be the full stop too.
    Abbreviation {
        /// Whether any capital behind it begins a sentence ("etc. Paris").
        closing: bool,
    },
}

impl Terminal {
    /// What `token` may end, `initial` being whether the sentence begins with it.
    pub(super) fn of(token: &Token<'_>, initial: bool) -> Option<Self> {
        match token.kind() {
            TokenKind::Abbreviation => {
                let stem = token.text().trim_end_matches('.');
                let roles = lexicon::folded(stem);
                let title = roles & lexicon::BEFORE_NAME != 0 && roles & lexicon::ANYWHERE == 0;
                (!title).then_some(Self::Abbreviation {
                    closing: roles & lexicon::CLOSING != 0,
                })
            }
            TokenKind::Punctuation => match token.text() {
                "." | "。" | "।" => Some(Self::Point),
                text if text.starts_with(['!', '?', '‼', '⁇', '⁈', '⁉', '؟', '！', '？']) => {
                    Some(Self::Mark)
                }
                text if text.starts_with(['.', '…', '‥']) => {
                    (!initial).then_some(Self::Ellipsis)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// What closed behind the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) terminal: Terminal,
    pub(super) closed: bool,
}

impl Ending {
    /// Whether the sentence ended, `next` and `second` being the tokens behind it.
    pub(super) fn ends_before(self, next: &Token<'_>, second: Option<&Token<'_>>) -> bool {
        let opens = matches!(
            next.kind(),
            TokenKind::Quote | TokenKind::Bracket | TokenKind::Dash
        );
        let lead = if opens { second.unwrap_or(next) } else { next };
        if is_inner_stop(next) {
            return false;
        }
        let small = is_small(lead);
        match self.terminal {
            Terminal::Point => {
                !(small && (self.closed && !opens || next.kind() == TokenKind::Dash && self.closed))
            }
            Terminal::Mark | Terminal::Ellipsis => !small,
            Terminal::Abbreviation { closing } => {
                let capital = lead.shape().has(Shape::CAPITALISED);
                capital && (closing || is_opener(lead))
            }
        }
    }
}

/// A sign that never begins a sentence.
fn is_inner_stop(token: &Token<'_>) -> bool {
    token.kind() == TokenKind::Punctuation && matches!(token.text(), "," | ";" | ":")
}

/// Whether the token begins with a small letter.
pub(super) fn is_small(token: &Token<'_>) -> bool {
    matches!(
        token.kind(),
        TokenKind::Word | TokenKind::Elision | TokenKind::Clitic | TokenKind::Abbreviation
    ) && token
        .text()
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase)
}

/// Whether the token is a word that begins sentences rather than names.
fn is_opener(token: &Token<'_>) -> bool {
    let stem = if token.kind() == TokenKind::Elision {
        token.text().trim_end_matches(['\'', '’', 'ʼ'])
    } else {
        token.text()
    };
    lexicon::folded(stem) & lexicon::OPENERS != 0
}
