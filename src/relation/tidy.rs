//! Leaves out what no relation came to need: nouns that stand for a country where nothing is said of it, and what only they name.

use super::relation::Relation;
use crate::entity::Entity;
use crate::mention::Mention;

/// Drops the mentions that stand for an entity in no relation, and the entities without mention; the others are numbered anew.
pub(super) fn tidy(mentions: &mut Vec<Mention<'_>>, entities: &mut Vec<Entity>, relations: &mut [Relation<'_>]) {
    let mut used = vec![false; mentions.len()];
    let mut needed = vec![false; entities.len()];
    for relation in relations.iter() {
        for argument in [relation.subject, relation.object] {
            used[argument.mention] = true;
            needed[argument.entity] = true;
        }
        for entity in [relation.place, relation.source].into_iter().flatten() {
            needed[entity] = true;
        }
    }
    for (number, mention) in mentions.iter().enumerate() {
        used[number] |= mention.found_by != super::discourse::STANDS_FOR;
        if let Some(entity) = mention.entity.filter(|_| used[number]) {
            needed[entity] = true;
        }
    }
    let (new_mentions, new_entities) = (numbers(&used), numbers(&needed));
    retain(mentions, &used);
    retain(entities, &needed);
    for mention in mentions.iter_mut() {
        mention.entity = mention.entity.map(|e| new_entities[e]);
    }
    for (id, entity) in entities.iter_mut().enumerate() {
        entity.id = id;
        entity.mentions.retain(|&m| used[m]);
        entity.mentions.iter_mut().for_each(|m| *m = new_mentions[*m]);
    }
    for relation in relations {
        for argument in [&mut relation.subject, &mut relation.object] {
            argument.mention = new_mentions[argument.mention];
            argument.entity = new_entities[argument.entity];
        }
        for entity in [&mut relation.place, &mut relation.source] {
            *entity = entity.map(|e| new_entities[e]);
        }
    }
}

/// The new number of each that is kept.
fn numbers(kept: &[bool]) -> Vec<usize> {
    let mut next = 0;
    kept.iter()
        .map(|&kept| {
            let number = next;
            next += usize::from(kept);
            number
        })
        .collect()
}

fn retain<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut at = kept.iter();
    list.retain(|_| at.next() == Some(&true));
}
