//! Actor codes: `actors.toml`.

use super::compile::parse;
use super::files::Source;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// The roles of actors, in the order of their numbers.
pub(crate) const ROLES: [&str; 12] = [
    "government",
    "military",
    "police",
    "judiciary",
    "parliament",
    "opposition",
    "rebels",
    "civilians",
    "media",
    "business",
    "diplomacy",
    "former",
];

/// What the codes of actors are made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Actors {
    /// Codes by role.
    pub(crate) roles: Vec<String>,
    /// Beginnings of offices in small letters, longest first, with their role.
    pub(crate) offices: Vec<(String, u8)>,
    /// By kind of organisation: the code after that of a country, and without a country.
    pub(crate) organisations: BTreeMap<String, (String, String)>,
    /// By tag of a person.
    pub(crate) people: BTreeMap<String, String>,
    /// Whole codes by name.
    pub(crate) known: BTreeMap<String, String>,
}

impl Actors {
    /// The role of an office.
    pub(crate) fn office(&self, role: &str) -> Option<u8> {
        let role = role.to_lowercase();
        let first = role.as_bytes().first();
        let begins = |office: &str| {
            // Most differ in the first letter.
            office.as_bytes().first() == first
                && role
                    .strip_prefix(office)
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        };
        self.offices.iter().find(|(office, _)| begins(office)).map(|&(_, role)| role)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorsFile {
    roles: BTreeMap<Spanned<String>, String>,
    offices: BTreeMap<Spanned<String>, Vec<String>>,
    organisations: BTreeMap<String, (String, String)>,
    people: BTreeMap<String, String>,
    known: BTreeMap<String, String>,
}

/// Reads `actors.toml`.
pub(super) fn read(source: &Source, faults: &mut Vec<String>) -> Actors {
    let Some(file) = parse::<ActorsFile>(source, faults) else { return Actors::default() };
    let mut number = |name: &Spanned<String>| {
        let found = ROLES.iter().position(|r| r == name.get_ref());
        if found.is_none() {
            let place = source.locate(name.span());
            faults.push(format!("{place}: found the role {:?}, expected one of {}", name.get_ref(), ROLES.join(", ")));
        }
        found
    };
    let mut actors = Actors {
        roles: vec![String::new(); ROLES.len()],
        organisations: file.organisations,
        people: file.people,
        known: file.known,
        ..Actors::default()
    };
    for (role, code) in &file.roles {
        if let Some(role) = number(role) {
            actors.roles[role].clone_from(code);
        }
    }
    for (role, offices) in &file.offices {
        if let Some(role) = number(role) {
            actors.offices.extend(offices.iter().map(|o| (o.to_lowercase(), role as u8)));
        }
    }
    actors.offices.sort_by_key(|(office, _)| std::cmp::Reverse(office.len()));
    actors
}
