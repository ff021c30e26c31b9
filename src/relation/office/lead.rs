//! Who is at the head of a body without a title: "A, à la tête de B".

use crate::Span;
use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::relation::Relation;
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Mark, VerbMode};

/// "A, à la tête de B depuis 2015, …": an apposition that is a group with preposition.
pub(in crate::relation) fn leads<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(head) = clauses.words.grammar.preposition("à la tête de") else { return };
    for chunk in 2..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk).filter(|n| n.preposition == Some(head)) else { continue };
        let set_off = clauses.is(chunk - 1, Mark::Comma) || clauses.is(chunk - 1, Mark::Open);
        let Some(object) = group.names.last().and_then(|&n| discourse.of_name(n)).filter(|_| set_off) else { continue };
        let start = clauses.chain_start(chunk - 2);
        let name = clauses.noun(start).and_then(|n| n.names.last().copied());
        let Some(subject) = name.and_then(|n| discourse.of_name(n)) else { continue };
        // "A a remplacé B, à la tête de C": of the one replaced or of the new one.
        let object_of = |c: usize| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite);
        let kinds = (discourse.kind(subject.entity), discourse.kind(object.entity));
        let fits =
            kinds.0 == MentionKind::Person && matches!(kinds.1, MentionKind::Organisation | MentionKind::Country);
        if !fits || start > 0 && object_of(start - 1) {
            continue;
        }
        let tokens = clauses.words.lexed.tokens;
        let trigger = Span::new(tokens[group.start].span().start, tokens[group.inner - 1].span().end);
        relations.push(Relation {
            confidence: 0.75,
            ..Relation::stated(
                RelationKind::HoldsOffice,
                Status::Actual,
                subject,
                object,
                trigger,
                discourse.lexed.text,
                "office/lead".to_owned(),
            )
        });
    }
}
