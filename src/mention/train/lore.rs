//! Counts the endings, beginnings and parts of the names of the gazetteers.

use super::Corpus;
use crate::fold;
use crate::gazetteer::EntryKind;
use crate::mention::lore;
use std::collections::{HashMap, HashSet};

const FAMILY: &str = include_str!("../../../gazetteers/family_name.tsv");
const GIVEN: &str = include_str!("../../../gazetteers/given_name.tsv");
const KINDS: usize = 4;

type Counts = HashMap<u64, [f64; KINDS]>;

/// The keys of endings, beginnings and parts with what they say: the kind they speak for and how clearly.
pub(super) fn learn(corpus: &Corpus) -> Vec<(u64, u8)> {
    let mut words: [HashSet<String>; KINDS] = Default::default();
    let first = |line: &'static str| line.split('\t').next().unwrap_or("");
    words[0].extend(FAMILY.lines().skip(1).map(|l| fold::fold(first(l))));
    words[1].extend(GIVEN.lines().skip(1).map(|l| fold::fold(first(l))));
    let mut parts: HashMap<u64, [[f64; 3]; 2]> = HashMap::new();
    for (kind, number) in [(EntryKind::Country, 2), (EntryKind::Place, 2), (EntryKind::Organisation, 3)] {
        for entry in corpus.gazetteer.of_kind(kind) {
            for name in std::iter::once(entry.name()).chain(entry.aliases()) {
                let pieces: Vec<&str> =
                    fold::atoms(name).map(|(s, e)| &name[s..e]).filter(|p| p.chars().any(char::is_uppercase)).collect();
                let shouted = |p: &str| p.len() > 1 && p.chars().all(|c| !c.is_lowercase());
                if let [one] = pieces[..] {
                    if !shouted(one) {
                        words[number].insert(fold::fold(one));
                    }
                    continue;
                }
                for (i, piece) in pieces.iter().enumerate() {
                    let place = if i == 0 {
                        0
                    } else if i + 1 == pieces.len() {
                        2
                    } else {
                        1
                    };
                    parts.entry(fold::folded_hash(piece)).or_default()[number - 2][place] += 1.0;
                }
            }
        }
    }
    let sizes: [f64; KINDS] = std::array::from_fn(|k| words[k].len() as f64);
    let (mut endings, mut beginnings): (Counts, Counts) = (HashMap::new(), HashMap::new());
    let mut chains = Vec::new();
    for (kind, list) in words.iter().enumerate() {
        for word in list.iter().filter(|w| w.chars().count() >= 4) {
            let mut chain = Vec::new();
            lore::endings(word, |k| chain.push(k));
            for &k in &chain {
                endings.entry(k).or_default()[kind] += 1.0;
            }
            chains.push(chain);
            beginnings.entry(lore::beginning(word)).or_default()[kind] += 1.0;
        }
    }
    let mut out: HashMap<u64, u8> = HashMap::new();
    // A longer ending is kept only where it says something else than the shorter one.
    for chain in chains {
        let mut before = 0;
        for k in chain.into_iter().skip(1) {
            let says = verdict(&endings[&k], &sizes, 12.0);
            if says != 0 && says != before {
                out.insert(k, says);
                before = says;
            }
        }
    }
    out.extend(beginnings.into_iter().map(|(k, c)| (k, verdict(&c, &sizes, 12.0))).filter(|(_, says)| *says > 0));
    for (word, [place, organisation]) in parts {
        let all: f64 = place.iter().chain(&organisation).sum();
        if all < 4.0 {
            continue;
        }
        let share = organisation.iter().sum::<f64>() / all;
        let side = if share > 0.5 { organisation } else { place };
        let at = (0..3).max_by(|&a, &b| side[a].total_cmp(&side[b])).unwrap_or(0);
        let clear = u8::from((share - 0.5).abs() > 0.3) + u8::from((share - 0.5).abs() > 0.45);
        out.insert(lore::part(word), 1 + u8::from(share > 0.5) * 9 + at as u8 * 3 + clear);
    }
    let mut out: Vec<(u64, u8)> = out.into_iter().collect();
    out.sort_unstable();
    out
}

/// The kind that the counts speak for and how clearly, or 0 when they are too few.
fn verdict(counts: &[f64; KINDS], sizes: &[f64; KINDS], least: f64) -> u8 {
    if counts.iter().sum::<f64>() < least {
        return 0;
    }
    let rates: [f64; KINDS] = std::array::from_fn(|k| (counts[k] + 0.1) / sizes[k]);
    let total: f64 = rates.iter().sum();
    let best = (0..KINDS).max_by(|&a, &b| rates[a].total_cmp(&rates[b])).unwrap_or(0);
    let share = rates[best] / total;
    let level = [0.4, 0.55, 0.7, 0.85].iter().filter(|&&t| share > t).count() as u8;
    1 + best as u8 * 5 + level
}
