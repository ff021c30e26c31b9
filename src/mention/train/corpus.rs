//! Annotated articles and the islands found in them.

use super::random::Random;
use super::variety::Variety;
use crate::data;
use crate::fold;
use crate::gazetteer::Gazetteer;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::mention::finder::remember;
use crate::mention::lattice::Segment;
use crate::mention::line::{Line, Page};
use crate::mention::memory::Memory;
use crate::mention::model::Model;
use crate::sentence::SentenceSplitter;
use crate::token::{TokenKind, Tokenizer};
use std::collections::{HashMap, HashSet};

/// A name of the gold: start and end in bytes, and the number of its label.
pub type Gold = (usize, usize, usize);

/// Annotated articles, oldest first.
pub struct Corpus {
    pub(super) articles: Vec<(String, Vec<Gold>)>,
    pub(super) gazetteer: Gazetteer,
    pub(super) grammar: Grammar,
}

/// Takes what is found in an article.
pub(super) trait Sink {
    /// An island of an article with its gold.
    fn island(
        &mut self,
        document: usize,
        line: &Line<'_>,
        lexed: &Lexed<'_, '_>,
        island: std::ops::Range<usize>,
        memory: Option<&Memory>,
        gold: &[Segment],
    );
}

impl Corpus {
    /// Reads articles, one JSON object a line with `id`, `text` and `entities`; those whose id begins so are held out and come
    /// second.
    ///
    /// # Panics
    ///
    /// When a line is no such object.
    pub fn read_jsonl(jsonl: &str, held_out: &[&str]) -> (Self, Self) {
        let mut articles: Vec<(String, String, Vec<Gold>)> =
            jsonl.lines().filter(|l| !l.trim().is_empty()).map(article).collect();
        articles.sort();
        let (rest, learn) = articles.into_iter().partition(|a| held_out.iter().any(|p| a.0.starts_with(p)));
        (Self::of(learn), Self::of(rest))
    }

    /// The articles in so many stretches of time, each with all the others: (others, stretch).
    pub(super) fn stretches(&self, count: usize) -> Vec<(Self, Self)> {
        let part = |chosen: &dyn Fn(usize) -> bool| Self {
            articles: (0..self.len()).filter(|&i| chosen(i)).map(|i| self.articles[i].clone()).collect(),
            gazetteer: self.gazetteer.clone(),
            grammar: self.grammar.clone(),
        };
        let stretch = |i: usize| i * count / self.len();
        (0..count).map(|n| (part(&|i| stretch(i) != n), part(&|i| stretch(i) == n))).collect()
    }

    fn of(articles: Vec<(String, String, Vec<Gold>)>) -> Self {
        let articles = articles.into_iter().map(|(_, text, gold)| (text, gold)).collect();
        Self { articles, gazetteer: Gazetteer::bundled(), grammar: data::grammar() }
    }

    /// The articles, and each of them so many times more with other names.
    pub(super) fn varied(&self, copies: usize) -> Self {
        let variety = Variety::new(self);
        let mut random = Random(0x0dd5_eed5_0dd5_eed5);
        let mut articles = self.articles.clone();
        for _ in 0..copies {
            articles.extend(self.articles.iter().map(|a| variety.of(a, &mut random)));
        }
        Self { articles, gazetteer: self.gazetteer.clone(), grammar: self.grammar.clone() }
    }

    /// The number of articles.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The words that stand in lower case in three articles or more, with how common they are.
    pub(super) fn common_words(&self) -> Vec<(u64, u8)> {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for (text, _) in &self.articles {
            let found: HashSet<u64> = Tokenizer
                .tokenize(text)
                .filter(|t| t.kind() == TokenKind::Word && t.text().chars().all(|c| !c.is_uppercase()))
                .map(|t| fold::lower_hash(t.text()))
                .collect();
            for word in found {
                *counts.entry(word).or_default() += 1;
            }
        }
        let level = |n: u32| match n {
            0..=2 => 0,
            3..=7 => 1,
            8..=29 => 2,
            _ => 3,
        };
        counts.into_iter().map(|(w, n)| (w, level(n))).filter(|w| w.1 > 0).collect()
    }

    /// Gives the islands of an article to the sink; with what was predicted of them, from the number `next` on, for the memory.
    pub(super) fn read(
        &self,
        number: usize,
        model: &Model,
        predicted: Option<(&[Vec<Segment>], usize)>,
        sink: &mut impl Sink,
    ) -> usize {
        let (text, gold) = &self.articles[number];
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        let lexed = Lexed::new(text, &tokens, &self.gazetteer, &self.grammar);
        let (mut page, mut found) = (Page::default(), Vec::new());
        let mut memory = predicted.map(|_| {
            let mut memory = Memory::default();
            memory.start(&lexed);
            memory
        });
        let mut next = predicted.map_or(0, |p| p.1);
        if let (Some(memory), Some((predicted, _))) = (&mut memory, predicted) {
            for sentence in &sentences {
                let words = page.read(&lexed, &self.grammar, model, sentence.tokens());
                page.islands(model, &words, &mut found);
                let line = page.line(&words);
                let segments: Vec<Segment> = predicted[next..next + found.len()].iter().flatten().copied().collect();
                next += found.len();
                remember(&line, &found, &segments, memory);
            }
        }
        for sentence in &sentences {
            let words = page.read(&lexed, &self.grammar, model, sentence.tokens());
            page.islands(model, &words, &mut found);
            let line = page.line(&words);
            let gold = segments(&lexed, sentence.tokens(), gold);
            for island in found.drain(..) {
                let inside: Vec<Segment> =
                    gold.iter().filter(|g| island.start <= g.start && g.end <= island.end).copied().collect();
                sink.island(number, &line, &lexed, island, memory.as_ref(), &inside);
            }
        }
        next
    }
}

/// The gold names that lie in the sentence and begin and end with its tokens.
fn segments(lexed: &Lexed<'_, '_>, tokens: std::ops::Range<usize>, gold: &[Gold]) -> Vec<Segment> {
    let within = &lexed.tokens[tokens];
    gold.iter()
        .filter_map(|&(start, end, label)| {
            let first = within.iter().position(|t| t.span().start == start)?;
            let last = within.iter().position(|t| t.span().end == end)?;
            Some(Segment { start: first, end: last + 1, label, probability: 1.0 })
        })
        .collect()
}

fn article(line: &str) -> (String, String, Vec<Gold>) {
    let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
    let text = record["text"].as_str().expect("a text").to_owned();
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let number = |value: &serde_json::Value| value.as_u64().expect("an offset") as usize;
    let all: Vec<Gold> = record["entities"]
        .as_array()
        .expect("a list of entities")
        .iter()
        .filter_map(|e| {
            let label = match e[2].as_str()? {
                "Person" => 0,
                "Location" => 1,
                "Organization" => 2,
                "Event" | "Product" => 3,
                _ => return None,
            };
            Some((bytes[number(&e[0])], bytes[number(&e[1])], label))
        })
        .collect();
    (record["id"].as_str().unwrap_or("").to_owned(), text, outermost(&all))
}

/// The outermost names of the three labels that count, then the other things that none of them touches.
fn outermost(all: &[Gold]) -> Vec<Gold> {
    let mut kept: Vec<Gold> = Vec::new();
    let long = |g: &Gold| g.1 - g.0;
    let holds = |a: &Gold, b: &Gold| a.0 <= b.0 && b.1 <= a.1 && (long(a) > long(b));
    for gold in all.iter().filter(|g| g.2 < 3) {
        let inner = all.iter().any(|o| o.2 < 3 && holds(o, gold));
        if !inner && !kept.iter().any(|k| k.0 < gold.1 && gold.0 < k.1) {
            kept.push(*gold);
        }
    }
    for gold in all.iter().filter(|g| g.2 == 3) {
        if !kept.iter().any(|k| k.0 < gold.1 && gold.0 < k.1) {
            kept.push(*gold);
        }
    }
    kept.sort_unstable();
    kept
}
