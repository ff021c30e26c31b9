//! gazetteers/ → the tables of names.

use crate::fold::fold;
use crate::schema;
use crate::table::{
    ABBREVIATED, AMBIGUOUS, AMBIGUOUS_ENTRY, Compiler, FEMININE, HISTORIC_ENTRY, MASCULINE, PLURAL, Record, SINGULAR,
    Sense, Tag, reading, surnames,
};
use crate::tsv::{self, Row, Tsv};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

/// The codes of `EntryKind`.
mod kind {
    pub const PERSON: u8 = 0;
    pub const COUNTRY: u8 = 1;
    pub const PLACE: u8 = 2;
    pub const ORGANISATION: u8 = 3;
    pub const TITLE: u8 = 4;
    pub const HEAD_NOUN: u8 = 5;
}

struct Names<'a> {
    root: &'a Path,
    faults: Vec<String>,
    compiler: Compiler,
    /// The codes of country.tsv.
    codes: HashSet<String>,
    /// Names of countries, places and organisations → entry, for demonyms and metonyms.
    targets: HashMap<String, u32>,
    /// Forms of demonyms → entry.
    demonyms: HashMap<String, u32>,
}

/// Compiles gazetteers/ below `root` into `out` and returns the faults found.
pub fn compile(root: &Path, out: &Path) -> Vec<String> {
    let mut names = Names {
        root,
        faults: Vec::new(),
        compiler: Compiler::new(),
        codes: HashSet::new(),
        targets: HashMap::new(),
        demonyms: HashMap::new(),
    };
    names.countries();
    names.organisations();
    names.places();
    names.persons();
    names.demonyms();
    names.metonyms();
    names.titles();
    names.head_nouns();
    names.first_and_last_names();
    names.ambiguous();
    if names.compiler.lost_terms() > 0 {
        names
            .faults
            .push("gazetteers: found more kinds and lists of countries than fit, expected 64 KiB of them".into());
    }
    if let Err(error) = fs::write(out.join("names.table"), names.compiler.finish().to_bytes()) {
        names.faults.push(format!("names.table: {error}"));
    }
    names.faults
}

fn join<'a>(lists: impl IntoIterator<Item = &'a str>) -> String {
    lists.into_iter().filter(|l| !l.is_empty()).collect::<Vec<_>>().join("|")
}

/// An entry to be, with where its row stands; the row of the same name in another file joins it.
struct Draft {
    file: String,
    line: usize,
    acronyms: String,
    record: Record,
}

/// The entries of several files that may name the same thing.
#[derive(Default)]
struct Drafts {
    order: Vec<Draft>,
    /// Folded name and kind → place in the order.
    known: HashMap<String, usize>,
}

impl Drafts {
    /// Adds an entry, or joins it to the one with the same key, unless the name is known to be shared.
    fn push(&mut self, key: String, draft: Draft, faults: &mut Vec<String>) {
        let shared = |record: &Record| record.flags & AMBIGUOUS_ENTRY != 0;
        let Some(first) = self.known.get(&key).map(|&at| &mut self.order[at]) else {
            self.known.insert(key, self.order.len());
            self.order.push(draft);
            return;
        };
        if first.file == draft.file && (shared(&first.record) || shared(&draft.record)) {
            self.order.push(draft);
            return;
        }
        let (known, more) = (&mut first.record, draft.record);
        for (field, one, other) in
            [("wikidata", &mut known.wikidata, more.wikidata), ("kind", &mut known.subtype, more.subtype)]
        {
            if one.is_empty() || known.kind == kind::PERSON && field == "kind" {
                *one = join_new(one, &other);
            } else if !other.is_empty() && *one != other {
                faults.push(format!(
                    "{}:{}: {field}: found {other:?}, expected {one:?} as in {}:{} for the same name",
                    draft.file, draft.line, first.file, first.line
                ));
            }
        }
        if known.sex != more.sex && known.sex != 0 && more.sex != 0 {
            faults.push(format!(
                "{}:{}: sex: found another one, expected that of {}:{} for the same name",
                draft.file, draft.line, first.file, first.line
            ));
        }
        known.sex = known.sex.max(more.sex);
        known.flags |= more.flags;
        known.weight = known.weight.max(more.weight);
        known.aliases = join_new(&known.aliases, &more.aliases);
        known.country = join_new(&known.country, &more.country);
        known.offices = join_new(&known.offices, &more.offices);
        first.acronyms = join_new(&first.acronyms, &draft.acronyms);
    }
}

/// The values of a list, then those of another that are new.
fn join_new(list: &str, more: &str) -> String {
    let new = more.split('|').filter(|m| !list.split('|').any(|l| l == *m));
    join(list.split('|').chain(new))
}

/// The key of a name in the comparison form.
fn key(name: &str) -> String {
    fold(name).replace(['-', '\''], " ")
}

fn sex(text: &str) -> u8 {
    match text {
        "m" | "le" => 1,
        "f" | "la" => 2,
        _ => 0,
    }
}

fn flags(row: &Row, field: usize) -> u8 {
    let flag = |f| match f {
        "ambiguous" => AMBIGUOUS_ENTRY,
        "historic" => HISTORIC_ENTRY,
        _ => 0,
    };
    row.list(field).fold(0, |flags, f| flags | flag(f))
}

/// The sum of the bits of the values of a field, each its place in `values`.
fn bits(row: &Row, field: usize, values: &[&str]) -> u32 {
    row.list(field).filter_map(|v| values.iter().position(|&w| w == v)).fold(0, |bits, at| bits | 1 << at)
}

impl Names<'_> {
    fn read(&mut self, file: &str, columns: &'static [schema::Column]) -> Tsv {
        tsv::read(self.root, file, columns, &self.codes, &mut self.faults)
    }

    fn folder(&mut self, folder: &str, columns: &'static [schema::Column]) -> Vec<Tsv> {
        let files = tsv::folder(self.root, folder, &mut self.faults);
        files.iter().map(|file| self.read(file, columns)).collect()
    }

    /// Adds an entry with its names, and makes each a target.
    fn entity(&mut self, draft: &Draft) -> u32 {
        let record = &draft.record;
        let entry = self.compiler.entry(record);
        let features = if record.flags & AMBIGUOUS_ENTRY != 0 { AMBIGUOUS } else { 0 };
        let tagged = |list: &str, tag| list.split('|').map(|n| (n.to_owned(), tag)).collect::<Vec<_>>();
        let acronyms = tagged(&draft.acronyms, Tag::Acronym);
        let mut names = vec![(record.name.clone(), Tag::Name)];
        names.extend(acronyms.iter().cloned());
        let aliases = tagged(&record.aliases, Tag::Alias);
        names.extend(aliases.into_iter().filter(|(a, _)| !acronyms.iter().any(|(b, _)| a == b)));
        for (name, tag) in names.iter().filter(|(name, _)| !name.is_empty()) {
            self.compiler.entity_name(name, *tag, features, entry);
            self.targets.entry(fold(name)).or_insert(entry);
        }
        entry
    }

    fn countries(&mut self) {
        let tsv = self.read("gazetteers/country.tsv", schema::COUNTRY);
        for row in &tsv.rows {
            let record = Record {
                kind: kind::COUNTRY,
                name: row.get(0).to_owned(),
                sex: sex(row.get(1)),
                aliases: join([row.get(2), row.get(3)]),
                country: row.get(4).to_owned(),
                code: row.get(5).to_owned(),
                wikidata: row.get(6).to_owned(),
                offices: row.get(9).to_owned(),
                subtype: row.get(10).to_owned(),
                ..Record::default()
            };
            let code = record.country.clone();
            let draft = Draft { file: tsv.file.clone(), line: row.line, acronyms: String::new(), record };
            let entry = self.entity(&draft);
            if code.is_empty() {
                continue;
            }
            self.compiler.code(&code, entry);
            if !self.codes.insert(code) {
                self.faults.push(tsv.fault(row.line, 4, row.get(4), "a code that no row above has"));
            }
        }
    }

    fn organisations(&mut self) {
        let mut drafts = Drafts::default();
        for tsv in self.folder("gazetteers/organisation", schema::ORGANISATION) {
            for row in &tsv.rows {
                let record = Record {
                    kind: kind::ORGANISATION,
                    name: row.get(0).to_owned(),
                    aliases: join([row.get(1), row.get(2)]),
                    subtype: row.get(3).to_owned(),
                    country: row.get(4).to_owned(),
                    wikidata: row.get(5).to_owned(),
                    flags: flags(row, 6),
                    ..Record::default()
                };
                // One name may be a party here and a company there, or a party in two countries.
                let key = format!("{}|{}|{}", key(&record.name), record.subtype, record.country);
                let draft = Draft { file: tsv.file.clone(), line: row.line, acronyms: row.get(1).to_owned(), record };
                drafts.push(key, draft, &mut self.faults);
            }
        }
        drafts.order.iter().for_each(|draft| {
            self.entity(draft);
        });
    }

    fn places(&mut self) {
        for tsv in self.folder("gazetteers/place", schema::PLACE) {
            for row in &tsv.rows {
                let record = Record {
                    kind: kind::PLACE,
                    name: row.get(0).to_owned(),
                    aliases: row.get(1).to_owned(),
                    subtype: row.get(2).to_owned(),
                    country: row.get(3).to_owned(),
                    code: row.get(4).to_owned(),
                    flags: flags(row, 6),
                    weight: row.get(5).parse().unwrap_or(0),
                    ..Record::default()
                };
                self.entity(&Draft { file: tsv.file.clone(), line: row.line, acronyms: String::new(), record });
            }
        }
    }

    fn persons(&mut self) {
        let mut drafts = Drafts::default();
        for tsv in self.folder("gazetteers/person", schema::PERSON) {
            for row in &tsv.rows {
                let record = Record {
                    kind: kind::PERSON,
                    name: row.get(0).to_owned(),
                    aliases: row.get(1).to_owned(),
                    sex: sex(row.get(2)),
                    country: row.get(3).to_owned(),
                    wikidata: row.get(4).to_owned(),
                    subtype: row.get(5).to_owned(),
                    offices: row.get(6).to_owned(),
                    flags: flags(row, 7),
                    ..Record::default()
                };
                let draft = Draft { file: tsv.file.clone(), line: row.line, acronyms: String::new(), record };
                drafts.push(key(&draft.record.name), draft, &mut self.faults);
            }
        }
        for draft in &drafts.order {
            let entry = self.entity(draft);
            for surname in surnames(&draft.record.name) {
                self.compiler.name(surname, Sense::new(Tag::Surname, 0, entry));
            }
        }
    }

    fn demonyms(&mut self) {
        let tsv = self.read("gazetteers/demonym.tsv", schema::DEMONYM);
        for row in &tsv.rows {
            // Peoples and provinces that are no entries of their own become places by their demonym.
            let target = self.targets.get(&fold(row.get(1))).copied().unwrap_or_else(|| {
                let record = Record { kind: kind::PLACE, name: row.get(1).to_owned(), ..Record::default() };
                let entry = self.compiler.entry(&record);
                self.targets.insert(fold(&record.name), entry);
                entry
            });
            let (tag, features) = match row.get(2) {
                "prefix" => (Tag::Prefix, 0),
                letters => (Tag::Demonym, demonym_features(letters)),
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
        let tsv = self.read("gazetteers/metonym.tsv", schema::METONYM);
        for row in &tsv.rows {
            let Some(target) = self.target(row.get(2)) else {
                let expected = "a name of a country, place or organisation, or a phrase with a demonym";
                self.faults.push(tsv.fault(row.line, 2, row.get(2), expected));
                continue;
            };
            let features = match row.get(3) {
                "building" => 1,
                "seat" => 2,
                _ => 3,
            };
            for name in std::iter::once(row.get(0)).chain(row.list(1)) {
                self.compiler.name(name, Sense::new(Tag::Metonym, features, target));
            }
        }
    }

    fn titles(&mut self) {
        let tsv = self.read("gazetteers/title.tsv", schema::TITLE);
        for row in &tsv.rows {
            let record = Record {
                kind: kind::TITLE,
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
        let tsv = self.read("gazetteers/head_noun.tsv", schema::HEAD_NOUN);
        for row in &tsv.rows {
            let gender = match row.get(2) {
                "m" => MASCULINE,
                "f" => FEMININE,
                _ => MASCULINE | FEMININE,
            };
            let record = Record {
                kind: kind::HEAD_NOUN,
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
            ("gazetteers/given_name.tsv", schema::GIVEN_NAME, Tag::Given),
            ("gazetteers/family_name.tsv", schema::FAMILY_NAME, Tag::Family),
        ] {
            let tsv = self.read(file, columns);
            for row in &tsv.rows {
                let weight = row.get(columns.len() - 1).parse().unwrap_or(1);
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

    /// Names that can be several things: what they can be, and the evidence that tells.
    fn ambiguous(&mut self) {
        let tsv = self.read("gazetteers/ambiguous.tsv", schema::AMBIGUOUS);
        for row in &tsv.rows {
            let readings = bits(row, 1, schema::READINGS);
            let needs = bits(row, 2, schema::NEEDS);
            self.compiler.name(row.get(0), Sense::new(Tag::Ambiguous, readings, needs));
            // Between kinds of names the sense above decides; an everyday word is none at all unless shown to be.
            if readings & reading::WORD != 0 {
                self.compiler.mark(row.get(0), AMBIGUOUS);
            }
        }
    }
}

fn demonym_features(letters: &str) -> u32 {
    let mut features = letters.chars().fold(0, |features, letter| {
        features
            | match letter {
                'm' => MASCULINE,
                'f' => FEMININE,
                's' => SINGULAR,
                _ => PLURAL,
            }
    });
    // What a form does not say it can be.
    if features & (MASCULINE | FEMININE) == 0 {
        features |= MASCULINE | FEMININE;
    }
    if features & (SINGULAR | PLURAL) == 0 {
        features |= SINGULAR | PLURAL;
    }
    features
}
