//! Reads `{"id","text"}` lines from a file and prints tokens and sentences, as a measuring script wants them.

use depeche::{
    Span,
    sentence::{Sentence, SentenceSplitter},
    token::{Token, Tokenizer},
};
use serde_json::{Value, json};

fn main() {
    let path = std::env::args().nth(1).expect("usage: tokens_jsonl FILE");
    let spans = |spans: Vec<Span>| -> Vec<Value> {
        spans
            .iter()
            .map(|s| json!({"start": s.start, "end": s.end}))
            .collect()
    };
    for line in std::fs::read_to_string(path)
        .expect("a readable file")
        .lines()
    {
        let document: Value = serde_json::from_str(line).expect("JSON");
        let text = document["text"].as_str().expect("a text");
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        let tokens = spans(tokens.iter().map(Token::span).collect());
        let sentences = spans(sentences.iter().map(Sentence::span).collect());
        println!(
            "{}",
            json!({"id": document["id"], "tokens": tokens, "sentences": sentences})
        );
    }
}
