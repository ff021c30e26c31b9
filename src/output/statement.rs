use crate::Document;
use crate::date::Date;
use crate::entity::Entity;
use crate::relation::{Event, Relation};

/// A relation with what the document knows around it, as outputs tell it.
pub(super) struct Statement<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) relation: &'d Relation<'t>,
}

impl<'d, 't> Statement<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, relation: &'d Relation<'t>) -> Self {
        Self { document, relation }
    }

    /// The events of a document, each with the statement that tells it.
    pub(super) fn events(document: &'d Document<'t>) -> impl Iterator<Item = (Event<'t>, Self)> {
        document.events().into_iter().map(move |event| {
            let told = Self::of_event(document, &event);
            (event, told)
        })
    }

    /// The statement that tells an event: the first one with its status.
    fn of_event(document: &'d Document<'t>, event: &Event<'t>) -> Self {
        let all = || event.statements().iter().map(|&s| &document.relations()[s]);
        let relation = all().find(|r| r.status() == event.status()).or_else(|| all().next());
        Self::new(document, relation.unwrap_or_else(|| unreachable!("an event has a statement")))
    }

    pub(super) fn subject(&self) -> &'d Entity {
        &self.document[self.relation.subject()]
    }

    pub(super) fn object(&self) -> &'d Entity {
        &self.document[self.relation.object()]
    }

    pub(super) fn place(&self) -> Option<&'d Entity> {
        Some(&self.document.entities()[self.relation.place()?])
    }

    /// The day, month or year, where it is known: that of the words that date it, else that of the document.
    pub(super) fn date(&self, document: Option<Date>) -> Option<Date> {
        match self.relation.date() {
            Some(expression) => expression.date(),
            None => document,
        }
    }

    /// The sentence that states it.
    pub(super) fn sentence(&self) -> &'t str {
        let sentence = self.document.sentence_at(self.relation.trigger().start);
        sentence.map_or(self.relation.trigger_text(), |s| s.span().of(self.document.text()))
    }
}
