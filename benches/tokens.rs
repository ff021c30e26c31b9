//! How fast text becomes tokens and sentences.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depeche::{sentence::SentenceSplitter, token::Tokenizer};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// News prose of many countries, written for the benches.
const PROSE: &str = include_str!("data/prose.txt");

/// How long a hostile text is, and the prose beside it.
const LONG: usize = 10_000_000;

fn tokens(text: &str) -> usize {
    Tokenizer.tokenize(text).count()
}

fn sentences(text: &str) -> (usize, usize) {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    tokens.extend(Tokenizer.tokenize(text));
    let sentences = SentenceSplitter.split(text, &mut tokens);
    (tokens.len(), sentences.len())
}

/// How many bytes of prose become tokens in a second, and how many become sentences too, beside the word boundaries
/// of UAX #29 on the same text? (Tokens and sentences are to be at least twice as fast as the boundaries alone.)
fn prose(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("prose");
    group.throughput(Throughput::Bytes(PROSE.len() as u64));
    group.bench_function("tokens", |b| {
        b.iter(|| assert_eq!(tokens(black_box(PROSE)), 0))
    });
    group.bench_function("tokens+sentences", |b| {
        b.iter(|| assert_eq!(sentences(black_box(PROSE)), (0, 0)))
    });
    group.bench_function("unicode_words", |b| {
        b.iter(|| assert_eq!(black_box(PROSE).unicode_words().count(), 0))
    });
    group.finish();
}

/// Does a text without sense take longer than prose of its length? (Each is to stay within twice its time.)
fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    let texts = [
        ("prose", PROSE, (0, 0)),
        ("one letter", "a", (1, 1)),
        ("guillemets", "«", (LONG / 2, 1)),
        ("straight quotes", "\"", (LONG, 1)),
        ("apostrophes", "'", (1, 1)),
        ("elisions", "l’", (0, 0)),
        ("abbreviations", "M.", (0, 0)),
        ("abbreviations and spaces", "M. ", (0, 0)),
        ("hyphens", "a-t-", (0, 0)),
        ("points", ".", (1, 1)),
        ("lines", "A\n", (LONG / 2, LONG / 2)),
    ];
    for (name, part, expected) in texts {
        let text = part.repeat(LONG / part.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |b, text| {
            b.iter(|| assert_eq!(sentences(black_box(text)), expected));
        });
    }
    group.finish();
}

criterion_group!(benches, prose, hostile);
criterion_main!(benches);
