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
    Abbreviation,
}

impl Terminal {
    /// What `token` may end, `initial` being whether the sentence begins with it.
    pub(super) fn of(token: &Token<'_>, initial: bool) -> Option<Self> {
        match token.kind() {
            TokenKind::Abbreviation => {
                let title = token.shape().has(Shape::BEFORE_NAME);
                (!title).then_some(Self::Abbreviation)
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

/// What may have ended the sentence, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) terminal: Terminal,
    /// The index of its token.
    pub(super) at: usize,
    /// Whether a quotation or bracket closed behind it.
    pub(super) closed: bool,
}

impl Ending {
    /// Whether the sentence ended, `last` being the token that ended it, `next` and `second` those behind.
    pub(super) fn ends_before(
        self,
        last: &Token<'_>,
        next: &Token<'_>,
        second: Option<&Token<'_>>,
    ) -> bool {
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
            // "« … . » affirme-t-il", "« … . » (lire ci-dessous)"
            Terminal::Point => !(small && self.closed && next.kind() != TokenKind::Quote),
            Terminal::Mark | Terminal::Ellipsis => !small,
            Terminal::Abbreviation => {
                lead.shape().has(Shape::CAPITALISED)
                    && (is_opener(lead) || any_capital_follows(last))
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

/// Whether any capital behind the abbreviation begins a sentence: "etc. Paris".
fn any_capital_follows(token: &Token<'_>) -> bool {
    lexicon::folded(token.text().trim_end_matches('.')) & lexicon::CLOSING != 0
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
