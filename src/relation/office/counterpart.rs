//! Counterparts: "son homologue russe, A".

use super::holder::{Holder, holders};
use super::role;
use crate::Span;
use crate::mention::MentionKind;
use crate::relation::discourse::{Discourse, Office};
use crate::relation::referent::scope;
use crate::relation::relation::Relation;
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Head, NounGroup};

/// "son homologue russe, A": the office of the one before, for the other country.
pub(super) fn counterpart<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    chunk: usize,
    group: &NounGroup,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(Holder { person, status, .. }) = holders(clauses, discourse, chunk).into_iter().next() else { return };
    let tokens = clauses.words.lexed.tokens;
    let trigger = Span::new(tokens[group.head_tokens.0].span().start, tokens[group.head_tokens.1 - 1].span().end);
    // Of the other country; where the text does not say which, of his own.
    let own = |d: &mut Discourse<'_, '_>| d.country_of(person.entity).map(|country| d.nominal(trigger, country));
    let Some(object) = scope(clauses, discourse, chunk).or_else(|| own(discourse)) else { return };

    // The office of the one before in the sentence, named or not; otherwise the last one that the text gave.
    let beside = (0..chunk).rev().find_map(|c| {
        let before = clauses.noun(c)?;
        let Some(Head::Title(title)) = before.head else { return None };
        (discourse.lexed.gazetteer.entry(title).subtype() == "office").then(|| (title, role::role(clauses, before)))
    });
    let same = relations.iter().rev().find(|r| r.kind == RelationKind::HoldsOffice && r.status == Status::Actual);
    let last = discourse.offices.iter().rev().find(|o| o.person != person.entity).map(|o| o.title);
    let (title, role) = match beside {
        Some((title, role)) => (Some(title), Some(role)),
        None => (last, same.and_then(|r| r.role.clone())),
    };
    if let Some(title) = title {
        discourse.offices.push(Office {
            person: person.entity,
            title,
            scope: Some(object.entity),
            role: role.clone(),
            over: false,
        });
    }
    if discourse.kind(object.entity) != MentionKind::Country || object.entity == person.entity {
        return;
    }
    relations.push(Relation {
        role,
        confidence: 0.8,
        ..Relation::stated(
            RelationKind::HoldsOffice,
            status,
            person,
            object,
            trigger,
            discourse.lexed.text,
            "office/counterpart".to_owned(),
        )
    });
}
