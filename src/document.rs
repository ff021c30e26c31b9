use crate::date::TimeExpression;
use crate::entity::Entity;
use crate::mention::Mention;
use crate::relation::Relation;
use crate::sentence::Sentence;
use crate::token::Token;
use std::ops::Index;

/// Everything found in one text.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) relations: Vec<Relation<'t>>,
    pub(crate) actors: crate::relation::Actors,
    pub(crate) dates: Vec<TimeExpression<'t>>,
}

impl<'t> Document<'t> {
    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token<'t>] {
        &self.tokens
    }

    /// The sentences, in order; they partition the tokens.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The dates and other expressions of time, in order; they are among the mentions too.
    pub fn dates(&self) -> &[TimeExpression<'t>] {
        &self.dates
    }

    /// The mentions: names first, in order, then the nouns that stand for them, titles, nationalities, dates.
    pub fn mentions(&self) -> &[Mention<'t>] {
        &self.mentions
    }

    /// The entities, in the order in which the text first names them.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The relations, in the order of their triggers.
    pub fn relations(&self) -> &[Relation<'t>] {
        &self.relations
    }

    /// Keeps only the relations for which `keep` holds.
    ///
    /// ```
    /// let mut document = depeche::Extractor::new().extract("Joe Biden a rencontré Xi Jinping. Moscou a accusé Kiev.");
    /// document.retain_relations(|relation| relation.kind().as_str() == "accused");
    /// assert_eq!(document.relations().len(), 1);
    /// ```
    pub fn retain_relations(&mut self, keep: impl FnMut(&Relation<'t>) -> bool) {
        self.relations.retain(keep);
    }

    /// The sentence that holds the byte.
    pub fn sentence_at(&self, byte: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|s| s.span().start <= byte);
        self.sentences[..after].last().filter(|s| byte < s.span().end)
    }
}

impl Index<crate::relation::Argument> for Document<'_> {
    type Output = Entity;

    fn index(&self, argument: crate::relation::Argument) -> &Entity {
        &self.entities[argument.entity]
    }
}
