//! The stages one at a time, for the benches: no part of the API.

use crate::Extractor;
use crate::date::{Date, DateFinder};
use crate::entity::{self, Entity};
use crate::lexicon::Lexed;
use crate::mention::Mention;
use crate::relation::{self, Found};
use crate::sentence::Sentence;
use crate::token::Token;

/// A text after the first two stages, ready for any of the others.
#[derive(Debug)]
pub struct Stages<'s, 't> {
    extractor: &'s Extractor,
    text: &'t str,
    tokens: &'s [Token<'t>],
    sentences: &'s [Sentence],
    lexed: Lexed<'s, 't>,
}

impl<'s, 't> Stages<'s, 't> {
    /// Looks up the words of a text that has been cut.
    pub fn new(extractor: &'s Extractor, text: &'t str, tokens: &'s [Token<'t>], sentences: &'s [Sentence]) -> Self {
        let lexed = Lexed::new(text, tokens, &extractor.shared.gazetteer, &extractor.shared.grammar);
        Self { extractor, text, tokens, sentences, lexed }
    }

    /// Looks up the words; the number of atoms.
    pub fn look_up(&self) -> usize {
        let shared = &self.extractor.shared;
        Lexed::new(self.text, self.tokens, &shared.gazetteer, &shared.grammar).atoms.len()
    }

    /// The date stage; the number of dates.
    pub fn dates(&self) -> usize {
        DateFinder.find(self.text, self.tokens, self.sentences, &[], Date::new(2024, 3, 20)).len()
    }

    /// The mention stage.
    pub fn mentions(&self) -> Vec<Mention<'t>> {
        let shared = &self.extractor.shared;
        shared.finder.find(&self.lexed, &shared.grammar, self.sentences)
    }

    /// The entity stage.
    pub fn entities(&self, mentions: &mut [Mention<'t>]) -> Vec<Entity> {
        entity::resolve(mentions, &self.lexed, &self.extractor.shared.grammar, self.sentences)
    }

    /// The relation stage; the number of relations.
    pub fn relations(&self, mentions: Vec<Mention<'t>>, entities: Vec<Entity>) -> usize {
        let grammar = &self.extractor.shared.grammar;
        let Found { relations, .. } = relation::extract(&self.lexed, grammar, self.sentences, mentions, entities, &[]);
        relations.len()
    }
}
