//! What the rest of the document says of a word: names mean one thing in a text.

use super::line::Line;
use super::word::Word;
use crate::fold;
use crate::lexicon::Lexed;

/// Classes of use of a word: four labels by whether it stood alone, and capitalised but no name.
pub(crate) const CLASSES: usize = 9;
const NO_NAME: u8 = CLASSES as u8;

/// The uses of words and names in a document as the first reading saw them.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    lower: Vec<u64>,
    words: Tally,
    spans: Tally,
    /// Of each token, the class of its use + 1, or 0.
    uses: Vec<u8>,
    /// Of each token, whether a name ends there.
    ends: Vec<bool>,
}

/// The other uses of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recall([u16; CLASSES]);

impl Recall {
    fn total(self) -> u32 {
        self.0.iter().map(|&n| u32::from(n)).sum()
    }

    /// Calls `emit` for each class of use with how much of all it is.
    pub(crate) fn each(self, mut emit: impl FnMut(u64)) {
        let total = self.total();
        for (class, &n) in self.0.iter().enumerate() {
            if n > 0 {
                let share = u64::from(u32::from(n) * 4 / total);
                emit((class as u64) << 8 | share << 4 | u64::from(total.min(3)));
            }
        }
    }

    /// The main use.
    pub(crate) fn summary(self) -> u64 {
        let total = self.total();
        let (class, &n) = self.0.iter().enumerate().max_by_key(|(_, n)| **n).unwrap_or((0, &0));
        (class as u64) << 1 | u64::from(u32::from(n) * 4 >= total * 3)
    }
}

impl Memory {
    /// Begins a document.
    pub(crate) fn start(&mut self, lexed: &Lexed<'_, '_>) {
        let bits = (lexed.atoms.len() * 8).next_power_of_two().max(64);
        self.lower.clear();
        self.lower.resize(bits / 64, 0);
        for atom in lexed.atoms.iter().filter(|a| !a.capital) {
            let bit = atom.hash as usize & (bits - 1);
            self.lower[bit / 64] |= 1 << (bit % 64);
        }
        self.words.clear();
        self.spans.clear();
        self.uses.clear();
        self.uses.resize(lexed.tokens.len(), 0);
        self.ends.clear();
        self.ends.resize(lexed.tokens.len(), false);
    }

    /// Whether the word also stands in lower case in the document.
    pub(crate) fn lower(&self, word: &Word) -> bool {
        let bit = word.folded as usize & (self.lower.len() * 64 - 1);
        self.lower[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// Notes a name of the first reading.
    pub(crate) fn name(&mut self, line: &Line<'_>, start: usize, end: usize, label: usize) {
        let class = label * 2 + usize::from(end - start > 1);
        for at in start..end {
            let word = line.word(at as isize);
            self.uses[word.token as usize] = class as u8 + 1;
            if word.form.is_strong() {
                self.words.add(word.folded, class);
            }
        }
        self.ends[line.word(end as isize - 1).token as usize] = true;
        self.spans.add(hash(line, start, end), class);
    }

    /// Notes a capitalised word that was read as no name.
    pub(crate) fn no_name(&mut self, word: &Word) {
        self.uses[word.token as usize] = NO_NAME;
        self.words.add(word.folded, CLASSES - 1);
    }

    /// The other uses of the word.
    pub(crate) fn word(&self, word: &Word) -> Option<Recall> {
        let mut recall = self.words.get(word.folded)?;
        let own = self.uses[word.token as usize];
        if own > 0 && word.form.is_strong() {
            recall.0[own as usize - 1] -= 1;
        }
        (recall.total() > 0).then_some(recall)
    }

    /// The other uses of the run of words as a name.
    pub(crate) fn span(&self, line: &Line<'_>, start: usize, end: usize) -> Option<Recall> {
        let mut recall = self.spans.get(hash(line, start, end))?;
        let token = |at: usize| line.word(at as isize).token as usize;
        let own = self.uses[token(start)];
        let whole = own > 0
            && own < NO_NAME
            && self.ends[token(end - 1)]
            && (start..end).all(|at| self.uses[token(at)] == own)
            && !(start..end - 1).any(|at| self.ends[token(at)])
            && (start == 0 || self.uses[token(start - 1)] != own || self.ends[token(start - 1)]);
        if whole {
            recall.0[own as usize - 1] -= 1;
        }
        (recall.total() > 0).then_some(recall)
    }

    /// The labels of the names just before and just after.
    pub(crate) fn neighbours(&self, line: &Line<'_>, start: usize, end: usize) -> (u64, u64) {
        let use_at = |at: usize| {
            let class = self.uses[line.word(at as isize).token as usize];
            if class == 0 || class == NO_NAME { 0 } else { u64::from(class - 1) / 2 + 1 }
        };
        let near = |class: u64, away: usize| (class > 0).then_some(class << 3 | away as u64);
        let left = (1..=3.min(start)).find_map(|d| near(use_at(start - d), d)).unwrap_or(0);
        let right = (0..3.min(line.len() - end)).find_map(|d| near(use_at(end + d), d)).unwrap_or(0);
        (left, right)
    }
}

fn hash(line: &Line<'_>, start: usize, end: usize) -> u64 {
    (start..end).map(|at| line.word(at as isize).folded).reduce(fold::chain).unwrap_or(0)
}

/// Counts by hash, with open addressing.
#[derive(Debug, Default)]
struct Tally {
    keys: Vec<u64>,
    counts: Vec<[u16; CLASSES]>,
    used: usize,
}

impl Tally {
    fn clear(&mut self) {
        self.keys.iter_mut().for_each(|k| *k = 0);
        self.used = 0;
    }

    fn slot(keys: &[u64], key: u64) -> usize {
        let mask = keys.len() - 1;
        let mut at = key as usize & mask;
        while keys[at] != 0 && keys[at] != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn add(&mut self, key: u64, class: usize) {
        if key == 0 {
            return;
        }
        if self.used * 2 >= self.keys.len() {
            self.grow();
        }
        let at = Self::slot(&self.keys, key);
        if self.keys[at] == 0 {
            self.keys[at] = key;
            self.counts[at] = [0; CLASSES];
            self.used += 1;
        }
        self.counts[at][class] = self.counts[at][class].saturating_add(1);
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(64);
        let (keys, counts) = (std::mem::take(&mut self.keys), std::mem::take(&mut self.counts));
        self.keys = vec![0; size];
        self.counts = vec![[0; CLASSES]; size];
        for (key, count) in keys.into_iter().zip(counts).filter(|(k, _)| *k != 0) {
            let at = Self::slot(&self.keys, key);
            self.keys[at] = key;
            self.counts[at] = count;
        }
    }

    fn get(&self, key: u64) -> Option<Recall> {
        if self.keys.is_empty() || key == 0 {
            return None;
        }
        let at = Self::slot(&self.keys, key);
        (self.keys[at] != 0).then(|| Recall(self.counts[at]))
    }
}
