//! Actor codes: who somebody is, by country and role.

use super::relation::{Argument, Relation};
use super::{RelationKind, Status};
use crate::Document;
use crate::entity::Entity;
use crate::gazetteer::{EntryKind, Gazetteer};
use crate::grammar::{Actors as Codes, ROLES};
use crate::mention::{Mention, MentionKind};
use crate::table::Tag;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The part that an actor plays in its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ActorRole {
    /// Heads of state and government, ministries, administration.
    Government,
    /// Armed forces of the state.
    Military,
    /// Police and border guards.
    Police,
    /// Judges and prosecutors.
    Judiciary,
    /// Parliament and its members.
    Parliament,
    /// Opposition parties and people.
    Opposition,
    /// Armed groups against the state.
    Rebels,
    /// People without office.
    Civilians,
    /// Press and journalists.
    Media,
    /// Firms and those who lead them.
    Business,
    /// Ambassadors and negotiators.
    Diplomacy,
    /// Those who held an office.
    Former,
}

impl ActorRole {
    const ALL: [Self; ROLES.len()] = [
        Self::Government,
        Self::Military,
        Self::Police,
        Self::Judiciary,
        Self::Parliament,
        Self::Opposition,
        Self::Rebels,
        Self::Civilians,
        Self::Media,
        Self::Business,
        Self::Diplomacy,
        Self::Former,
    ];

    fn from_number(number: u8) -> Self {
        Self::ALL[usize::from(number) % Self::ALL.len()]
    }

    /// The name in the JSON form.
    pub fn as_str(self) -> &'static str {
        ROLES[self as usize]
    }
}

impl fmt::Display for ActorRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The code and role of an entity or mention.
#[derive(Clone, Debug, Default, PartialEq)]
struct Actor {
    code: String,
    role: Option<ActorRole>,
}

/// The codes of the actors of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Actors {
    entities: Vec<Actor>,
    /// By number of the mention, sorted: nouns and names that show a role of their country.
    mentions: Vec<(usize, Actor)>,
}

impl Document<'_> {
    /// The code of an actor in event data: country (ISO 3166-1 alpha-3) and role, `MLIMIL` for the Malian army; `IGOUNO` and the like for
    /// international organisations; `None` for those of whom neither the text nor the gazetteer says enough.
    ///
    /// ```
    /// let document = depeche::Extractor::new().extract("L'armée malienne a bombardé Kidal. L'ONU a condamné le Mali.");
    /// let codes: Vec<_> = document.relations().iter().map(|r| document.actor_code(r.subject())).collect();
    /// assert_eq!(codes, [Some("MLIMIL"), Some("IGOUNO")]);
    /// ```
    pub fn actor_code(&self, argument: Argument) -> Option<&str> {
        Some(self.actor(argument)?.code.as_str()).filter(|c| !c.is_empty())
    }

    /// The part that the actor plays: what the noun says ("l'armée malienne"), or the office held.
    pub fn actor_role(&self, argument: Argument) -> Option<ActorRole> {
        self.actor(argument)?.role
    }

    fn actor(&self, argument: Argument) -> Option<&Actor> {
        let mentions = &self.actors.mentions;
        match mentions.binary_search_by_key(&argument.mention, |m| m.0) {
            Ok(at) => Some(&mentions[at].1),
            Err(_) => self.actors.entities.get(argument.entity),
        }
    }
}

/// Gives the entities of a document, and the nouns that stand for countries, their codes.
pub(crate) fn actors(
    codes: &Codes,
    gazetteer: &Gazetteer,
    mentions: &[Mention<'_>],
    entities: &[Entity],
    relations: &[Relation<'_>],
) -> Actors {
    let finder = Coder { codes, gazetteer, entities, relations };
    let entities = entities.iter().map(|e| finder.entity(e)).collect();
    let mut arguments: Vec<Argument> = relations.iter().flat_map(|r| [r.subject, r.object]).collect();
    arguments.sort_unstable_by_key(|a| a.mention);
    arguments.dedup_by_key(|a| a.mention);
    let shown = arguments.iter().filter_map(|a| Some((a.mention, finder.mention(&mentions[a.mention], a.entity)?)));
    let mentions = shown.collect();
    Actors { entities, mentions }
}

struct Coder<'a, 't> {
    codes: &'a Codes,
    gazetteer: &'a Gazetteer,
    entities: &'a [Entity],
    relations: &'a [Relation<'t>],
}

impl Coder<'_, '_> {
    /// The alpha-3 code of the country of an entity.
    fn country(&self, entity: &Entity) -> String {
        if entity.kind == MentionKind::Country
            && let Some(entry) = entity.entry
        {
            return self.gazetteer.entry(entry).code_text().to_owned();
        }
        self.alpha3(entity.iso.as_str())
    }

    fn alpha3(&self, alpha2: &str) -> String {
        self.gazetteer.country(alpha2).map_or_else(String::new, |c| c.code_text().to_owned())
    }

    fn with_role(&self, country: &str, role: u8) -> Actor {
        let code = if country.is_empty() {
            String::new()
        } else {
            format!("{country}{}", self.codes.roles[usize::from(role)])
        };
        Actor { code, role: Some(ActorRole::from_number(role)) }
    }

    fn entity(&self, entity: &Entity) -> Actor {
        match entity.kind {
            MentionKind::Person => self.person(entity),
            MentionKind::Organisation => self.organisation(entity),
            _ => Actor { code: self.country(entity), role: None },
        }
    }

    fn organisation(&self, entity: &Entity) -> Actor {
        if let Some(code) = self.codes.known.get(&entity.name) {
            return Actor { code: code.clone(), role: None };
        }
        let Some(entry) = entity.entry.map(|e| self.gazetteer.entry(e)) else { return Actor::default() };
        let Some((after, alone)) = self.codes.organisations.get(entry.subtype()) else { return Actor::default() };
        let country = self.country(entity);
        let code = if country.is_empty() { alone.clone() } else { format!("{country}{after}") };
        // The first role with the code: a ministry is government.
        let role = self.codes.roles.iter().position(|r| r == after).filter(|_| !country.is_empty());
        Actor { code, role: role.map(|r| ActorRole::from_number(r as u8)) }
    }

    fn person(&self, entity: &Entity) -> Actor {
        let offices = || {
            self.relations.iter().filter(|r| {
                let holder = match r.kind {
                    RelationKind::HoldsOffice | RelationKind::ElectedTo => r.subject.entity,
                    _ => return false,
                };
                holder == entity.id && matches!(r.status, Status::Actual | Status::Ended)
            })
        };
        let former = self.codes.roles.len() as u8 - 1;
        for status in [Status::Actual, Status::Ended] {
            for relation in offices().filter(|r| r.status == status) {
                let scope = &self.entities[relation.object.entity];
                if scope.kind == MentionKind::Organisation {
                    let found = self.organisation(scope);
                    if !found.code.is_empty() {
                        return found;
                    }
                }
                let role = self.codes.office(relation.role.as_deref().unwrap_or(""));
                if let Some(role) = role {
                    let country = self.country(scope);
                    let former = if status == Status::Ended { former } else { role };
                    return self.with_role(&country, former);
                }
            }
        }
        self.known_person(entity, former)
    }

    /// What the gazetteer says of a person: an office held now, a tag, an office held once, the country.
    fn known_person(&self, entity: &Entity, former: u8) -> Actor {
        let country = self.country(entity);
        let Some(entry) = entity.entry.map(|e| self.gazetteer.entry(e)) else {
            return Actor { code: country, role: None };
        };
        let mut held = false;
        for office in entry.offices() {
            let (role, rest) = office.split_once('@').unwrap_or((office, ""));
            let (scope, years) = rest.split_once(':').unwrap_or((rest, ""));
            let Some(role) = self.codes.office(role) else { continue };
            held = true;
            if years.ends_with('-') {
                let scope = self.gazetteer.lookup(scope).find(|e| e.kind() == EntryKind::Country);
                let scope = scope.map_or_else(|| country.clone(), |c| c.code_text().to_owned());
                return self.with_role(&scope, role);
            }
        }
        let tag = entry.subtype().split('|').find_map(|tag| self.codes.people.get(tag));
        match tag {
            Some(tag) if !country.is_empty() => Actor { code: format!("{country}{tag}"), role: self.role_of(tag) },
            _ if held => self.with_role(&country, former),
            _ => Actor { code: country, role: None },
        }
    }

    fn role_of(&self, code: &str) -> Option<ActorRole> {
        self.codes.roles.iter().position(|r| r == code).map(|r| ActorRole::from_number(r as u8))
    }

    /// What a noun or building that stands for a country shows.
    fn mention(&self, mention: &Mention<'_>, entity: usize) -> Option<Actor> {
        let entity = &self.entities[entity];
        if mention.kind != MentionKind::Actor || entity.kind != MentionKind::Country {
            return None;
        }
        let country = self.country(entity);
        let role = self.codes.office(mention.text).or_else(|| self.noun(mention.text))?;
        Some(self.with_role(&country, role))
    }

    /// The role of the first words of a text that the gazetteer gives one.
    fn noun(&self, text: &str) -> Option<u8> {
        let cut = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
        let start_of = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let words: Vec<(usize, usize)> =
            text.split(cut).filter(|w| !w.is_empty()).map(|w| (start_of(w), start_of(w) + w.len())).collect();
        // The longest noun that begins first: "forces de sécurité" before "forces".
        (0..words.len()).find_map(|first| {
            let mut ends = words[first..].iter().take(LONGEST_NOUN).rev();
            ends.find_map(|&(_, end)| self.role_of_noun(&text[words[first].0..end]))
        })
    }

    fn role_of_noun(&self, noun: &str) -> Option<u8> {
        self.gazetteer.name_senses(noun).find_map(|sense| match sense.tag() {
            Tag::HeadNoun => {
                let role = self.gazetteer.entry(sense.index()).country();
                ROLES.iter().position(|r| *r == role).map(|r| r as u8)
            }
            Tag::Metonym if sense.features() == BUILDING => Some(ActorRole::Government as u8),
            _ => None,
        })
    }
}

/// The longest noun with a role, in words.
const LONGEST_NOUN: usize = 4;

/// The features of a metonym that is a building: the Kremlin is the government, Moscow the country.
const BUILDING: u32 = 1;
