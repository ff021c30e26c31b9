//! What holds for every text, French or not.

use depeche::{
    sentence::{Sentence, SentenceSplitter},
    token::{Shape, Token, TokenKind, Tokenizer},
};
use proptest::prelude::*;

/// Pieces that meet the rules more often than arbitrary characters do.
const PIECES: [&str; 86] = [
    "l'",
    "L’",
    "d'",
    "qu’",
    "aujourd'hui",
    "N'Djamena",
    "c'est-à-dire",
    "D'Alema",
    "'",
    "’",
    "`",
    "homme",
    "État",
    "Niger",
    "ONU",
    "O.N.U.",
    "J.-C.",
    "M.",
    "Mme",
    "etc.",
    "art.",
    "K.",
    ".",
    "..",
    "…",
    "!",
    "?",
    ",",
    ";",
    ":",
    "-",
    "-t-il",
    "-le",
    "-moi",
    "-y",
    "-m'en",
    "--",
    "–",
    "—",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "(",
    ")",
    "[",
    "]",
    "1",
    "000",
    "3,5",
    "12/03",
    "12h30",
    "%",
    "€",
    "°",
    "°C",
    "km",
    "2e",
    "+",
    "a@b",
    "http://",
    "www.",
    ".fr",
    "/",
    "#",
    "@",
    "&",
    "&nbsp;",
    "<",
    "<b>",
    "*",
    "•",
    "e\u{301}",
    "\u{301}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "👍🏽",
    "🇫🇷",
    "北京",
    "\u{a0}",
    "\u{202f}",
    "_",
    "\t",
];
const GAPS: [&str; 6] = ["", "", " ", " ", "\n", "\r\n\r\n"];

fn text() -> impl Strategy<Value = String> {
    let piece = (
        prop::sample::select(&PIECES[..]),
        prop::sample::select(&GAPS[..]),
    );
    let pieces = prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, gap)| [piece, gap])
            .collect::<String>()
    });
    prop_oneof![3 => pieces, 1 => any::<String>()]
}

fn read(text: &str) -> (Vec<Token<'_>>, Vec<Sentence>) {
    let mut tokens: Vec<Token<'_>> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    (tokens, sentences)
}

/// White space, and what stands in text without being read.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_sorted_disjoint_and_true_to_the_text(text in text()) {
        let mut end = 0;
        for token in Tokenizer.tokenize(&text) {
            let span = token.span();
            prop_assert!(end <= span.start && !span.is_empty());
            prop_assert_eq!(text.get(span.start..span.end), Some(token.text()));
            end = span.end;
        }
    }

    #[test]
    fn gaps_hold_nothing_that_is_read(text in text()) {
        let mut end = 0;
        for token in Tokenizer.tokenize(&text) {
            let gap = &text[end..token.span().start];
            prop_assert!(gap.chars().all(is_gap), "{gap:?}");
            prop_assert_eq!(token.shape().has(Shape::SPACE_BEFORE), !gap.is_empty());
            end = token.span().end;
        }
        prop_assert!(text[end..].chars().all(is_gap));
    }

    #[test]
    fn sentences_partition_the_tokens(text in text()) {
        let (tokens, sentences) = read(&text);
        let mut next = 0;
        for sentence in &sentences {
            let range = sentence.tokens();
            prop_assert!(range.start == next && range.start < range.end);
            prop_assert_eq!(sentence.span().start, tokens[range.start].span().start);
            prop_assert_eq!(sentence.span().end, tokens[range.end - 1].span().end);
            let initial = tokens[range.clone()].iter().filter(|token| token.shape().has(Shape::SENTENCE_INITIAL));
            prop_assert!(initial.count() <= 1);
            next = range.end;
        }
        prop_assert_eq!(next, tokens.len());
    }

    #[test]
    fn a_new_paragraph_leaves_what_stands_before(text in text(), more in text()) {
        let (tokens, sentences) = read(&text);
        let whole = format!("{text}\n\n{more}");
        let (all, more) = read(&whole);
        prop_assert_eq!(&all[..tokens.len()], &tokens[..]);
        prop_assert_eq!(&more[..sentences.len()], &sentences[..]);
    }

    #[test]
    fn reading_twice_gives_the_same(text in text()) {
        prop_assert_eq!(read(&text), read(&text));
    }

    #[test]
    fn parts_lie_within_their_token(text in text()) {
        for token in Tokenizer.tokenize(&text) {
            for part in token.parts() {
                prop_assert!(token.span().contains(part.span()));
                prop_assert_eq!(part.span().of(&text), part.text());
            }
        }
    }

    #[test]
    fn clitics_follow_words_without_a_gap(text in text()) {
        for token in Tokenizer.tokenize(&text).filter(|token| token.kind() == TokenKind::Clitic) {
            prop_assert!(!token.shape().has(Shape::SPACE_BEFORE));
        }
    }
}

#[test]
fn stages_are_shared_freely() {
    fn shared<T: Send + Sync + Copy>(_: T) {}
    shared(Tokenizer);
    shared(SentenceSplitter);
}
