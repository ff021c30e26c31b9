//! How fast text becomes tokens and sentences.

// The macros of criterion make public functions without docs.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depeche::{
    sentence::SentenceSplitter,
    token::{Token, Tokenizer},
};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// News prose of many countries, written for the benches.
const PROSE: &str = include_str!("data/prose.txt");

/// How many bytes a hostile text has.
const LONG: usize = 10_000_000;

/// Reads `text` into `tokens`, which is reused, so that no bench measures the allocator.
fn read<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> (usize, usize) {
    tokens.clear();
    tokens.extend(Tokenizer.tokenize(text));
    let sentences = SentenceSplitter.split(text, tokens);
    (tokens.len(), sentences.len())
}

/// How many bytes of prose are cut into tokens in a second?
fn tokens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tokens");
    group.throughput(Throughput::Bytes(PROSE.len() as u64));
    group.bench_function("prose", |b| {
        b.iter(|| assert_eq!(Tokenizer.tokenize(black_box(PROSE)).count(), 3_148));
    });
    group.finish();
}

/// How many bytes of prose are cut into tokens and sentences in a second, and is that at least twice what the word
/// boundaries of UAX #29 reach on the same text?
fn tokens_and_sentences(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tokens+sentences");
    group.throughput(Throughput::Bytes(PROSE.len() as u64));
    let mut buffer = Vec::new();
    group.bench_function("prose", |b| {
        b.iter(|| assert_eq!(read(black_box(PROSE), &mut buffer), (3_148, 178)));
    });
    group.bench_function("unicode_words", |b| {
        b.iter(|| assert_eq!(black_box(PROSE).unicode_words().count(), 2_499));
    });
    group.finish();
}

/// Is there a text that takes more than twice as long as prose of its length?
fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    let texts = [
        ("prose", PROSE, (1_923_428, 108_758)),
        ("one letter", "a", (1, 1)),
        ("one accented letter", "é", (1, 1)),
        ("points", ".", (1, 1)),
        ("guillemets", "«", (LONG / 2, 1)),
        ("straight quotes", "\"", (1, 1)),
        ("straight quotes and spaces", "\" ", (LONG / 2, 1)),
        ("brackets", "(", (LONG, 1)),
        ("apostrophes", "'", (1, 1)),
        ("elisions", "l’", (LONG / 4 + 1, 1)),
        ("titles", "M.", (1, 1)),
        ("titles and spaces", "M. ", (LONG / 3 + 1, 1)),
        ("clitics", "a-t-il ", (2 * (LONG / 7), 1)),
    ];
    for (name, part, expected) in texts {
        let text = part.repeat(LONG / part.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |b, text| {
            let mut buffer = Vec::new();
            b.iter(|| assert_eq!(read(black_box(text), &mut buffer), expected));
        });
    }
    group.finish();
}

criterion_group!(benches, tokens, tokens_and_sentences, hostile);
criterion_main!(benches);
