//! Event codes and topics: which code a relation has by kind, status, topic and object; which words are about what.

use super::compile::{STATUSES, parse, tokens};
use super::files::Source;
use super::grammar::Compiled;
use super::schema::{KindInfo, type_bits};
use crate::fold::{chain, lower_hash};
use crate::morphology::plural;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// The topics, in the order of their bits.
pub(crate) const TOPICS: [&str; 8] =
    ["military", "security", "economic", "diplomatic", "humanitarian", "judicial", "electoral", "other"];

/// Longest phrase of the topic words, in tokens.
pub(crate) const LONGEST: usize = 5;

/// A code that holds under conditions; an empty condition always holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct CodeRule {
    /// Numbers of kinds.
    pub(crate) kinds: Vec<u8>,
    /// Bits of statuses, in the order of the statuses.
    pub(crate) statuses: u8,
    /// Bits of topics.
    pub(crate) topics: u8,
    /// Bits of argument types of the object.
    pub(crate) object: u8,
    /// Names of frames.
    pub(crate) frames: Vec<String>,
    /// Numbers of the kinds that what is asked or threatened can be.
    pub(crate) content: Vec<u8>,
    pub(crate) cameo: String,
    pub(crate) plover: String,
    pub(crate) mode: String,
}

/// `codes.toml` and `topics.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Codes {
    pub(crate) rules: Vec<CodeRule>,
    /// The roots of each quad class.
    pub(crate) quad: Vec<Vec<String>>,
    /// PLOVER types and their modes.
    plover: BTreeMap<String, Vec<String>>,
    /// PLOVER contexts by topic; empty where there is none.
    pub(crate) contexts: Vec<String>,
    /// Hashes of words and phrases, sorted, with their topic.
    pub(crate) words: Vec<(u64, u8)>,
    /// Topics of kinds: number of the kind and topic.
    pub(crate) kinds: Vec<(u8, u8)>,
}

impl Codes {
    /// The topic of the word or phrase with this hash.
    pub(crate) fn topic(&self, hash: u64) -> Option<u8> {
        self.words.binary_search_by_key(&hash, |w| w.0).ok().map(|at| self.words[at].1)
    }

    /// What is wrong with the codes of a kind or rule.
    pub(super) fn faults<'a>(&self, cameo: &'a str, plover: &'a str, mode: &'a str) -> Vec<String> {
        let mut faults = Vec::new();
        let digits = matches!(cameo.len(), 3 | 4) && cameo.bytes().all(|b| b.is_ascii_digit());
        let rooted = digits && self.quad.iter().flatten().any(|root| cameo.starts_with(root.as_str()));
        if !(cameo.is_empty() || rooted) {
            faults.push(format!(
                "found the CAMEO code {cameo:?}, expected three or four digits that begin with a root from 01 to 20"
            ));
        }
        match self.plover.get(plover) {
            None if plover.is_empty() && mode.is_empty() => {}
            None => {
                let types: Vec<&str> = self.plover.keys().map(String::as_str).collect();
                faults.push(format!("found the PLOVER type {plover:?}, expected one of {}", types.join(", ")));
            }
            Some(modes) if !(mode.is_empty() || modes.iter().any(|m| m == mode)) => {
                let expected =
                    if modes.is_empty() { "none".to_owned() } else { format!("one of {}", modes.join(", ")) };
                faults.push(format!("found the mode {mode:?} of {plover}, expected {expected}"));
            }
            Some(_) => {}
        }
        faults
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodesFile {
    quad: Vec<Vec<String>>,
    context: BTreeMap<Spanned<String>, String>,
    plover: BTreeMap<String, Vec<String>>,
    #[allow(dead_code)] // For the reader of the file; a test compares it with the codes in use.
    cameo: BTreeMap<String, String>,
    rule: Vec<Spanned<RuleRow>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    kinds: Vec<String>,
    #[serde(default)]
    status: Vec<String>,
    #[serde(default)]
    topic: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    frames: Vec<String>,
    #[serde(default)]
    content: Vec<String>,
    cameo: String,
    plover: String,
    #[serde(default)]
    mode: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicsFile {
    kinds: BTreeMap<Spanned<String>, Vec<String>>,
    words: BTreeMap<Spanned<String>, Vec<String>>,
}

impl CodesFile {
    /// The codes that there are, without the rules.
    pub(super) fn system(&self) -> Codes {
        Codes {
            quad: self.quad.clone(),
            plover: self.plover.clone(),
            contexts: vec![String::new(); TOPICS.len()],
            ..Codes::default()
        }
    }
}

/// Reads `codes.toml`; the kinds of its rules are looked up later.
pub(super) fn open(source: &Source, faults: &mut Vec<String>) -> Option<CodesFile> {
    parse(source, faults)
}

/// Resolves the rules and topics against the kinds of the schema.
pub(super) fn read(
    codes: (&Source, &CodesFile),
    topics: &Source,
    Compiled { kinds, codes: read, .. }: &mut Compiled,
    faults: &mut Vec<String>,
) {
    let mut reader = Reader { kinds, faults, place: String::new() };
    for (topic, context) in &codes.1.context {
        reader.place = codes.0.locate(topic.span());
        if let Some(number) = reader.number("topic", topic.get_ref(), &TOPICS) {
            read.contexts[number].clone_from(context);
        }
    }
    for spanned in &codes.1.rule {
        reader.place = codes.0.locate(spanned.span());
        let row = spanned.get_ref();
        for fault in read.faults(&row.cameo, &row.plover, &row.mode) {
            reader.fault(&fault);
        }
        let rule = CodeRule {
            kinds: reader.kinds(&row.kinds),
            statuses: reader.bits("status", &row.status, &STATUSES),
            topics: reader.bits("topic", &row.topic, &TOPICS),
            object: row.object.iter().filter_map(|o| reader.argument(o)).fold(0, |bits, more| bits | more),
            frames: row.frames.clone(),
            content: reader.kinds(&row.content),
            cameo: row.cameo.clone(),
            plover: row.plover.clone(),
            mode: row.mode.clone(),
        };
        read.rules.push(rule);
    }
    let Some(file) = parse::<TopicsFile>(topics, reader.faults) else { return };
    for (topic, names) in &file.kinds {
        reader.place = topics.locate(topic.span());
        let Some(number) = reader.number("topic", topic.get_ref(), &TOPICS) else { continue };
        read.kinds.extend(reader.kinds(names).into_iter().map(|k| (k, number as u8)));
    }
    for (topic, words) in &file.words {
        reader.place = topics.locate(topic.span());
        let Some(number) = reader.number("topic", topic.get_ref(), &TOPICS) else { continue };
        for word in words {
            for form in forms(word) {
                let hash = tokens(&form).into_iter().map(lower_hash).reduce(chain);
                read.words.extend(hash.map(|h| (h, number as u8)));
            }
        }
    }
    read.words.sort_unstable();
    read.words.dedup();
    for pair in read.words.windows(2).filter(|p| p[0].0 == p[1].0) {
        let (a, b) = (TOPICS[usize::from(pair[0].1)], TOPICS[usize::from(pair[1].1)]);
        reader.faults.push(format!("{}: found one word under {a} and {b}, expected it under one", topics.name));
    }
}

/// The word and its plural; of a phrase the first word, or the first and the adjective behind it, take the plural.
fn forms(word: &str) -> Vec<String> {
    let Some((head, rest)) = word.split_once(' ') else { return vec![word.to_owned(), plural(word)] };
    let inert = rest.contains(' ') || rest.contains('\'');
    let rest = if inert { rest.to_owned() } else { plural(rest) };
    vec![word.to_owned(), format!("{} {rest}", plural(head))]
}

struct Reader<'a> {
    kinds: &'a [KindInfo],
    faults: &'a mut Vec<String>,
    place: String,
}

impl Reader<'_> {
    fn fault(&mut self, message: &str) {
        self.faults.push(format!("{}: {message}", self.place));
    }

    fn number(&mut self, field: &str, name: &str, names: &[&str]) -> Option<usize> {
        let found = names.iter().position(|n| *n == name);
        if found.is_none() {
            self.fault(&format!("{field}: found {name:?}, expected one of {}", names.join(", ")));
        }
        found
    }

    fn bits(&mut self, field: &str, list: &[String], names: &[&str]) -> u8 {
        list.iter().filter_map(|n| self.number(field, n, names)).fold(0, |bits, n| bits | 1 << n)
    }

    fn argument(&mut self, name: &str) -> Option<u8> {
        let bits = type_bits(name);
        if bits.is_none() {
            self.fault(&format!("object: found {name:?}, expected actor, person, country, organisation or place"));
        }
        bits
    }

    fn kinds(&mut self, names: &[String]) -> Vec<u8> {
        let mut numbers = Vec::new();
        for name in names {
            match self.kinds.iter().position(|k| k.name == *name) {
                Some(number) => numbers.push(number as u8),
                None => self.fault(&format!("kinds: found {name:?}, expected a kind of the schema")),
            }
        }
        numbers
    }
}
