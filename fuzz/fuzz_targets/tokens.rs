//! Tokens lie in order on character boundaries and hold every word character; sentences part them.
#![no_main]

use depeche::sentence::SentenceSplitter;
use depeche::token::Tokenizer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let mut end = 0;
    for token in &tokens {
        let span = token.span();
        assert!(end <= span.start && span.start < span.end);
        assert!(!text[end..span.start].contains(char::is_alphanumeric), "lost {:?}", &text[end..span.start]);
        end = span.end;
    }
    assert!(!text[end..].contains(char::is_alphanumeric), "lost {:?}", &text[end..]);
    let mut next = 0;
    for sentence in SentenceSplitter.split(text, &mut tokens) {
        let span = sentence.span();
        assert!(next <= span.start && span.start < span.end);
        next = span.end;
    }
});
