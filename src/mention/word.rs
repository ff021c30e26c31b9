//! What is known of each token before any decision: its form, its class, and what the gazetteers say of it.

use super::form::Form;
use super::lore;
use super::model::Model;
use crate::fold;
use crate::gazetteer::{Entry, EntryKind};
use crate::grammar::{Grammar, Reading, VerbClass, WordClass};
use crate::lexicon::Lexed;
use crate::morphology::Tense;
use crate::table::{AMBIGUOUS, Sense, Tag};

/// What a word can be by itself; bits of [`Word::senses`] and of the mask of a [`super::hit::Hit`].
pub(crate) mod sense {
    pub(crate) const GIVEN: u32 = 1;
    pub(crate) const GIVEN_COMMON: u32 = 1 << 1;
    pub(crate) const FAMILY: u32 = 1 << 2;
    pub(crate) const FAMILY_COMMON: u32 = 1 << 3;
    pub(crate) const TITLE: u32 = 1 << 4;
    pub(crate) const HEAD_ORGANISATION: u32 = 1 << 5;
    pub(crate) const HEAD_PLACE: u32 = 1 << 6;
    pub(crate) const HEAD_EVENT: u32 = 1 << 7;
    pub(crate) const HEAD_ACTOR: u32 = 1 << 8;
    pub(crate) const DEMONYM: u32 = 1 << 9;
    pub(crate) const PREFIX: u32 = 1 << 10;
    pub(crate) const SURNAME: u32 = 1 << 11;
    pub(crate) const PERSON: u32 = 1 << 12;
    pub(crate) const COUNTRY: u32 = 1 << 13;
    pub(crate) const PLACE: u32 = 1 << 14;
    pub(crate) const PLACE_LARGE: u32 = 1 << 15;
    pub(crate) const ORGANISATION: u32 = 1 << 16;
    pub(crate) const ACRONYM: u32 = 1 << 17;
    pub(crate) const ALIAS: u32 = 1 << 18;
    pub(crate) const AMBIGUOUS: u32 = 1 << 19;
    pub(crate) const METONYM: u32 = 1 << 20;
    pub(crate) const COMPANY: u32 = 1 << 21;
    pub(crate) const AREA: u32 = 1 << 22;
    /// The name of an organisation, but in lower case.
    pub(crate) const LOWERED: u32 = 1 << 23;
    /// Listed as having more than one reading, a name being one.
    pub(crate) const DOUBTFUL: u32 = 1 << 24;
    /// Bits that make the run of words the name of something.
    pub(crate) const NAME: u32 = PERSON | COUNTRY | PLACE | ORGANISATION;
    /// Bits of names and of names in lower case.
    pub(crate) const KNOWN: u32 = NAME | LOWERED;
    /// Bits of common nouns that head names.
    pub(crate) const HEAD: u32 = HEAD_ORGANISATION | HEAD_PLACE | HEAD_EVENT | HEAD_ACTOR;
}

/// What is known of one token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub(crate) token: u32,
    /// Hash of the lower-case form: which word it is.
    pub(crate) lower: u64,
    /// Hash of the folded form, hyphens dropped: the same name in another spelling.
    pub(crate) folded: u64,
    /// What it is as context of others, by [`super::feature::context`].
    pub(crate) context: u64,
    pub(crate) form: Form,
    pub(crate) initial: bool,
    /// The closed class or preposition, or 0.
    pub(crate) class: u8,
    /// Whether and which form of a verb, or 0.
    pub(crate) verb: u8,
    pub(crate) links: bool,
    /// How common the word is in lower case, 0 to 3.
    pub(crate) common: u8,
    pub(crate) senses: u32,
    /// Class of the title that ends here, or 0.
    pub(crate) title: u8,
    /// Place in the longest name of each kind (person, country, place, organisation): 0 none, then first, inner, last, only.
    pub(crate) cover: [u8; 4],
    /// What the gazetteers' names say of its ending, of its beginning, and of its use in longer names.
    pub(crate) lore: [u8; 3],
}

impl Word {
    /// The facts of a token but for what names say of it.
    #[inline]
    pub(crate) fn new(lexed: &Lexed<'_, '_>, grammar: &Grammar, model: &Model, token: usize, shouting: bool) -> Self {
        let it = &lexed.tokens[token];
        let form = Form::of(it, shouting);
        let lower = lexed.lower(token);
        let mut word = Self { token: token as u32, lower, form, ..Self::default() };
        word.initial = it.shape().has(crate::token::Shape::SENTENCE_INITIAL);
        if form.is_word() {
            word.read(lexed, grammar, token);
        }
        let atoms = lexed.atoms_of(token);
        word.folded = lexed.atoms[atoms].iter().map(|a| a.hash).reduce(fold::chain).unwrap_or(0);
        if form.is_strong() {
            word.common = model.level(lower);
            word.lore = lore::of(model, it.text(), word.folded);
        }
        word
    }

    /// Whether both show the same wherever they stand, if the texts are the same too.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.lower == other.lower
            && self.senses == other.senses
            && self.cover == other.cover
            && self.lore == other.lore
            && (self.form, self.initial, self.class, self.verb, self.common)
                == (other.form, other.initial, other.class, other.verb, other.common)
    }

    /// Notes how common the word is: of words in lower case only those within islands are asked for it.
    pub(crate) fn weigh(&mut self, model: &Model) {
        if self.form.is_word() && !self.form.is_strong() {
            self.common = model.level(self.lower);
        }
    }

    fn read(&mut self, lexed: &Lexed<'_, '_>, grammar: &Grammar, token: usize) {
        let Some(node) = lexed.word(token) else { return };
        for reading in grammar.readings(node) {
            match reading {
                Reading::Class(class) => {
                    if class == WordClass::Linker as u8 || class == WordClass::Particle as u8 {
                        self.links = true;
                    }
                    // The weights know no class that came later.
                    if self.class == 0 && class <= WordClass::LEARNED as u8 {
                        self.class = class + 1;
                    }
                }
                Reading::Preposition(number) => self.class = 64 + number,
                Reading::Noun { .. } => {
                    if self.class == 0 {
                        self.class = 62;
                    }
                }
                Reading::Verb(form) => {
                    let speech = grammar.verb_is(form.lemma, VerbClass::Speech);
                    let kind = match form.tense {
                        Tense::Infinitive => 2,
                        Tense::Participle => 3,
                        Tense::Gerund => 4,
                        _ => 5,
                    };
                    self.verb = self.verb.max(kind + if speech { 4 } else { 0 });
                }
            }
        }
    }

    /// Whether the word belongs to a closed class: it is no name by itself.
    pub(crate) fn is_closed(&self) -> bool {
        self.class != 0 && self.class != 62
    }

    /// Whether it is a conjugated form of a verb.
    pub(crate) fn is_finite(&self) -> bool {
        self.verb == 5 || self.verb == 9
    }
}

/// What one sense of a match says.
pub(crate) fn mask(lexed: &Lexed<'_, '_>, found: Sense) -> u32 {
    match found.tag() {
        Tag::Given if found.index() >= 4 => sense::GIVEN | sense::GIVEN_COMMON,
        Tag::Given => sense::GIVEN,
        Tag::Family if found.index() >= 4 => sense::FAMILY | sense::FAMILY_COMMON,
        Tag::Family => sense::FAMILY,
        Tag::Title => sense::TITLE,
        Tag::Demonym => sense::DEMONYM,
        Tag::Prefix => sense::PREFIX,
        Tag::Metonym => sense::METONYM,
        Tag::Surname => sense::SURNAME,
        Tag::HeadNoun => match lexed.gazetteer.entry(found.index()).subtype().as_bytes().first() {
            Some(b'o') => sense::HEAD_ORGANISATION,
            Some(b'p') => sense::HEAD_PLACE,
            Some(b'e') => sense::HEAD_EVENT,
            _ => sense::HEAD_ACTOR,
        },
        Tag::Ambiguous => sense::DOUBTFUL,
        tag @ (Tag::Name | Tag::Alias | Tag::Acronym) => {
            let entry = lexed.gazetteer.entry(found.index());
            let kind = match entry.kind() {
                EntryKind::Person => sense::PERSON,
                EntryKind::Country => sense::COUNTRY,
                EntryKind::Place => place_bits(&entry),
                _ => organisation_bits(&entry),
            };
            kind | match tag {
                Tag::Alias => sense::ALIAS,
                Tag::Acronym => sense::ACRONYM,
                _ => 0,
            } | if found.has(AMBIGUOUS) { sense::AMBIGUOUS } else { 0 }
        }
    }
}

fn place_bits(entry: &Entry<'_>) -> u32 {
    sense::PLACE | if entry.is_large() { sense::PLACE_LARGE } else { 0 } | if entry.is_city() { 0 } else { sense::AREA }
}

fn organisation_bits(entry: &Entry<'_>) -> u32 {
    sense::ORGANISATION | if entry.is_company() { sense::COMPANY } else { 0 }
}
