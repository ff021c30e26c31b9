use super::importer::Importer;
use super::kind::EntryKind;
use super::source::Source;
use super::store::Gazetteer;
use crate::error::Error;
use crate::table::{Sense, Tag};
use crate::{data, fold};
use std::path::PathBuf;

/// Makes a [`Gazetteer`] of the bundled names and the user's own.
///
/// User names stand in tables of tab-separated (`.tsv`) or comma- or semicolon-separated text (`.csv`) with a header, or in
/// lines of JSON (`.jsonl`, `.ndjson`), in UTF-8. Columns or fields, of which the first two are needed:
///
/// | name | what |
/// |---|---|
/// | `name` | the usual name |
/// | `kind` | `person`, `country`, `place` or `organisation` |
/// | `id` | any id without spaces; one such as `Q1032` counts as a Wikidata id |
/// | `aliases` | other names, with `\|` between; in JSON a list |
/// | `flags` | any of `case_sensitive` (only this spelling counts), `needs_context` (the name alone says too little) and `overrides_bundled` (bundled entries no longer bear these names), with `\|` between; in JSON a list |
/// | `country` | ISO 3166-1 alpha-2 code |
///
/// Case, accents, hyphens and apostrophes do not count in names, unless a row says `case_sensitive`. Two rows of the same
/// name and kind must have different ids, and an id stands in one row.
///
/// ```
/// use depeche::gazetteer::{EntryKind, Gazetteer};
///
/// let gazetteer = Gazetteer::builder()
///     .source("desk.tsv", "name\tkind\tid\taliases\nUnion du fleuve Mano\torganisation\tdesk-7\tUFM\n")
///     .source("more.jsonl", r#"{"name": "Orange", "kind": "place", "country": "FR", "flags": ["overrides_bundled"]}"#)
///     .without_name("Le Monde")
///     .build()?;
/// let found = |name| gazetteer.lookup(name).map(|e| (e.kind(), e.name(), e.id())).collect::<Vec<_>>();
/// assert_eq!(found("UFM"), [(EntryKind::Organisation, "Union du fleuve Mano", "desk-7")]);
/// assert_eq!(found("Orange"), [(EntryKind::Place, "Orange", "")]);
/// assert_eq!(found("Le Monde"), []);
/// # Ok::<(), depeche::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    sources: Vec<Source>,
    removed_names: Vec<String>,
    removed_kinds: u8,
    without_bundled: bool,
}

impl GazetteerBuilder {
    /// Adds the names of a file; [`build`](Self::build) reads it.
    #[must_use]
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.sources.push(Source::Path(path.into()));
        self
    }

    /// Adds the names of a text; the ending of its name says how it is written.
    #[must_use]
    pub fn source(mut self, name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        self.sources.push(Source::Content { name: name.into(), bytes: content.into() });
        self
    }

    /// Leaves out what the library knows under `name`; the entries keep their other names. A name that it does not know
    /// changes nothing.
    ///
    /// ```
    /// use depeche::gazetteer::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::builder().without_name("Orange").build()?;
    /// assert_eq!(gazetteer.lookup("orange").count(), 0);
    /// # Ok::<(), depeche::Error>(())
    /// ```
    #[must_use]
    pub fn without_name(mut self, name: impl Into<String>) -> Self {
        self.removed_names.push(name.into());
        self
    }

    /// Leaves out the bundled entries of a kind with all their names, demonyms and metonyms.
    ///
    /// ```
    /// use depeche::gazetteer::{EntryKind, Gazetteer};
    ///
    /// let gazetteer = Gazetteer::builder().without_kind(EntryKind::Place).build()?;
    /// assert_eq!(gazetteer.lookup("Tombouctou").count(), 0);
    /// assert_eq!(gazetteer.of_kind(EntryKind::Place).count(), 0);
    /// assert_eq!(gazetteer.lookup("Mali").map(|e| e.country()).collect::<Vec<_>>(), ["ML"]);
    /// # Ok::<(), depeche::Error>(())
    /// ```
    #[must_use]
    pub fn without_kind(mut self, kind: EntryKind) -> Self {
        self.removed_kinds |= 1 << kind.code();
        self
    }

    /// Leaves out all bundled names: also given and family names, titles and head nouns.
    ///
    /// ```
    /// use depeche::gazetteer::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::builder()
    ///     .without_bundled()
    ///     .source("only.csv", "name;kind\nMali;country\n")
    ///     .build()?;
    /// assert_eq!(gazetteer.lookup("Mali").map(|e| e.is_bundled()).collect::<Vec<_>>(), [false]);
    /// assert_eq!(gazetteer.lookup("Niger").count(), 0);
    /// # Ok::<(), depeche::Error>(())
    /// ```
    #[must_use]
    pub fn without_bundled(mut self) -> Self {
        self.without_bundled = true;
        self
    }

    /// Reads the sources and makes the gazetteer.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or a row is faulty, repeats another or contradicts it: the error lists every fault of every
    /// file.
    ///
    /// ```
    /// use depeche::gazetteer::Gazetteer;
    ///
    /// let table = "name,kind,id\nLiptako,region,\nAlfa,person,p1\n!,place\nAlpha,person,p1\nALFA,person,p1\n";
    /// let error = Gazetteer::builder().source("desk.csv", table).build().unwrap_err();
    /// assert_eq!(
    ///     error.faults().iter().map(ToString::to_string).collect::<Vec<_>>(),
    ///     [
    ///         "desk.csv:2: kind: found \"region\", expected person, country, place or organisation",
    ///         "desk.csv:4: found 2 fields, expected 3 as in the header",
    ///         "desk.csv:5: id: found \"p1\" again, expected one row for an id, other names of \"Alfa\" in its aliases (first at desk.csv:3)",
    ///         "desk.csv:6: name: found \"ALFA\" again, expected one row for a name and kind, or an own id in each (first at desk.csv:3)",
    ///     ],
    /// );
    /// ```
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut bundled = data::names();
        let base = if self.without_bundled { 0 } else { bundled.entries().end };
        let mut user = None;
        let mut overriding = Vec::new();
        if !self.sources.is_empty() {
            let (table, names) = Importer::new(&bundled, base).import(&self.sources)?;
            user = Some(table);
            overriding = names;
        }
        let mut layers = Vec::new();
        if !self.without_bundled {
            overriding.extend(self.removed_names.iter().filter_map(|name| fold::name_hash(name)));
            for hash in overriding {
                bundled.retain_at(hash, |sense| !names_something(sense));
            }
            if self.removed_kinds != 0 {
                let removed = |kind: u16| u16::from(self.removed_kinds) >> kind & 1 != 0;
                bundled.retain(|table, sense| !(sense.has_entry() && removed(table.head(sense.index()) & 0xf)));
            }
            layers.push(bundled);
        }
        layers.extend(user);
        Ok(Gazetteer { layers, removed_kinds: self.removed_kinds })
    }
}

/// Whether the sense makes its words the name of an entry, or says that they may be one.
fn names_something(sense: Sense) -> bool {
    sense.names_entry() || matches!(sense.tag(), Tag::Metonym | Tag::Surname | Tag::Ambiguous)
}
