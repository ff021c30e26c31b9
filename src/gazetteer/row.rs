use crate::user_file::Faults;
use std::borrow::Cow;

/// A row of a user gazetteer as it is written; lists have `|` between their values.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RawRow<'a> {
    pub(super) line: usize,
    /// In the order of [`FIELDS`].
    pub(super) fields: [Cow<'a, str>; FIELDS.len()],
}

/// The columns of a table, and the fields of a line of JSON.
pub(super) const FIELDS: [&str; 6] = ["name", "kind", "id", "aliases", "flags", "country"];
pub(super) const NAME: usize = 0;
pub(super) const KIND: usize = 1;
pub(super) const ID: usize = 2;
pub(super) const ALIASES: usize = 3;
pub(super) const FLAGS: usize = 4;
pub(super) const COUNTRY: usize = 5;

/// What the message of a wrong header or field says.
const EXPECTED: &str = "name and kind, and if wanted id, aliases, flags, country";

/// Which field each column of a table holds.
pub(super) struct Header {
    columns: Vec<usize>,
}

impl Header {
    /// Reads the header; `None` when its rows cannot be understood.
    pub(super) fn read<'a>(
        cells: impl Iterator<Item = Cow<'a, str>>,
        line: usize,
        faults: &mut Faults<'_>,
    ) -> Option<Self> {
        let before = faults.all.len();
        let mut columns = Vec::new();
        for cell in cells {
            let cell = cell.trim();
            match FIELDS.iter().position(|f| f.eq_ignore_ascii_case(cell)) {
                Some(field) if columns.contains(&field) => {
                    faults.push(line, Some(FIELDS[field]), format!("the column {cell:?} twice"), "each column once");
                }
                Some(field) => columns.push(field),
                None => faults.push(line, None, format!("the column {cell:?}"), EXPECTED),
            }
        }
        for field in [NAME, KIND] {
            if !columns.contains(&field) {
                faults.push(line, Some(FIELDS[field]), "no such column in the header".into(), EXPECTED);
            }
        }
        (faults.all.len() == before).then_some(Self { columns })
    }

    /// The row with these cells; `None`, and a fault, when there are too many or too few.
    pub(super) fn row<'a>(
        &self,
        mut cells: impl Iterator<Item = Cow<'a, str>>,
        line: usize,
        faults: &mut Faults<'_>,
    ) -> Option<RawRow<'a>> {
        let mut row = RawRow { line, ..RawRow::default() };
        let mut count = 0;
        for cell in cells.by_ref() {
            if let Some(&field) = self.columns.get(count) {
                row.fields[field] = cell;
            }
            count += 1;
        }
        if count == self.columns.len() {
            return Some(row);
        }
        let expected = format!("{} as in the header", self.columns.len());
        faults.push(line, None, format!("{count} fields"), &expected);
        None
    }
}

/// Calls `each` with every row of a table of tab-separated text.
pub(super) fn read_tsv<'a>(text: &'a str, faults: &mut Faults<'_>, each: &mut dyn FnMut(RawRow<'a>, &mut Faults<'_>)) {
    let mut header: Option<Header> = None;
    for (i, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.trim().is_empty() {
            continue;
        }
        let cells = line.split('\t').map(Cow::Borrowed);
        if let Some(header) = &header {
            if let Some(row) = header.row(cells, i + 1, faults) {
                each(row, faults);
            }
        } else {
            header = Header::read(cells, i + 1, faults);
            if header.is_none() {
                return;
            }
        }
    }
    if header.is_none() {
        faults.push(1, None, "no header".into(), EXPECTED);
    }
}

/// Calls `each` with every row of a table of comma- or semicolon-separated text.
pub(super) fn read_csv<'a>(text: &'a str, faults: &mut Faults<'_>, each: &mut dyn FnMut(RawRow<'a>, &mut Faults<'_>)) {
    let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    // French spreadsheets put semicolons between cells; no column has one in its name.
    let separator = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut records = super::csv::Records::new(text, separator);
    let mut header: Option<Header> = None;
    while let Some(record) = records.next() {
        let (line, cells) = match record {
            Ok(record) => record,
            Err((line, found)) => {
                faults.push(line, None, found.into(), "quotes around whole fields, doubled within");
                continue;
            }
        };
        if let Some(header) = &header {
            if let Some(row) = header.row(cells.drain(..), line, faults) {
                each(row, faults);
            }
        } else {
            header = Header::read(cells.drain(..), line, faults);
            if header.is_none() {
                return;
            }
        }
    }
    if header.is_none() {
        faults.push(1, None, "no header".into(), EXPECTED);
    }
}
