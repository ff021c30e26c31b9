//! Tables of tab-separated text with a header, validated whole.

use std::fs;
use std::path::Path;

/// A table: its rows know their line.
pub struct Tsv {
    pub file: String,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub line: usize,
    fields: Vec<String>,
}

impl Row {
    pub fn new(line: usize, fields: Vec<String>) -> Self {
        Self { line, fields }
    }

    pub fn get(&self, field: usize) -> &str {
        &self.fields[field]
    }

    pub fn list(&self, field: usize) -> impl Iterator<Item = &str> {
        self.fields[field].split('|').filter(|v| !v.is_empty())
    }
}

/// Reads `file` below `root`; its header must be `columns`.
pub fn read(root: &Path, file: &str, columns: &[&str], faults: &mut Vec<String>) -> Tsv {
    let mut tsv = Tsv { file: file.to_owned(), rows: Vec::new() };
    let text = match fs::read_to_string(root.join(file)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("cargo::warning={file}: {error}");
            return tsv;
        }
        Err(error) => {
            faults.push(format!("{file}: {error}"));
            return tsv;
        }
    };
    let mut lines = text.lines().enumerate();
    let header = lines.next().map(|(_, l)| l).unwrap_or_default();
    if header.split('\t').ne(columns.iter().copied()) {
        faults.push(format!("{file}:1: found the header {header:?}, expected {:?}", columns.join("\t")));
        return tsv;
    }
    for (i, line) in lines {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if fields.len() == columns.len() {
            tsv.rows.push(Row { line: i + 1, fields });
        } else {
            faults.push(format!(
                "{file}:{}: found {} fields, expected {} ({})",
                i + 1,
                fields.len(),
                columns.len(),
                columns.join(", ")
            ));
        }
    }
    tsv
}

/// The `.tsv` files of a folder, sorted.
pub fn folder(root: &Path, folder: &str) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|f| f.file_name().into_string().ok())
        .filter(|f| f.ends_with(".tsv"))
        .map(|f| format!("{folder}/{f}"))
        .collect();
    files.sort();
    files
}
