//! Where a deed of violence took place, when the words that claim it do not say.

use super::discourse::Discourse;
use super::trigger::Trigger;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, VerbMode};

/// Whether the noun group stands behind a preposition of place.
fn located(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let locative = &clauses.words.grammar.data.locative;
    clauses.noun(chunk).and_then(|n| n.preposition).is_some_and(|p| locative.contains(&p))
}

/// "Un attentat revendiqué par A a fait dix morts à B": the places behind the verb that says what the deed did.
pub(super) fn outcome(clauses: &Clauses<'_, '_>, trigger: &Trigger) -> Vec<usize> {
    let deed = if clauses.noun(trigger.chunk).is_some() { Some(trigger.chunk) } else { trigger.with };
    let Some(deed) = deed else { return Vec::new() };
    let did = |v: &usize| {
        clauses.verb(*v).is_some_and(|g| {
            g.mode == VerbMode::Finite && *v != trigger.chunk && clauses.words.grammar.verb_is(g.lemma, VerbClass::Harm)
        }) && clauses.frame(*v).subject.contains(&deed)
    };
    let Some(verb) = (deed + 1..clauses.chunks.len()).find(did) else { return Vec::new() };
    let others = clauses.frame(verb).others.iter().copied();
    others.filter(|&c| located(clauses, c) && !trigger.around.others.contains(&c)).collect()
}

/// Keeps where the sentence says that a deed of violence took place.
pub(super) fn remember(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>) {
    let assault = |c: &usize| {
        clauses.noun(*c).is_some_and(|n| n.names.is_empty() && clauses.words.is(n.head_tokens.0, WordClass::Assault))
    };
    let Some(deed) = (0..clauses.chunks.len()).find(assault) else { return };
    let of = clauses.words.grammar.preposition("de");
    let place = |c: usize| {
        let group = clauses.noun(c)?;
        let own = c == deed + 1 && group.preposition == of && of.is_some();
        let entity = discourse.mentions[*group.names.last()?].entity?;
        ((own || located(clauses, c)) && discourse.kind(entity) == MentionKind::Place).then_some(entity)
    };
    let behind = (deed + 1..clauses.chunks.len()).find_map(place);
    if let Some(found) = behind.or_else(|| (0..deed).find_map(place)) {
        discourse.scene = Some(found);
    }
}
