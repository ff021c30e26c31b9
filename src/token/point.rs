//! Points behind letters: abbreviations, initials, acronyms and addresses keep theirs, sentences do not give it away.

use super::{
    Shape, TokenKind,
    character::Kind,
    gap, lexicon, run,
    word::{Joint, Word},
};

/// What the point at `at` does to the word before it, and the flags it leaves when it becomes a part of it.
pub(super) fn joint(word: &Word<'_>, at: usize) -> (Joint, Shape) {
    let text = word.text();
    let letter = is_one_letter(&text[word.part..at]);
    let acronym = letter && word.part > word.start;
    let initials = acronym && text.as_bytes()[word.part - 1] == b'-';
    // Acronyms are known by their form.
    let roles = if acronym && !initials {
        0
    } else {
        lexicon::folded(&text[word.start..at])
    };
    let joint = if acronym && matches!(text.as_bytes()[at + 1..], [b'A'..=b'Z', b'.', ..]) {
        Joint::Join(at + 1)
    } else {
        decide(word, at, letter, roles)
    };
    // "J.-M. Le Pen", but "J.-C. Le" ends a sentence
    let before_name =
        (initials || roles & lexicon::BEFORE_NAME != 0) && roles & lexicon::ANYWHERE == 0;
    let mut flags = Shape::POINT;
    if before_name && matches!(joint, Joint::End(..)) {
        flags = flags.with(Shape::BEFORE_NAME);
    }
    if initials {
        flags = flags.with(Shape::HYPHEN);
    }
    (joint, flags)
}

fn decide(word: &Word<'_>, at: usize, letter: bool, roles: u32) -> Joint {
    let text = word.text();
    let attach = Joint::End(at + 1, TokenKind::Abbreviation);
    match run::kind(text, at + 1) {
        Some(Kind::Upper) => {
            // "M.Dupont" lacks a space; "O.N.U" and "R.I.Ma" do not.
            let (end, seen) = run::word(text, at + 1);
            let name = seen & run::LOWER != 0 && end - at > 3;
            return if (letter || roles & lexicon::BEFORE_NAME != 0) && name {
                attach
            } else if letter {
                Joint::Join(at + 1)
            } else {
                Joint::Stop
            };
        }
        Some(Kind::Digit) if roles & lexicon::BEFORE_NUMBER != 0 => return attach,
        Some(Kind::Lower | Kind::Digit) => return Joint::Join(at + 1),
        // "J.-C."
        Some(Kind::Hyphen) if letter && word.seen & run::LOWER == 0 && is_capital(text, at + 2) => {
            return Joint::Join(at + 2);
        }
        Some(Kind::Stop) if matches!(text.as_bytes()[at + 1], b'.' | 0xE2) => return Joint::Stop,
        _ => {}
    }
    if letter && word.part > word.start {
        return attach;
    }
    if roles & lexicon::ANYWHERE != 0 || expects_more(word, at, letter, roles) {
        attach
    } else {
        Joint::Stop
    }
}

/// Whether what follows the point at `at` shows that it belongs to an abbreviation or initial.
fn expects_more(word: &Word<'_>, at: usize, letter: bool, roles: u32) -> bool {
    let text = word.text();
    let initial = letter && word.part == word.start && word.seen & run::UPPER != 0;
    if !initial && roles & (lexicon::BEFORE_NAME | lexicon::BEFORE_NUMBER | lexicon::WITHIN) == 0 {
        return false;
    }
    let Some(next) = gap::next_in_paragraph(text, at + 1) else {
        return false;
    };
    match run::kind(text, next) {
        Some(Kind::Upper) => {
            roles & lexicon::BEFORE_NAME != 0 || (initial && !is_opener(text, next))
        }
        Some(Kind::Lower) => initial || roles & lexicon::WITHIN != 0,
        Some(Kind::Digit) => roles & (lexicon::BEFORE_NUMBER | lexicon::WITHIN) != 0,
        Some(Kind::Stop) => {
            (initial || roles & lexicon::WITHIN != 0)
                && next == at + 1
                && text.as_bytes()[next] != b'.'
        }
        Some(Kind::Dash | Kind::Hyphen) => roles & lexicon::WITHIN != 0,
        Some(Kind::Bracket) => roles & lexicon::WITHIN != 0 && next == at + 1,
        _ => false,
    }
}

/// Whether the word at `at` begins sentences rather than names.
fn is_opener(text: &str, at: usize) -> bool {
    let (end, _) = run::word(text, at);
    text.as_bytes().get(end) != Some(&b'.')
        && lexicon::folded(&text[at..end]) & lexicon::OPENERS != 0
}

/// Whether the point at `at`, behind which the word goes on at `next`, shows an address: "lemonde.fr", not "p.m.".
pub(super) fn is_address(word: &Word<'_>, at: usize, next: usize) -> bool {
    !is_one_letter(&word.text()[word.part..at])
        && matches!(run::kind(word.text(), next), Some(Kind::Lower))
}

fn is_capital(text: &str, at: usize) -> bool {
    run::kind(text, at) == Some(Kind::Upper)
}

fn is_one_letter(part: &str) -> bool {
    if let [byte] = part.as_bytes() {
        return byte.is_ascii_alphabetic();
    }
    let mut characters = part.chars();
    part.len() < 16
        && characters.next().is_some_and(char::is_alphabetic)
        && characters.all(|c| matches!(super::character::kind(c), Kind::Mark | Kind::Ignorable))
}
