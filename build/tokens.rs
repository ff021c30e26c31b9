//! Compiles `rules/tokens.toml` into a perfect hash table of word → roles.
//!
//! The table is a `static` of generated Rust: opening it costs nothing, and a look-up reads one slot.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};
use toml::Value;
use unicode_normalization::is_nfc;

/// The lists, in the order of their bits; a list within a table is named `table.list`.
const LISTS: [&str; 25] = [
    "elisions",
    "elisions_before_acronyms",
    "vowel_letters",
    "name_prefixes",
    "name_particles",
    "kept",
    "clitics",
    "euphonic",
    "elided_clitics",
    "contracted",
    "optional_endings",
    "degree_words",
    "degree_units",
    "magnitudes",
    "units",
    "stroked",
    "ordinals",
    "abbreviations.before_name",
    "abbreviations.before_number",
    "abbreviations.within",
    "abbreviations.anywhere",
    "abbreviations.closing",
    "compound_heads",
    "sentences.openers",
    "sentences.never_last",
];
/// The file of the lists, seen from the root of the package.
const FILE: &str = "rules/tokens.toml";
const LONGEST: usize = 32;

/// Writes `tokens.rs` into `out`; gives the faults found, as `file:line: found …, expected …`.
pub fn compile(root: &Path, out: &Path) -> Vec<String> {
    let source = match fs::read_to_string(root.join(FILE)) {
        Ok(source) => source,
        Err(error) => return vec![format!("{FILE}:1: found {error}, expected a readable file")],
    };
    let mut reader = Reader {
        source: &source,
        faults: Vec::new(),
        words: BTreeMap::new(),
    };
    reader.read();
    if reader.faults.is_empty() {
        let generated = generate(&reader.words);
        if let Err(error) = fs::write(out.join("tokens.rs"), generated) {
            reader.faults.push(format!(
                "{}:1: found {error}, expected a writable directory",
                out.display()
            ));
        }
    }
    reader.faults
}

/// Reads the lists and keeps what is wrong with them.
struct Reader<'s> {
    source: &'s str,
    faults: Vec<String>,
    words: BTreeMap<String, u32>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let table = match self.source.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                let line = error
                    .span()
                    .map_or(1, |span| line_of(self.source, span.start));
                return self.fault(line, error.message(), "TOML");
            }
        };
        let mut seen = vec![false; LISTS.len()];
        for (name, value) in &table {
            match value {
                Value::Table(inner) => {
                    for (list, value) in inner {
                        self.list(&format!("{name}.{list}"), value, &mut seen);
                    }
                }
                value => self.list(name, value, &mut seen),
            }
        }
        for (list, seen) in LISTS.iter().zip(seen) {
            if !seen {
                self.fault(1, "nothing", &format!("a list {list}"));
            }
        }
    }

    fn list(&mut self, name: &str, value: &Value, seen: &mut [bool]) {
        let key = name.rsplit('.').next().unwrap_or(name);
        let line = self
            .source
            .lines()
            .position(|l| {
                l.split_once('=')
                    .is_some_and(|(name, _)| name.trim() == key)
            })
            .map_or(1, |at| at + 1);
        let Some(bit) = LISTS.iter().position(|known| *known == name) else {
            return self.fault(line, name, "the name of a known list");
        };
        seen[bit] = true;
        let Value::Array(entries) = value else {
            return self.fault(line, value.type_str(), "a list of words");
        };
        let mut from = line - 1;
        for entry in entries {
            let Value::String(word) = entry else {
                self.fault(line, entry.type_str(), "a word");
                continue;
            };
            let quoted = format!("\"{word}\"");
            let at = self
                .source
                .lines()
                .enumerate()
                .skip(from)
                .find(|(_, l)| l.contains(&quoted));
            from = at.map_or(from, |(at, _)| at);
            self.word(from + 1, word, 1 << bit);
        }
    }

    fn word(&mut self, line: usize, word: &str, role: u32) {
        if word.is_empty() || word.len() > LONGEST {
            self.fault(line, &format!("{word:?}"), "between 1 and 32 bytes");
        } else if word.contains(['’', 'ʼ']) || word.trim() != word {
            self.fault(
                line,
                &format!("{word:?}"),
                "the apostrophe ' and no outer space",
            );
        } else if !is_nfc(word) {
            self.fault(line, &format!("{word:?}"), "composed accents (NFC)");
        } else {
            let roles = self.words.entry(word.to_owned()).or_default();
            if *roles & role != 0 {
                self.fault(line, &format!("{word:?} twice"), "each word once in a list");
            } else {
                *roles |= role;
            }
        }
    }

    fn fault(&mut self, line: usize, found: &str, expected: &str) {
        self.faults
            .push(format!("{FILE}:{line}: found {found}, expected {expected}"));
    }
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}

/// The bit of a list of [`LISTS`].
fn bit(list: &str) -> u32 {
    LISTS
        .iter()
        .position(|known| *known == list)
        .map_or(0, |at| 1 << at)
}

/// FNV-1a; `src/token/lexicon.rs` computes it too.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Where a word stands, given the displacement of its bucket.
fn slot(hash: u32, displacement: u32, slots: usize) -> usize {
    (hash.wrapping_mul(2 * displacement + 1) >> 15) as usize & (slots - 1)
}

/// Hash and displace: a word's bucket names the displacement that gives each of the bucket's words a slot of its own.
fn generate(words: &BTreeMap<String, u32>) -> String {
    let (buckets, slots) = (
        (words.len() / 2).next_power_of_two(),
        (words.len() * 2).next_power_of_two(),
    );
    let mut members = vec![Vec::new(); buckets];
    for (index, word) in words.keys().enumerate() {
        members[hash(word) as usize & (buckets - 1)].push((hash(word), index + 1));
    }
    let mut order: Vec<usize> = (0..buckets).collect();
    order.sort_by_key(|bucket| usize::MAX - members[*bucket].len());
    let (mut displacements, mut table) = (vec![0_u16; buckets], vec![0_u16; slots]);
    for bucket in order {
        let places = |displacement| {
            members[bucket]
                .iter()
                .map(move |(hash, _)| slot(*hash, displacement, slots))
        };
        let free = |displacement: &u32| {
            let places: Vec<usize> = places(*displacement).collect();
            places
                .iter()
                .enumerate()
                .all(|(at, place)| table[*place] == 0 && !places[..at].contains(place))
        };
        let displacement = (0..1 << 16)
            .find(free)
            .expect("a table half empty has a free slot for every word");
        displacements[bucket] = displacement as u16;
        for ((_, index), place) in members[bucket].iter().zip(places(displacement)) {
            table[place] = *index as u16;
        }
    }
    // Which letters follow the apostrophe in kept words that begin so.
    let mut kept_after = [0_u32; 256];
    for (stem, rest) in words
        .iter()
        .filter(|(_, roles)| **roles & bit("kept") != 0)
        .filter_map(|(word, _)| word.split_once('\''))
    {
        let next = rest.as_bytes().first().map_or(0, |next| next & 0x1F);
        kept_after[usize::from(stem.as_bytes().first().map_or(0, |first| first | 0x20))] |=
            1 << next;
    }
    let (mut lengths, mut contracted) = ([0_u32; 256], [0_u32; 256]);
    for (word, roles) in words {
        let (first, length) = (word.as_bytes()[0], 1 << (word.len() - 1));
        lengths[usize::from(first)] |= length;
        if roles & bit("contracted") != 0 {
            contracted[usize::from(first)] |= length;
            contracted[usize::from(first.to_ascii_uppercase())] |= length;
        }
    }
    let mut rust = String::from("// Generated by build/tokens.rs from rules/tokens.toml.\n");
    for (bit, list) in LISTS.iter().enumerate() {
        let constant = list.rsplit('.').next().unwrap_or(list).to_uppercase();
        let _ = writeln!(rust, "pub(crate) const {constant}: u32 = 1 << {bit};");
    }
    let _ = writeln!(rust, "pub(crate) static LENGTHS: [u32; 256] = {lengths:?};");
    let _ = writeln!(
        rust,
        "pub(crate) static CONTRACTED_LENGTHS: [u32; 256] = {contracted:?};"
    );
    let _ = writeln!(
        rust,
        "pub(crate) static KEPT_AFTER: [u32; 256] = {kept_after:?};"
    );
    let _ = writeln!(
        rust,
        "pub(crate) static DISPLACEMENTS: [u16; {buckets}] = {displacements:?};"
    );
    let _ = writeln!(rust, "pub(crate) static SLOTS: [u16; {slots}] = {table:?};");
    let _ = writeln!(
        rust,
        "pub(crate) static WORDS: [(&str, u32); {}] = [\n(\"\", 0),",
        words.len() + 1
    );
    for (word, roles) in words {
        let _ = writeln!(rust, "({word:?}, {roles}),");
    }
    rust.push_str("];\n");
    rust
}
