use super::date::Date;
use super::when::{Part, When};
use crate::Span;

/// A date, time or span of time that a text speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) when: Option<When>,
    pub(super) iso: Option<String>,
    pub(super) part: Option<Part>,
    pub(super) found_by: &'static str,
    /// It says when the text was written.
    pub(super) dateline: bool,
    /// It counts from the day of the text: what happened then is news.
    pub(super) near: bool,
}

impl<'t> TimeExpression<'t> {
    /// The words, as they stand in the text: with the article, without the preposition, unless it is part of what they say (`il y a
    /// trois jours`, `du 3 au 5 mai`, `depuis 2020`).
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where they stand, in bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// The time in the form of ISO 8601, where it is known; see [the module](super) for the forms.
    pub fn iso(&self) -> Option<&str> {
        self.iso.as_deref()
    }

    /// The year, month or day; of an interval, the first one. Of a week it is the Monday, of a season the year.
    pub fn date(&self) -> Option<Date> {
        self.when?.start?.date()
    }

    /// The last year, month or day of an interval.
    pub fn end(&self) -> Option<Date> {
        self.when?.end?.date()
    }

    /// The part of the date that is meant.
    pub fn part(&self) -> Option<Part> {
        self.part
    }

    /// Whether it says when the text was written.
    pub fn is_dateline(&self) -> bool {
        self.dateline
    }

    /// Whether it counts from the day on which the text was written.
    pub(crate) fn is_near(&self) -> bool {
        self.near
    }

    /// Whether it is an hour without a day.
    pub(crate) fn is_time(&self) -> bool {
        self.iso.as_ref().is_some_and(|iso| iso.starts_with('T'))
    }

    /// The pattern that found it.
    pub fn found_by(&self) -> &'static str {
        self.found_by
    }
}
