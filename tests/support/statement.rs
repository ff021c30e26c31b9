//! A relation in words, with which the tests say what a text states.

use depeche::Document;
use depeche::entity::Entity;
use depeche::relation::Relation;
use std::fmt;

/// A relation in words: subject — kind → object (status, when it is not actual).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    pub subject: String,
    pub kind: String,
    pub object: String,
    pub status: String,
}

impl Statement {
    /// Reads `subject — kind → object (status)`.
    pub fn parse(line: &str) -> Option<Self> {
        let (subject, rest) = line.split_once(" — ")?;
        let (kind, object) = rest.split_once(" → ")?;
        let (object, status) = match object.split_once(" (") {
            Some((object, status)) => (object, status.strip_suffix(')')?),
            None => (object, "actual"),
        };
        Some(Self { subject: subject.into(), kind: kind.into(), object: object.into(), status: status.into() })
    }

    pub fn new(document: &Document<'_>, relation: &Relation<'_>) -> Self {
        let status = serde_json::to_value(relation.status()).expect("a status");
        Self {
            subject: document[relation.subject()].name().to_owned(),
            kind: relation.kind().to_string(),
            object: document[relation.object()].name().to_owned(),
            status: status.as_str().expect("a word").to_owned(),
        }
    }

    /// Whether the relation says this, under whatever name the document has for the two.
    pub fn is(&self, document: &Document<'_>, relation: &Relation<'_>) -> bool {
        let found = Self::new(document, relation);
        let named = |argument, name: &str| {
            let entity: &Entity = &document[argument];
            let in_text = |&mention: &usize| document.mentions()[mention].text().replace('’', "'") == name;
            entity.name() == name || entity.aliases().iter().any(|a| a == name) || entity.mentions().iter().any(in_text)
        };
        let pair = |subject, object| named(subject, &self.subject) && named(object, &self.object);
        let (subject, object) = (relation.subject(), relation.object());
        (self.kind == found.kind && self.status == found.status)
            && (pair(subject, object) || SYMMETRIC.contains(&self.kind.as_str()) && pair(object, subject))
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, kind, object, status } = self;
        write!(f, "{subject} — {kind} → {object}")?;
        if status == "actual" { Ok(()) } else { write!(f, " ({status})") }
    }
}

/// The kinds whose two parties are interchangeable.
const SYMMETRIC: [&str; 8] = [
    "met_with",
    "spoke_by_phone_with",
    "negotiated_with",
    "signed_accord_with",
    "agreed_with",
    "cooperates_with",
    "made_ceasefire_with",
    "fought_with",
];
