//! How fast names are found, opened and loaded.
//!
//! The peers (fst, aho-corasick, daachorse) search the same names in the same text and find the same: the leftmost longest runs
//! of whole words. They read folded words with a space between, which the table does not need; making them is timed.

// The macros of criterion make public functions without docs.
#![allow(missing_docs)]

#[allow(dead_code)]
#[path = "../src/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "../build/schema.rs"]
mod schema;
#[allow(dead_code, unused_imports)]
#[path = "../src/table/mod.rs"]
mod table;
#[allow(dead_code)]
#[path = "../build/tsv.rs"]
mod tsv;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use depeche::Extractor;
use depeche::gazetteer::Gazetteer;
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;
use table::{Compiler, Sense, Table, Tag};

/// News prose of many countries, written for the benches.
const PROSE: &str = include_str!("data/prose.txt");

/// The folded words of a text, with a space before each and after the last.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + text.len() / 8);
    for (start, end) in fold::atoms(text) {
        words.push(' ');
        text[start..end].chars().for_each(|c| fold::fold_char(c, &mut |f| words.push(f)));
    }
    words.push(' ');
    words
}

/// Every bundled name of a person, country, place or organisation, and every given and family name, folded.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![
        ("gazetteers/country.tsv".to_owned(), schema::COUNTRY, &[0, 2, 3][..]),
        ("gazetteers/given_name.tsv".to_owned(), schema::GIVEN_NAME, &[0]),
        ("gazetteers/family_name.tsv".to_owned(), schema::FAMILY_NAME, &[0]),
    ];
    for (folder, columns, names) in [
        ("gazetteers/person", schema::PERSON, &[0, 1][..]),
        ("gazetteers/place", schema::PLACE, &[0, 1]),
        ("gazetteers/organisation", schema::ORGANISATION, &[0, 1, 2]),
    ] {
        files.extend(tsv::folder(root, folder, &mut Vec::new()).into_iter().map(|f| (f, columns, names)));
    }
    let mut all = BTreeSet::new();
    for (file, columns, names) in files {
        for row in tsv::read(root, &file, columns, &HashSet::new(), &mut Vec::new()).rows {
            all.extend(names.iter().flat_map(|&n| row.list(n)).map(words).filter(|w| w.len() > 1));
        }
    }
    all.into_iter().collect()
});

/// Half a million names of two to four words.
static MANY: LazyLock<Vec<String>> = LazyLock::new(|| {
    let syllables = ["ba", "dou", "ga", "ka", "li", "mo", "na", "ri", "sa", "to", "va", "zé"];
    let mut state = 1_u64;
    let mut next = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let mut names = BTreeSet::new();
    while names.len() < 500_000 {
        let mut name = String::new();
        for word in 0..2 + next(3) {
            if word > 0 {
                name.push(' ');
            }
            let word: String = (0..2 + next(3)).map(|_| syllables[next(syllables.len())]).collect();
            name.extend(word.chars().enumerate().flat_map(
                |(i, c)| {
                    if i == 0 { c.to_uppercase().collect() } else { vec![c] }
                },
            ));
        }
        names.insert(name);
    }
    names.into_iter().collect()
});

fn table_of<'n>(base: u32, names: impl IntoIterator<Item = &'n String>) -> Table {
    let mut compiler = Compiler::after(base);
    for (i, name) in names.into_iter().enumerate() {
        compiler.chain(name.split_whitespace().map(fold::folded_hash), Sense::new(Tag::Name, 0, i as u32));
    }
    Table::built(base, compiler.finish())
}

/// The leftmost longest names, counted.
fn find_in_tables(tables: &[Table], text: &str, atoms: &mut Vec<u64>) -> usize {
    atoms.clear();
    fold::each_atom(text, &mut |atom| atoms.push(atom));
    let (mut at, mut count) = (0, 0);
    while at < atoms.len() {
        let mut longest = 0;
        for table in tables {
            let mut hash = atoms[at];
            let mut end = at + 1;
            while let Some(node) = table.get(hash) {
                if node.named() {
                    longest = longest.max(end - at);
                }
                if !node.longer() || end >= atoms.len() {
                    break;
                }
                hash = fold::chain(hash, atoms[end]);
                end += 1;
            }
        }
        count += usize::from(longest > 0);
        at += longest.max(1);
    }
    count
}

fn find_with_fst(map: &fst::Map<Vec<u8>>, text: &str) -> usize {
    let words = words(text);
    let bytes = words.as_bytes();
    let fst = map.as_fst();
    let (mut at, mut count) = (0, 0);
    while at + 1 < bytes.len() {
        let mut node = fst.root();
        let mut longest = 0;
        for (i, &byte) in bytes[at..].iter().enumerate() {
            let Some(found) = node.find_input(byte) else {
                break;
            };
            node = fst.node(node.transition(found).addr);
            if node.is_final() {
                longest = i;
            }
        }
        count += usize::from(longest > 0);
        let from = at + longest.max(1);
        at = from + bytes[from..].iter().position(|&b| b == b' ').unwrap_or(bytes.len());
    }
    count
}

/// Counts what a search, which gives the end of the first match after a byte, finds.
fn count(words: &str, mut find: impl FnMut(usize) -> Option<usize>) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < words.len()
        && let Some(end) = find(at)
    {
        count += 1;
        // The space after the name is the one before the next.
        at = end - 1;
    }
    count
}

fn find_with_aho_corasick(automaton: &AhoCorasick, text: &str) -> usize {
    let words = words(text);
    count(&words, |at| automaton.find(Input::new(&words).range(at..)).map(|m| m.end()))
}

fn find_with_daachorse(automaton: &DoubleArrayAhoCorasick<u32>, text: &str) -> usize {
    let words = words(text);
    count(&words, |at| automaton.leftmost_find_iter(&words[at..]).next().map(|m| at + m.end()))
}

fn fst_of(names: &[String]) -> fst::Map<Vec<u8>> {
    fst::Map::from_iter(names.iter().zip(0..)).expect("names are sorted")
}

fn aho_corasick_of(names: &[String]) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(names)
        .expect("names fit")
}

fn daachorse_of(names: &[String]) -> DoubleArrayAhoCorasick<u32> {
    DoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build(names)
        .expect("names fit")
}

/// How many bytes of prose are searched for the bundled names in a second?
fn bundled_names(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("names");
    group.throughput(Throughput::Bytes(PROSE.len() as u64));
    let names = &*NAMES;
    let mut atoms = Vec::new();
    let tables = [table_of(0, names)];
    let expected = find_in_tables(&tables, PROSE, &mut atoms);
    group.bench_function("table", |b| {
        b.iter(|| assert_eq!(find_in_tables(&tables, black_box(PROSE), &mut atoms), expected));
    });
    // Built only when asked for, so that one bench can be profiled by itself.
    let map = LazyCell::new(|| fst_of(names));
    group.bench_function("fst", |b| {
        LazyCell::force(&map);
        b.iter(|| assert_eq!(find_with_fst(&map, black_box(PROSE)), expected))
    });
    let automaton = LazyCell::new(|| aho_corasick_of(names));
    group.bench_function("aho_corasick", |b| {
        LazyCell::force(&automaton);
        b.iter(|| assert_eq!(find_with_aho_corasick(&automaton, black_box(PROSE)), expected));
    });
    let double = LazyCell::new(|| daachorse_of(names));
    group.bench_function("daachorse", |b| {
        LazyCell::force(&double);
        b.iter(|| assert_eq!(find_with_daachorse(&double, black_box(PROSE)), expected));
    });
    group.finish();
}

/// How large are they?
fn sizes(criterion: &mut Criterion) {
    let names = &*NAMES;
    criterion.bench_function("sizes", |b| b.iter(|| assert!(names.len() > 100_000)));
    println!("{} names", names.len());
    println!("bytes: table {}", table_of(0, names).bytes());
    println!("bytes: fst {}", fst_of(names).as_fst().as_bytes().len());
    println!("bytes: aho-corasick {}", aho_corasick_of(names).memory_usage());
    println!("bytes: daachorse {}", daachorse_of(names).heap_bytes());
}

/// How long until the first bundled name can be searched?
fn open(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    group.sample_size(10);
    group.bench_function("gazetteer", |b| b.iter(|| assert_eq!(Gazetteer::bundled().lookup("Mali").count(), 1)));
    group.bench_function("extractor", |b| b.iter(Extractor::new));
    let names = &*NAMES;
    group.bench_function("table_built", |b| b.iter(|| assert!(table_of(0, names).bytes() > 0)));
    group.bench_function("fst_built", |b| b.iter(|| assert_eq!(fst_of(names).len(), names.len())));
    group.bench_function("aho_corasick_built", |b| {
        b.iter(|| assert_eq!(aho_corasick_of(names).patterns_len(), names.len()));
    });
    group.bench_function("daachorse_built", |b| b.iter(|| assert!(daachorse_of(names).heap_bytes() > 0)));
    group.finish();
}

/// Are 500,000 user names loaded in less than a second?
fn user_load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("user_load");
    group.sample_size(10);
    let mut tsv = String::from("name\tkind\tid\taliases\tflags\tcountry\n");
    let mut csv = String::from("name,kind,id,aliases,flags,country\n");
    let mut json = String::new();
    for (i, name) in MANY.iter().enumerate() {
        let kind = ["person", "place", "organisation"][i % 3];
        let (alias, flag, country) =
            (["", "Autre Nom"][i % 2], ["", "needs_context"][usize::from(i % 7 == 0)], ["ML", "NE"][i % 2]);
        let alias = if alias.is_empty() { String::new() } else { format!("{alias} {i}") };
        let _ = writeln!(tsv, "{name}\t{kind}\tx{i}\t{alias}\t{flag}\t{country}");
        let _ = writeln!(csv, "\"{name}\",{kind},x{i},{alias},{flag},{country}");
        let list = |v: &str| {
            if v.is_empty() { "[]".to_owned() } else { format!("[\"{v}\"]") }
        };
        let _ = writeln!(
            json,
            "{{\"name\":\"{name}\",\"kind\":\"{kind}\",\"id\":\"x{i}\",\"aliases\":{},\"flags\":{},\"country\":\"{country}\"}}",
            list(&alias),
            list(flag)
        );
    }
    for (file, content) in [("names.tsv", tsv), ("names.csv", csv), ("names.jsonl", json)] {
        group.throughput(Throughput::Elements(MANY.len() as u64));
        group.bench_function(file, |b| {
            b.iter(|| {
                let gazetteer = Gazetteer::builder().source(file, content.as_str()).build().expect("no faults");
                assert_eq!(gazetteer.lookup(&MANY[MANY.len() - 1]).count(), 1);
            });
        });
    }
    group.finish();
}

/// How many bytes of prose are searched for the bundled and 500,000 user names in a second?
fn user_names(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("user_names");
    group.throughput(Throughput::Bytes(PROSE.len() as u64));
    let many: Vec<String> = MANY.iter().map(|n| words(n)).collect();
    let both: Vec<String> = NAMES.iter().chain(&many).cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let mut atoms = Vec::new();
    let tables = [table_of(0, &*NAMES), table_of(0, &many)];
    let expected = find_in_tables(&tables, PROSE, &mut atoms);
    group.bench_function("tables", |b| {
        b.iter(|| assert_eq!(find_in_tables(&tables, black_box(PROSE), &mut atoms), expected));
    });
    let automaton = LazyCell::new(|| aho_corasick_of(&both));
    group.bench_function("aho_corasick", |b| {
        LazyCell::force(&automaton);
        b.iter(|| assert_eq!(find_with_aho_corasick(&automaton, black_box(PROSE)), expected));
    });
    group.finish();
}

criterion_group!(benches, bundled_names, open, user_load, user_names, sizes);
criterion_main!(benches);
