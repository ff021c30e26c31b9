use crate::builder::ExtractorBuilder;
use crate::data;
use crate::document::Document;
use crate::entity;
use crate::gazetteer::Gazetteer;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::mention::MentionFinder;
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
}

impl Extractor {
    /// An extractor with the bundled names and rules.
    pub fn new() -> Self {
        Self::with(Gazetteer::bundled(), data::grammar(), MentionFinder::new())
    }

    /// An extractor with more names and rules than the bundled ones.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// An extractor with these names and rules.
    pub(crate) fn with(gazetteer: Gazetteer, grammar: Grammar, finder: MentionFinder) -> Self {
        Self { shared: Arc::new(Shared { gazetteer, grammar, finder }) }
    }

    /// Everything found in `text`.
    pub fn extract<'t>(&self, text: &'t str) -> Document<'t> {
        let Shared { gazetteer, grammar, finder } = &*self.shared;
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        let lexed = Lexed::new(text, &tokens, gazetteer, grammar);
        let mut mentions = finder.find(&lexed, grammar, &sentences);
        let entities = entity::resolve(&mut mentions, &lexed, grammar, &sentences);
        let Found { mentions, entities, relations, actors } =
            relation::extract(&lexed, grammar, &sentences, mentions, entities);
        Document { text, tokens, sentences, mentions, entities, relations, actors }
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}
