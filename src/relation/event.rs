use super::relation::Relation;
use super::{RelationKind, Status};
use crate::date::TimeExpression;
use crate::{Document, Span};
use serde::Serialize;
use std::collections::HashMap;

/// One thing that happened, however often the document states it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event<'t> {
    kind: RelationKind,
    subject: usize,
    object: usize,
    status: Status,
    trigger: Span,
    dates: Vec<&'t str>,
    statements: Vec<usize>,
}

impl<'t> Event<'t> {
    /// What it is.
    pub fn kind(&self) -> &RelationKind {
        &self.kind
    }

    /// The number of the entity that acts.
    pub fn subject(&self) -> usize {
        self.subject
    }

    /// The number of the entity acted on; of a symmetric kind, the other party.
    pub fn object(&self) -> usize {
        self.object
    }

    /// The firmest status that a statement gives it: one that says it happened counts more than one that announces it.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Where the first statement stands, in bytes.
    pub fn trigger(&self) -> Span {
        self.trigger
    }

    /// The time expressions that date it, all different, in the order of the text.
    pub fn dates(&self) -> &[&'t str] {
        &self.dates
    }

    /// The numbers of the relations that state it, in the order of the text.
    pub fn statements(&self) -> &[usize] {
        &self.statements
    }
}

impl<'t> Document<'t> {
    /// The relations with those that state the same gathered: same kind, same two entities (either way round where the kind is symmetric),
    /// and for offices the same office. In the order of their first statements.
    ///
    /// ```
    /// use depeche::relation::Status;
    ///
    /// let text = "Vladimir Poutine rencontrera Xi Jinping mardi. Xi Jinping a rencontré Vladimir Poutine.";
    /// let document = depeche::Extractor::new().extract(text);
    /// let events: Vec<_> = document
    ///     .events()
    ///     .iter()
    ///     .map(|e| {
    ///         let name = |entity: usize| document.entities()[entity].name().to_owned();
    ///         (e.kind().as_str().to_owned(), name(e.subject()), name(e.object()), e.status(), e.dates().to_vec(), e.statements().to_vec())
    ///     })
    ///     .collect();
    /// assert_eq!(
    ///     events,
    ///     [("met_with".into(), "Vladimir Poutine".into(), "Xi Jinping".into(), Status::Actual, vec!["mardi"], vec![0, 1])]
    /// );
    /// ```
    pub fn events(&self) -> Vec<Event<'t>> {
        let mut events: Vec<Event<'t>> = Vec::new();
        let mut between: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (number, relation) in self.relations.iter().enumerate() {
            let (a, b) = (relation.subject.entity, relation.object.entity);
            let known = between.entry((a.min(b), a.max(b))).or_default();
            let first = |e: usize| &self.relations[events[e].statements[0]];
            if let Some(&event) = known.iter().find(|&&e| same(first(e), relation)) {
                events[event].add(number, relation);
                continue;
            }
            known.push(events.len());
            events.push(Event {
                kind: relation.kind.clone(),
                subject: a,
                object: b,
                status: relation.status,
                trigger: relation.trigger,
                dates: relation.date.iter().map(TimeExpression::text).collect(),
                statements: vec![number],
            });
        }
        events
    }
}

impl<'t> Event<'t> {
    fn add(&mut self, number: usize, relation: &Relation<'t>) {
        if firmness(relation.status) > firmness(self.status) {
            self.status = relation.status;
        }
        if let Some(date) = relation.date.as_ref().map(TimeExpression::text).filter(|d| !self.dates.contains(d)) {
            self.dates.push(date);
        }
        self.statements.push(number);
    }
}

/// Whether two relations between the same two entities state the same.
fn same(first: &Relation<'_>, relation: &Relation<'_>) -> bool {
    first.kind == relation.kind
        && (first.subject.entity == relation.subject.entity || first.coding.symmetric)
        && (first.role.is_none() || relation.role.is_none() || first.role == relation.role)
}

/// What the status of an event is when its statements differ: the first of these that one of them has.
fn firmness(status: Status) -> u8 {
    match status {
        Status::Actual => 5,
        Status::Ended => 4,
        Status::Negated => 3,
        Status::Unconfirmed => 2,
        Status::Planned => 1,
        Status::Hypothetical => 0,
    }
}
