//! Names → tables that open without parsing.
//!
//! Shared by the build script (bundled gazetteers) and by the library (the user's own).
//!
//! A name is a chain of atoms (see [`crate::fold::atoms`]); every beginning of it is a key, a hash of
//! 64 bits. Keys stand sorted, so the highest bits of one say in which of the buckets it stands
//! (three keys each on average); of the rest, the table keeps a print of 32 bits. A word that is no
//! key thus reads three prints and is taken for one with probability 3 / 2³² = 7·10⁻¹⁰; two keys
//! never share a print within a bucket. The value says whether a longer name goes on from here, and
//! is the sense of the beginning, or says where its senses stand. A look-up of a name of *n* atoms
//! reads *n* buckets, and of a word that begins no name, one.

use super::record::{RECORD, Record};
use super::sense::{CASED, EXACT, LOWER, Sense, Tag};
use crate::fold;
use std::collections::{HashMap, HashSet};

/// Bit of a value that says that longer names begin so.
pub(super) const LONGER: u32 = 1 << 31;
/// Bit of a value that says that the rest is the only sense.
pub(super) const INLINE: u32 = 1 << 30;
/// Keys for each bucket.
const BUCKET: usize = 3;

/// A key with one of its senses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    hash: u64,
    /// The order in which senses came, or [`BEGINNING`].
    order: u32,
    sense: u32,
}

/// The order of an item that says that longer names begin so.
const BEGINNING: u32 = u32::MAX;

/// Collects names and writes the tables.
#[derive(Default)]
pub(crate) struct Compiler {
    items: Vec<Item>,
    entries: Vec<u8>,
    strings: Vec<u8>,
    terms: Vec<u8>,
    known_terms: HashMap<String, u16>,
    /// Key → features that its senses get.
    marks: HashMap<u64, u32>,
    /// Terms that found no room.
    lost_terms: usize,
    /// The number of the first entry.
    base: u32,
    count: u32,
}

/// The tables as bytes: what [`super::Table`] reads.
#[derive(Default)]
pub(crate) struct Compiled {
    pub(super) sections: [Vec<u8>; SECTIONS],
}

/// Buckets, prints, values, senses, entries, strings, terms.
pub(super) const SECTIONS: usize = 7;

impl Compiled {
    /// All tables in one: the lengths of the sections, then the sections.
    #[allow(dead_code)] // for the build script
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = words(self.sections.iter().map(|s| s.len() as u32));
        self.sections.iter().for_each(|s| bytes.extend_from_slice(s));
        bytes
    }
}

impl Compiler {
    pub(crate) fn new() -> Self {
        // The empty term is the first.
        Self { terms: vec![0], ..Self::default() }
    }

    /// A compiler of names beside those of other tables, which number their entries below `base`.
    pub(crate) fn after(base: u32) -> Self {
        Self { base, ..Self::new() }
    }

    /// The place of a term in the list; 0, the empty one, when the list is full or the term too long.
    fn term(&mut self, text: &str) -> u16 {
        if text.is_empty() {
            return 0;
        }
        if let Some(&at) = self.known_terms.get(text) {
            return at;
        }
        let (Ok(at), Ok(length)) = (u16::try_from(self.terms.len()), u8::try_from(text.len())) else {
            self.lost_terms += 1;
            return 0;
        };
        self.terms.push(length);
        self.terms.extend_from_slice(text.as_bytes());
        self.known_terms.insert(text.to_owned(), at);
        at
    }

    /// How many entries lack their finer kind or countries because the list of terms is full.
    #[allow(dead_code)] // for the build script
    pub(crate) fn lost_terms(&self) -> usize {
        self.lost_terms
    }

    /// Adds an entry and returns its number.
    pub(crate) fn entry(&mut self, record: &Record) -> u32 {
        self.entries.extend((self.strings.len() as u32).to_le_bytes());
        for text in [&record.subtype, &record.country] {
            let term = self.term(text);
            self.entries.extend(term.to_le_bytes());
        }
        self.entries.extend(record.head().to_le_bytes());
        record.write(&mut self.strings);
        debug_assert_eq!(self.entries.len() % RECORD, 0);
        self.count += 1;
        self.base + self.count - 1
    }

    /// Makes `name` a key with this sense and returns the key; `None` when it holds no letter or digit.
    pub(crate) fn name(&mut self, name: &str, sense: Sense) -> Option<u64> {
        let mut hash = None;
        fold::each_name_atom(name, &mut |atom| hash = Some(self.step(hash, atom)));
        self.end(hash, sense)
    }

    /// Makes a sequence of hashes a key with this sense and returns it; `None` when it is empty.
    pub(crate) fn chain(&mut self, atoms: impl Iterator<Item = u64>, sense: Sense) -> Option<u64> {
        let mut hash = None;
        for atom in atoms {
            hash = Some(self.step(hash, atom));
        }
        self.end(hash, sense)
    }

    #[inline]
    fn step(&mut self, before: Option<u64>, atom: u64) -> u64 {
        let Some(before) = before else { return atom };
        self.items.push(Item { hash: before, order: BEGINNING, sense: 0 });
        fold::chain(before, atom)
    }

    fn end(&mut self, hash: Option<u64>, sense: Sense) -> Option<u64> {
        self.push(hash?, sense);
        hash
    }

    fn push(&mut self, hash: u64, sense: Sense) {
        self.items.push(Item { hash, order: self.items.len() as u32, sense: sense.0 });
    }

    /// Makes `name` a key for the entry, with the case policy that its spelling asks for.
    pub(crate) fn entity_name(&mut self, name: &str, tag: Tag, features: u32, entry: u32) -> Option<u64> {
        let mut letters = name.chars().filter(|c| c.is_alphabetic());
        let case = if features & CASED != 0 {
            EXACT
        } else if letters.next().is_some_and(char::is_lowercase) {
            LOWER
        } else if letters.nth(2).is_none() && !name.contains(' ') {
            EXACT
        } else {
            0
        };
        self.name(name, Sense::new(tag, features | case, entry))
    }

    /// Makes `code` a key that no text can spell.
    pub(crate) fn code(&mut self, code: &str, entry: u32) {
        self.push(code_key(code), Sense::new(Tag::Name, 0, entry));
    }

    /// Adds features to all senses that `name` has as the name of an entity.
    #[allow(dead_code)] // for the build script
    pub(crate) fn mark(&mut self, name: &str, features: u32) {
        if let Some(hash) = fold::name_hash(name) {
            *self.marks.entry(hash).or_default() |= features;
        }
    }

    /// The keys, sorted, each with whether longer names begin so and its senses.
    pub(super) fn keys(mut self) -> impl Iterator<Item = (u64, bool, Vec<Sense>)> {
        sort(&mut self.items);
        let keys: Vec<_> = self
            .items
            .chunk_by(|a, b| a.hash == b.hash)
            .map(|group| {
                let senses = group.iter().filter(|i| i.order != BEGINNING).map(|i| Sense(i.sense));
                (group[0].hash, group.iter().any(|i| i.order == BEGINNING), senses.collect())
            })
            .collect();
        keys.into_iter()
    }

    /// Writes the tables.
    pub(crate) fn finish(mut self) -> Compiled {
        sort(&mut self.items);
        self.items.dedup();
        let mut keys = Vec::with_capacity(self.items.len());
        let mut values = Vec::with_capacity(self.items.len());
        let mut lists = Lists::new();
        for group in self.items.chunk_by(|a, b| a.hash == b.hash) {
            let hash = group[0].hash;
            let longer = group.last().is_some_and(|i| i.order == BEGINNING);
            let senses = group[..group.len() - usize::from(longer)].iter().map(|i| Sense(i.sense));
            let mark = if self.marks.is_empty() { None } else { self.marks.get(&hash) };
            let value =
                lists.value(senses.map(|s| if s.names_entry() { s.with(mark.copied().unwrap_or(0)) } else { s }));
            keys.push(hash);
            values.push(value | if longer { LONGER } else { 0 });
        }
        let (buckets, prints) = buckets(&keys);
        let sections =
            [words(buckets), words(prints), words(values), words(lists.words), self.entries, self.strings, self.terms];
        Compiled { sections }
    }
}

/// Sorts the items: spreads them by the highest bits of their hashes, which are even, then sorts the few of each part.
fn sort(items: &mut Vec<Item>) {
    let parts = items.len() / 8 + 1;
    let mut ends = vec![0u32; parts + 1];
    for item in &*items {
        ends[bucket(item.hash, parts) + 1] += 1;
    }
    for part in 1..=parts {
        ends[part] += ends[part - 1];
    }
    let mut sorted = vec![Item { hash: 0, order: 0, sense: 0 }; items.len()];
    for &item in &*items {
        // What was the start of a part becomes its end.
        let at = &mut ends[bucket(item.hash, parts)];
        sorted[*at as usize] = item;
        *at += 1;
    }
    let mut start = 0;
    for &end in &ends[..parts] {
        sorted[start..end as usize].sort_unstable();
        start = end as usize;
    }
    *items = sorted;
}

/// The senses of keys that have several: before each list, its length; equal lists stand once.
struct Lists {
    words: Vec<u32>,
    known: HashMap<Vec<u32>, u32>,
    list: Vec<u32>,
    /// What the list holds, once it is long.
    seen: HashSet<u32>,
}

impl Lists {
    fn new() -> Self {
        // List 0 is the empty one.
        Self { words: vec![0], known: HashMap::new(), list: Vec::new(), seen: HashSet::new() }
    }

    fn value(&mut self, senses: impl Iterator<Item = Sense>) -> u32 {
        self.list.clear();
        self.seen.clear();
        for Sense(sense) in senses {
            // Few names have many senses.
            let new = if self.list.len() < 16 {
                !self.list.contains(&sense)
            } else {
                self.seen.extend(&self.list[self.seen.len()..]);
                !self.seen.contains(&sense)
            };
            if new {
                self.list.push(sense);
            }
        }
        let inline = if let [one] = self.list[..] { Sense(one).pack() } else { None };
        if let Some(packed) = inline {
            return INLINE | packed;
        }
        if self.list.is_empty() {
            return 0;
        }
        if let Some(&at) = self.known.get(&self.list) {
            return at;
        }
        let at = self.words.len() as u32;
        self.words.push(self.list.len() as u32);
        self.words.extend_from_slice(&self.list);
        self.known.insert(self.list.clone(), at);
        at
    }
}

/// Where each bucket starts (and the last ends), and the prints of the sorted keys.
fn buckets(keys: &[u64]) -> (Vec<u32>, Vec<u32>) {
    let prints: Vec<u32> = keys.iter().map(|&k| print(k)).collect();
    let mut count = keys.len() / BUCKET + 1;
    loop {
        let mut starts = Vec::with_capacity(count + 1);
        for (i, &key) in keys.iter().enumerate() {
            while starts.len() <= bucket(key, count) {
                starts.push(i as u32);
            }
        }
        starts.resize(count + 1, keys.len() as u32);
        // Two keys of one bucket with one print are rare enough to be driven apart by another count.
        let clash = starts.windows(2).any(|w| {
            let prints = &prints[w[0] as usize..w[1] as usize];
            prints.iter().enumerate().any(|(i, p)| prints[..i].contains(p))
        });
        if !clash {
            return (starts, prints);
        }
        count += 1 + count / 64;
    }
}

/// The bucket of a hash: its highest bits, scaled.
#[inline]
pub(super) fn bucket(hash: u64, count: usize) -> usize {
    ((u128::from(hash) * count as u128) >> 64) as usize
}

/// The print of a hash: its lowest bits but the one that is always set.
#[inline]
pub(super) fn print(hash: u64) -> u32 {
    (hash >> 1) as u32
}

fn words(words: impl IntoIterator<Item = u32>) -> Vec<u8> {
    words.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// The key of a code such as an ISO country code.
pub(crate) fn code_key(code: &str) -> u64 {
    let mut hash = fold::Hash::new();
    hash.push_byte(0);
    code.bytes().for_each(|b| hash.push_byte(b));
    hash.finish()
}
