//! Whether a line break ends a sentence: pages break lines between headlines and paragraphs, mail and old files within
//! sentences where the next word found no room.

use super::ending::is_small;
use crate::token::{Shape, Token, TokenKind, lexicon};

/// How the lines of a block are broken; a block stands between empty lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The characters of the longest line.
    width: usize,
    /// Whether the lines break for want of room.
    wrapped: bool,
}

impl Layout {
    /// Reads the block that `tokens` begin.
    pub(super) fn of(text: &str, tokens: &[Token<'_>]) -> Self {
        let paragraph = |token: &Token<'_>| token.shape().has(Shape::PARAGRAPH_BEFORE);
        let count = 1 + tokens
            .iter()
            .skip(1)
            .take_while(|token| !paragraph(token))
            .count();
        let block = &tokens[..count];
        let mut lines = Vec::new();
        let mut first = 0;
        for at in 1..=count {
            if at == count || block[at].shape().has(Shape::LINE_BEFORE) {
                lines.push((length(text, &block[first..at]), first));
                first = at;
            }
        }
        let width = lines.iter().map(|(length, _)| *length).max().unwrap_or(0);
        let mut layout = Self {
            width,
            wrapped: false,
        };
        layout.wrapped = lines.windows(2).any(|pair| {
            let next = &block[pair[1].1];
            is_small(next) && !layout.has_room(pair[0].0, text, next)
        });
        layout
    }

    /// Whether `next` would have found room behind a line of `length` characters.
    fn has_room(self, length: usize, text: &str, next: &Token<'_>) -> bool {
        let rest = &text[next.span().start..];
        let word = rest
            .chars()
            .take(self.width)
            .take_while(|c| !c.is_whitespace())
            .count();
        length + 1 + word <= self.width
    }

    /// Whether the sentence ends between `line` and the next line, which begins with `next` and `second`.
    pub(super) fn breaks(
        self,
        text: &str,
        line: &[Token<'_>],
        next: &Token<'_>,
        second: Option<&Token<'_>>,
    ) -> bool {
        let Some(last) = line.last() else {
            return false;
        };
        if is_bullet(next, second) {
            return true;
        }
        let goes_on = last.kind() == TokenKind::Elision
            || matches!(last.text(), "," | "«" | "(")
            || lexicon::folded(last.text()) & lexicon::NEVER_LAST != 0;
        if goes_on {
            return false;
        }
        if self.wrapped {
            return self.has_room(length(text, line), text, next);
        }
        !is_small(next) || matches!(last.text(), ":" | ";" | "." | "!" | "?")
    }
}

fn length(text: &str, line: &[Token<'_>]) -> usize {
    match (line.first(), line.last()) {
        (Some(first), Some(last)) => text[first.span().start..last.span().end].chars().count(),
        _ => 0,
    }
}

/// Whether a line that begins so is an item of a list.
fn is_bullet(next: &Token<'_>, second: Option<&Token<'_>>) -> bool {
    match next.kind() {
        TokenKind::Dash | TokenKind::Symbol => true,
        TokenKind::Number => second.is_some_and(|second| {
            !second.shape().has(Shape::SPACE_BEFORE) && matches!(second.text(), "." | ")")
        }),
        _ => second.is_some_and(|second| {
            next.text().len() == 1
                && second.text() == ")"
                && !second.shape().has(Shape::SPACE_BEFORE)
        }),
    }
}
