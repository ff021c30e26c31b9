//! What only the tests of this repository ask for; no part of the interface.

use crate::data;
use crate::morphology::{Conjugator, Tense};
use crate::syntax::{Clauses, Names, Words, chunk_sentence};

/// The lemmas of the bundled rules that conjugate.
pub fn verbs() -> Vec<String> {
    let conjugator = conjugator();
    let lemmas = data::grammar().data.lemmas;
    lemmas.into_iter().map(|l| l.text).filter(|l| conjugator.conjugate(l).is_some()).collect()
}

/// The forms of each verb: the tense as a letter (`W` infinitive, `G` gerund, `K` participle, `P` present, `I` imperfect, `J` simple
/// past, `F` future, `C` conditional, `S` subjunctive), the number of the form in it, the form.
pub fn forms(verbs: &[String]) -> Vec<Vec<(char, usize, String)>> {
    let conjugator = conjugator();
    let forms = verbs.iter().map(|v| conjugator.conjugate(v).unwrap_or_default());
    forms
        .map(|forms| {
            forms
                .into_iter()
                .map(|f| {
                    let letter = match f.tense {
                        Tense::Infinitive => 'W',
                        Tense::Gerund => 'G',
                        Tense::Participle => 'K',
                        Tense::Present => 'P',
                        Tense::Imperfect => 'I',
                        Tense::Past => 'J',
                        Tense::Future => 'F',
                        Tense::Conditional => 'C',
                        Tense::Subjunctive => 'S',
                    };
                    let number = match f.tense {
                        Tense::Participle => usize::from(f.feminine) * 2 + usize::from(f.plural),
                        _ => usize::from(f.plural) * 3 + usize::from(f.person).saturating_sub(1),
                    };
                    (letter, number, f.text)
                })
                .collect()
        })
        .collect()
}

fn conjugator() -> Conjugator {
    let models = data::RULES.iter().find(|(name, _)| name.ends_with("verbs.toml")).map_or("", |(_, text)| text);
    Conjugator::new(models).expect("the build script has read it")
}

/// How the syntax cuts a text: one line a sentence, with who stands where around each verb. For writers of frames.
pub fn outline(text: &str) -> String {
    let extractor = crate::Extractor::new();
    let crate::extractor::Shared { gazetteer, grammar, finder, .. } = &*extractor.shared;
    let mut tokens: Vec<_> = crate::token::Tokenizer.tokenize(text).collect();
    let sentences = crate::sentence::SentenceSplitter.split(text, &mut tokens);
    let lexed = crate::lexicon::Lexed::new(text, &tokens, gazetteer, grammar);
    let mentions = finder.find(&lexed, grammar, &sentences);
    let words = Words::new(grammar, &lexed);
    let names = Names::new(&lexed, &mentions);
    let mut out = String::new();
    for sentence in &sentences {
        let clauses = Clauses::new(&words, chunk_sentence(&words, &names, sentence.tokens()));
        out += &clauses.outline();
    }
    out
}
