use super::checked::Checked;
use super::json_lines;
use super::kind::EntryKind;
use super::row::{RawRow, read_csv, read_tsv};
use super::source::{Format, Source};
use crate::error::{Error, Fault};
use crate::fold;
use crate::table::{
    AMBIGUOUS, AMBIGUOUS_ENTRY, Compiler, MOST_ENTRIES, Record, Sense, Table, Tag, Text, USER_ENTRY, surnames,
};
use crate::user_file::Faults;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// A row that was taken, for the search for rows that repeat or contradict each other.
struct Taken {
    /// The hashes of the folded name with the kind, and of the id (0 when there is none).
    name: u64,
    id: u64,
    /// The number of the file, and the line.
    file: usize,
    line: usize,
    entry: u32,
}

/// Turns the user's files into a table.
pub(super) struct Importer<'b> {
    /// Knows the codes of countries.
    bundled: &'b Table,
    base: u32,
    compiler: Compiler,
    taken: Vec<Taken>,
    /// The hashes of names that mean nothing else any more.
    overriding: Vec<u64>,
    codes: HashSet<String>,
    record: Record,
}

/// The table, and the hashes of the names that override bundled ones.
pub(super) type Imported = (Table, Vec<u64>);

impl<'b> Importer<'b> {
    /// An importer whose entries are numbered from `base`.
    pub(super) fn new(bundled: &'b Table, base: u32) -> Self {
        Self {
            bundled,
            base,
            compiler: Compiler::after(base),
            taken: Vec::new(),
            overriding: Vec::new(),
            codes: HashSet::new(),
            record: Record::default(),
        }
    }

    /// Reads all sources; gives the table, or all that is wrong with them.
    pub(super) fn import(mut self, sources: &[Source]) -> Result<Imported, Error> {
        let names: Vec<_> = sources.iter().map(Source::name).collect();
        let mut faults: Vec<Fault> = Vec::new();
        // Where the faults of each file end.
        let mut ends = Vec::new();
        for (file, source) in sources.iter().enumerate() {
            let mut collected = Faults { file: &names[file], all: &mut faults };
            if let Some((format, text)) = source.read(&mut collected) {
                let each = &mut |row: RawRow<'_>, faults: &mut Faults<'_>| self.take(&row, file, faults);
                match format {
                    Format::Tsv => read_tsv(&text, &mut collected, each),
                    Format::Csv => read_csv(&text, &mut collected, each),
                    Format::JsonLines => json_lines::read(&text, &mut collected, each),
                }
            }
            ends.push(faults.len());
        }
        let table = Table::built(self.base, self.compiler.finish());
        let mut numbered: Vec<(usize, Fault)> =
            faults.into_iter().enumerate().map(|(i, f)| (ends.partition_point(|&end| end <= i), f)).collect();
        for (file, fault) in clashes(&mut self.taken, &table, &names) {
            numbered.push((file, fault));
        }
        numbered.sort_by_key(|(file, fault)| (*file, fault.line));
        match Error::of(numbered.into_iter().map(|(_, fault)| fault).collect()) {
            Some(error) => Err(error),
            None => Ok((table, self.overriding)),
        }
    }

    /// Checks a row and, when it is good, makes it an entry with its names.
    fn take(&mut self, row: &RawRow<'_>, file: usize, faults: &mut Faults<'_>) {
        let is_country = |code: &str| self.bundled.by_code(code).is_some() || self.codes.contains(code);
        let Some(checked) = Checked::new(row, is_country, faults) else {
            return;
        };
        if self.base as usize + self.taken.len() >= MOST_ENTRIES as usize {
            let expected = "fewer rows: the tables number 4,194,304 entries";
            return faults.push(row.line, None, "one more row".into(), expected);
        }
        let entry = self.entry(&checked);
        let name = self.names(&checked, entry);
        if checked.kind == EntryKind::Country && !checked.country.is_empty() {
            self.compiler.code(checked.country, entry);
            self.codes.insert(checked.country.to_owned());
        }
        let name = fold::chain(name.unwrap_or(0), u64::from(checked.kind.code()));
        let id = if checked.id.is_empty() { 0 } else { fold::lower_hash(checked.id) };
        self.taken.push(Taken { name, id, file, line: row.line, entry });
    }

    fn entry(&mut self, row: &Checked<'_>) -> u32 {
        let record = &mut self.record;
        record.kind = row.kind.code();
        record.flags = USER_ENTRY | if row.features & AMBIGUOUS != 0 { AMBIGUOUS_ENTRY } else { 0 };
        set(&mut record.name, row.name);
        record.aliases.clear();
        for alias in row.aliases() {
            if !record.aliases.is_empty() {
                record.aliases.push('|');
            }
            record.aliases.push_str(alias);
        }
        set(&mut record.country, row.country);
        let (wikidata, code) = if row.has_wikidata() { (row.id, "") } else { ("", row.id) };
        set(&mut record.wikidata, wikidata);
        set(&mut record.code, code);
        self.compiler.entry(record)
    }

    /// Makes the names of the row keys; gives that of its usual name.
    fn names(&mut self, row: &Checked<'_>, entry: u32) -> Option<u64> {
        let name = self.compiler.entity_name(row.name, Tag::Name, row.features, entry);
        if row.overrides {
            self.overriding.extend(name);
        }
        for alias in row.aliases() {
            let key = self.compiler.entity_name(alias, Tag::Alias, row.features, entry);
            if row.overrides {
                self.overriding.extend(key);
            }
        }
        if row.kind == EntryKind::Person {
            for surname in surnames(row.name) {
                self.compiler.name(surname, Sense::new(Tag::Surname, 0, entry));
            }
        }
        name
    }
}

fn set(to: &mut String, text: &str) {
    to.clear();
    to.push_str(text);
}

/// The rows that say what an earlier one says, or something else of the same id.
fn clashes(taken: &mut [Taken], table: &Table, names: &[std::borrow::Cow<'_, str>]) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    let mut report = |first: &Taken, later: &Taken, field: &'static str, text: &str, expected: String| {
        let fault = Fault {
            file: names[later.file].to_string(),
            line: Some(later.line),
            field: Some(field),
            found: format!("{text:?} again"),
            expected: format!("{expected} (first at {}:{})", names[first.file], first.line),
            unreadable: false,
        };
        found.push((later.file, fault));
    };
    let place = |a: &Taken, b: &Taken| (a.file, a.line).cmp(&(b.file, b.line));
    taken.sort_unstable_by(|a, b| a.name.cmp(&b.name).then_with(|| place(a, b)));
    for group in taken.chunk_by(|a, b| a.name == b.name).filter(|g| g.len() > 1) {
        // By id, the first row that has it.
        let mut by_id: HashMap<u64, usize> = HashMap::new();
        for (i, later) in group.iter().enumerate() {
            // Two of one name are two things only if both have ids that say so.
            let same = [0, later.id].iter().filter_map(|id| by_id.get(id).copied()).min();
            let first = if later.id == 0 { (i > 0).then_some(0) } else { same };
            by_id.entry(later.id).or_insert(i);
            if let Some(first) = first.map(|first| &group[first]) {
                let name = table.text(later.entry, Text::Name);
                report(first, later, "name", name, "one row for a name and kind, or an own id in each".into());
            }
        }
    }
    taken.sort_unstable_by(|a, b| a.id.cmp(&b.id).then_with(|| place(a, b)));
    for group in taken.chunk_by(|a, b| a.id == b.id).filter(|g| g.len() > 1 && g[0].id != 0) {
        let first = &group[0];
        for later in &group[1..] {
            if later.name.cmp(&first.name) != Ordering::Equal {
                let id = [Text::Wikidata, Text::Code].map(|t| table.text(later.entry, t)).concat();
                let name = table.text(first.entry, Text::Name);
                report(first, later, "id", &id, format!("one row for an id, other names of {name:?} in its aliases"));
            }
        }
    }
    found
}
