//! Tables of tab-separated text with a header, validated whole.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::schema::Column;

/// A table: its rows know their line.
pub struct Tsv {
    pub file: String,
    pub columns: &'static [Column],
    pub rows: Vec<Row>,
}

pub struct Row {
    pub line: usize,
    fields: Vec<String>,
}

impl Row {
    pub fn get(&self, field: usize) -> &str {
        &self.fields[field]
    }

    pub fn list(&self, field: usize) -> impl Iterator<Item = &str> {
        self.fields[field].split('|').filter(|v| !v.is_empty())
    }
}

impl Tsv {
    /// A fault of the data as `file:line: field: found …, expected …`.
    pub fn fault(&self, line: usize, field: usize, found: &str, expected: &str) -> String {
        format!("{}:{line}: {}: found {found:?}, expected {expected}", self.file, self.columns[field].name)
    }
}

/// Reads `file` below `root`: its header must name the columns, and every field hold what its column does.
pub fn read(
    root: &Path,
    file: &str,
    columns: &'static [Column],
    countries: &HashSet<String>,
    faults: &mut Vec<String>,
) -> Tsv {
    let mut tsv = Tsv { file: file.to_owned(), columns, rows: Vec::new() };
    let bytes = match fs::read(root.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            faults.push(format!("{file}: found no readable file ({error}), expected a table"));
            return tsv;
        }
    };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = &bytes[..error.valid_up_to()];
            let line = valid.split(|&b| b == b'\n').count();
            faults.push(format!("{file}:{line}: found bytes that are no UTF-8, expected UTF-8 text"));
            return tsv;
        }
    };
    let mut lines = text.lines().enumerate();
    let header = lines.next().map(|(_, l)| l).unwrap_or_default();
    if header.split('\t').ne(columns.iter().map(|c| c.name)) {
        let names: Vec<&str> = columns.iter().map(|c| c.name).collect();
        faults.push(format!("{file}:1: found the header {header:?}, expected {:?}", names.join("\t")));
        return tsv;
    }
    for (i, line) in lines {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if fields.len() != columns.len() {
            let names: Vec<&str> = columns.iter().map(|c| c.name).collect();
            faults.push(format!(
                "{file}:{}: found {} fields, expected {} ({})",
                i + 1,
                fields.len(),
                columns.len(),
                names.join(", ")
            ));
            continue;
        }
        for (field, (column, text)) in columns.iter().zip(&fields).enumerate() {
            column.check(text, countries, &mut |found, expected| {
                faults.push(tsv.fault(i + 1, field, found, expected));
            });
        }
        tsv.rows.push(Row { line: i + 1, fields });
    }
    tsv
}

/// The `.tsv` files of a folder, sorted.
pub fn folder(root: &Path, folder: &str, faults: &mut Vec<String>) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|f| f.file_name().into_string().ok())
        .filter(|f| Path::new(f).extension().is_some_and(|e| e == "tsv"))
        .map(|f| format!("{folder}/{f}"))
        .collect();
    files.sort();
    if files.is_empty() {
        faults.push(format!("{folder}: found no table, expected files *.tsv"));
    }
    files
}
