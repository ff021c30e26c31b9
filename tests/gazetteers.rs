//! The lint of gazetteers/: what the build accepts but nobody should have to read twice.
//!
//! The build already refuses wrong headers, field counts, kinds, tags, ids, codes and offices; these tests say the same with
//! all faults at once, and hold the files to one order and spelling.

// The names of files are the repository's own.
#![allow(clippy::case_sensitive_file_extension_comparisons, clippy::similar_names)]
#![allow(missing_docs)]

#[allow(dead_code)]
#[path = "../src/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "../build/schema.rs"]
mod schema;
#[allow(dead_code)]
#[path = "../build/tsv.rs"]
mod tsv;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use unicode_normalization::is_nfc;

/// A table with the columns that together tell its rows apart after folding.
type Table = (&'static str, &'static [schema::Column], &'static [usize]);

const FILES: &[Table] = &[
    ("gazetteers/ambiguous.tsv", schema::AMBIGUOUS, &[0]),
    ("gazetteers/country.tsv", schema::COUNTRY, &[0]),
    ("gazetteers/demonym.tsv", schema::DEMONYM, &[0, 1, 2]),
    ("gazetteers/family_name.tsv", schema::FAMILY_NAME, &[0]),
    ("gazetteers/given_name.tsv", schema::GIVEN_NAME, &[0]),
    ("gazetteers/head_noun.tsv", schema::HEAD_NOUN, &[0, 3]),
    ("gazetteers/metonym.tsv", schema::METONYM, &[0, 2]),
    ("gazetteers/title.tsv", schema::TITLE, &[0, 1]),
];

const FOLDERS: &[Table] = &[
    ("gazetteers/organisation", schema::ORGANISATION, &[0, 3, 4]),
    ("gazetteers/person", schema::PERSON, &[0, 3]),
    ("gazetteers/place", schema::PLACE, &[0, 2, 3]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every table, its columns and key, with the faults of reading it.
fn tables() -> (Vec<(tsv::Tsv, &'static [usize])>, Vec<String>) {
    let mut faults = Vec::new();
    let countries = tsv::read(root(), "gazetteers/country.tsv", schema::COUNTRY, &HashSet::new(), &mut Vec::new());
    let codes: HashSet<String> = countries.rows.iter().map(|r| r.get(4).to_owned()).filter(|c| !c.is_empty()).collect();
    let mut tables = Vec::new();
    for &(file, columns, key) in FILES {
        tables.push((tsv::read(root(), file, columns, &codes, &mut faults), key));
    }
    for &(folder, columns, key) in FOLDERS {
        for file in tsv::folder(root(), folder, &mut faults) {
            tables.push((tsv::read(root(), &file, columns, &codes, &mut faults), key));
        }
    }
    (tables, faults)
}

/// The comparison form, as the look-up sees it but for the apostrophe: "D'Angelo" may stand beside "Dangelo" and "D Angelo".
fn folded(text: &str) -> String {
    fold::fold(text).replace('-', " ")
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_field_holds_what_its_column_does() {
    assert_none(&tables().1);
}

#[test]
fn every_fault_of_a_table_is_found() {
    let folder = std::env::temp_dir().join(format!("gazetteers-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let codes = HashSet::from(["NE".to_owned()]);
    let read = |text: &[u8]| {
        fs::write(folder.join("a.tsv"), text).unwrap();
        let mut faults = Vec::new();
        let rows = tsv::read(&folder, "a.tsv", schema::PERSON, &codes, &mut faults).rows.len();
        (rows, faults)
    };
    let header = "name\taliases\tsex\tcountry\twikidata\ttags\toffices\tflags\n";
    let faulty = "-\t\tx\tNE|ZZ\t1032\tking\troi|roi@Niger:19|roi@Niger:1999-1998\tloud\nA\tB\n";
    let office = "role@scope, role@scope:year, role@scope:from-to or role@scope:from-";
    let tags = "one of activist, business, culture, diplomat, history, justice, media, military, politician, rebel, \
        religious, royal, science, sport";
    assert_eq!(
        read(format!("{header}{faulty}").as_bytes()),
        (
            1,
            vec![
                "a.tsv:2: name: found \"-\", expected a name with a letter or digit".to_owned(),
                "a.tsv:2: sex: found \"x\", expected one of m, f".to_owned(),
                "a.tsv:2: country: found \"ZZ\", expected the iso2 of a row of country.tsv".to_owned(),
                "a.tsv:2: wikidata: found \"1032\", expected a Wikidata id such as Q1032".to_owned(),
                format!("a.tsv:2: tags: found \"king\", expected {tags}"),
                format!("a.tsv:2: offices: found \"roi\", expected {office}"),
                format!("a.tsv:2: offices: found \"roi@Niger:19\", expected {office}"),
                format!("a.tsv:2: offices: found \"roi@Niger:1999-1998\", expected {office}"),
                "a.tsv:2: flags: found \"loud\", expected one of ambiguous, historic".to_owned(),
                "a.tsv:3: found 2 fields, expected 8 (name, aliases, sex, country, wikidata, tags, offices, flags)"
                    .to_owned(),
            ]
        )
    );
    let wrong = read(b"name\n").1;
    assert_eq!(wrong, [format!("a.tsv:1: found the header \"name\", expected {:?}", header.trim_end())]);
    let bytes = read(&[header.as_bytes(), b"\xff\n"].concat()).1;
    assert_eq!(bytes, ["a.tsv:2: found bytes that are no UTF-8, expected UTF-8 text"]);
    fs::remove_dir_all(&folder).unwrap();
    let missing = read_missing(&folder);
    assert!(missing[0].starts_with("a.tsv: found no readable file ("), "{missing:?}");
    assert_eq!(missing[1], "b: found no table, expected files *.tsv");
}

fn read_missing(folder: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    tsv::read(folder, "a.tsv", schema::PERSON, &HashSet::new(), &mut faults);
    tsv::folder(folder, "b", &mut faults);
    faults
}

#[test]
fn text_is_composed_trimmed_and_plain() {
    let mut faults = Vec::new();
    for (table, _) in tables().0 {
        let text = fs::read_to_string(root().join(&table.file)).unwrap();
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            faults.push(format!("{}: found another end, expected one line break", table.file));
        }
        for (number, line) in text.lines().enumerate().map(|(i, l)| (i + 1, l)) {
            let mut fault = |field: &str, expected| {
                faults.push(format!("{}:{number}: found {field:?}, expected {expected}", table.file));
            };
            if !is_nfc(line) {
                fault(line, "composed accents (NFC)");
            }
            if line.contains(['’', 'ʼ', '\r', '\u{a0}', '\u{202f}', '\u{ad}', '\u{200b}']) {
                fault(line, "the apostrophe ', plain spaces and no invisible characters");
            }
            for field in line.split('\t') {
                if field.trim() != field || field.contains("  ") {
                    fault(field, "no outer and no double space");
                }
                if field.contains('|') && field.split('|').any(|v| v.is_empty() || v.trim() != v) {
                    fault(field, "values with single | between");
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn rows_are_sorted() {
    let mut faults = Vec::new();
    for (table, _) in tables().0 {
        for pair in table.rows.windows(2) {
            if pair[1].get(0) < pair[0].get(0) {
                faults.push(table.fault(
                    pair[1].line,
                    0,
                    pair[1].get(0),
                    &format!("a name after {:?}", pair[0].get(0)),
                ));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn rows_differ_after_folding() {
    let mut faults = Vec::new();
    for (table, key) in tables().0 {
        let mut seen = HashMap::new();
        for row in &table.rows {
            let value = key.iter().map(|&field| folded(row.get(field))).collect::<Vec<_>>().join("|");
            if let Some(line) = seen.insert(value, row.line) {
                faults.push(table.fault(row.line, 0, row.get(0), &format!("a name that differs from line {line}")));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn an_id_is_that_of_one_thing() {
    let mut faults = Vec::new();
    let mut seen: HashMap<String, (String, String)> = HashMap::new();
    for (table, _) in tables().0 {
        for field in
            (0..table.columns.len()).filter(|&f| matches!(table.columns[f].name, "wikidata" | "geonames" | "iso3"))
        {
            for row in table.rows.iter().filter(|r| !r.get(field).is_empty()) {
                let id = format!("{}:{}", table.columns[field].name, row.get(field));
                let place = format!("{}:{} ({})", table.file, row.line, row.get(0));
                match seen.get(&id) {
                    Some((name, before)) if *name != folded(row.get(0)) => {
                        faults.push(table.fault(
                            row.line,
                            field,
                            row.get(field),
                            &format!("an id other than that of {before}"),
                        ));
                    }
                    _ => {
                        seen.insert(id, (folded(row.get(0)), place));
                    }
                }
            }
        }
    }
    assert_none(&faults);
}

const SOURCES: &str = "gazetteers/SOURCES.md";

/// The counts as they must stand in SOURCES.md.
fn counts() -> String {
    let mut counts = String::from("| file | rows | names |\n|---|--:|--:|\n");
    let mut folders: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (table, _) in tables().0 {
        let file = table.file.trim_start_matches("gazetteers/");
        let named = |c: &schema::Column| {
            matches!(c.holds, schema::Holds::Name) && !matches!(c.name, "target" | "country" | "region" | "capital")
        };
        let columns: Vec<usize> = (0..table.columns.len()).filter(|&f| f == 0 || named(&table.columns[f])).collect();
        let names: usize = table.rows.iter().map(|r| columns.iter().map(|&c| r.list(c).count()).sum::<usize>()).sum();
        let _ = writeln!(counts, "| {file} | {} | {names} |", table.rows.len());
        let folder = if let Some((folder, _)) = file.split_once('/') {
            format!("{folder}/")
        } else {
            continue;
        };
        let [all_rows, all_names] = folders.entry(folder).or_default();
        *all_rows += table.rows.len();
        *all_names += names;
    }
    for (folder, [rows, names]) in folders {
        let _ = writeln!(counts, "| all of {folder} | {rows} | {names} |");
    }
    counts
}

/// Names of files → the rest of their line in SOURCES.md.
fn sources(text: &str) -> BTreeMap<String, Vec<String>> {
    text.lines()
        .filter(|l| l.starts_with("| ") && l.matches('|').count() == 6)
        .map(|l| l.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect::<Vec<_>>())
        .filter(|cells| cells[0].ends_with(".tsv") || cells[0].ends_with(".txt"))
        .map(|mut cells| (cells.remove(0), cells))
        .collect()
}

#[test]
fn every_file_has_an_origin_and_a_licence() {
    let text = fs::read_to_string(root().join(SOURCES)).unwrap();
    let sources = sources(&text);
    let mut faults = Vec::new();
    let files: Vec<String> =
        tables().0.into_iter().map(|(t, _)| t.file.trim_start_matches("gazetteers/").to_owned()).collect();
    for file in &files {
        match sources.get(file) {
            None => faults.push(format!(
                "{SOURCES}: found no line for {file}, expected file | origin | licence | date | how made"
            )),
            Some(cells) if cells.iter().any(String::is_empty) => {
                faults.push(format!(
                    "{SOURCES}: {file}: found an empty cell, expected origin, licence, date and how made"
                ));
            }
            Some(_) => {}
        }
    }
    for file in sources.keys().filter(|f| !files.contains(f)) {
        faults.push(format!("{SOURCES}: found a line for {file}, expected only files that exist"));
    }
    assert_none(&faults);
}

/// `BLESS=1 cargo test --test gazetteers` writes the counts.
#[test]
fn counts_are_true() {
    let text = fs::read_to_string(root().join(SOURCES)).unwrap();
    let counts = counts();
    if text.contains(&counts) {
        return;
    }
    let start = text.find("| file | rows |").unwrap_or(text.len());
    let end = text[start..].find("\n\n").map_or(text.len(), |at| start + at + 1);
    if std::env::var_os("BLESS").is_some() {
        fs::write(root().join(SOURCES), format!("{}{counts}{}", &text[..start], &text[end..])).unwrap();
    } else {
        panic!("{SOURCES} must hold these counts (BLESS=1 writes them):\n{counts}");
    }
}
