//! Expressions of time: the examples of the patterns, rows of texts, and what holds of every text.

use depeche::date::{Date, DateFinder};
use depeche::sentence::SentenceSplitter;
use depeche::token::Tokenizer;
use proptest::prelude::*;
use std::fmt::Write as _;

/// What is found: `words = ISO`, `?` for a time that is left open; `-` for nothing.
fn found(text: &str, reference: Option<Date>) -> String {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    let mut line = String::new();
    for e in DateFinder.find(text, &tokens, &sentences, &[], reference) {
        let _ = write!(line, "{}{} = {}", if line.is_empty() { "" } else { "; " }, e.text(), e.iso().unwrap_or("?"));
    }
    if line.is_empty() { "-".to_owned() } else { line }
}

/// The day on which the examples and most rows are read, a Wednesday.
fn wednesday() -> Option<Date> {
    Date::new(2024, 3, 20)
}

/// The rows whose outcome is another one than written.
fn faults<'r>(rows: impl Iterator<Item = (&'r str, &'r str, Option<Date>)>) -> Vec<String> {
    rows.filter_map(|(text, expected, reference)| {
        let found = found(text, reference);
        (found != expected).then(|| format!("{text}\n  found    {found}\n  expected {expected}"))
    })
    .collect()
}

#[test]
fn examples_of_the_patterns() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/dates.toml");
    let rules: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let tables = ["pattern", "affix"].into_iter().flat_map(|t| rules[t].as_array().unwrap());
    let examples: Vec<&str> =
        tables.flat_map(|t| t["examples"].as_array().unwrap()).map(|e| e.as_str().unwrap()).collect();
    let rows = examples.iter().map(|e| e.split_once(" => ").expect("text => words = ISO"));
    let faults = faults(rows.map(|(text, expected)| (text, expected, wednesday())));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rows() {
    let file = include_str!("dates/rows.txt");
    let mut reference = None;
    let mut rows = Vec::new();
    for line in file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(day) = line.strip_prefix("@ ") {
            reference = day.parse().ok();
            continue;
        }
        let (text, expected) = line.split_once(" => ").expect("text => words = ISO");
        // A stroke stands for a line break.
        rows.push((text.replace('|', "\n"), expected, reference));
    }
    assert!(rows.len() >= 150, "found {} rows", rows.len());
    let faults = faults(rows.iter().map(|(text, expected, reference)| (text.as_str(), *expected, *reference)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
