//! gazetteers/ → the tables of names.

use crate::table::{Compiler, Record};
use crate::fold::fold;
use crate::table::{
    ABBREVIATED, AMBIGUOUS, FEMININE, MASCULINE, PLURAL, SINGULAR, Sense, Tag,
};
use crate::tsv::{self, Row, Tsv};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

// The order of `EntryKind`.
const PERSON: u8 = 0;
const COUNTRY: u8 = 1;
const PLACE: u8 = 2;
const ORGANISATION: u8 = 3;
const TITLE: u8 = 4;
const HEAD_NOUN: u8 = 5;

const PERSON_COLUMNS: &[&str] = &["name", "aliases", "sex", "country", "wikidata", "tags", "offices", "flags"];
const PLACE_COLUMNS: &[&str] = &["name", "aliases", "kind", "country", "geonames", "population", "flags"];
const ORGANISATION_COLUMNS: &[&str] = &["name", "acronyms", "aliases", "kind", "country", "wikidata", "flags"];
const COUNTRY_COLUMNS: &[&str] = &[
    "name", "article", "long_name", "aliases", "iso2", "iso3", "wikidata", "continent", "region", "capital", "status",
];

struct Names<'a> {
    root: &'a Path,
    faults: Vec<String>,
    compiler: Compiler,
    /// Names of countries, places and organisations → entry, for demonyms and metonyms.
    targets: HashMap<String, u32>,
    /// Forms of demonyms → entry.
    demonyms: HashMap<String, u32>,
}

/// Compiles gazetteers/ below `root` into `out` and returns the faults found.
pub fn compile(root: &Path, out: &Path) -> Vec<String> {
    let mut names = Names { root, faults: Vec::new(), compiler: Compiler::new(), targets: HashMap::new(), demonyms: HashMap::new() };
    names.countries();
    names.organisations();
    names.places();
    names.persons();
    names.demonyms();
    names.metonyms();
    names.titles();
    names.head_nouns();
    names.first_and_last_names();
    let compiled = names.compiler.finish();
    for (file, bytes) in [
        ("names.keys", compiled.keys),
        ("names.values", compiled.values),
        ("names.senses", compiled.senses),
        ("names.entries", compiled.entries),
        ("names.strings", compiled.strings),
    ] {
        if let Err(error) = fs::write(out.join(file), bytes) {
            names.faults.push(format!("{file}: {error}"));
        }
    }
    names.faults
}

fn join<'a>(lists: impl IntoIterator<Item = &'a str>) -> String {
    lists.into_iter().filter(|l| !l.is_empty()).collect::<Vec<_>>().join("|")
}

impl Names<'_> {
    fn read(&mut self, file: &str, columns: &[&str]) -> Tsv {
        tsv::read(self.root, file, columns, &mut self.faults)
    }

    fn fault(&mut self, tsv: &Tsv, row: &Row, field: &str, found: &str, expected: &str) {
        self.faults.push(format!("{}:{}: {field}: found {found:?}, expected {expected}", tsv.file, row.line));
    }

    fn flags(&mut self, tsv: &Tsv, row: &Row, field: usize) -> u8 {
        let mut flags = 0;
        for flag in row.list(field) {
            match flag {
                "ambiguous" => flags |= 1,
                "historic" => flags |= 2,
                _ => self.fault(tsv, row, "flags", flag, "ambiguous or historic"),
            }
        }
        flags
    }

    /// Adds an entry with its names, and makes its usual name a target.
    fn entity(&mut self, tsv: &Tsv, row: &Row, record: &Record, acronyms: usize, aliases: &[usize]) -> u32 {
        let entry = self.compiler.entry(record);
        let ambiguous = if record.flags & 1 != 0 { AMBIGUOUS } else { 0 };
        if !self.compiler.entity_name(&record.name, Tag::Name, ambiguous, entry) {
            self.fault(tsv, row, "name", &record.name, "a name with a letter or digit");
        }
        self.targets.entry(fold(&record.name)).or_insert(entry);
        let tagged = [(Tag::Acronym, acronyms)].into_iter().filter(|&(_, f)| f != usize::MAX);
        for (tag, field) in tagged.chain(aliases.iter().map(|&f| (Tag::Alias, f))) {
            for alias in row.list(field) {
                if !self.compiler.entity_name(alias, tag, ambiguous, entry) {
                    self.fault(tsv, row, "aliases", alias, "a name with a letter or digit");
                }
                self.targets.entry(fold(alias)).or_insert(entry);
            }
        }
        entry
    }

    fn countries(&mut self) {
        let tsv = self.read("gazetteers/country.tsv", COUNTRY_COLUMNS);
        for row in &tsv.rows {
            let record = Record {
                kind: COUNTRY,
                name: row.get(0).to_owned(),
                sex: match row.get(1) {
                    "la" => 2,
                    "le" => 1,
                    _ => 0,
                },
                aliases: join([row.get(2), row.get(3)]),
                country: row.get(4).to_owned(),
                code: row.get(5).to_owned(),
                wikidata: row.get(6).to_owned(),
                offices: row.get(9).to_owned(),
                subtype: row.get(10).to_owned(),
                ..Record::default()
            };
            if !(row.get(4).is_empty() || row.get(4).len() == 2) {
                self.fault(&tsv, row, "iso2", row.get(4), "two letters");
            }
            let entry = self.entity(&tsv, row, &record, usize::MAX, &[2, 3]);
            if !record.country.is_empty() {
                self.compiler.code(&record.country, entry);
            }
        }
    }

    fn organisations(&mut self) {
        for file in tsv::folder(self.root, "gazetteers/organisation") {
            let tsv = self.read(&file, ORGANISATION_COLUMNS);
            for row in &tsv.rows {
                let record = Record {
                    kind: ORGANISATION,
                    name: row.get(0).to_owned(),
                    aliases: join([row.get(1), row.get(2)]),
                    subtype: row.get(3).to_owned(),
                    country: row.get(4).to_owned(),
                    wikidata: row.get(5).to_owned(),
                    flags: self.flags(&tsv, row, 6),
                    ..Record::default()
                };
                self.entity(&tsv, row, &record, 1, &[2]);
            }
        }
    }

    fn places(&mut self) {
        for file in tsv::folder(self.root, "gazetteers/place") {
            let tsv = self.read(&file, PLACE_COLUMNS);
            for row in &tsv.rows {
                let weight = row.get(5).parse().unwrap_or_else(|_| {
                    if !row.get(5).is_empty() {
                        self.fault(&tsv, row, "population", row.get(5), "a number");
                    }
                    0
                });
                let record = Record {
                    kind: PLACE,
                    name: row.get(0).to_owned(),
                    aliases: row.get(1).to_owned(),
                    subtype: row.get(2).to_owned(),
                    country: row.get(3).to_owned(),
                    code: row.get(4).to_owned(),
                    flags: self.flags(&tsv, row, 6),
                    weight,
                    ..Record::default()
                };
                self.entity(&tsv, row, &record, usize::MAX, &[1]);
            }
        }
    }

    fn persons(&mut self) {
        // A person of two files (a sportsman who became a minister) is one entry: the lists are joined.
        let mut order: Vec<(Tsv, usize, Record)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for file in tsv::folder(self.root, "gazetteers/person") {
            let tsv = self.read(&file, PERSON_COLUMNS);
            for row in &tsv.rows {
                let record = Record {
                    kind: PERSON,
                    name: row.get(0).to_owned(),
                    aliases: row.get(1).to_owned(),
                    sex: match row.get(2) {
                        "m" => 1,
                        "f" => 2,
                        _ => 0,
                    },
                    country: row.get(3).to_owned(),
                    wikidata: row.get(4).to_owned(),
                    subtype: row.get(5).to_owned(),
                    offices: row.get(6).to_owned(),
                    flags: self.flags(&tsv, row, 7),
                    ..Record::default()
                };
                let ambiguous = record.flags & 1 != 0;
                let key = fold(&record.name).replace(['-', '\''], " ");
                match known.get(&key).map(|&i| &mut order[i].2) {
                    Some(first) if !ambiguous && first.flags & 1 == 0 => {
                        for (list, more) in [
                            (&mut first.aliases, &record.aliases),
                            (&mut first.country, &record.country),
                            (&mut first.subtype, &record.subtype),
                            (&mut first.offices, &record.offices),
                        ] {
                            let new: Vec<&str> =
                                more.split('|').filter(|m| !list.split('|').any(|l| l == *m)).collect();
                            *list = join(list.split('|').chain(new).collect::<Vec<_>>());
                        }
                        if first.wikidata.is_empty() {
                            first.wikidata = record.wikidata;
                        }
                    }
                    _ => {
                        known.entry(key).or_insert(order.len());
                        let place = Tsv { file: tsv.file.clone(), rows: Vec::new() };
                        order.push((place, row.line, record));
                    }
                }
            }
        }
        for (tsv, line, record) in order {
            let row = Row::new(line, vec![record.name.clone(), record.aliases.clone()]);
            let entry = self.entity(&tsv, &row, &record, usize::MAX, &[1]);
            for surname in surnames(&record.name) {
                self.compiler.name(surname, Sense::new(Tag::Surname, 0, entry));
            }
        }
    }

    fn demonyms(&mut self) {
        let tsv = self.read("gazetteers/demonym.tsv", &["form", "country", "features"]);
        for row in &tsv.rows {
            let target = match self.targets.get(&fold(row.get(1))) {
                Some(&entry) => entry,
                None => {
                    let record = Record { kind: PLACE, name: row.get(1).to_owned(), ..Record::default() };
                    let entry = self.compiler.entry(&record);
                    self.targets.insert(fold(&record.name), entry);
                    entry
                }
            };
            let (tag, features) = match row.get(2) {
                "prefix" => (Tag::Prefix, 0),
                letters => {
                    let mut features = 0;
                    for letter in letters.chars() {
                        features |= match letter {
                            'm' => MASCULINE,
                            'f' => FEMININE,
                            's' => SINGULAR,
                            'p' => PLURAL,
                            _ => {
                                self.fault(&tsv, row, "features", letters, "letters of m, f, s, p, or prefix");
                                0
                            }
                        };
                    }
                    // What a form does not say it can be.
                    if features & (MASCULINE | FEMININE) == 0 {
                        features |= MASCULINE | FEMININE;
                    }
                    if features & (SINGULAR | PLURAL) == 0 {
                        features |= SINGULAR | PLURAL;
                    }
                    (Tag::Demonym, features)
                }
            };
            self.compiler.name(row.get(0), Sense::new(tag, features, target));
            self.demonyms.entry(row.get(0).to_owned()).or_insert(target);
        }
    }

    /// The entry that bears the name, or whose demonym stands in the phrase ("présidence turque").
    fn target(&self, phrase: &str) -> Option<u32> {
        let known = self.targets.get(&fold(phrase));
        let demonym = || phrase.split(' ').rev().find_map(|word| self.demonyms.get(word));
        let place = || phrase.split([' ', '\'']).rev().find_map(|word| self.targets.get(&fold(word)));
        known.or_else(demonym).or_else(place).copied()
    }

    fn metonyms(&mut self) {
        let tsv = self.read("gazetteers/metonym.tsv", &["name", "aliases", "target", "kind"]);
        for row in &tsv.rows {
            let Some(target) = self.target(row.get(2)) else {
                println!("cargo::warning=metonym {}", row.get(2));
                continue;
            };
            let features = match row.get(3) {
                "building" => 1,
                "seat" => 2,
                "capital" => 3,
                other => {
                    self.fault(&tsv, row, "kind", other, "building, seat or capital");
                    0
                }
            };
            for name in std::iter::once(row.get(0)).chain(row.list(1)) {
                self.compiler.name(name, Sense::new(Tag::Metonym, features, target));
            }
        }
    }

    fn titles(&mut self) {
        let columns = [
            "masculine", "feminine", "masculine_plural", "feminine_plural", "abbreviations", "class", "heads",
        ];
        let tsv = self.read("gazetteers/title.tsv", &columns);
        for row in &tsv.rows {
            let record = Record {
                kind: TITLE,
                name: row.get(0).to_owned(),
                aliases: join([row.get(1), row.get(2), row.get(3), row.get(4)]),
                subtype: row.get(5).to_owned(),
                country: row.get(6).to_owned(),
                ..Record::default()
            };
            let entry = self.compiler.entry(&record);
            for (field, features) in [
                (0, MASCULINE | SINGULAR),
                (1, FEMININE | SINGULAR),
                (2, MASCULINE | PLURAL),
                (3, FEMININE | PLURAL),
                (4, MASCULINE | FEMININE | SINGULAR | ABBREVIATED),
            ] {
                for form in row.list(field) {
                    self.compiler.name(form, Sense::new(Tag::Title, features, entry));
                }
            }
        }
    }

    fn head_nouns(&mut self) {
        let tsv = self.read("gazetteers/head_noun.tsv", &["singular", "plural", "gender", "kind", "role"]);
        for row in &tsv.rows {
            let gender = match row.get(2) {
                "m" => MASCULINE,
                "f" => FEMININE,
                _ => MASCULINE | FEMININE,
            };
            let record = Record {
                kind: HEAD_NOUN,
                name: row.get(0).to_owned(),
                aliases: row.get(1).to_owned(),
                subtype: row.get(3).to_owned(),
                country: row.get(4).to_owned(),
                ..Record::default()
            };
            let entry = self.compiler.entry(&record);
            for (field, number) in [(0, SINGULAR), (1, PLURAL)] {
                for form in row.list(field) {
                    self.compiler.name(form, Sense::new(Tag::HeadNoun, gender | number, entry));
                }
            }
        }
    }

    fn first_and_last_names(&mut self) {
        for (file, columns, tag) in [
            ("gazetteers/given_name.tsv", &["name", "sex", "weight"][..], Tag::Given),
            ("gazetteers/family_name.tsv", &["name", "weight"][..], Tag::Family),
        ] {
            let tsv = self.read(file, columns);
            for row in &tsv.rows {
                let Ok(weight) = row.get(columns.len() - 1).parse::<u32>() else {
                    self.fault(&tsv, row, "weight", row.get(columns.len() - 1), "a number from 1 to 9");
                    continue;
                };
                let features = match (tag, row.get(1)) {
                    (Tag::Given, "m") => MASCULINE,
                    (Tag::Given, "f") => FEMININE,
                    (Tag::Given, _) => MASCULINE | FEMININE,
                    _ => 0,
                };
                self.compiler.name(row.get(0), Sense::new(tag, features, weight));
            }
        }
    }
}

/// The parts of a person's name that news uses alone: what follows the given name, longest first.
fn surnames(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.split_once(' ')?.1;
        Some(rest)
    })
    .filter(|s| s.chars().next().is_some_and(char::is_uppercase))
}
