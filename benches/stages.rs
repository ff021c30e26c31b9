//! How long each stage takes, beside the word boundaries of UAX #29 on the same text; start-up; and the whole way.

// The macros of criterion make public functions without docs.
#![allow(missing_docs)]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use depeche::Extractor;
use depeche::output::Json;
use depeche::sentence::{Sentence, SentenceSplitter};
use depeche::stages::Stages;
use depeche::token::{Token, Tokenizer};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// News prose of many countries, written for the benches.
const PROSE: &str = include_str!("data/prose.txt");

/// A dispatch as short as one can be.
const SHORT: &str = "Emmanuel Macron a rencontré Olaf Scholz à Berlin.";

// What does not depend on names and rules.
const UNICODE_WORDS: usize = 2_499;
const TOKENS: usize = 3_148;
const SENTENCES: usize = 178;

/// What the later stages find in the prose: it changes with names and rules, so it is counted once and asserted in each run.
fn expected(count: usize, at_least: usize) -> usize {
    assert!(count >= at_least, "found {count}, expected {at_least} or more");
    count
}

fn throughput() -> Throughput {
    Throughput::Bytes(PROSE.len() as u64)
}

fn cut(text: &str) -> (Vec<Token<'_>>, Vec<Sentence>) {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    (tokens, sentences)
}

/// Is an extractor, with every bundled name and rule, ready in less than 5 ms, and what does a program pay that reads one sentence?
fn start_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start-up");
    group.bench_function("new", |b| b.iter(|| black_box(Extractor::new())));
    group.bench_function("new + first sentence", |b| {
        b.iter(|| assert_eq!(Extractor::new().extract(black_box(SHORT)).relations().len(), 1));
    });
    group.finish();
}

/// What is the least that a program in search of words would pay? The named baseline of the groups below.
fn baseline(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("baseline");
    group.throughput(throughput());
    group.bench_function("unicode_words", |b| {
        b.iter(|| assert_eq!(black_box(PROSE).unicode_words().count(), UNICODE_WORDS));
    });
    group.finish();
}

/// How fast is text cut into tokens?
fn tokens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tokens");
    group.throughput(throughput());
    group.bench_function("prose", |b| b.iter(|| assert_eq!(Tokenizer.tokenize(black_box(PROSE)).count(), TOKENS)));
    group.finish();
}

/// What do sentences cost, once the tokens are there?
fn sentences(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sentences");
    group.throughput(throughput());
    let tokens: Vec<_> = Tokenizer.tokenize(PROSE).collect();
    group.bench_function("prose", |b| {
        let split = |mut tokens: Vec<_>| assert_eq!(SentenceSplitter.split(PROSE, &mut tokens).len(), SENTENCES);
        b.iter_batched(|| tokens.clone(), split, BatchSize::LargeInput);
    });
    group.finish();
}

/// How fast are all words looked up in the gazetteers?
fn look_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("look-up");
    group.throughput(throughput());
    let (extractor, (tokens, sentences)) = (Extractor::new(), cut(PROSE));
    let stages = Stages::new(&extractor, PROSE, &tokens, &sentences);
    let atoms = expected(stages.look_up(), SENTENCES);
    group.bench_function("prose", |b| b.iter(|| assert_eq!(stages.look_up(), atoms)));
    group.finish();
}

/// What does it cost to find the dates, once the text is cut, in prose and in a text of nothing but dates?
fn dates(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("dates");
    let extractor = Extractor::new();
    let dense = "Du lundi 3 au mercredi 5 mai 2019, en mars, il y a trois jours, le 26/03/2024 à 15h30. ".repeat(200);
    for (name, text, least) in [("prose", PROSE, 20), ("dense", dense.as_str(), 800)] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let (tokens, sentences) = cut(text);
        let stages = Stages::new(&extractor, text, &tokens, &sentences);
        let dates = expected(stages.dates(), least);
        group.bench_function(name, |b| b.iter(|| assert_eq!(stages.dates(), dates)));
    }
    group.finish();
}

/// What does it cost to find the names, with the words looked up?
fn mentions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("mentions");
    group.throughput(throughput());
    let (extractor, (tokens, sentences)) = (Extractor::new(), cut(PROSE));
    let stages = Stages::new(&extractor, PROSE, &tokens, &sentences);
    let mentions = expected(stages.mentions().len(), 100);
    group.bench_function("prose", |b| b.iter(|| assert_eq!(stages.mentions().len(), mentions)));
    group.finish();
}

/// What does it cost to join the names of one person, country, place or organisation?
fn entities(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("entities");
    group.throughput(throughput());
    let (extractor, (tokens, sentences)) = (Extractor::new(), cut(PROSE));
    let stages = Stages::new(&extractor, PROSE, &tokens, &sentences);
    let found = stages.mentions();
    let entities = expected(stages.entities(&mut found.clone()).len(), 50);
    group.bench_function("prose", |b| {
        let join = |mut mentions: Vec<_>| assert_eq!(stages.entities(&mut mentions).len(), entities);
        b.iter_batched(|| found.clone(), join, BatchSize::LargeInput);
    });
    group.finish();
}

/// What do clauses, frames and nominals cost on top of the entities?
fn relations(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("relations");
    group.throughput(throughput());
    let (extractor, (tokens, sentences)) = (Extractor::new(), cut(PROSE));
    let stages = Stages::new(&extractor, PROSE, &tokens, &sentences);
    let mut mentions = stages.mentions();
    let entities = stages.entities(&mut mentions);
    let relations = expected(stages.relations(mentions.clone(), entities.clone()), 10);
    group.bench_function("prose", |b| {
        let find = |(mentions, entities)| assert_eq!(stages.relations(mentions, entities), relations);
        b.iter_batched(|| (mentions.clone(), entities.clone()), find, BatchSize::LargeInput);
    });
    group.finish();
}

/// How much prose goes the whole way in a second, and what does its JSON form add?
fn end_to_end(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("end to end");
    group.throughput(throughput());
    let extractor = Extractor::new();
    let relations = expected(extractor.extract(PROSE).relations().len(), 10);
    group.bench_function("prose", |b| {
        b.iter(|| assert_eq!(extractor.extract(black_box(PROSE)).relations().len(), relations));
    });
    let document = extractor.extract(PROSE);
    group.bench_function("json", |b| {
        b.iter(|| {
            let json = serde_json::to_string(&Json::new(&document)).expect("JSON");
            assert_eq!(json.matches("\"trigger\"").count(), relations);
        });
    });
    group.finish();
}

criterion_group!(
    benches, start_up, baseline, tokens, sentences, look_up, dates, mentions, entities, relations, end_to_end
);
criterion_main!(benches);
