//! When and where: attributes of relations from the groups around their triggers.

use super::dating;
use super::discourse::Discourse;
use super::relation::Relation;
use crate::date::TimeExpression;
use crate::mention::MentionKind;
use crate::sentence::Sentence;
use crate::syntax::{Chunk, Clauses, Mark};

/// Dates and places the relations of a sentence.
pub(crate) fn attributes<'t>(
    clauses: &Clauses<'_, 't>,
    sentence: &Sentence,
    discourse: &Discourse<'_, 't>,
    dates: &[TimeExpression<'t>],
    relations: &mut [Relation<'t>],
) {
    dating::date(clauses, sentence, dates, relations);
    for relation in relations {
        let tokens = clauses.words.lexed.tokens;
        let at = clauses
            .chunks
            .iter()
            .position(|c| {
                let range = c.tokens();
                tokens[range.start].span().start <= relation.trigger.start
                    && relation.trigger.start < tokens[range.end - 1].span().end
            })
            .unwrap_or(0);
        relation.place = place(clauses, discourse, at, relation);
    }
}

/// Whether the chunk ends what belongs to the trigger.
fn stops(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Mark(Mark::Semicolon | Mark::Colon | Mark::Adversative, _))
}

fn place(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    at: usize,
    relation: &Relation<'_>,
) -> Option<usize> {
    let located = |c: usize| {
        let group = clauses.noun(c)?;
        if !clauses.words.grammar.data.inside.contains(&group.preposition?) {
            return None;
        }
        let entity = discourse.of_name(*group.names.first()?)?.entity;
        let kind = discourse.kind(entity);
        (matches!(kind, MentionKind::Place | MentionKind::Country)
            && entity != relation.subject.entity
            && entity != relation.object.entity)
            .then_some(entity)
    };
    (at + 1..clauses.chunks.len())
        .take_while(|&c| {
            !stops(&clauses.chunks[c]) && clauses.verb(c).is_none_or(|v| v.mode == crate::syntax::VerbMode::Participle)
        })
        .find_map(located)
}
