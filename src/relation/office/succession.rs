//! Who took over from whom: "son prédécesseur, A", "A, successeur de B".

use super::holder::holders;
use crate::Span;
use crate::grammar::WordClass;
use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::referent::resolve;
use crate::relation::relation::{Argument, Relation};
use crate::relation::{RelationKind, Status};
use crate::syntax::Clauses;

/// "son prédécesseur, A", "A, successeur de B": who took over from whom.
pub(in crate::relation) fn successions<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk).filter(|g| g.head.is_some()) else { continue };
        let (from, to) = group.head_tokens;
        let class = |class| (from..to).any(|t| clauses.words.is(t, class));
        let (before, after) = (class(WordClass::Predecessor), class(WordClass::Successor));
        if !before && !after || group.plural {
            continue;
        }
        let is_person = |d: &Discourse<'_, '_>, a: &Argument| d.kind(a.entity) == MentionKind::Person;
        let Some(one) =
            holders(clauses, discourse, chunk).into_iter().map(|h| h.person).find(|p| is_person(discourse, p))
        else {
            continue;
        };
        let complement: Vec<Argument> =
            clauses.complements(chunk).take(1).flat_map(|c| resolve(clauses, discourse, c)).collect();
        let mut other = complement.into_iter().find(|a| is_person(discourse, a));
        if other.is_none() && group.possessive {
            let token = clauses.words.lexed.tokens[group.inner].span();
            let main: Vec<Argument> =
                clauses.main_subject().iter().flat_map(|&c| resolve(clauses, discourse, c)).collect();
            other = main
                .into_iter()
                .map(|a| a.entity)
                .chain(discourse.subjects.clone())
                .find(|&e| discourse.kind(e) == MentionKind::Person && e != one.entity)
                .map(|e| discourse.nominal(token, e));
        }
        let Some(other) = other.filter(|o| o.entity != one.entity) else { continue };
        let tokens = clauses.words.lexed.tokens;
        let trigger = Span::new(tokens[from].span().start, tokens[to - 1].span().end);
        let (subject, object) = if after { (one, other) } else { (other, one) };
        relations.push(Relation {
            confidence: 0.75,
            ..Relation::stated(
                RelationKind::Succeeded,
                if group.coming { Status::Planned } else { Status::Actual },
                subject,
                object,
                trigger,
                discourse.lexed.text,
                "office/succession".to_owned(),
            )
        });
    }
}
