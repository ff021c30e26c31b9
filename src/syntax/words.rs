use crate::fold;
use crate::grammar::{Grammar, Reading, VerbForm, WordClass};
use crate::lexicon::Lexed;
use crate::table::{Node, Tag};
use crate::token::{Shape, TokenKind};
use std::ops::Range;

/// The words of a text as the grammar sees them: look-ups by token.
///
/// The questions of the syntax are many and mostly answered "no", so what a word or phrase can be is kept as a set of bits.
pub(crate) struct Words<'a, 't> {
    pub(crate) grammar: &'a Grammar,
    pub(crate) lexed: &'a Lexed<'a, 't>,
    hashes: &'a [u64],
    /// Of each token, what it is by itself.
    own: Vec<Known>,
    /// Of each token, what it or a phrase that begins with it is.
    any: Vec<u64>,
    /// Of each token, its first phrase of several words; one more at the end.
    first: Vec<u32>,
    /// By first token, shorter ones first.
    phrases: Vec<Phrase>,
}

/// A node of the grammar with the bits of its readings.
#[derive(Clone, Copy)]
struct Known {
    node: Option<Node>,
    bits: u64,
}

/// A phrase of several words that the grammar knows.
struct Phrase {
    end: usize,
    known: Known,
}

// Bits behind those of the classes.
const PREPOSITION: u64 = 1 << 63;
const VERB: u64 = 1 << 62;
const NOUN: u64 = 1 << 61;
/// The classes that have a bit of their own; those beyond share one, so that it only says "perhaps".
const CLASSES: u8 = 60;

/// The bit of a class.
fn bit(class: u8) -> u64 {
    1 << class.min(CLASSES)
}

impl Known {
    const NOTHING: Self = Self { node: None, bits: 0 };

    fn new(grammar: &Grammar, node: Node) -> Self {
        let bits = grammar.readings(node).fold(0, |bits, reading| {
            bits | match reading {
                Reading::Class(class) => bit(class),
                Reading::Preposition(_) => PREPOSITION,
                Reading::Verb(_) => VERB,
                Reading::Noun { .. } => NOUN,
            }
        });
        Self { node: Some(node), bits }
    }

    fn readings(self, grammar: &Grammar) -> impl Iterator<Item = Reading> + '_ {
        self.node.into_iter().flat_map(|n| grammar.readings(n))
    }

    #[inline]
    fn is(self, grammar: &Grammar, class: WordClass) -> bool {
        self.bits & bit(class as u8) != 0 && ((class as u8) < CLASSES || self.readings(grammar).any(|r| r.is(class)))
    }
}

impl<'a, 't> Words<'a, 't> {
    pub(crate) fn new(grammar: &'a Grammar, lexed: &'a Lexed<'a, 't>) -> Self {
        let hashes = lexed.lowers();
        let count = hashes.len();
        let mut words = Self {
            grammar,
            lexed,
            hashes,
            own: Vec::with_capacity(count),
            any: Vec::with_capacity(count),
            first: Vec::with_capacity(count + 1),
            phrases: Vec::with_capacity(count / 8),
        };
        for token in 0..count {
            let node = if lexed.tokens[token].kind() == TokenKind::Abbreviation { None } else { lexed.word(token) };
            let known = node.map_or(Known::NOTHING, |node| Known::new(grammar, node));
            words.own.push(known);
            words.first.push(words.phrases.len() as u32);
            let before = words.phrases.len();
            if let Some(node) = node.filter(|n| n.longer()) {
                words.walk(token, node);
            }
            words.any.push(words.phrases[before..].iter().fold(known.bits, |bits, p| bits | p.known.bits));
        }
        words.first.push(words.phrases.len() as u32);
        words
    }

    /// Notes the phrases of several words that begin at the token.
    fn walk(&mut self, token: usize, mut node: Node) {
        let mut hash = self.hashes[token];
        let mut end = token + 1;
        while node.longer() && end < self.hashes.len() {
            hash = fold::chain(hash, self.hashes[end]);
            match self.grammar.table.get(hash) {
                Some(next) => node = next,
                None => return,
            }
            end += 1;
            if node.named() {
                self.phrases.push(Phrase { end, known: Known::new(self.grammar, node) });
            }
        }
    }

    pub(crate) fn text(&self, token: usize) -> &'t str {
        self.lexed.tokens[token].text()
    }

    /// The hash of the token in small letters.
    pub(crate) fn hash(&self, token: usize) -> u64 {
        self.hashes[token]
    }

    pub(crate) fn kind(&self, token: usize) -> TokenKind {
        self.lexed.tokens[token].kind()
    }

    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.lexed.tokens[token].shape()
    }

    pub(crate) fn readings(&self, token: usize) -> impl Iterator<Item = Reading> + '_ {
        self.own[token].readings(self.grammar)
    }

    #[inline]
    pub(crate) fn is(&self, token: usize, class: WordClass) -> bool {
        self.own[token].is(self.grammar, class)
    }

    /// Whether the atom as a word of its own is of the class.
    pub(crate) fn atom_is(&self, atom: usize, class: WordClass) -> bool {
        let text = self.lexed.atoms[atom].span().of(self.lexed.text);
        let node = self.grammar.table.get(fold::lower_hash(text));
        node.into_iter().flat_map(|n| self.grammar.readings(n)).any(|r| r.is(class))
    }

    pub(crate) fn verb_forms(&self, token: usize) -> impl Iterator<Item = VerbForm> + '_ {
        let known = self.own[token];
        let known = if known.bits & VERB == 0 { Known::NOTHING } else { known };
        known.readings(self.grammar).filter_map(|r| match r {
            Reading::Verb(form) => Some(form),
            _ => None,
        })
    }

    /// Whether the word is a noun or title of the gazetteer, and not only alike but for the accent of its ending: "accuse" is no "accusé".
    pub(crate) fn is_title_or_noun(&self, token: usize) -> bool {
        self.lexed.word_senses(token).any(|s| {
            matches!(s.tag(), Tag::Title | Tag::HeadNoun)
                && self.spelt(token, self.lexed.gazetteer.entry(s.index()).name())
        })
    }

    /// Whether the word, which is the name but for case, accents and endings, has the accent of the name on its last letter.
    pub(crate) fn spelt(&self, token: usize, name: &str) -> bool {
        let text = self.text(token);
        if !text.starts_with(char::is_lowercase) {
            return true;
        }
        let (mut word, mut rest) = (text.chars(), name.chars());
        loop {
            match (word.next(), rest.next()) {
                (Some(a), Some(b)) if a == b => {}
                (Some(a), Some(b)) => {
                    let last = rest.as_str().is_empty() && matches!(word.as_str(), "" | "s");
                    return !last || a.is_ascii() == b.is_ascii();
                }
                _ => return true,
            }
        }
    }

    /// The lemma of the noun.
    pub(crate) fn noun(&self, token: usize) -> Option<(u16, bool)> {
        if self.own[token].bits & NOUN == 0 {
            return None;
        }
        self.readings(token).find_map(|r| match r {
            Reading::Noun { lemma, plural } => Some((lemma, plural)),
            _ => None,
        })
    }

    /// The longest phrase of the class that begins at the token: its end.
    #[inline]
    pub(crate) fn phrase(&self, token: usize, end: usize, class: WordClass) -> Option<usize> {
        if !self.begins(token, bit(class as u8)) {
            return None;
        }
        self.longest(token, end, bit(class as u8), |r| r.is(class).then_some(())).map(|(end, ())| end)
    }

    /// The longest preposition that begins at the token: its end and number.
    #[inline]
    pub(crate) fn preposition(&self, token: usize, end: usize) -> Option<(usize, u8)> {
        if !self.begins(token, PREPOSITION) {
            return None;
        }
        self.longest(token, end, PREPOSITION, |r| match r {
            Reading::Preposition(number) => Some(number),
            _ => None,
        })
    }

    /// The longest noun lemma that begins at the token: its end, lemma, whether plural.
    #[inline]
    pub(crate) fn noun_phrase(&self, token: usize, end: usize) -> Option<(usize, (u16, bool))> {
        if !self.begins(token, NOUN) {
            return None;
        }
        self.longest(token, end, NOUN, |r| match r {
            Reading::Noun { lemma, plural } => Some((lemma, plural)),
            _ => None,
        })
    }

    /// Whether a word or phrase with one of the bits begins at the token: what nearly always answers a question.
    #[inline]
    fn begins(&self, token: usize, bits: u64) -> bool {
        // A caller may ask behind the last token of the text.
        self.any.get(token).is_some_and(|any| any & bits != 0)
    }

    /// The longest word or phrase from the token on, up to `end`, of which `pick` takes a reading; one such has one of the bits.
    #[inline(never)]
    fn longest<T>(
        &self,
        token: usize,
        end: usize,
        bits: u64,
        pick: impl Fn(Reading) -> Option<T>,
    ) -> Option<(usize, T)> {
        let picked = |known: Known| {
            if known.bits & bits == 0 { None } else { known.readings(self.grammar).find_map(&pick) }
        };
        let phrases = &self.phrases[self.range(token)];
        for phrase in phrases.iter().rev().filter(|p| p.end <= end) {
            if let Some(found) = picked(phrase.known) {
                return Some((phrase.end, found));
            }
        }
        picked(self.own[token]).map(|found| (token + 1, found))
    }

    fn range(&self, token: usize) -> Range<usize> {
        self.first[token] as usize..self.first[token + 1] as usize
    }
}
