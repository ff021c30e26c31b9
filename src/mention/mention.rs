use super::MentionKind;
use crate::Span;
use crate::date::TimeExpression;
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
    pub(crate) more: More,
}

/// What is known of a mention that is no name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum More {
    #[default]
    Nothing,
    /// The ISO form of a date, the code of the country of a nationality.
    Iso(String),
    /// The office, and the mention of the person who bears it.
    Title { role: String, person: Option<usize> },
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

    /// Of a date, its ISO 8601 form, where it is known: see [`date`](crate::date). Of a nationality, the ISO 3166-1 alpha-2 code of the
    /// country.
    ///
    /// ```
    /// use depeche::Extractor;
    /// use depeche::mention::MentionKind;
    ///
    /// let document = Extractor::new().extract("Une équipe malienne est arrivée le 26 mars 2024.");
    /// let found: Vec<_> = document.mentions().iter().filter_map(|m| Some((m.kind(), m.text(), m.iso()?))).collect();
    /// assert_eq!(
    ///     found,
    ///     [
    ///         (MentionKind::Nationality, "malienne", "ML"),
    ///         (MentionKind::Date, "le 26 mars 2024", "2024-03-26"),
    ///     ]
    /// );
    /// ```
    pub fn iso(&self) -> Option<&str> {
        match &self.more {
            More::Iso(iso) => Some(iso),
            _ => None,
        }
    }

    /// Of a title, the office or rank: `ministre des Affaires étrangères` of "ministre russe des Affaires étrangères".
    pub fn role(&self) -> Option<&str> {
        match &self.more {
            More::Title { role, .. } => Some(role),
            _ => None,
        }
    }

    /// Of a title, the number of the mention of the person to whom the sentence gives it.
    pub fn person(&self) -> Option<usize> {
        match &self.more {
            More::Title { person, .. } => *person,
            _ => None,
        }
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

impl<'t> From<&TimeExpression<'t>> for Mention<'t> {
    fn from(expression: &TimeExpression<'t>) -> Self {
        Self {
            text: expression.text(),
            start: expression.span().start,
            kind: MentionKind::Date,
            entity: None,
            entry: None,
            found_by: expression.found_by().into(),
            confidence: 0.9,
            more: expression.iso().map_or(More::Nothing, |iso| More::Iso(iso.to_owned())),
        }
    }
}
