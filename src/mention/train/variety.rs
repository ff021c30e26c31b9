//! The articles once more with other names in them, so that the context is learned and not the names.

use super::Corpus;
use super::corpus::Gold;
use super::random::Random;
use crate::gazetteer::EntryKind;
use std::collections::HashMap;

const FAMILY: &str = include_str!("../../../gazetteers/family_name.tsv");
const GIVEN: &str = include_str!("../../../gazetteers/given_name.tsv");

/// What a name must share with the one that takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Slot {
    label: usize,
    before: String,
    words: usize,
    lower: bool,
    shouted: bool,
    vowel: bool,
}

impl Slot {
    fn new(label: usize, before: &str, name: &str) -> Self {
        let first = name.chars().next().unwrap_or(' ');
        Self {
            label,
            before: before.to_lowercase(),
            words: name.split([' ', '\'', '’']).count().min(3),
            lower: first.is_lowercase(),
            shouted: name.chars().count() > 1 && name.chars().all(|c| !c.is_lowercase()),
            vowel: "aeiouyhéèêâîôAEIOUYHÉÈÊÂÎÔ".contains(first),
        }
    }
}

/// Names to choose from.
pub(super) struct Variety {
    slots: HashMap<Slot, Vec<String>>,
    organisations: HashMap<(usize, bool, bool), Vec<String>>,
    given: Vec<&'static str>,
    family: Vec<&'static str>,
}

fn capitalised(name: &str) -> bool {
    name.split(' ').all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

fn before(text: &str, at: usize) -> &str {
    let text = text[..at].trim_end();
    let from = text.rfind([' ', '\n', '(', '«', '\'', '’']).map_or(0, |i| text.ceil_char_boundary(i + 1));
    let word = &text[from..];
    if word.is_empty() { &text[text.floor_char_boundary(text.len().saturating_sub(3))..] } else { word }
}

impl Variety {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut slots: HashMap<Slot, Vec<String>> = HashMap::new();
        for (text, gold) in &corpus.articles {
            for &(start, end, label) in gold {
                let name = &text[start..end];
                let list = slots.entry(Slot::new(label, before(text, start), name)).or_default();
                if !list.iter().any(|n| n == name) {
                    list.push(name.to_owned());
                }
            }
        }
        let mut organisations: HashMap<(usize, bool, bool), Vec<String>> = HashMap::new();
        for entry in corpus.gazetteer.of_kind(EntryKind::Organisation) {
            if matches!(entry.subtype(), "company" | "bank" | "media" | "club" | "party" | "ngo" | "armed_group")
                && capitalised(entry.name())
            {
                let slot = Slot::new(2, "", entry.name());
                organisations.entry((slot.words, slot.shouted, slot.vowel)).or_default().push(entry.name().to_owned());
            }
        }
        let column = |text: &'static str, least: u32| -> Vec<&'static str> {
            text.lines()
                .skip(1)
                .filter(|l| l.rsplit('\t').next().and_then(|w| w.parse().ok()).is_some_and(|w: u32| w >= least))
                .filter_map(|l| l.split('\t').next())
                .collect()
        };
        Self { slots, organisations, given: column(GIVEN, 4), family: column(FAMILY, 3) }
    }

    /// The article with other names.
    pub(super) fn of(&self, (text, gold): &(String, Vec<Gold>), random: &mut Random) -> (String, Vec<Gold>) {
        let mut chosen: HashMap<(usize, String), String> = HashMap::new();
        let (mut out, mut names, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
        for &(start, end, label) in gold {
            out.push_str(&text[at..start]);
            let name = &text[start..end];
            let new = if label == 0 {
                self.person(name, &mut chosen, random)
            } else {
                chosen
                    .entry((label, name.to_owned()))
                    .or_insert_with(|| self.other(label, before(text, start), name, random))
                    .clone()
            };
            names.push((out.len(), out.len() + new.len(), label));
            out.push_str(&new);
            at = end;
        }
        out.push_str(&text[at..]);
        (out, names)
    }

    fn person(&self, name: &str, chosen: &mut HashMap<(usize, String), String>, random: &mut Random) -> String {
        let count = name.split(' ').count();
        let words = name.split(' ').enumerate().map(|(i, word)| {
            if word.chars().count() < 3 || word.chars().next().is_none_or(char::is_lowercase) {
                return word.to_owned();
            }
            let list = if i == 0 && count > 1 { &self.given } else { &self.family };
            let new = |random: &mut Random| if random.chance(0.2) { word } else { list[random.below(list.len())] };
            chosen.entry((0, word.to_owned())).or_insert_with(|| new(random).to_owned()).clone()
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn other(&self, label: usize, before: &str, name: &str, random: &mut Random) -> String {
        let slot = Slot::new(label, before, name);
        if random.chance(if label == 1 { 0.8 } else { 0.3 }) {
            return name.to_owned();
        }
        if label == 2
            && capitalised(name)
            && random.chance(0.4)
            && let Some(list) = self.organisations.get(&(slot.words, slot.shouted, slot.vowel))
        {
            return list[random.below(list.len())].clone();
        }
        match self.slots.get(&slot) {
            Some(list) if list.len() > 3 => list[random.below(list.len())].clone(),
            _ => name.to_owned(),
        }
    }
}
