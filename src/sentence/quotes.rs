//! Which quotation marks and brackets close.

use crate::token::{Shape, Token, TokenKind};

/// Keeps count of the straight quotation marks of a paragraph, which look the same at both ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotes {
    open: bool,
}

impl Quotes {
    /// Whether `token` closes a quotation or bracket, given the token behind it; `None` when it is neither.
    pub(super) fn closes(&mut self, token: &Token<'_>, next: Option<&Token<'_>>) -> Option<bool> {
        if !matches!(token.kind(), TokenKind::Quote | TokenKind::Bracket) {
            return None;
        }
        match token.text().chars().next()? {
            ')' | ']' | '}' | '⟩' | '】' | '）' | '》' | '〉' | '»' | '”' | '›' | '’' | '>'
            | '」' | '』' => Some(true),
            '(' | '[' | '{' | '⟨' | '【' | '（' | '《' | '〈' | '«' | '“' | '„' | '‹' | '‘'
            | '`' | '<' | '「' | '『' => Some(false),
            _ => {
                let before = token.shape().has(Shape::SPACE_BEFORE);
                let after = next.is_none_or(|next| {
                    next.shape().has(Shape::SPACE_BEFORE) || next.kind() == TokenKind::Punctuation
                });
                // A space on one side only tells; otherwise the count does.
                let closes = if before == after { self.open } else { after };
                self.open = !closes;
                Some(closes)
            }
        }
    }
}
