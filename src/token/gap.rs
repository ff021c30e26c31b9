//! What stands between tokens: white space and characters that are not read.

use super::{Shape, character::Kind, run};

/// Where the next token starts, and what its shape says of the gap before it.
#[inline]
pub(super) fn skip(text: &str, start: usize) -> (usize, Shape) {
    let bytes = &text.as_bytes()[start..];
    match bytes {
        [] => return (start, Shape::default()),
        [b' ', rest @ ..] if starts_token(rest) => return (start + 1, Shape::SPACE_BEFORE),
        rest if starts_token(rest) => return (start, Shape::default()),
        _ => {}
    }
    let gap = read(text, start);
    let mut shape = Shape::default();
    if gap.end > start {
        shape = shape.with(Shape::SPACE_BEFORE);
    }
    if gap.lines > 0 {
        shape = shape.with(Shape::LINE_BEFORE);
    }
    if gap.lines > 1 {
        shape = shape.with(Shape::PARAGRAPH_BEFORE);
    }
    (gap.end, shape)
}

/// Whether the bytes are seen at a glance to start a token: ASCII, letters of Latin-1, « and ».
#[inline]
fn starts_token(bytes: &[u8]) -> bool {
    match bytes {
        [0xC3, ..] | [0xC2, 0xAB | 0xBB, ..] => true,
        [byte, ..] => byte.is_ascii_graphic(),
        [] => false,
    }
}

/// White space and characters that are not read.
pub(super) struct Gap {
    pub(super) end: usize,
    /// Line breaks; a break of a paragraph counts as two.
    pub(super) lines: usize,
}

/// Reads the gap that starts at `at`.
pub(super) fn read(text: &str, mut at: usize) -> Gap {
    let mut lines = 0;
    while let Some(c) = run::character(text, at) {
        match super::character::kind(c) {
            Kind::Line => {
                // CR and LF make one break.
                if c == '\r' && text.as_bytes().get(at + 1) == Some(&b'\n') {
                    at += 1;
                }
                lines += 1;
            }
            Kind::Paragraph => lines += 2,
            Kind::Space | Kind::Ignorable => {}
            _ => break,
        }
        at += c.len_utf8();
    }
    Gap { end: at, lines }
}

/// Where the next word of the same paragraph starts; a paragraph that ends is as good as the text's end, so that what
/// is appended to a text does not change its tokens.
pub(super) fn next_in_paragraph(text: &str, at: usize) -> Option<usize> {
    if matches!(text.as_bytes()[at..], [b' ', next, ..] if next.is_ascii_graphic()) {
        return Some(at + 1);
    }
    let gap = read(text, at);
    (gap.lines < 2 && gap.end < text.len()).then_some(gap.end)
}
