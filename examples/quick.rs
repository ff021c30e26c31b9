//! Quick times.
use depeche::{sentence::SentenceSplitter, token::Tokenizer};
use std::time::Instant;
use unicode_segmentation::UnicodeSegmentation;
fn time(n: usize, mut f: impl FnMut() -> usize) -> (f64, usize) {
    let mut best = f64::MAX;
    let mut r = 0;
    for _ in 0..n {
        let t = Instant::now();
        r = f();
        best = best.min(t.elapsed().as_secs_f64());
    }
    (best, r)
}
fn both<'t>(text: &'t str, t: &mut Vec<depeche::token::Token<'t>>) -> usize {
    t.clear();
    t.extend(Tokenizer.tokenize(text));
    SentenceSplitter.split(text, t).len() + t.len()
}
fn main() {
    let prose = include_str!("../benches/data/prose.txt");
    let mut v = Vec::new();
    let mb = prose.len() as f64 / 1e6;
    let (t, n) = time(300, || Tokenizer.tokenize(prose).count());
    println!("tokens {:.0} MB/s {n}", mb / t);
    let (t, n) = time(300, || both(prose, &mut v));
    println!("both {:.0} MB/s {n}", mb / t);
    let (t, n) = time(300, || prose.unicode_words().count());
    println!("uw {:.0} MB/s {n}", mb / t);
    if std::env::args().len() > 1 {
        for part in [
            prose,
            "a",
            "«",
            "\"",
            "'",
            "’",
            "l’",
            "l'",
            "M.",
            "M. ",
            "a-t-",
            ".",
            "A\n",
            "a\n",
            "-1",
            "1 ",
            "1 000 ",
            "(",
            "<a",
            "&a",
            "a.",
            "a&",
            "A&",
            "é",
            "e\u{301}",
            "\u{ad}",
            "a\u{ad}",
            "😀",
            "ド",
            "http://a",
            "@a",
            "#a",
            "\r\n",
            "a(",
            "a/",
            "°",
            "-t-il",
            "a-t-il",
            "c'est-à-",
        ] {
            let text = part.repeat(10_000_000 / part.len());
            let mut v = Vec::new();
            let (t, n) = time(3, || both(&text, &mut v));
            println!(
                "{:?} {:.0} ms {n}",
                part.chars().take(8).collect::<String>(),
                t * 1e3
            );
        }
    }
}
