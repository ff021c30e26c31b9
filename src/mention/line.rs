//! One sentence with the facts of its words and the names that the gazetteers find in it.

use super::feature;
use super::island::islands;
use super::model::Model;
use super::word::{Word, mask, sense};
use crate::gazetteer::EntryKind;
use crate::grammar::Grammar;
use crate::lexicon::{Lexed, Match};
use crate::table::{CASED, EXACT, LOWER, Sense, Tag};
use crate::token::Shape;
use std::ops::Range;

/// How many words before and after are looked at.
pub(crate) const MARGIN: usize = 3;

/// A run of words that the gazetteers know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Bits of [`sense`].
    pub(crate) mask: u32,
}

/// The sentences of a text with the facts of their words, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// With [`MARGIN`] empty words before, between and after the sentences.
    words: Vec<Word>,
    hits: Vec<Hit>,
    /// Of each word, its first hit; one more at the end.
    first_hit: Vec<usize>,
    /// Where the words of the last sentence begin.
    base: usize,
}

/// The facts of one sentence of a [`Page`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'p> {
    /// With [`MARGIN`] empty words before and after.
    words: &'p [Word],
    /// Of the page.
    hits: &'p [Hit],
    /// Of each word, its first hit; one more at the end.
    first_hit: &'p [usize],
}

impl Page {
    /// Makes room for so many tokens in so many sentences.
    pub(crate) fn reserve(&mut self, tokens: usize, sentences: usize) {
        let words = tokens + MARGIN * (sentences + 1);
        self.words.reserve(words);
        self.first_hit.reserve(words + 1);
        self.hits.reserve(tokens / 2);
    }

    /// Reads the sentence of these tokens; hands back where its words stand.
    pub(crate) fn read(
        &mut self,
        lexed: &Lexed<'_, '_>,
        grammar: &Grammar,
        model: &Model,
        tokens: Range<usize>,
    ) -> Range<usize> {
        let shouting = shouting(lexed, tokens.clone());
        if self.words.is_empty() {
            self.words.resize(MARGIN, Word::default());
        }
        self.base = self.words.len();
        self.first_hit.resize(self.base, self.hits.len());
        self.words.extend(tokens.clone().map(|token| Word::new(lexed, grammar, model, token, shouting)));
        let words = self.base..self.words.len();
        self.words.resize(words.end + MARGIN, Word::default());
        let before = self.hits.len();
        for token in tokens.clone() {
            self.first_hit.push(self.hits.len());
            self.find(lexed, token, &tokens);
        }
        self.first_hit.push(self.hits.len());
        for i in before..self.hits.len() {
            self.cover(self.hits[i]);
        }
        for word in &mut self.words[words.clone()] {
            word.context = feature::context(word);
        }
        words
    }

    /// The sentence whose words stand here.
    pub(crate) fn line(&self, words: &Range<usize>) -> Line<'_> {
        Line {
            words: &self.words[words.start - MARGIN..words.end + MARGIN],
            hits: &self.hits,
            first_hit: &self.first_hit[words.start..=words.end],
        }
    }

    /// The islands of the sentence whose words stand here, in order.
    pub(crate) fn islands(&mut self, model: &Model, words: &Range<usize>, out: &mut Vec<Range<usize>>) {
        islands(&self.line(words), out);
        for island in &*out {
            let words = &mut self.words[words.start + island.start..words.start + island.end];
            for word in words {
                word.weigh(model);
            }
        }
    }

    fn find(&mut self, lexed: &Lexed<'_, '_>, token: usize, tokens: &Range<usize>) {
        let at = token - tokens.start;
        let atoms = lexed.atoms_of(token);
        let strong = self.words[self.base + at].form.is_strong();
        for found in lexed.matches_at_or_none(&atoms) {
            let alone = found.end == atoms.end;
            let last = &lexed.atoms[found.end - 1];
            let whole = last.last && last.token < tokens.end;
            if !alone && !whole {
                continue;
            }
            let end = last.token + 1 - tokens.start;
            let mut hit = Hit { start: at, end, mask: 0 };
            let mut all = 0;
            for one in lexed.senses(found) {
                let mask = mask(lexed, one);
                all |= mask;
                if whole {
                    hit.mask |= allowed(lexed, found, one, mask, strong);
                }
            }
            if alone {
                // What the word can be by itself, whatever its case.
                self.words[self.base + at].senses |= all;
            }
            if !whole {
                continue;
            }
            if hit.mask & sense::TITLE != 0 {
                let class = title_class(lexed, found);
                let word = &mut self.words[self.base + end - 1];
                word.title = word.title.max(class);
            }
            if hit.mask != 0 {
                self.hits.push(hit);
            }
        }
        if !strong {
            self.words[self.base + at].senses &= !(sense::GIVEN
                | sense::GIVEN_COMMON
                | sense::FAMILY
                | sense::FAMILY_COMMON
                | sense::SURNAME
                | sense::PERSON);
        }
    }

    /// Notes in the words their places in the longest name of each kind.
    fn cover(&mut self, hit: Hit) {
        for (kind, bit) in [sense::PERSON, sense::COUNTRY, sense::PLACE, sense::ORGANISATION].into_iter().enumerate() {
            if hit.mask & bit == 0 {
                continue;
            }
            let words = &mut self.words[self.base + hit.start..self.base + hit.end];
            // A longer name that began earlier keeps its words; a longer one that begins here comes later.
            if matches!(words[0].cover[kind], 2 | 3) {
                continue;
            }
            let count = words.len();
            for (i, word) in words.iter_mut().enumerate() {
                word.cover[kind] = match (i, i + 1 == count) {
                    (0, true) => 4,
                    (0, false) => 1,
                    (_, true) => 3,
                    _ => 2,
                };
            }
        }
    }
}

impl<'p> Line<'p> {
    pub(crate) fn len(&self) -> usize {
        self.words.len() - 2 * MARGIN
    }

    /// The word at a place of the sentence; up to [`MARGIN`] beyond its edges.
    pub(crate) fn word(&self, at: isize) -> &'p Word {
        &self.words[(at + MARGIN as isize) as usize]
    }

    /// The names that begin at the word.
    pub(crate) fn hits_at(&self, at: usize) -> &'p [Hit] {
        &self.hits[self.first_hit[at]..self.first_hit[at + 1]]
    }

    /// What the run of words is as a whole.
    pub(crate) fn exact(&self, start: usize, end: usize) -> u32 {
        self.hits_at(start).iter().find(|h| h.end == end).map_or(0, |h| h.mask)
    }
}

/// What the sense says, which is `mask`, if the spelling allows it.
fn allowed(lexed: &Lexed<'_, '_>, found: &Match, one: Sense, mask: u32, strong: bool) -> u32 {
    match one.tag() {
        Tag::Name | Tag::Alias | Tag::Acronym => {
            let kind = lexed.gazetteer.entry(one.index()).kind();
            if spelled(lexed, found, one) && (strong || kind != EntryKind::Person) {
                mask
            } else if !strong && kind == EntryKind::Organisation && found.end > found.first + 1 {
                sense::LOWERED
            } else {
                0
            }
        }
        Tag::Given | Tag::Family | Tag::Surname if !strong => 0,
        _ => mask,
    }
}

fn title_class(lexed: &Lexed<'_, '_>, found: &Match) -> u8 {
    lexed
        .senses(found)
        .filter(|s| s.tag() == Tag::Title)
        .map(|s| {
            let entry = lexed.gazetteer.entry(s.index());
            let class = match entry.subtype().as_bytes() {
                [b'h', ..] => 1,
                [b'k', ..] => 2,
                [b'r', ..] => 3,
                [b'm', ..] => 4,
                [b'p', ..] => 5,
                _ => 6,
            };
            let heads = match entry.country().as_bytes() {
                [b'c', ..] => 1,
                [b'o', ..] => 2,
                [b'p', ..] => 3,
                [b'a', ..] => 4,
                _ => 0,
            };
            class * 8 + heads
        })
        .max()
        .unwrap_or(0)
}

/// Whether most words of the sentence are in capitals.
fn shouting(lexed: &Lexed<'_, '_>, tokens: Range<usize>) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for token in &lexed.tokens[tokens] {
        if token.text().len() > 1 && token.kind() == crate::token::TokenKind::Word {
            words += 1;
            capitals += usize::from(token.shape().has(Shape::ALL_CAPS));
        }
    }
    capitals >= 3 && capitals * 10 >= words * 7
}

/// Whether the case of the text is one that the name can have.
pub(crate) fn spelled(lexed: &Lexed<'_, '_>, found: &Match, sense: Sense) -> bool {
    let atoms = &lexed.atoms[found.first..found.end];
    if sense.has(EXACT) && (sense.has(CASED) || !atoms[0].all_caps) {
        let entry = lexed.gazetteer.entry(sense.index());
        let text = &lexed.text[atoms[0].start..atoms[atoms.len() - 1].end];
        return entry.name() == text || entry.aliases().any(|a| a == text);
    }
    sense.has(LOWER) || atoms[0].capital
}
