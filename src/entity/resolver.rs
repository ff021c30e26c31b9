use super::Entity;
use crate::fold;
use crate::gazetteer::Gazetteer;
use crate::mention::{Mention, MentionKind};
use std::collections::HashMap;

/// Joins the names of the document into entities and notes in each mention which it belongs to.
pub(crate) fn resolve(mentions: &mut [Mention<'_>], gazetteer: &Gazetteer) -> Vec<Entity> {
    let mut resolver = Resolver { gazetteer, entities: Vec::new(), by_entry: HashMap::new(), by_name: HashMap::new() };
    // Full names first, so that a surname in the headline finds the person named below it.
    let words: Vec<Vec<u64>> = mentions.iter().map(|m| fold::name_atoms(m.text()).collect()).collect();
    let full = |m: &Mention<'_>, words: &[u64]| m.kind != MentionKind::Person || words.len() > 1;
    for number in 0..mentions.len() {
        if mentions[number].kind.is_name() && full(&mentions[number], &words[number]) {
            resolver.named(mentions, number, &words[number]);
        }
    }
    for number in 0..mentions.len() {
        if mentions[number].kind.is_name() && !full(&mentions[number], &words[number]) {
            resolver.surname(mentions, number, &words[number]);
        }
    }
    let mut entities = resolver.entities;
    for entity in &mut entities {
        entity.mentions.sort_unstable();
    }
    number_by_first_mention(mentions, entities)
}

/// Numbers the entities in the order in which the text first names them.
fn number_by_first_mention(mentions: &mut [Mention<'_>], mut entities: Vec<Entity>) -> Vec<Entity> {
    entities.sort_by_key(|e| e.mentions.first().copied());
    for (id, entity) in entities.iter_mut().enumerate() {
        entity.id = id;
        for &mention in &entity.mentions {
            mentions[mention].entity = Some(id);
        }
    }
    entities
}

struct Resolver<'g> {
    gazetteer: &'g Gazetteer,
    entities: Vec<Entity>,
    by_entry: HashMap<u32, usize>,
    /// Folded names → entity; of persons also their last words.
    by_name: HashMap<(MentionKind, Vec<u64>), usize>,
}

impl Resolver<'_> {
    fn named(&mut self, mentions: &mut [Mention<'_>], number: usize, words: &[u64]) {
        let mention = &mentions[number];
        let key = (mention.kind, words.to_vec());
        let known = mention.entry.and_then(|e| self.by_entry.get(&e)).or_else(|| self.by_name.get(&key)).copied();
        let id = known.unwrap_or_else(|| self.create(mention));
        if let Some(entry) = mention.entry {
            self.by_entry.entry(entry).or_insert(id);
        }
        self.join(mention, number, id);
        self.by_name.insert(key, id);
        if mention.kind == MentionKind::Person {
            for from in 1..words.len() {
                self.by_name.insert((MentionKind::Person, words[from..].to_vec()), id);
            }
        }
    }

    fn surname(&mut self, mentions: &mut [Mention<'_>], number: usize, words: &[u64]) {
        // A name of one word that the gazetteer knows under this very word stays apart ("Sting").
        self.named(mentions, number, words);
    }

    fn join(&mut self, mention: &Mention<'_>, number: usize, id: usize) {
        let entity = &mut self.entities[id];
        entity.mentions.push(number);
        if mention.text() != entity.name && !entity.aliases.iter().any(|a| a == mention.text()) {
            entity.aliases.push(mention.text().to_owned());
        }
    }

    fn create(&mut self, mention: &Mention<'_>) -> usize {
        let id = self.entities.len();
        let entry = mention.entry.map(|e| self.gazetteer.entry(e));
        self.entities.push(Entity {
            id,
            kind: mention.kind,
            name: entry.map_or_else(|| mention.text().to_owned(), |e| e.name().to_owned()),
            wikidata: entry.map_or_else(String::new, |e| e.wikidata().to_owned()),
            iso: entry.map_or_else(String::new, |e| e.country().split('|').next().unwrap_or("").to_owned()),
            aliases: Vec::new(),
            mentions: Vec::new(),
            entry: mention.entry,
        });
        id
    }
}
