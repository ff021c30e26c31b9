//! Shows how the model weighs a text.

use super::Corpus;
use crate::lexicon::Lexed;
use crate::mention::feature::{self, Template};
use crate::mention::lattice;
use crate::mention::line::Page;
use crate::mention::model::{Keys, Model};
use crate::mention::witness::each_feature;
use crate::sentence::SentenceSplitter;
use crate::token::Tokenizer;

/// Prints the islands of the text, the runs of words in them and the features that speak for and against each label.
pub(super) fn explain(corpus: &Corpus, model: &Model, text: &str) {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    let lexed = Lexed::new(text, &tokens, &corpus.gazetteer, &corpus.grammar);
    let (mut page, mut found) = (Page::default(), Vec::new());
    for sentence in &sentences {
        let words = page.read(&lexed, &corpus.grammar, model, sentence.tokens());
        page.islands(model, &words, &mut found);
        let line = page.line(&words);
        for island in found.drain(..) {
            let word = |at: usize| lexed.tokens[line.word(at as isize).token as usize].text();
            println!("== {}", island.clone().map(word).collect::<Vec<_>>().join(" "));
            lattice::spans(&line, island.clone(), |start, end| {
                let mut list: Vec<(Template, u64, [f32; 4])> = Vec::new();
                each_feature(&line, start..end, word, None, |t, v, column| {
                    let mut keys = Keys::default();
                    keys.push(feature::key(t, v));
                    let sums = model.sum(&mut keys);
                    list.push((t, v, std::array::from_fn(|l| f32::from(sums[4 * l + column]) * model.step)));
                });
                let total: [f32; 4] = std::array::from_fn(|l| list.iter().map(|f| f.2[l]).sum());
                let name = (start..end).map(word).collect::<Vec<_>>().join(" ");
                println!(
                    "{name}  PER {:.1} LOC {:.1} ORG {:.1} other {:.1}  mask {:x}",
                    total[0],
                    total[1],
                    total[2],
                    total[3],
                    line.exact(start, end)
                );
                list.sort_by(|a, b| {
                    b.2.iter()
                        .fold(0.0f32, |m, w| m.max(w.abs()))
                        .total_cmp(&a.2.iter().fold(0.0f32, |m, w| m.max(w.abs())))
                });
                for (t, v, w) in list.iter().take(14) {
                    println!("      {t:?} {v:x} {:.1} {:.1} {:.1} {:.1}", w[0], w[1], w[2], w[3]);
                }
            });
        }
    }
}
