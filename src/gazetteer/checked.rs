use super::kind::EntryKind;
use super::row::{ALIASES, COUNTRY, FIELDS, FLAGS, ID, KIND, NAME, RawRow};
use crate::table::{AMBIGUOUS, CASED};
use crate::user_file::Faults;

const KINDS: [(&str, EntryKind); 4] = [
    ("person", EntryKind::Person),
    ("country", EntryKind::Country),
    ("place", EntryKind::Place),
    ("organisation", EntryKind::Organisation),
];

/// A row of a user gazetteer without faults.
pub(super) struct Checked<'r> {
    pub(super) name: &'r str,
    pub(super) kind: EntryKind,
    pub(super) id: &'r str,
    aliases: &'r str,
    pub(super) country: &'r str,
    /// Of the senses of its names.
    pub(super) features: u32,
    pub(super) overrides: bool,
}

impl<'r> Checked<'r> {
    /// Checks every field of a row; `None`, and faults, when one is not as it should be.
    pub(super) fn new(row: &'r RawRow<'_>, is_country: impl Fn(&str) -> bool, faults: &mut Faults<'_>) -> Option<Self> {
        let before = faults.all.len();
        let mut fault = |field: usize, found: &str, expected: &str| {
            faults.push(row.line, Some(FIELDS[field]), format!("{found:?}"), expected);
        };
        let field = |field: usize| row.fields[field].trim();
        let (name, aliases, id, country) = (field(NAME), field(ALIASES), field(ID), field(COUNTRY));
        for (column, name) in std::iter::once((NAME, name)).chain(values(aliases).map(|a| (ALIASES, a))) {
            if !is_name(name) {
                fault(column, name, "a name with a letter or digit");
            }
        }
        let kind = KINDS.iter().find(|(kind, _)| kind.eq_ignore_ascii_case(field(KIND))).map(|&(_, k)| k);
        if kind.is_none() {
            fault(KIND, field(KIND), "person, country, place or organisation");
        }
        if id.contains(char::is_whitespace) {
            fault(ID, id, "an id without spaces");
        }
        let mut features = 0;
        let mut overrides = false;
        for flag in values(field(FLAGS)) {
            match flag {
                "case_sensitive" => features |= CASED,
                "needs_context" => features |= AMBIGUOUS,
                "overrides_bundled" => overrides = true,
                _ => fault(FLAGS, flag, "case_sensitive, needs_context or overrides_bundled"),
            }
        }
        if kind == Some(EntryKind::Country) {
            // A country of the user's own may have a code of its own.
            if !country.is_empty() && !is_code(country) {
                fault(COUNTRY, country, "two capitals");
            }
        } else if !country.is_empty() && !is_country(country) {
            fault(COUNTRY, country, "an ISO 3166-1 alpha-2 code such as NE");
        }
        let kind = kind.filter(|_| faults.all.len() == before)?;
        Some(Self { name, kind, id, aliases, country, features, overrides })
    }

    /// The other names.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        values(self.aliases)
    }

    /// Whether the id is a Wikidata id.
    pub(super) fn has_wikidata(&self) -> bool {
        let digits = self.id.strip_prefix('Q').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The values of a list.
fn values(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').map(str::trim).filter(|v| !v.is_empty())
}

fn is_name(name: &str) -> bool {
    name.bytes().any(|b| b.is_ascii_alphanumeric()) || name.chars().any(char::is_alphanumeric)
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}
