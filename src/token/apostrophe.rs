//! Apostrophes: elisions, and words that keep theirs.

use super::{
    TokenKind,
    character::Kind,
    lexicon, run,
    word::{Joint, Word},
};
use unicode_normalization::char::decompose_canonical;

/// What the apostrophe from `at` to `after` does to the word before it.
pub(super) fn joint(word: &Word<'_>, at: usize, after: usize) -> Joint {
    let text = word.text();
    let next = run::kind(text, after);
    let goes_on = matches!(next, Some(Kind::Upper | Kind::Lower | Kind::Digit));
    let stem = &text[word.start..at];
    let elision = word.part == word.start && lexicon::folded(stem) & lexicon::ELISIONS != 0;
    if !elision {
        return if goes_on {
            Joint::Join(after)
        } else {
            Joint::Stop
        };
    }
    if goes_on {
        let may_be_kept = lexicon::may_be_kept(stem.as_bytes(), text.as_bytes()[after]);
        if let Some(end) = may_be_kept.then(|| kept(word, after)).flatten() {
            return Joint::End(end, TokenKind::Word);
        }
        if is_name(word, at, after) {
            return Joint::Join(after);
        }
        return Joint::End(after, TokenKind::Elision);
    }
    let opens = match next {
        Some(Kind::Quote | Kind::Bracket) => true,
        // "l' homme", but not the end of 'plan C'
        Some(Kind::Space | Kind::Line | Kind::Paragraph) | None => {
            stem.chars().all(char::is_lowercase) && !after_apostrophe(text, word.start)
        }
        _ => false,
    };
    if opens {
        Joint::End(after, TokenKind::Elision)
    } else {
        Joint::Stop
    }
}

fn after_apostrophe(text: &str, start: usize) -> bool {
    text[..start]
        .chars()
        .next_back()
        .is_some_and(|c| super::character::kind(c) == Kind::Apostrophe)
}

/// Where a word of the list ends that begins like an elision: "quelqu'un", "c'est-à-dire".
fn kept(word: &Word<'_>, after: usize) -> Option<usize> {
    let text = word.text();
    let (first, _) = run::word(text, after);
    let mut end = first;
    // No entry is longer than the limit, so neither need be what is compared with it.
    while end - word.start <= 2 * lexicon::LONGEST {
        let Some(c) = run::character(text, end) else {
            break;
        };
        let next = end + c.len_utf8();
        if !matches!(super::character::kind(c), Kind::Hyphen | Kind::Apostrophe)
            || !run::is_word(text, next)
        {
            break;
        }
        end = run::word(text, next).0;
    }
    let found = |end: &usize| lexicon::folded(&text[word.start..*end]) & lexicon::KEPT != 0;
    [end, first].into_iter().find(found)
}

/// Whether a capital before the apostrophe begins a name that keeps it: "N'Djamena", "Massimo D'Alema".
fn is_name(word: &Word<'_>, at: usize, after: usize) -> bool {
    let text = word.text();
    let stem = &text.as_bytes()[word.start..at];
    if stem.len() != 1 || !stem[0].is_ascii_uppercase() {
        return false;
    }
    let Some(next) = run::character(text, after) else {
        return false;
    };
    let second = run::kind(text, after + next.len_utf8());
    if is_consonant(next) {
        let acronym = matches!(second, Some(Kind::Upper | Kind::Digit) | None)
            || !run::is_word(text, after + next.len_utf8());
        let acronym = acronym
            && lexicon::exact(next.encode_utf8(&mut [0; 4]).as_bytes()) & lexicon::VOWEL_LETTERS
                != 0
            && lexicon::folded(&text[word.start..at]) & lexicon::ELISIONS_BEFORE_ACRONYMS != 0;
        return lexicon::exact(stem) & lexicon::NAME_PREFIXES != 0
            || (next.is_uppercase() && !acronym);
    }
    word.context.after_word
        && lexicon::exact(stem) & lexicon::NAME_PARTICLES != 0
        && next.is_uppercase()
        && second == Some(Kind::Lower)
}

/// Whether no vowel and no h begins with `c`.
fn is_consonant(c: char) -> bool {
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part.to_ascii_lowercase());
    });
    base.is_some_and(|base| {
        base.is_ascii_alphabetic() && !matches!(base, 'a' | 'e' | 'h' | 'i' | 'o' | 'u' | 'y')
    })
}
