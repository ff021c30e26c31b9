//! Corpora: the documents of many texts are those of each alone, in order, and are read no earlier than wanted.
//!
//! CI runs it with the feature `rayon` and without.

use depeche::Extractor;
use depeche::output::Json;
use std::cell::Cell;

fn texts() -> Vec<String> {
    let sentences = [
        "Joe Biden a rencontré Xi Jinping.",
        "Rien.",
        "Moscou a accusé Kiev.",
        "",
        "La France et le Mali ont signé un accord.",
    ];
    (0..700).map(|n| sentences[n % sentences.len()].repeat(1 + n % 3)).collect()
}

fn json(document: &depeche::Document<'_>) -> String {
    serde_json::to_string(&Json::new(document)).expect("JSON")
}

#[test]
fn documents_are_those_of_each_text_in_order() {
    let (extractor, texts) = (Extractor::new(), texts());
    let expected: Vec<String> = texts.iter().map(|text| json(&extractor.extract(text))).collect();
    let found: Vec<String> = extractor.extract_many(texts.iter().map(String::as_str)).map(|d| json(&d)).collect();
    assert!(found == expected);
    let found: Vec<String> = extractor.map_many(texts, |_, document| json(&document)).collect();
    assert!(found == expected);
}

#[test]
fn texts_are_read_as_they_are_wanted() {
    let extractor = Extractor::new();
    let read = Cell::new(0);
    let endless = std::iter::repeat("Moscou a accusé Kiev.").inspect(|_| read.set(read.get() + 1));
    let mut documents = extractor.extract_many(endless);
    assert_eq!(read.get(), 0);
    assert_eq!(documents.next().map(|document| document.relations().len()), Some(1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    assert!(read.get() <= 64 * cores, "{} read", read.get());
    drop(documents);
    assert_eq!(extractor.extract_many([]).count(), 0);
}
