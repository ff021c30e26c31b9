//! Frames: where the arguments of a relation stand around its trigger.

use super::phrases::Phrases;
use serde::{Deserialize, Serialize};

/// Where an argument can stand, as a set of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Slot {
    /// Who does it.
    #[default]
    Subject,
    /// To whom it is done.
    Object,
    /// Pairs within the subject.
    EachOther,
    /// After a preposition, by its number.
    Preposition(u8),
    /// Subject of the clause with "que" behind the verb.
    That,
    /// Whom the noun is in apposition to, or predicate of: "A, fondateur de B", "A est un partisan de B".
    Apposed,
    /// The noun group right before, of which the trigger says in whose hands it is: "A, aux mains de B".
    Held,
    /// Subject of what is quoted before the verb.
    Quoted,
    /// Direct object of the infinitive behind the verb.
    Infinitive,
    /// The subject of the clause in whose course the noun stands: "au terme de négociations".
    Course,
    /// The doer of a deed behind the trigger: "tué dans une frappe israélienne".
    Deed,
    /// What the office of the subject is of, as the text has said, or the country he belongs to: "le mandat de A".
    Seat,
    /// Who says what the trigger states: "selon A, B ment", "B ment, a dit A".
    Source,
}

/// A complement that the trigger must have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct With {
    /// Its head noun is one of these lemmas.
    pub(crate) nouns: Vec<u16>,
    /// It stands after this preposition; without one it is the direct object.
    pub(crate) preposition: Option<u8>,
    /// It is the subject: "des combats opposent A à B".
    pub(crate) subject: bool,
}

/// How a verb or noun states a relation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frame {
    /// `file/name`.
    pub(crate) name: String,
    /// The number of the kind in the schema.
    pub(crate) kind: u8,
    /// The verb must be pronominal.
    pub(crate) pronominal: bool,
    /// A pronoun that stands before the verb: the "en" of "s'en prendre à".
    pub(crate) clitic: Option<String>,
    /// The trigger is a noun.
    pub(crate) nominal: bool,
    pub(crate) with: Option<With>,
    /// The infinitive behind the verb must be one of these lemmas.
    pub(crate) infinitive: Vec<u16>,
    /// The frame states one thing more: those after it are tried too.
    pub(crate) beside: bool,
    /// It is the negated verb that states the relation: "ne veut pas de B".
    pub(crate) negated: bool,
    /// Words that must follow the trigger.
    pub(crate) fixed: Phrases,
    /// Words of which some must occur after the trigger, the object before or behind them: "reconnaître A coupable".
    pub(crate) needs: Phrases,
    /// Words that must not occur after the trigger.
    pub(crate) unless: Phrases,
    pub(crate) subject: Vec<Slot>,
    pub(crate) object: Vec<Slot>,
    /// Sets of argument types that narrow the schema's signature, as bits; 0 is no narrowing.
    pub(crate) subject_is: u8,
    pub(crate) object_is: u8,
    /// A status that holds whatever the verb says.
    pub(crate) status: Option<String>,
    pub(crate) role: Option<String>,
    /// The kind that the relation is of where the document states that of the same two: a talk is by telephone once the text
    /// says so.
    pub(crate) refined_by: Option<u8>,
    pub(crate) confidence: f32,
}

impl Frame {
    /// How much the frame asks of the sentence: more specific frames are tried first.
    pub(crate) fn specificity(&self) -> usize {
        usize::from(self.with.is_some() || !self.infinitive.is_empty()) * 2
            + usize::from(!self.fixed.is_empty() || !self.needs.is_empty()) * 3
            + usize::from(self.pronominal)
            + usize::from(self.negated) * 3
    }
}
