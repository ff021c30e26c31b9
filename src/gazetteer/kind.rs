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
    /// Its number in the tables.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    pub(crate) fn from_code(code: u8) -> Self {
        KINDS[usize::from(code) % KINDS.len()]
    }
}
