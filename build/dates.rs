//! Compiles `rules/dates.toml` into a hash table of words and a list of patterns, both `static`s of generated Rust.

use crate::fold::fold;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::{fmt::Write as _, fs, path::Path};
use toml::Spanned;

const FILE: &str = "rules/dates.toml";

/// The classes that the code tells, in the order of their numbers; those that fill a slot are named after it.
const TOLD: [&str; 14] = [
    "day",
    "year",
    "number",
    "minute",
    "hour",
    "ordinal",
    "ordinal_roman",
    "numeric",
    "daymonth",
    "clock",
    "counted",
    "month_plain",
    "month_small",
    "capital",
];

/// The slots, in the order of their numbers.
const SLOTS: [&str; 16] = [
    "weekday", "day", "month", "year", "number", "unit", "shift", "follow", "season", "part", "daypart", "hour",
    "minute", "ordinal", "deictic", "relative",
];

/// The classes whose words make the finder look around.
const TRIGGERS: [&str; 9] =
    ["month", "month_short", "weekday", "deictic", "relative", "unit", "season", "h", "hour_word"];

/// What may follow a trigger for which the finder looks: "ce soir", "la nuit".
const TRIGGERS_OF_DAY: [&str; 2] = ["daypart", "zone"];

/// No word of the file is longer.
const LONGEST: usize = 24;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    classes: BTreeMap<String, BTreeMap<String, i32>>,
    tense: Tense,
    pattern: Vec<Spanned<Row>>,
    affix: Vec<Spanned<Affix>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tense {
    future_endings: Vec<String>,
    not_future: Vec<String>,
    future_words: Vec<String>,
    other_clause: Vec<String>,
    past_words: Vec<String>,
    auxiliaries: Vec<String>,
    participle_endings: Vec<String>,
    past_endings: Vec<String>,
    not_past: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(rename = "match")]
    line: String,
    value: String,
    #[serde(default)]
    set: BTreeMap<String, i32>,
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Affix {
    name: String,
    #[serde(rename = "match")]
    line: String,
    side: String,
    value: String,
    examples: Vec<String>,
}

/// Writes `dates.rs` into `out`; gives the faults found, as `file:line: found …, expected …`.
pub fn compile(root: &Path, out: &Path) -> Vec<String> {
    let source = match fs::read_to_string(root.join(FILE)) {
        Ok(source) => source,
        Err(error) => return vec![format!("{FILE}:1: found {error}, expected a readable file")],
    };
    let file: File = match toml::from_str(&source) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().map_or(1, |span| line_of(&source, span.start));
            return vec![format!("{FILE}:{line}: found {}, expected classes, tense, pattern, affix", error.message())];
        }
    };
    let mut compiler = Compiler {
        source: &source,
        classes: Vec::new(),
        words: BTreeMap::new(),
        faults: Vec::new(),
        lines: Vec::new(),
    };
    let rust = compiler.run(&file);
    if compiler.faults.is_empty()
        && let Err(error) = fs::write(out.join("dates.rs"), rust)
    {
        compiler.faults.push(format!("{}:1: found {error}, expected a writable directory", out.display()));
    }
    compiler.faults
}

struct Compiler<'s> {
    source: &'s str,
    /// The names of all classes by number; of a word of a pattern, the word after a space.
    classes: Vec<String>,
    /// The senses of each word: class and value.
    words: BTreeMap<String, Vec<(usize, i32)>>,
    faults: Vec<String>,
    /// Of each pattern, the classes that can begin it, and those of all its items.
    lines: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Compiler<'_> {
    fn run(&mut self, file: &File) -> String {
        self.classes.extend(TOLD.map(str::to_owned));
        for (class, words) in &file.classes {
            let number = self.class(class);
            for (word, &value) in words {
                self.word(word, number, value);
            }
        }
        let tense = &file.tense;
        for (class, words) in [
            ("future", &tense.future_words),
            ("past", &tense.past_words),
            ("other_clause", &tense.other_clause),
            ("auxiliary", &tense.auxiliaries),
            ("never_future", &tense.not_future),
            ("never_past", &tense.not_past),
        ] {
            let number = self.class(class);
            for word in words {
                self.word(word, number, 0);
            }
        }
        let mut patterns = String::new();
        for row in &file.pattern {
            let (line, row) = (line_of(self.source, row.span().start), row.get_ref());
            self.need_examples(line, &row.name, &row.examples);
            let items = self.items(line, &row.line);
            let set: Vec<(usize, i32)> = row.set.iter().map(|(slot, &value)| (self.slot(line, slot), value)).collect();
            let _ = writeln!(
                patterns,
                "Pattern {{ name: {:?}, value: Value::{}, set: &{set:?}, {items} }},",
                format!("date:{}", row.name),
                camel(&row.value)
            );
        }
        let (mut before, mut behind) = (String::new(), String::new());
        for affix in &file.affix {
            let (line, affix) = (line_of(self.source, affix.span().start), affix.get_ref());
            self.need_examples(line, &affix.name, &affix.examples);
            let items = self.items(line, &affix.line);
            let side = match affix.side.as_str() {
                "before" => &mut before,
                "behind" => &mut behind,
                other => {
                    self.fault(line, &format!("the side {other:?}"), "before or behind");
                    continue;
                }
            };
            let _ = writeln!(
                side,
                "Pattern {{ name: {:?}, value: Value::{}, set: &[], {items} }},",
                format!("date:{}", affix.name),
                camel(&affix.value)
            );
        }
        if file.pattern.len() > 128 {
            self.fault(1, &format!("{} patterns", file.pattern.len()), "128 at most");
        }
        if self.classes.len() > 256 {
            self.fault(1, &format!("{} classes and words of patterns", self.classes.len()), "256 at most");
        }
        self.generate(file, &patterns, &before, &behind)
    }

    /// The number of the class.
    fn class(&mut self, name: &str) -> usize {
        self.classes.iter().position(|c| c == name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.classes.len() - 1
        })
    }

    fn word(&mut self, word: &str, class: usize, value: i32) {
        let key = key(word);
        if key.is_empty() || key.len() > LONGEST || key.contains(' ') {
            self.fault(1, &format!("{word:?}"), "one word of at most 24 bytes");
            return;
        }
        let senses = self.words.entry(key).or_default();
        // Forms that differ in accents alone are one word here.
        if !senses.contains(&(class, value)) {
            senses.push((class, value));
        }
    }

    /// The items of a line, as fields of `Pattern`.
    fn items(&mut self, line: usize, text: &str) -> String {
        let (mut items, mut count) = (String::new(), 0);
        let (mut open, mut close) = (0, usize::MAX);
        let (mut first, mut holds, mut may_begin) = (Vec::new(), Vec::new(), true);
        for item in text.split_whitespace() {
            match item {
                "[" => open = count,
                "]" => close = count,
                _ => {
                    let (not, item) = item.strip_prefix('!').map_or((false, item), |rest| (true, rest));
                    let (optional, item) =
                        item.strip_suffix('?').filter(|i| !i.is_empty()).map_or((false, item), |rest| (true, rest));
                    let any: Vec<usize> = item.split('|').map(|a| self.alternative(line, a)).collect();
                    if may_begin {
                        first.extend(&any);
                    }
                    if !not {
                        holds.extend(&any);
                    }
                    may_begin &= optional;
                    let _ = write!(
                        items,
                        "Item {{ mask: {:?}, optional: {optional}, not: {not} }}, ",
                        mask(any.iter().copied())
                    );
                    count += 1;
                }
            }
        }
        if count == 0 {
            self.fault(line, "no item", "a pattern of one item or more");
        }
        self.lines.push((first, holds));
        format!("open: {open}, close: {}, items: &[{items}]", close.min(count))
    }

    fn alternative(&mut self, line: usize, text: &str) -> usize {
        let class = text.strip_prefix('<').and_then(|t| t.strip_suffix('>'));
        if let Some(class) = class {
            return self.classes.iter().position(|c| c == class).unwrap_or_else(|| {
                self.fault(line, &format!("the class <{class}>"), "a class of the file or of the code");
                0
            });
        }
        // A word of its own class; a class of the file never has a space in its name.
        let number = self.class(&format!(" {}", key(text)));
        self.word(text, number, 0);
        number
    }

    fn slot(&mut self, line: usize, name: &str) -> usize {
        SLOTS.iter().position(|s| *s == name).unwrap_or_else(|| {
            self.fault(line, &format!("the slot {name:?}"), "a known slot");
            0
        })
    }

    fn need_examples(&mut self, line: usize, name: &str, examples: &[String]) {
        if examples.is_empty() || examples.iter().any(|e| !e.contains("=>")) {
            self.fault(line, &format!("no examples in {name:?}"), "\"text => words = ISO\"");
        }
    }

    fn fault(&mut self, line: usize, found: &str, expected: &str) {
        self.faults.push(format!("{FILE}:{line}: found {found}, expected {expected}"));
    }

    fn generate(&self, file: &File, patterns: &str, before: &str, behind: &str) -> String {
        let mut rust = String::from("// Generated by build/dates.rs from rules/dates.toml.\n");
        rust.push_str("use crate::date::lexicon::{Item, Pattern, Word};\nuse crate::date::value::Value;\n");
        for (number, class) in self.classes.iter().enumerate().filter(|(_, c)| !c.starts_with(' ')) {
            let _ = writeln!(rust, "#[allow(dead_code)] pub(crate) const {}: u8 = {number};", class.to_uppercase());
        }
        for (number, slot) in SLOTS.iter().enumerate() {
            let _ = writeln!(rust, "pub(crate) const SLOT_{}: usize = {number};", slot.to_uppercase());
        }
        let slots = self.classes.iter().map(|class| {
            let stem = class.split('_').next().unwrap_or(class);
            SLOTS.iter().position(|s| *s == stem).map_or(255, |at| at as u8)
        });
        let slots: Vec<u8> = slots.collect();
        let _ = writeln!(rust, "pub(crate) static SLOT_OF: [u8; {}] = {slots:?};", slots.len());
        let _ = writeln!(rust, "pub(crate) const SLOTS: usize = {};", SLOTS.len());
        // By class, the patterns that a piece of the class can begin, and those that have it anywhere, as sets of bits.
        let (mut begins, mut holds) = (vec![0_u128; self.classes.len()], vec![0_u128; self.classes.len()]);
        for (number, (first, all)) in self.lines.iter().enumerate().take(file.pattern.len().min(128)) {
            for class in first {
                begins[*class] |= 1 << number;
            }
            for class in all {
                holds[*class] |= 1 << number;
            }
        }
        let _ = writeln!(rust, "pub(crate) static BEGINS: [u128; {}] = {begins:?};", begins.len());
        let _ = writeln!(rust, "pub(crate) static HOLDS: [u128; {}] = {holds:?};", holds.len());
        let classes: Vec<usize> =
            TRIGGERS.iter().chain(&TRIGGERS_OF_DAY).filter_map(|t| self.classes.iter().position(|c| c == t)).collect();
        let table = table(self.words.keys());
        let _ = writeln!(rust, "pub(crate) static TABLE: [u16; {}] = {table:?};", table.len());
        let mut lengths = [0_u32; 256];
        for word in self.words.keys() {
            lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
        }
        let _ = writeln!(rust, "pub(crate) static LENGTHS: [u32; 256] = {lengths:?};");
        let _ = writeln!(rust, "pub(crate) static WORDS: [Word; {}] = [", self.words.len());
        for (word, senses) in &self.words {
            let trigger = senses.iter().any(|(class, _)| classes.contains(class));
            let of: Vec<(u8, i32)> = senses.iter().map(|&(class, value)| (class as u8, value)).collect();
            let mask = mask(senses.iter().map(|s| s.0));
            let _ = writeln!(rust, "Word {{ text: {word:?}, trigger: {trigger}, mask: {mask:?}, senses: &{of:?} }},");
        }
        rust.push_str("];\n");
        // Words of one letter whose accent counts, by the letter without it.
        let accented = self.words.keys().enumerate().filter_map(|(number, word)| {
            let bare = fold(word);
            (word.chars().count() == 1 && bare != *word).then(|| bare.chars().next().map(|c| (c, number)))?
        });
        let accented: Vec<(char, usize)> = accented.collect();
        let _ = writeln!(rust, "pub(crate) static ACCENTED: &[(char, usize)] = &{accented:?};");
        for (name, rows) in [("PATTERNS", patterns), ("BEFORE", before), ("BEHIND", behind)] {
            let _ = writeln!(rust, "pub(crate) static {name}: &[Pattern] = &[\n{rows}];");
        }
        let _ = writeln!(rust, "pub(crate) static FUTURE_ENDINGS: &[&str] = &{:?};", file.tense.future_endings);
        let _ = writeln!(rust, "pub(crate) static PAST_ENDINGS: &[&str] = &{:?};", file.tense.past_endings);
        let _ = writeln!(rust, "pub(crate) static PARTICIPLE_ENDINGS: &[&str] = &{:?};", file.tense.participle_endings);
        rust
    }
}

/// The form in which a word is compared. Of one letter the accent counts, for "à" is not "a".
fn key(word: &str) -> String {
    if word.chars().count() == 1 { word.to_lowercase() } else { fold(word) }
}

fn mask(classes: impl Iterator<Item = usize>) -> [u64; 4] {
    let mut mask = [0; 4];
    for class in classes.filter(|c| *c < 256) {
        mask[class / 64] |= 1 << (class % 64);
    }
    mask
}

/// FNV-1a; `src/date/lexicon.rs` computes it too.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// Open addressing, at most a quarter full: the number of each word, plus one.
fn table<'w>(words: impl ExactSizeIterator<Item = &'w String>) -> Vec<u16> {
    let mut table = vec![0_u16; (words.len() * 4).next_power_of_two()];
    for (number, word) in words.enumerate() {
        let mut at = hash(word) as usize & (table.len() - 1);
        while table[at] != 0 {
            at = (at + 1) & (table.len() - 1);
        }
        table[at] = number as u16 + 1;
    }
    table
}

/// The name of a variant: `past-units` → `PastUnits`.
fn camel(name: &str) -> String {
    name.split('-').map(|part| part.get(..1).unwrap_or("").to_uppercase() + part.get(1..).unwrap_or("")).collect()
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}
