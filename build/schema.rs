//! The tables of gazetteers/: their columns and what each holds.
//!
//! Shared by the build script, which refuses data that do not keep to it, and by the lint of the tests.

use std::collections::HashSet;

/// What one value of a column is.
#[derive(Clone, Copy)]
pub enum Holds {
    /// Any text.
    Text,
    /// A name: it has a letter or a digit.
    Name,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A number in decimal digits.
    Number,
    /// A number from 1 to 9.
    Weight,
    /// `Q` and digits.
    Wikidata,
    /// Two capitals.
    Iso2,
    /// Three capitals.
    Iso3,
    /// The `iso2` of a row of country.tsv.
    Country,
    /// `role@scope`, `role@scope:year`, `role@scope:from-to` or `role@scope:from-`.
    Office,
    /// Letters of gender and number, or `prefix`.
    Features,
}

/// How many values a field has.
#[derive(Clone, Copy, PartialEq)]
pub enum Many {
    One,
    OneOrNone,
    /// Any number, `|` between.
    List,
}

/// A column of a table.
pub struct Column {
    pub name: &'static str,
    pub holds: Holds,
    pub many: Many,
}

const fn one(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, many: Many::One }
}

const fn optional(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, many: Many::OneOrNone }
}

const fn list(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, many: Many::List }
}

use Holds::{Country, Features, Iso2, Iso3, Name, Number, Office, OneOf, Text, Weight, Wikidata};

pub const PERSON: &[Column] = &[
    one("name", Name),
    list("aliases", Name),
    optional("sex", OneOf(&["m", "f"])),
    list("country", Country),
    optional("wikidata", Wikidata),
    list(
        "tags",
        OneOf(&[
            "activist",
            "business",
            "culture",
            "diplomat",
            "history",
            "justice",
            "media",
            "military",
            "politician",
            "rebel",
            "religious",
            "royal",
            "science",
            "sport",
        ]),
    ),
    list("offices", Office),
    list("flags", OneOf(&["ambiguous", "historic"])),
];

pub const PLACE: &[Column] = &[
    one("name", Name),
    list("aliases", Name),
    one(
        "kind",
        OneOf(&[
            "airport",
            "area",
            "base",
            "building",
            "city",
            "continent",
            "department",
            "desert",
            "district",
            "island",
            "lake",
            "mountain",
            "ocean",
            "province",
            "region",
            "river",
            "sea",
            "strait",
            "street",
        ]),
    ),
    list("country", Country),
    optional("geonames", Number),
    optional("population", Number),
    list("flags", OneOf(&["ambiguous"])),
];

pub const ORGANISATION: &[Column] = &[
    one("name", Name),
    list("acronyms", Name),
    list("aliases", Name),
    one(
        "kind",
        OneOf(&[
            "agency",
            "alliance",
            "armed_group",
            "army",
            "bank",
            "club",
            "company",
            "court",
            "federation",
            "government",
            "igo",
            "institute",
            "media",
            "mission",
            "ngo",
            "parliament",
            "party",
            "religious",
            "union",
            "university",
        ]),
    ),
    list("country", Country),
    optional("wikidata", Wikidata),
    list("flags", OneOf(&["ambiguous"])),
];

pub const COUNTRY: &[Column] = &[
    one("name", Name),
    optional("article", OneOf(&["le", "la", "l'", "les"])),
    optional("long_name", Name),
    list("aliases", Name),
    optional("iso2", Iso2),
    optional("iso3", Iso3),
    optional("wikidata", Wikidata),
    optional("continent", OneOf(&["Afrique", "Amérique", "Antarctique", "Asie", "Europe", "Océanie"])),
    optional("region", Name),
    optional("capital", Name),
    one("status", OneOf(&["state", "territory", "disputed", "former"])),
];

pub const DEMONYM: &[Column] = &[one("form", Name), one("country", Name), one("features", Features)];

pub const METONYM: &[Column] = &[
    one("name", Name),
    list("aliases", Name),
    one("target", Name),
    one("kind", OneOf(&["building", "capital", "seat"])),
];

pub const TITLE: &[Column] = &[
    optional("masculine", Name),
    list("feminine", Name),
    list("masculine_plural", Name),
    list("feminine_plural", Name),
    list("abbreviations", Name),
    one("class", OneOf(&["candidate", "founder", "honorific", "kin", "member", "office", "profession", "rank"])),
    list("heads", OneOf(&["army", "country", "ministry", "none", "organisation", "place"])),
];

pub const HEAD_NOUN: &[Column] = &[
    one("singular", Name),
    list("plural", Name),
    optional("gender", OneOf(&["m", "f"])),
    one("kind", OneOf(&["actor", "event", "organisation", "place"])),
    optional(
        "role",
        OneOf(&[
            "business",
            "civilians",
            "diplomacy",
            "government",
            "judiciary",
            "media",
            "military",
            "opposition",
            "parliament",
            "police",
            "rebels",
        ]),
    ),
];

pub const AMBIGUOUS: &[Column] =
    &[one("name", Name), list("readings", OneOf(READINGS)), list("needs", OneOf(NEEDS)), optional("note", Text)];

/// In the order of the bits in src/table/sense.rs.
pub const READINGS: &[&str] = &["word", "Person", "Country", "Place", "Organisation"];
/// In the order of the bits in src/table/sense.rs.
pub const NEEDS: &[&str] = &[
    "article",
    "preposition-place",
    "given-name-before",
    "title-before",
    "organisation-context",
    "capital-in-mid-sentence",
];

pub const GIVEN_NAME: &[Column] = &[one("name", Name), optional("sex", OneOf(&["m", "f", "x"])), one("weight", Weight)];

pub const FAMILY_NAME: &[Column] = &[one("name", Name), one("weight", Weight)];

impl Column {
    /// Calls `fault` with what was found and what expected, for every value of the field that is not
    /// what the column holds.
    pub fn check(&self, field: &str, countries: &HashSet<String>, fault: &mut dyn FnMut(&str, &str)) {
        let values = match self.many {
            Many::List => field.split('|'),
            // No field holds this character, so that there is one value.
            Many::One | Many::OneOrNone => field.split('\n'),
        };
        if field.is_empty() {
            if self.many == Many::One {
                fault(field, &self.holds.expected());
            }
            return;
        }
        for value in values {
            if !self.holds.fits(value, countries) {
                fault(value, &self.holds.expected());
            }
        }
    }
}

impl Holds {
    fn fits(self, value: &str, countries: &HashSet<String>) -> bool {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let capitals = |n: usize| value.len() == n && value.bytes().all(|b| b.is_ascii_uppercase());
        match self {
            Text => true,
            Name => value.chars().any(char::is_alphanumeric),
            OneOf(values) => values.contains(&value),
            Number => digits(value) && value.parse::<u32>().is_ok(),
            Weight => value.len() == 1 && digits(value) && value != "0",
            Wikidata => value.strip_prefix('Q').is_some_and(digits),
            Iso2 => capitals(2),
            Iso3 => capitals(3),
            Country => countries.contains(value),
            Office => is_office(value),
            Features => {
                value == "prefix"
                    || value.chars().all(|c| "mfsp".contains(c))
                        && value.chars().enumerate().all(|(i, c)| !value.chars().skip(i + 1).any(|d| d == c))
            }
        }
    }

    fn expected(self) -> String {
        match self {
            Text => "a text".into(),
            Name => "a name with a letter or digit".into(),
            OneOf(values) => format!("one of {}", values.join(", ")),
            Number => "a number".into(),
            Weight => "a number from 1 to 9".into(),
            Wikidata => "a Wikidata id such as Q1032".into(),
            Iso2 => "two capitals".into(),
            Iso3 => "three capitals".into(),
            Country => "the iso2 of a row of country.tsv".into(),
            Office => "role@scope, role@scope:year, role@scope:from-to or role@scope:from-".into(),
            Features => "letters of m, f, s, p, or prefix".into(),
        }
    }
}

/// The parts of an office: role, scope and years.
pub fn office(value: &str) -> Option<(&str, &str, &str)> {
    let (role, scope) = value.split_once('@')?;
    let dated = scope.rsplit_once(':').filter(|(_, y)| y.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    let (scope, years) = dated.unwrap_or((scope, ""));
    Some((role, scope, years))
}

fn is_office(value: &str) -> bool {
    let year = |s: &str| s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit());
    let Some((role, scope, years)) = office(value) else {
        return false;
    };
    let good_years = match years.split_once('-') {
        _ if years.is_empty() => !value.ends_with(':'),
        None => year(years),
        Some((from, "")) => year(from),
        Some(("", to)) => year(to),
        Some((from, to)) => year(from) && year(to) && from <= to,
    };
    let clean = |s: &str| !s.is_empty() && s.trim() == s && !s.contains(['@', ':']);
    clean(role) && clean(scope) && good_years
}
