//! When and where: attributes of relations from the groups around their triggers.

use super::discourse::Discourse;
use super::relation::Relation;
use crate::mention::MentionKind;
use crate::syntax::{Chunk, Clauses, Mark};

/// Dates and places the relations of a sentence.
pub(crate) fn attributes<'t>(clauses: &Clauses<'_, 't>, discourse: &Discourse<'_, 't>, relations: &mut [Relation<'t>]) {
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
        relation.date = date(clauses, at);
        relation.place = place(clauses, discourse, at, relation);
    }
}

/// Whether the chunk ends what belongs to the trigger.
fn stops(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Mark(Mark::Semicolon | Mark::Colon | Mark::Adversative, _))
}

fn date<'t>(clauses: &Clauses<'_, 't>, at: usize) -> Option<&'t str> {
    let is_time = |c: &usize| clauses.noun(*c).is_some_and(|n| n.time && n.names.is_empty());
    let behind = (at + 1..clauses.chunks.len()).take_while(|&c| !stops(&clauses.chunks[c]) && clauses.verb(c).is_none_or(|v| v.mode == crate::syntax::VerbMode::Participle)).find(is_time);
    let found = behind.or_else(|| (0..at).rev().take_while(|&c| !stops(&clauses.chunks[c])).find(is_time))?;
    let group = clauses.noun(found)?;
    let tokens = clauses.words.lexed.tokens;
    Some(&clauses.words.lexed.text[tokens[group.inner].span().start..tokens[group.end - 1].span().end])
}

fn place(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, at: usize, relation: &Relation<'_>) -> Option<usize> {
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
        .take_while(|&c| !stops(&clauses.chunks[c]) && clauses.verb(c).is_none_or(|v| v.mode == crate::syntax::VerbMode::Participle))
        .find_map(located)
}
