//! What an office is of, where no adjective or complement of the title says so.

use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::referent::scope;
use crate::relation::relation::Argument;
use crate::syntax::{Clauses, Head, Mark, NounGroup};

/// "chercheur au CNRS", "infirmière à l'hôpital B": the organisation behind "à", "chez", "au sein de".
pub(super) fn workplace(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let next = clauses.noun(clauses.after(chunk))?;
    let preposition = next.preposition?;
    let found = discourse.of_name(*next.names.last()?)?;
    (clauses.words.grammar.data.workplace.contains(&preposition)
        && discourse.kind(found.entity) == MentionKind::Organisation)
        .then_some(found)
}

/// "sa présidente, A", "son ministre de la Défense, A": the last body or country named before.
pub(super) fn possessor(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    group: &NounGroup,
    public: bool,
) -> Option<Argument> {
    if !group.possessive {
        return None;
    }
    let span = clauses.words.lexed.tokens[group.inner].span();
    let fits = |d: &Discourse<'_, '_>, e: usize| match d.kind(e) {
        MentionKind::Organisation => !public || d.metonym_kind(e),
        MentionKind::Country => public,
        _ => false,
    };
    let found = discourse.names_before(span.start).find(|&e| fits(discourse, e))?;
    Some(discourse.nominal(span, found))
}

/// "président et directeur général de B": the complement of the second title is the first one's too.
pub(super) fn shared_scope(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
) -> Option<Argument> {
    let next = chunk + 2;
    let titled = clauses.noun(next).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty());
    (clauses.is(chunk + 1, Mark::Coordinator) && titled).then(|| scope(clauses, discourse, next)).flatten()
}

/// "à l'élection présidentielle française", "à la mairie de B": what a candidate stands for.
pub(super) fn election(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let next = clauses.after(chunk);
    let group = clauses.noun(next).filter(|n| n.preposition.is_some())?;
    if let Some(&name) = group.names.last() {
        return discourse.of_name(name).filter(|a| discourse.kind(a.entity) != MentionKind::Person);
    }
    scope(clauses, discourse, next)
}
