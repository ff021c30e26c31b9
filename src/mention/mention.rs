use super::MentionKind;
use crate::Span;
use std::borrow::Cow;

/// A stretch of the text that names or stands for something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
    pub(crate) kind: MentionKind,
    pub(crate) entity: Option<usize>,
    pub(crate) entry: Option<u32>,
    pub(crate) found_by: Cow<'static, str>,
    pub(crate) confidence: f32,
}

impl<'t> Mention<'t> {
    /// The words of the mention, as they stand in the text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where the mention stands, in bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// What it names.
    pub fn kind(&self) -> MentionKind {
        self.kind
    }

    /// The number of the entity in the document, when the mention refers to one.
    pub fn entity(&self) -> Option<usize> {
        self.entity
    }

    /// The rule or gazetteer that found it.
    pub fn found_by(&self) -> &str {
        &self.found_by
    }

    /// How sure the library is that the mention and its kind are right, from 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.confidence
    }
}
