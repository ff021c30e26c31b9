use crate::table::Table;
use serde::{Deserialize, Serialize};

/// What kind of thing an entry of a gazetteer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum EntryKind {
    /// A person.
    Person,
    /// A country or territory, present or former.
    Country,
    /// Any other place.
    Place,
    /// An organisation.
    Organisation,
    /// A title, office, rank or profession.
    Title,
    /// A common noun that heads names (`ministère`) or stands for actors (`armée`).
    HeadNoun,
}

const KINDS: [EntryKind; 6] = [
    EntryKind::Person,
    EntryKind::Country,
    EntryKind::Place,
    EntryKind::Organisation,
    EntryKind::Title,
    EntryKind::HeadNoun,
];

impl EntryKind {
    pub(crate) fn code(self) -> u8 {
        KINDS.iter().position(|&k| k == self).unwrap_or(0) as u8
    }
}

/// One thing that a gazetteer knows.
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    table: &'g Table,
    index: u32,
}

impl<'g> Entry<'g> {
    pub(crate) fn new(table: &'g Table, index: u32) -> Self {
        Self { table, index }
    }

    /// The number of the entry in its gazetteer.
    pub fn index(&self) -> u32 {
        self.index
    }

    /// What kind of thing it is.
    pub fn kind(&self) -> EntryKind {
        KINDS[(self.table.field(self.index, 0) & 0xff) as usize % KINDS.len()]
    }

    fn text(&self, field: usize) -> &'g str {
        self.table.string(self.table.field(self.index, field))
    }

    /// The usual French name; of a title, the masculine form.
    pub fn name(&self) -> &'g str {
        self.text(1)
    }

    /// The kind in finer grain: `city`, `party`, `igo`, `state`; of a person, tags with `|` between;
    /// of a title, its class; of a head noun, what it heads.
    pub fn subtype(&self) -> &'g str {
        self.text(2)
    }

    /// The ISO 3166-1 alpha-2 code of the country (of a person, place or organisation, `|` between
    /// several); of a title, what it can head; of a head noun, the actor's role.
    pub fn country(&self) -> &'g str {
        self.text(3)
    }

    /// The Wikidata id, or an empty text.
    pub fn wikidata(&self) -> &'g str {
        self.text(4)
    }

    /// The ISO 3166-1 alpha-3 code of a country, the `GeoNames` id of a place; otherwise empty.
    pub fn code_text(&self) -> &'g str {
        self.text(5)
    }

    /// The other names and acronyms.
    pub fn aliases(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.text(6).split('|').filter(|a| !a.is_empty())
    }

    /// The offices held, as `role@scope:from-to`; of a country, its capital.
    pub fn offices(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.text(7).split('|').filter(|o| !o.is_empty())
    }

    /// The number of inhabitants of a place, where known.
    pub fn weight(&self) -> u32 {
        self.table.field(self.index, 8)
    }

    /// Whether the name is also a common word or the name of something else.
    pub fn is_ambiguous(&self) -> bool {
        self.table.field(self.index, 0) >> 8 & 1 != 0
    }

    /// Whether the person died before 1990.
    pub fn is_historic(&self) -> bool {
        self.table.field(self.index, 0) >> 8 & 2 != 0
    }

    /// Whether the entry is known to be a woman (`Some(true)`), a man (`Some(false)`) or neither.
    pub fn is_female(&self) -> Option<bool> {
        match self.table.field(self.index, 0) >> 16 & 0xff {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry")
            .field("kind", &self.kind())
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}
