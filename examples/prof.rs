//! Loop.
use depeche::{sentence::SentenceSplitter, token::Tokenizer};
fn main() {
    let text = &"\"".repeat(10000);
    let mut n = 0;
    for _ in 0..3000 {
        let mut t: Vec<_> = Tokenizer.tokenize(text).collect();
        n += SentenceSplitter.split(text, &mut t).len();
    }
    println!("{n}");
}
