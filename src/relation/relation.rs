use super::codes::Coding;
use super::{RelationKind, Status};
use crate::Span;
use crate::date::TimeExpression;
use serde::Serialize;

/// One side of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Argument {
    /// The number of the entity in the document.
    pub entity: usize,
    /// The number of the mention that stands in the passage: a name, or the noun or pronoun that stands for it.
    pub mention: usize,
}

/// A typed link between two entities that one passage of the text states.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation<'t> {
    pub(crate) kind: RelationKind,
    pub(crate) status: Status,
    pub(crate) subject: Argument,
    pub(crate) object: Argument,
    pub(crate) trigger: Span,
    pub(crate) trigger_text: &'t str,
    pub(crate) role: Option<String>,
    pub(crate) date: Option<TimeExpression<'t>>,
    pub(crate) place: Option<usize>,
    pub(crate) source: Option<usize>,
    pub(crate) coding: Coding,
    pub(crate) confidence: f32,
    /// The number of the kind that makes it more precise when the document states it of the same two.
    pub(crate) refined_by: Option<u8>,
    pub(crate) found_by: String,
}

impl<'t> Relation<'t> {
    /// A relation whose trigger stands in `text`, with nothing more said of it yet.
    pub(crate) fn stated(
        kind: RelationKind,
        status: Status,
        subject: Argument,
        object: Argument,
        trigger: Span,
        text: &'t str,
        found_by: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            status,
            subject,
            object,
            trigger,
            trigger_text: trigger.of(text),
            role: None,
            date: None,
            place: None,
            source: None,
            coding: super::codes::Coding::default(),
            refined_by: None,
            confidence: 0.5,
            found_by: found_by.into(),
        }
    }

    /// What it states.
    pub fn kind(&self) -> &RelationKind {
        &self.kind
    }

    /// Whether the kind holds both ways, so that subject and object may change places: `met_with`.
    pub fn is_symmetric(&self) -> bool {
        self.coding.symmetric
    }

    /// Whether it happened, is to come, is denied …
    pub fn status(&self) -> Status {
        self.status
    }

    /// Who acts.
    pub fn subject(&self) -> Argument {
        self.subject
    }

    /// Who or what is acted on; of a symmetric kind, the other party.
    pub fn object(&self) -> Argument {
        self.object
    }

    /// Where the words stand that state it, in bytes.
    pub fn trigger(&self) -> Span {
        self.trigger
    }

    /// The words that state it.
    pub fn trigger_text(&self) -> &'t str {
        self.trigger_text
    }

    /// The office, for relations about offices.
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// The time expression that dates it: in its own clause, or one with which the sentence begins.
    ///
    /// ```
    /// use depeche::Extractor;
    /// use depeche::date::Date;
    ///
    /// let document = Extractor::new().extract_at("Joe Biden a rencontré Xi Jinping mardi.", Date::new(2024, 3, 20).unwrap());
    /// let date = document.relations()[0].date().unwrap();
    /// assert_eq!((date.text(), date.iso()), ("mardi", Some("2024-03-19")));
    /// ```
    pub fn date(&self) -> Option<&TimeExpression<'t>> {
        self.date.as_ref()
    }

    /// The number of the entity where it happened.
    pub fn place(&self) -> Option<usize> {
        self.place
    }

    /// The number of the entity that reports it.
    pub fn source(&self) -> Option<usize> {
        self.source
    }

    /// How sure the library is, from 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// The frame or rule that found it.
    pub fn found_by(&self) -> &str {
        &self.found_by
    }
}
