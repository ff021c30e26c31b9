//! What the document has said so far: entities, who holds which office, who was named last.

use super::relation::Argument;
use crate::Span;
use crate::entity::Entity;
use crate::gazetteer::{Entry, EntryKind};
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionKind};
use crate::table::Tag;
use std::borrow::Cow;

/// That a person holds an office, as the document says or the gazetteer knows.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    pub(crate) person: usize,
    /// The entry of the title.
    pub(crate) title: u32,
    pub(crate) scope: Option<usize>,
    /// As the text writes it.
    pub(crate) role: Option<String>,
    /// The text says that it is over.
    pub(crate) over: bool,
}

/// The state of the document while its sentences are read.
pub(crate) struct Discourse<'a, 't> {
    pub(crate) lexed: &'a Lexed<'a, 't>,
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) offices: Vec<Office>,
    /// The entities that were subject of the last main clauses, the latest last.
    pub(crate) subjects: Vec<usize>,
    /// The two actors of the only relation of the sentence before.
    pub(crate) last_pair: Option<(usize, usize)>,
    names: usize,
}

impl<'a, 't> Discourse<'a, 't> {
    pub(crate) fn new(lexed: &'a Lexed<'a, 't>, mentions: Vec<Mention<'t>>, entities: Vec<Entity>) -> Self {
        let names = mentions.len();
        Self { lexed, mentions, entities, offices: Vec::new(), subjects: Vec::new(), last_pair: None, names }
    }

    pub(crate) fn entry(&self, entity: usize) -> Option<Entry<'a>> {
        self.entities[entity].entry.map(|e| self.lexed.gazetteer.entry(e))
    }

    pub(crate) fn kind(&self, entity: usize) -> MentionKind {
        self.entities[entity].kind
    }

    /// The argument that a name is.
    pub(crate) fn of_name(&self, mention: usize) -> Option<Argument> {
        self.mentions[mention].entity.map(|entity| Argument { entity, mention })
    }

    /// The entity of an entry; a new one when the document has not named it.
    pub(crate) fn of_entry(&mut self, entry: u32) -> usize {
        if let Some(found) = self.entities.iter().position(|e| e.entry == Some(entry)) {
            return found;
        }
        let known = self.lexed.gazetteer.entry(entry);
        let kind = match known.kind() {
            EntryKind::Person => MentionKind::Person,
            EntryKind::Country => MentionKind::Country,
            EntryKind::Place => MentionKind::Place,
            _ => MentionKind::Organisation,
        };
        if let Some(found) = self.entities.iter().position(|e| e.kind == kind && e.name == known.name()) {
            return found;
        }
        let id = self.entities.len();
        self.entities.push(Entity {
            id,
            kind,
            name: known.name().to_owned(),
            wikidata: known.wikidata().to_owned(),
            iso: known.country().split('|').next().unwrap_or("").to_owned(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            entry: Some(entry),
            female: known.is_female(),
        });
        id
    }

    /// Makes the span a nominal mention of the entity.
    pub(crate) fn nominal(&mut self, span: Span, entity: usize) -> Argument {
        let text = span.of(self.lexed.text);
        let known = self.mentions[self.names..]
            .iter()
            .position(|m| m.start == span.start && m.text.len() == text.len() && m.entity == Some(entity));
        let mention = known.map_or(self.mentions.len(), |m| m + self.names);
        if known.is_none() {
            self.mentions.push(Mention {
                text,
                start: span.start,
                kind: MentionKind::Actor,
                entity: Some(entity),
                entry: None,
                found_by: Cow::Borrowed("nominal"),
                confidence: 0.7,
            });
            self.entities[entity].mentions.push(mention);
        }
        Argument { entity, mention }
    }

    /// The country a place or building stands for.
    pub(crate) fn metonym(&mut self, entity: usize) -> Option<usize> {
        let targets = self.metonym_targets(entity);
        // A seat stands for its body where the text names the body ("Bruxelles"), otherwise for the country.
        let kind = |target: u32| self.lexed.gazetteer.entry(target).kind();
        let named = targets.iter().copied().find(|&t| {
            kind(t) == EntryKind::Organisation && self.entities.iter().any(|e| e.entry == Some(t) && e.id != entity)
        });
        let chosen = named.or_else(|| targets.iter().copied().find(|&t| kind(t) == EntryKind::Country))?;
        Some(self.of_entry(chosen))
    }

    /// The organisation whose seat the place is, where it is no country's: "Europe" → the Union.
    pub(crate) fn body(&mut self, entity: usize) -> Option<usize> {
        let target = self.metonym_targets(entity).into_iter().next()?;
        let kind = self.lexed.gazetteer.entry(target).kind();
        (kind == EntryKind::Organisation).then(|| self.of_entry(target))
    }

    /// Whether the name stands for a country or body.
    pub(crate) fn metonym_kind(&self, entity: usize) -> bool {
        !self.metonym_targets(entity).is_empty()
    }

    fn metonym_targets(&self, entity: usize) -> Vec<u32> {
        let senses = self.lexed.gazetteer.name_senses(&self.entities[entity].name);
        senses.filter(|s| s.tag() == Tag::Metonym).map(crate::table::Sense::index).collect()
    }

    /// The names before the byte, the latest first.
    pub(crate) fn names_before(&self, byte: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.mentions[..self.names].partition_point(|m| m.start < byte);
        self.mentions[..end].iter().rev().filter(|m| m.kind.is_name()).filter_map(|m| m.entity)
    }

    /// The last entities of the kind named before the byte, all different, the latest first.
    pub(crate) fn last(&self, byte: usize, kind: MentionKind, count: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for entity in self.names_before(byte) {
            if self.kind(entity) == kind && !found.contains(&entity) {
                found.push(entity);
                if found.len() == count {
                    break;
                }
            }
        }
        found
    }

    /// Whether the person is a woman, as far as the text or the gazetteer says.
    pub(crate) fn is_female(&self, entity: usize) -> Option<bool> {
        self.entities[entity].female.or_else(|| self.entry(entity)?.is_female())
    }

    /// The person of the document who holds the office of the title for the scope.
    pub(crate) fn holder(&self, title: u32, scope: Option<usize>, byte: usize) -> Option<usize> {
        let stated = self.offices.iter().rev().find(|o| o.title == title && (scope.is_none() || o.scope == scope));
        if let Some(office) = stated {
            return Some(office.person);
        }
        // A person named before whom the gazetteer gives this office.
        let name = self.lexed.gazetteer.entry(title).name();
        let scope_name = scope.map(|s| self.entities[s].name.as_str());
        let mut found = None;
        for person in self.names_before(byte).filter(|&e| self.kind(e) == MentionKind::Person) {
            let Some(entry) = self.entry(person) else { continue };
            let holds = entry.offices().any(|office| {
                let (role, rest) = office.split_once('@').unwrap_or((office, ""));
                let at = rest.split(':').next().unwrap_or("");
                role == name && scope_name.is_none_or(|s| s == at)
            });
            if holds {
                match found {
                    None => found = Some(person),
                    Some(first) if first == person => {}
                    // Two of them: without a scope nobody is meant for sure.
                    Some(first) => return scope.is_some().then_some(first),
                }
            }
        }
        found
    }

    /// The office that the text gives the person for the scope: one held still, the latest; before one that is over.
    pub(crate) fn office_of(&self, person: usize, scope: Option<usize>) -> Option<String> {
        let gazetteer = self.lexed.gazetteer;
        let of = |o: &&Office| o.person == person && o.role.is_some() && gazetteer.entry(o.title).subtype() == "office";
        let chosen = |held: bool, scoped: bool| {
            let fits = |o: &&Office| of(o) && (!held || !o.over) && (!scoped || o.scope == scope);
            self.offices.iter().rev().find(fits)
        };
        let found = chosen(true, true).or_else(|| chosen(true, false)).or_else(|| chosen(false, true));
        found.or_else(|| chosen(false, false)).and_then(|o| o.role.clone())
    }

    /// The country the person belongs to, as the gazetteer knows it.
    pub(crate) fn country_of(&mut self, person: usize) -> Option<usize> {
        let entry = self.entry(person)?;
        let code = entry.country().split('|').next().filter(|c| !c.is_empty())?;
        let country = self.lexed.gazetteer.country(code)?.index();
        Some(self.of_entry(country))
    }

    /// The country the document is about, where no other comes near: named twice as often as the next.
    pub(crate) fn sole_country(&self) -> Option<usize> {
        let main = self.main_country()?;
        let count = self.entities[main].mentions.len();
        let rival = self.entities.iter().filter(|e| e.kind == MentionKind::Country && e.id != main);
        rival.map(|e| e.mentions.len()).max().is_none_or(|next| count >= 2 * next).then_some(main)
    }

    /// The country the document speaks of most.
    pub(crate) fn main_country(&self) -> Option<usize> {
        self.entities
            .iter()
            .filter(|e| e.kind == MentionKind::Country)
            .max_by_key(|e| (e.mentions.len(), std::cmp::Reverse(e.id)))
            .map(|e| e.id)
    }
}
