use super::kind::EntryKind;
use crate::table::{AMBIGUOUS_ENTRY, CITY_ENTRY, COMPANY_ENTRY, HISTORIC_ENTRY, LARGE_ENTRY, Table, Text, USER_ENTRY};

/// One thing that a gazetteer knows.
///
/// ```
/// use depeche::gazetteer::{EntryKind, Gazetteer};
///
/// let gazetteer = Gazetteer::bundled();
/// let niger = gazetteer.country("NE").expect("bundled");
/// assert_eq!(niger.kind(), EntryKind::Country);
/// assert_eq!((niger.name(), niger.subtype(), niger.country()), ("Niger", "state", "NE"));
/// assert_eq!((niger.id(), niger.wikidata(), niger.code_text()), ("Q1032", "Q1032", "NER"));
/// assert_eq!(niger.aliases().collect::<Vec<_>>(), ["République du Niger"]);
/// assert_eq!(niger.offices().collect::<Vec<_>>(), ["Niamey"]);
/// assert_eq!((niger.weight(), niger.is_female()), (0, Some(false)));
/// assert!(!niger.is_historic() && niger.is_bundled());
/// ```
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    table: &'g Table,
    index: u32,
}

impl<'g> Entry<'g> {
    pub(crate) fn new(table: &'g Table, index: u32) -> Self {
        Self { table, index }
    }

    /// The number of the entry in its gazetteer: see [`Gazetteer::entry`](super::Gazetteer::entry).
    pub fn index(&self) -> u32 {
        self.index
    }

    fn head(&self) -> u16 {
        self.table.head(self.index)
    }

    fn has_flag(&self, flag: u8) -> bool {
        self.head() >> 8 & u16::from(flag) != 0
    }

    /// What kind of thing it is.
    pub fn kind(&self) -> EntryKind {
        EntryKind::from_code((self.head() & 0xf) as u8)
    }

    /// The usual French name; of a title, the masculine form.
    pub fn name(&self) -> &'g str {
        self.table.text(self.index, Text::Name)
    }

    /// The kind in finer grain: `city`, `party`, `igo`, `state`; of a person, tags with `|` between;
    /// of a title, its class; of a head noun, what it heads.
    pub fn subtype(&self) -> &'g str {
        self.table.subtype(self.index)
    }

    /// The ISO 3166-1 alpha-2 code of the country (of a person, place or organisation, `|` between
    /// several); of a title, what it can head; of a head noun, the actor's role.
    pub fn country(&self) -> &'g str {
        self.table.country(self.index)
    }

    /// The id that stands for the entry in other data: the user's own, the Wikidata id, the `GeoNames`
    /// id or the ISO code, the first of these that is known; empty when none is.
    pub fn id(&self) -> &'g str {
        let ids = [Text::Wikidata, Text::Code].map(|text| self.table.text(self.index, text));
        if ids[0].is_empty() { ids[1] } else { ids[0] }
    }

    /// The Wikidata id, or an empty text.
    pub fn wikidata(&self) -> &'g str {
        self.table.text(self.index, Text::Wikidata)
    }

    /// The ISO 3166-1 alpha-3 code of a country, the `GeoNames` id of a place, of the user's own
    /// entries the id if it is no Wikidata id; otherwise empty.
    pub fn code_text(&self) -> &'g str {
        self.table.text(self.index, Text::Code)
    }

    fn list(&self, text: Text) -> impl Iterator<Item = &'g str> + use<'g> {
        self.table.text(self.index, text).split('|').filter(|a| !a.is_empty())
    }

    /// The other names and acronyms.
    pub fn aliases(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.list(Text::Aliases)
    }

    /// The offices held, as `role@scope:from-to`; of a country, its capital.
    pub fn offices(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.list(Text::Offices)
    }

    /// The number of inhabitants of a place, where known.
    pub fn weight(&self) -> u32 {
        self.table.weight(self.index)
    }

    /// Whether the name is also a common word or the name of something else.
    pub fn is_ambiguous(&self) -> bool {
        self.has_flag(AMBIGUOUS_ENTRY)
    }

    /// Whether the person died before 1990.
    pub fn is_historic(&self) -> bool {
        self.has_flag(HISTORIC_ENTRY)
    }

    /// Whether the entry came with the library, and not from the user.
    pub fn is_bundled(&self) -> bool {
        !self.has_flag(USER_ENTRY)
    }

    /// Whether a hundred thousand people or more live there.
    pub(crate) fn is_large(&self) -> bool {
        self.has_flag(LARGE_ENTRY)
    }

    /// Whether it is a city or town.
    pub(crate) fn is_city(&self) -> bool {
        self.has_flag(CITY_ENTRY)
    }

    /// Whether it is a company, bank, medium or club.
    pub(crate) fn is_company(&self) -> bool {
        self.has_flag(COMPANY_ENTRY)
    }

    /// Whether the entry is known to be a woman (`Some(true)`), a man (`Some(false)`) or neither; of
    /// a country, whether its name is feminine.
    pub fn is_female(&self) -> Option<bool> {
        match self.head() >> 4 & 0xf {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry").field("kind", &self.kind()).field("name", &self.name()).finish_non_exhaustive()
    }
}
