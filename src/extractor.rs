use crate::builder::ExtractorBuilder;
use crate::data;
use crate::date::{Date, DateFinder};
use crate::document::Document;
use crate::entity;
use crate::gazetteer::Gazetteer;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionFinder, Reasons};
use crate::relation::{self, Found};
use crate::sentence::SentenceSplitter;
use crate::token::Tokenizer;
use std::sync::Arc;

/// Reads French text: all stages in one.
///
/// Cheap to clone, and shared freely between threads.
#[derive(Clone, Debug)]
pub struct Extractor {
    pub(crate) shared: Arc<Shared>,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) gazetteer: Gazetteer,
    pub(crate) grammar: Grammar,
    pub(crate) finder: MentionFinder,
    /// The day on which the texts were written.
    pub(crate) reference: Option<Date>,
}

impl Extractor {
    /// An extractor with the bundled names and rules.
    pub fn new() -> Self {
        Self::with(Gazetteer::bundled(), data::grammar(), MentionFinder::new(), None)
    }

    /// An extractor with more names and rules than the bundled ones.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// An extractor with these names and rules.
    pub(crate) fn with(gazetteer: Gazetteer, grammar: Grammar, finder: MentionFinder, reference: Option<Date>) -> Self {
        Self { shared: Arc::new(Shared { gazetteer, grammar, finder, reference }) }
    }

    /// Everything found in `text`.
    pub fn extract<'t>(&self, text: &'t str) -> Document<'t> {
        self.read(text, self.shared.reference)
    }

    /// Everything found in `text`, which was written on the day `reference`: see
    /// [`reference_date`](ExtractorBuilder::reference_date).
    pub fn extract_at<'t>(&self, text: &'t str, reference: Date) -> Document<'t> {
        self.read(text, Some(reference))
    }

    fn read<'t>(&self, text: &'t str, reference: Option<Date>) -> Document<'t> {
        let Shared { gazetteer, grammar, finder, .. } = &*self.shared;
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        let lexed = Lexed::new(text, &tokens, gazetteer, grammar);
        let mut mentions = finder.find(&lexed, grammar, &sentences);
        let entities = entity::resolve(&mut mentions, &lexed, grammar, &sentences);
        let names: Vec<_> = mentions.iter().map(Mention::span).collect();
        let dates = DateFinder.find(text, &tokens, &sentences, &names, reference);
        let Found { mentions, entities, relations, actors } =
            relation::extract(&lexed, grammar, &sentences, mentions, entities, &dates);
        Document { text, tokens, sentences, mentions, entities, relations, actors, dates }
    }

    /// Why the learned model took the names in `text` for what they are; of names that only gazetteers and rules find there is nothing.
    pub fn reasons(&self, text: &str) -> Vec<Reasons> {
        let Shared { gazetteer, grammar, finder, .. } = &*self.shared;
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        finder.reasons(&Lexed::new(text, &tokens, gazetteer, grammar), grammar, &sentences)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}
