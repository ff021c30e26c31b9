//! Memberships without a title.

use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::relation::Relation;
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Mark};

/// Memberships in brackets: "A (PS)", "A (PPE, Italie)".
pub(in crate::relation) fn memberships<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    for open in 1..clauses.chunks.len() {
        if !clauses.is(open, Mark::Open) {
            continue;
        }
        let only = |c: usize| clauses.noun(c).filter(|n| n.preposition.is_none()).and_then(|n| n.names.last().copied());
        let (Some(person), Some(member)) = (only(open - 1), only(open + 1)) else { continue };
        if !(clauses.is(open + 2, Mark::Close) || clauses.is(open + 2, Mark::Comma)) {
            continue;
        }
        let (Some(person), Some(object)) = (discourse.of_name(person), discourse.of_name(member)) else { continue };
        let kinds = (discourse.kind(person.entity), discourse.kind(object.entity));
        if kinds != (MentionKind::Person, MentionKind::Organisation) {
            continue;
        }
        let trigger = discourse.mentions[object.mention].span();
        relations.push(Relation {
            confidence: 0.8,
            ..Relation::stated(
                RelationKind::MemberOf,
                Status::Actual,
                person,
                object,
                trigger,
                discourse.lexed.text,
                "office/brackets".to_owned(),
            )
        });
    }
}
