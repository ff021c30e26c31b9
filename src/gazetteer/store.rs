use super::builder::GazetteerBuilder;
use super::entry::Entry;
use super::kind::EntryKind;
use crate::table::{Sense, Table};
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
    /// The bundled names, then the user's; each numbers its entries after those of the layers before.
    pub(crate) layers: Vec<Table>,
    /// Kinds of which no bundled entry is left, by [`EntryKind::code`].
    pub(super) removed_kinds: u8,
}

impl Gazetteer {
    /// The names that come with the library.
    pub fn bundled() -> Self {
        Self { layers: vec![data::names()], removed_kinds: 0 }
    }

    /// Names of one's own beside or instead of the bundled ones.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// The entries that bear `name`, whatever its case, accents, hyphens and apostrophes: each once,
    /// bundled ones first.
    ///
    /// ```
    /// use depeche::gazetteer::{EntryKind, Gazetteer};
    ///
    /// let gazetteer = Gazetteer::bundled();
    /// let found: Vec<_> = gazetteer.lookup("cote d’ivoire").map(|e| (e.kind(), e.country())).collect();
    /// assert_eq!(found, [(EntryKind::Country, "CI")]);
    /// assert_eq!(gazetteer.lookup("ni nom ni prénom").count(), 0);
    /// ```
    pub fn lookup(&self, name: &str) -> impl Iterator<Item = Entry<'_>> + use<'_> {
        let mut found: Vec<u32> = Vec::new();
        for sense in self.name_senses(name).filter(|s| s.names_entry()) {
            if !found.contains(&sense.index()) {
                found.push(sense.index());
            }
        }
        found.into_iter().map(|index| self.entry(index))
    }

    /// The entries of one kind, in the order of their files.
    ///
    /// ```
    /// use depeche::gazetteer::{EntryKind, Gazetteer};
    ///
    /// let gazetteer = Gazetteer::bundled();
    /// let saints: Vec<_> = gazetteer
    ///     .of_kind(EntryKind::Country)
    ///     .filter(|e| e.name().starts_with("Saint-"))
    ///     .map(|e| e.country())
    ///     .collect();
    /// assert_eq!(saints, ["BL", "KN", "SM", "MF", "PM", "VC"]);
    /// ```
    pub fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = Entry<'_>> + '_ {
        self.layers
            .iter()
            .flat_map(|layer| layer.entries().map(move |index| Entry::new(layer, index)))
            .filter(move |e| e.kind() == kind && !(e.is_bundled() && self.removed_kinds >> kind.code() & 1 != 0))
    }

    /// The country with this ISO 3166-1 alpha-2 code.
    ///
    /// ```
    /// let gazetteer = depeche::gazetteer::Gazetteer::bundled();
    /// assert_eq!(gazetteer.country("ML").map(|e| e.name()), Some("Mali"));
    /// assert!(gazetteer.country("ml").is_none());
    /// ```
    pub fn country(&self, iso2: &str) -> Option<Entry<'_>> {
        self.layers.iter().find_map(|layer| layer.by_code(iso2)).map(|i| self.entry(i))
    }

    /// The entry with this number.
    ///
    /// # Panics
    ///
    /// When no entry of this gazetteer has the number.
    ///
    /// ```
    /// let gazetteer = depeche::gazetteer::Gazetteer::bundled();
    /// let mali = gazetteer.country("ML").expect("bundled");
    /// assert_eq!(gazetteer.entry(mali.index()).name(), "Mali");
    /// ```
    pub fn entry(&self, index: u32) -> Entry<'_> {
        let layer = self.layers.iter().find(|layer| layer.entries().contains(&index));
        Entry::new(layer.expect("the number of an entry of this gazetteer"), index)
    }

    /// What all layers know of the name.
    pub(crate) fn name_senses(&self, name: &str) -> impl Iterator<Item = Sense> + use<'_> {
        fold::name_hash(name).into_iter().flat_map(|hash| self.hash_senses(hash))
    }

    /// What all layers know of the name with this hash.
    pub(crate) fn hash_senses(&self, hash: u64) -> impl Iterator<Item = Sense> + use<'_> {
        self.layers.iter().flat_map(move |layer| layer.get(hash).into_iter().flat_map(|n| layer.senses(n)))
    }

    /// The senses of a name that ends at a node of a layer.
    pub(crate) fn senses(&self, layer: usize, node: crate::table::Node) -> impl Iterator<Item = Sense> + use<'_> {
        self.layers[layer].senses(node)
    }
}
