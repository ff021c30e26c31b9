//! Entities → relations: who did what to whom, as the text states it.

mod kind;
#[allow(clippy::module_inception)]
mod relation;

pub use crate::syntax::Status;
pub use kind::RelationKind;
pub use relation::{Argument, Relation};

use crate::entity::Entity;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::mention::Mention;
use crate::sentence::Sentence;

/// Finds the relations of the text; nominals that stand for entities join the mentions.
pub(crate) fn extract<'t>(
    _lexed: &Lexed<'_, 't>,
    _grammar: &Grammar,
    _sentences: &[Sentence],
    _mentions: &mut Vec<Mention<'t>>,
    _entities: &mut Vec<Entity>,
) -> Vec<Relation<'t>> {
    Vec::new()
}
