//! Names → tables that open without parsing.
//!
//! Shared by the build script (bundled gazetteers) and by the library (the user's own).
//!
//! A name is a chain of atoms (see [`crate::fold::atoms`]); every beginning of it is a key of one hash table with open
//! addressing. The value says whether a longer name goes on from here and where the senses of
//! the beginning stand. A look-up of a name of *n* atoms is *n* probes, and of a word that begins no
//! name, one.

use super::sense::{EXACT, LOWER, Sense, Tag};
use crate::fold;
use std::collections::HashMap;

/// Bit of a value that says that longer names begin so.
pub(crate) const LONGER: u32 = 1 << 31;
/// The fields of an entry record, each a little-endian `u32`.
pub(crate) const ENTRY_FIELDS: usize = 9;

/// What the tables know of one entity, title or head noun; texts are not yet interned.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// See [`crate::gazetteer::EntryKind`].
    pub(crate) kind: u8,
    pub(crate) flags: u8,
    pub(crate) sex: u8,
    pub(crate) name: String,
    pub(crate) subtype: String,
    pub(crate) country: String,
    pub(crate) wikidata: String,
    pub(crate) code: String,
    pub(crate) aliases: String,
    pub(crate) offices: String,
    pub(crate) weight: u32,
}

#[derive(Default)]
struct Slot {
    senses: Vec<Sense>,
    longer: bool,
}

/// Collects names and writes the tables.
#[derive(Default)]
pub(crate) struct Compiler {
    slots: HashMap<u64, Slot>,
    strings: Vec<u8>,
    interned: HashMap<String, u32>,
    entries: Vec<u32>,
    count: u32,
}

/// The tables as bytes: what [`super::Table`] reads.
pub(crate) struct Compiled {
    pub(crate) keys: Vec<u8>,
    pub(crate) values: Vec<u8>,
    pub(crate) senses: Vec<u8>,
    pub(crate) entries: Vec<u8>,
    pub(crate) strings: Vec<u8>,
}

impl Compiler {
    pub(crate) fn new() -> Self {
        let mut compiler = Self::default();
        // String 0 is the empty one, sense list 0 the empty one.
        compiler.intern("");
        compiler
    }

    fn intern(&mut self, text: &str) -> u32 {
        if let Some(&at) = self.interned.get(text) {
            return at;
        }
        let at = self.strings.len() as u32;
        let cut = &text[..text.floor_char_boundary(u16::MAX as usize)];
        self.strings.extend((cut.len() as u16).to_le_bytes());
        self.strings.extend(cut.as_bytes());
        self.interned.insert(text.to_owned(), at);
        at
    }

    /// Adds an entry and returns its number.
    pub(crate) fn entry(&mut self, record: &Record) -> u32 {
        let head = u32::from(record.kind) | u32::from(record.flags) << 8 | u32::from(record.sex) << 16;
        let texts = [
            &record.name,
            &record.subtype,
            &record.country,
            &record.wikidata,
            &record.code,
            &record.aliases,
            &record.offices,
        ]
        .map(|t| self.intern(t));
        self.entries.push(head);
        self.entries.extend(texts);
        self.entries.push(record.weight);
        self.count += 1;
        self.count - 1
    }

    /// Makes `name` a key with this sense; `false` when it holds no letter or digit.
    pub(crate) fn name(&mut self, name: &str, sense: Sense) -> bool {
        self.chain(fold::name_atoms(name), sense)
    }

    /// Makes a sequence of hashes a key with this sense; `false` when it is empty.
    pub(crate) fn chain(&mut self, atoms: impl Iterator<Item = u64>, sense: Sense) -> bool {
        let mut hash = None;
        for atom in atoms {
            hash = Some(match hash {
                None => atom,
                Some(before) => {
                    self.slots.entry(before).or_default().longer = true;
                    fold::chain(before, atom)
                }
            });
        }
        let Some(hash) = hash else { return false };
        let senses = &mut self.slots.entry(hash).or_default().senses;
        if !senses.contains(&sense) {
            senses.push(sense);
        }
        true
    }

    /// Makes `name` a key for the entry, with the case policy that its spelling asks for.
    pub(crate) fn entity_name(&mut self, name: &str, tag: Tag, ambiguous: u32, entry: u32) -> bool {
        let mut features = ambiguous;
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) {
            features |= LOWER;
        } else if letters <= 3 && !name.contains(' ') {
            features |= EXACT;
        }
        self.name(name, Sense::new(tag, features, entry))
    }

    /// Makes `code` a key that no text can spell.
    pub(crate) fn code(&mut self, code: &str, entry: u32) {
        let slot = self.slots.entry(code_key(code)).or_default();
        slot.senses.push(Sense::new(Tag::Name, 0, entry));
    }

    /// Writes the tables.
    pub(crate) fn finish(self) -> Compiled {
        // At most two thirds full: probes stay short, the tables small.
        let capacity = (self.slots.len() * 3 / 2 + 2).next_power_of_two();
        let mut keys = vec![0u64; capacity];
        let mut values = vec![0u32; capacity];
        let mut senses: Vec<u32> = vec![0];
        let mut slots: Vec<_> = self.slots.into_iter().collect();
        slots.sort_unstable_by_key(|&(hash, _)| hash);
        for (hash, slot) in slots {
            let mut at = hash as usize & (capacity - 1);
            while keys[at] != 0 {
                at = (at + 1) & (capacity - 1);
            }
            keys[at] = hash;
            values[at] = if slot.longer { LONGER } else { 0 };
            if !slot.senses.is_empty() {
                values[at] |= senses.len() as u32;
                senses.push(slot.senses.len() as u32);
                senses.extend(slot.senses.iter().map(|s| s.0));
            }
        }
        let bytes = |words: &[u32]| words.iter().flat_map(|w| w.to_le_bytes()).collect();
        Compiled {
            keys: keys.iter().flat_map(|k| k.to_le_bytes()).collect(),
            values: bytes(&values),
            senses: bytes(&senses),
            entries: bytes(&self.entries),
            strings: self.strings,
        }
    }
}

/// The key of a code such as an ISO country code.
pub(crate) fn code_key(code: &str) -> u64 {
    let mut hash = fold::Hash::new();
    hash.push_byte(0);
    code.bytes().for_each(|b| hash.push_byte(b));
    hash.finish()
}
