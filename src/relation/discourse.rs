//! What the document has said so far: entities, who holds which office, who was named last.

use super::relation::Argument;
use super::salience::Salience;
use crate::Span;
use crate::entity::Entity;
use crate::fold;
use crate::gazetteer::{Entry, EntryKind};
use crate::keyed::Map;
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionKind};
use crate::table::Tag;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::cell::RefCell;
use std::collections::HashMap;

/// What found a noun that stands for an entity.
pub(crate) const STANDS_FOR: &str = "nominal";

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
    /// Who has been spoken of lately.
    pub(crate) salience: Salience,
    /// Ranks, honorifics and other titles that stand beside names.
    pub(crate) titles: Vec<(usize, u32)>,
    /// What people are called by nouns that are no titles of the gazetteer: "X, boulangère".
    pub(crate) called: Vec<(usize, String)>,
    /// Titles that stood for somebody whom the text does not name, and where.
    pub(crate) unnamed: Vec<(u32, usize)>,
    /// Those who were the subject of a sentence together, with its number.
    pub(crate) together: Option<(usize, Vec<usize>)>,
    /// Whether the names of organisations are feminine, where an article tells.
    pub(crate) genders: Map<usize, bool>,
    /// Organisations whose names are plural: "les talibans".
    pub(crate) plurals: Vec<usize>,
    /// Whom possessives and object pronouns mean, by their token.
    pub(crate) pointers: Map<usize, Vec<usize>>,
    /// What nominals and pronouns mean, by their first token.
    pub(crate) referents: Map<usize, Vec<Argument>>,
    /// The code of the country the text is about, places counted, once asked for.
    home: OnceCell<Option<String>>,
    /// The only armed group, once asked for.
    armed: OnceCell<Option<usize>>,
    /// Where the last deed of violence took place.
    pub(crate) scene: Option<usize>,
    names: usize,
    /// The mentions made here, by where they start.
    stated: Map<usize, Vec<usize>>,
    /// How often the text speaks of a country without naming it, by its code: demonyms, and places in it.
    touched: HashMap<String, usize>,
    /// Of each entity, the words of its names, once asked for.
    bearers: RefCell<Vec<Option<Box<[u64]>>>>,
}

impl<'a, 't> Discourse<'a, 't> {
    pub(crate) fn new(lexed: &'a Lexed<'a, 't>, mentions: Vec<Mention<'t>>, entities: Vec<Entity>) -> Self {
        let names = mentions.len();
        Self {
            lexed,
            mentions,
            entities,
            offices: Vec::new(),
            subjects: Vec::new(),
            last_pair: None,
            salience: Salience::default(),
            titles: Vec::new(),
            called: Vec::new(),
            unnamed: Vec::new(),
            together: None,
            genders: Map::default(),
            plurals: Vec::new(),
            pointers: Map::default(),
            referents: Map::default(),
            scene: None,
            home: OnceCell::new(),
            armed: OnceCell::new(),
            names,
            stated: Map::default(),
            touched: HashMap::new(),
            bearers: RefCell::default(),
        }
    }

    /// Counts what the text says of countries that it need not name: "le gouvernement français", "à Lyon". Where it names none at all,
    /// the one it touches most joins the entities.
    pub(crate) fn locate(&mut self) {
        let gazetteer = self.lexed.gazetteer;
        for token in 0..self.lexed.tokens.len() {
            let demonyms = self.lexed.word_senses(token).filter(|s| s.tag() == Tag::Demonym);
            let state = demonyms.map(|s| gazetteer.entry(s.index())).find(|e| e.subtype() == "state");
            if let Some(code) = state.map(|e| e.country()).filter(|c| !c.is_empty()) {
                *self.touched.entry(code.to_owned()).or_default() += 1;
            }
        }
        for place in self.entities.iter().filter(|e| e.kind == MentionKind::Place && e.iso.len() == 2) {
            *self.touched.entry(place.iso.clone()).or_default() += place.mentions.len();
        }
        if self.entities.iter().any(|e| e.kind == MentionKind::Country) {
            return;
        }
        let most = self.touched.iter().max_by_key(|&(code, &count)| (count, std::cmp::Reverse(code.clone())));
        let country = most.and_then(|(code, _)| gazetteer.country(code)).map(|e| e.index());
        if let Some(country) = country {
            self.of_entry(country);
        }
    }

    /// How much the text speaks of a country.
    fn weight(&self, country: &Entity) -> usize {
        country.mentions.len() + self.touched.get(&country.iso).copied().unwrap_or(0)
    }

    pub(crate) fn entry(&self, entity: usize) -> Option<Entry<'a>> {
        self.entities[entity].entry.map(|e| self.lexed.gazetteer.entry(e))
    }

    pub(crate) fn kind(&self, entity: usize) -> MentionKind {
        self.entities[entity].kind
    }

    /// Whether the word with this hash stands in a name of the entity.
    pub(crate) fn bears(&self, entity: usize, word: u64) -> bool {
        let mut bearers = self.bearers.borrow_mut();
        if bearers.len() <= entity {
            bearers.resize(self.entities.len(), None);
        }
        let words = bearers[entity].get_or_insert_with(|| {
            let entity = &self.entities[entity];
            std::iter::once(&entity.name).chain(&entity.aliases).flat_map(|name| fold::name_atoms(name)).collect()
        });
        words.contains(&word)
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
            sex_is_sure: true,
        });
        id
    }

    /// Makes the span a mention that stands for the entity: "la délégation russe" for Russia.
    pub(crate) fn nominal(&mut self, span: Span, entity: usize) -> Argument {
        self.mention(span, entity, STANDS_FOR, 0.7)
    }

    /// Makes the span a mention of the very entity: "le président russe", "il".
    pub(crate) fn refer(&mut self, span: Span, entity: usize) -> Argument {
        self.mention(span, entity, "coreference", 0.75)
    }

    fn mention(&mut self, span: Span, entity: usize, found_by: &'static str, confidence: f32) -> Argument {
        let text = span.of(self.lexed.text);
        let same = |&&m: &&usize| {
            let known = &self.mentions[m];
            known.text.len() == text.len() && known.entity == Some(entity)
        };
        let known = self.stated.get(&span.start).and_then(|at| at.iter().find(same)).copied();
        let mention = known.unwrap_or(self.mentions.len());
        if known.is_none() {
            self.stated.entry(span.start).or_default().push(mention);
            self.mentions.push(Mention {
                text,
                start: span.start,
                kind: MentionKind::Actor,
                entity: Some(entity),
                entry: None,
                found_by: Cow::Borrowed(found_by),
                confidence,
                more: crate::mention::More::Nothing,
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

    pub(crate) fn metonym_targets(&self, entity: usize) -> Vec<u32> {
        let senses = self.lexed.gazetteer.name_senses(&self.entities[entity].name);
        senses.filter(|s| s.tag() == Tag::Metonym).map(crate::table::Sense::index).collect()
    }

    /// The names before the byte, the latest first.
    pub(crate) fn names_before(&self, byte: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.mentions[..self.names].partition_point(|m| m.start < byte);
        self.mentions[..end].iter().rev().filter(|m| m.kind.is_name()).filter_map(|m| m.entity)
    }

    /// Where the entity is first named.
    pub(crate) fn first_name(&self, entity: usize) -> Option<usize> {
        self.entities[entity].mentions.first().map(|&m| self.mentions[m].start)
    }

    /// Where the entity is named last before the byte, or spoken of by a nominal.
    pub(crate) fn last_name(&self, entity: usize, byte: usize) -> Option<usize> {
        self.entities[entity].mentions.iter().map(|&m| self.mentions[m].start).filter(|&s| s < byte).max()
    }

    /// Whether the article before a name of the organisation is feminine.
    pub(crate) fn is_feminine_name(&self, entity: usize) -> Option<bool> {
        self.genders.get(&entity).copied()
    }

    /// The only entity named before the byte that fits.
    pub(crate) fn only(&self, byte: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut found =
            (0..self.entities.len()).filter(|&e| self.first_name(e).is_some_and(|first| first < byte) && fits(e));
        let first = found.next()?;
        found.next().is_none().then_some(first)
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

    /// The code of the country that the person belongs to, as the gazetteer knows it.
    pub(crate) fn country_code(&self, person: usize) -> Option<&'a str> {
        self.entry(person)?.country().split('|').next().filter(|c| !c.is_empty())
    }

    /// The country the person belongs to, as the gazetteer knows it.
    pub(crate) fn country_of(&mut self, person: usize) -> Option<usize> {
        let country = self.lexed.gazetteer.country(self.country_code(person)?)?.index();
        Some(self.of_entry(country))
    }

    /// The country the document is about, where no other comes near: named twice as often as the next.
    pub(crate) fn sole_country(&self) -> Option<usize> {
        let countries = self.entities.iter().filter(|e| e.kind == MentionKind::Country);
        let main = countries.max_by_key(|e| (e.mentions.len(), std::cmp::Reverse(e.id)))?.id;
        let count = self.entities[main].mentions.len();
        let rival = self.entities.iter().filter(|e| e.kind == MentionKind::Country && e.id != main);
        rival.map(|e| e.mentions.len()).max().is_none_or(|next| count >= 2 * next).then_some(main)
    }

    /// Where somebody stands for election when the text does not say: his country, if the text speaks of it or of none.
    pub(crate) fn voters_of(&mut self, person: usize) -> Option<usize> {
        let Some(code) = self.country_code(person) else { return self.sole_country() };
        let mut spoken_of = self.entities.iter().filter(|e| e.kind == MentionKind::Country && !e.mentions.is_empty());
        let some = spoken_of.clone().next().is_some();
        let own = spoken_of.any(|e| e.iso == code);
        (own || !some).then(|| self.country_of(person)).flatten()
    }

    /// The country in which the place lies, as the gazetteer knows it.
    pub(crate) fn home_of(&mut self, place: usize) -> Option<usize> {
        let country = self.lexed.gazetteer.country(&self.entities[place].iso)?.index();
        Some(self.of_entry(country))
    }

    /// Whose police acts when the text does not say: the country of most of what the document names, places included.
    pub(crate) fn home(&mut self) -> Option<usize> {
        let located = |e: &Entity| matches!(e.kind, MentionKind::Country | MentionKind::Place);
        // Asked for at every gendarme, counted once.
        let code = self.home.get_or_init(|| self.most_named(located).or_else(|| self.most_named(|_| true)));
        let country = self.lexed.gazetteer.country(code.as_deref()?)?.index();
        Some(self.of_entry(country))
    }

    /// The code of the country to which most mentions of such entities belong.
    fn most_named(&self, fits: impl Fn(&Entity) -> bool) -> Option<String> {
        let mut counts: Vec<(&str, usize, usize)> = Vec::new();
        for entity in self.entities.iter().filter(|e| !e.iso.is_empty() && fits(e)) {
            match counts.iter_mut().find(|(code, ..)| *code == entity.iso) {
                Some((_, count, _)) => *count += entity.mentions.len(),
                None => counts.push((&entity.iso, entity.mentions.len(), entity.id)),
            }
        }
        let most = counts.iter().max_by_key(|(_, count, id)| (*count, std::cmp::Reverse(*id)))?;
        Some(most.0.to_owned())
    }

    /// The only armed group that the document names.
    pub(crate) fn armed_group(&self) -> Option<usize> {
        *self.armed.get_or_init(|| {
            let armed = |e: &&Entity| {
                e.kind == MentionKind::Organisation
                    && e.entry.is_some_and(|n| self.lexed.gazetteer.entry(n).subtype() == "armed_group")
            };
            let mut groups = self.entities.iter().filter(armed);
            let first = groups.next()?;
            groups.next().is_none().then_some(first.id)
        })
    }

    /// The country the document speaks of most.
    pub(crate) fn main_country(&self) -> Option<usize> {
        self.entities
            .iter()
            .filter(|e| e.kind == MentionKind::Country)
            .max_by_key(|e| (self.weight(e), std::cmp::Reverse(e.id)))
            .map(|e| e.id)
    }
}
