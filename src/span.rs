//! Byte offsets into the text that was read.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes `start..end` in the text that was read.
///
/// Both ends lie on character boundaries of that text.
///
/// ```
/// use depeche::Span;
///
/// let span = Span::new(3, 8);
/// assert_eq!(span.of("Le Niger"), "Niger");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// Makes the range `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` that the range names.
    ///
    /// # Panics
    ///
    /// When `text` is not the text that the span was made from, so that it ends too early or the
    /// ends lie within a character.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly within this range (or equals it).
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two ranges share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
