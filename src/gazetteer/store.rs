use super::entry::{Entry, EntryKind};
use crate::table::{Table, Tag};

use crate::{data, fold};

/// A set of names, opened without parsing.
///
/// ```
/// use depeche::gazetteer::{EntryKind, Gazetteer};
///
/// let gazetteer = Gazetteer::bundled();
/// let found: Vec<_> = gazetteer.lookup("Cedeao").map(|e| (e.kind(), e.name())).collect();
/// assert_eq!(found, [(EntryKind::Organisation, "Cédéao")]);
/// ```
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub(crate) table: Table,
}

impl Gazetteer {
    /// The names that come with the library.
    pub fn bundled() -> Self {
        Self { table: data::names() }
    }

    /// The entries that bear `name`, whatever its case, accents, hyphens and apostrophes.
    pub fn lookup(&self, name: &str) -> impl Iterator<Item = Entry<'_>> + use<'_> {
        let mut hash = None;
        for atom in fold::name_atoms(name) {
            hash = Some(hash.map_or(atom, |before| fold::chain(before, atom)));
        }
        hash.and_then(|h| self.table.get(h))
            .into_iter()
            .flat_map(|node| self.table.senses(node))
            .filter(|s| matches!(s.tag(), Tag::Name | Tag::Alias | Tag::Acronym))
            .map(|s| self.entry(s.index()))
    }

    /// The entries of one kind, in the order of their files.
    pub fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = Entry<'_>> + '_ {
        (0..self.table.entry_count()).map(|i| self.entry(i)).filter(move |e| e.kind() == kind)
    }

    /// The country with this ISO 3166-1 alpha-2 code.
    pub fn country(&self, iso2: &str) -> Option<Entry<'_>> {
        self.table.by_code(iso2).map(|i| self.entry(i))
    }

    /// The entry with this number.
    pub fn entry(&self, index: u32) -> Entry<'_> {
        Entry::new(&self.table, index)
    }
}
