//! How long each stage takes, beside the word boundaries of UAX #29 on the same text; start-up; and the whole way.

// The macros of criterion make public functions without docs.
#![allow(missing_docs)]

use criterion::{BatchSize, Criterion, Throughput, criterion_group};
use depeche::Extractor;
use depeche::output::Json;
use depeche::sentence::{Sentence, SentenceSplitter};
use depeche::stages::Stages;
use depeche::token::{Token, Tokenizer};
use std::hint::black_box;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

/// What is measured: its name, and one run of it.
type Row<'a> = (&'a str, Box<dyn Fn() -> Duration + 'a>);

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
/// How long one run takes; what it returns is dropped after the clock has stopped.
fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(run());
    let time = start.elapsed();
    drop(result);
    time
}

/// What does each stage cost, in one table, beside the word boundaries of UAX #29? The rounds take turns and the best of each
/// stage counts, so that what else the machine does falls on none of them alone.
fn table(rounds: usize) {
    let (extractor, (tokens, sentences)) = (Extractor::new(), cut(PROSE));
    let stages = Stages::new(&extractor, PROSE, &tokens, &sentences);
    let found = stages.mentions();
    let mut joined = found.clone();
    let entities = stages.entities(&mut joined);
    let mut rows: Vec<Row<'_>> = vec![
        ("unicode_words()", Box::new(|| timed(|| PROSE.unicode_words().count()))),
        ("tokens", Box::new(|| timed(|| Tokenizer.tokenize(PROSE).collect::<Vec<_>>()))),
        ("tokens + sentences", Box::new(|| timed(|| cut(PROSE)))),
        ("look-up", Box::new(|| timed(|| stages.look_up()))),
        ("dates", Box::new(|| timed(|| stages.dates()))),
        ("mentions", Box::new(|| timed(|| stages.mentions()))),
    ];
    rows.push((
        "entities",
        Box::new(|| {
            let mut mentions = found.clone();
            timed(|| stages.entities(&mut mentions))
        }),
    ));
    rows.push((
        "mentions + entities",
        Box::new(|| {
            timed(|| {
                let mut mentions = stages.mentions();
                (stages.entities(&mut mentions), mentions)
            })
        }),
    ));
    rows.push((
        "relations",
        Box::new(|| {
            let (mentions, entities) = (joined.clone(), entities.clone());
            timed(|| stages.relations(mentions, entities))
        }),
    ));
    rows.push(("whole pipeline", Box::new(|| timed(|| extractor.extract(PROSE)))));
    rows.push(("Extractor::new()", Box::new(|| timed(Extractor::new))));
    let mut best = vec![Duration::MAX; rows.len()];
    for _ in 0..rounds {
        for ((_, run), best) in rows.iter().zip(&mut best) {
            *best = run().min(*best);
        }
    }
    println!("{:<20} {:>10} {:>8} {:>17}", format!("{} bytes", PROSE.len()), "µs", "MB/s", "÷ unicode_words()");
    for ((name, _), time) in rows.iter().zip(&best) {
        let micros = time.as_secs_f64() * 1e6;
        if *name == "Extractor::new()" {
            println!("{name:<20} {micros:>10.1}");
        } else {
            let ratio = best[0].as_secs_f64() / time.as_secs_f64();
            println!("{name:<20} {micros:>10.1} {:>8.1} {ratio:>17.2}", PROSE.len() as f64 / micros);
        }
    }
}

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    // Under `cargo test` once is enough.
    table(if std::env::args().any(|a| a == "--bench") { 300 } else { 1 });
}
