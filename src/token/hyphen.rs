//! Hyphens: compounds stay whole, clitics are cut off.

use super::{
    Shape, TokenKind,
    character::Kind,
    lexicon, run,
    tokenizer::{Pending, Piece},
    word::{Joint, Word},
};

/// What the hyphen from `at` to `after` does to the word before it.
pub(super) fn joint(word: &Word<'_>, at: usize, after: usize) -> Joint {
    let text = word.text();
    if !run::is_word(text, after) {
        return Joint::Stop;
    }
    if word.kind == TokenKind::Word && word.seen & !run::DIGIT != 0 {
        if let Some(end) = chain(text, at, word.seen & run::LOWER == 0) {
            if lexicon::folded(&text[word.start..end]) & lexicon::KEPT != 0 {
                return Joint::Join(after);
            }
            return Joint::Then(Pending::Clitics(end));
        }
    }
    Joint::Join(after)
}

/// Where the clitics end that begin with the hyphen at `at`, when nothing but clitics stands there.
fn chain(text: &str, mut at: usize, capitals: bool) -> Option<usize> {
    // Three pronouns are more than French ties to a verb.
    for _ in 0..3 {
        at = link(text, at, capitals)?;
        match run::kind(text, at) {
            Some(Kind::Hyphen) if run::is_word(text, after_one(text, at)) => {}
            Some(Kind::Apostrophe) if run::is_word(text, after_one(text, at)) => return None,
            _ => return Some(at),
        }
    }
    None
}

/// Where one clitic ends that begins with the hyphen at `at`: "-il", "-t-il", "-m'en".
fn link(text: &str, at: usize, capitals: bool) -> Option<usize> {
    let start = after_one(text, at);
    let (end, roles) = part(text, start, capitals)?;
    match run::kind(text, end) {
        Some(Kind::Hyphen) if roles & lexicon::EUPHONIC != 0 => {
            let (end, roles) = part(text, after_one(text, end), capitals)?;
            (roles & lexicon::CLITICS != 0).then_some(end)
        }
        Some(Kind::Apostrophe) if roles & lexicon::ELIDED_CLITICS != 0 => {
            let (end, roles) = part(text, after_one(text, end), capitals)?;
            (roles & lexicon::CLITICS != 0).then_some(end)
        }
        _ => (roles & lexicon::CLITICS != 0).then_some(end),
    }
}

/// A word and its roles; a capital is no clitic's, unless all is in capitals.
fn part(text: &str, start: usize, capitals: bool) -> Option<(usize, u32)> {
    let (end, seen) = run::word(text, start);
    if end == start
        || end - start > lexicon::LONGEST
        || (seen & run::UPPER != 0 && !(capitals && seen & run::LOWER == 0))
    {
        return None;
    }
    Some((end, lexicon::folded(&text[start..end])))
}

fn after_one(text: &str, at: usize) -> usize {
    at + run::character(text, at).map_or(0, char::len_utf8)
}

/// The clitic at `at`, one of those that end at `end`.
pub(super) fn clitic(text: &str, at: usize, end: usize) -> Piece {
    let hyphen = run::kind(text, at) == Some(Kind::Hyphen);
    let start = if hyphen { after_one(text, at) } else { at };
    let (mut stop, _) = run::word(text, start);
    if stop < end {
        let euphonic = lexicon::folded(&text[start..stop]) & lexicon::EUPHONIC != 0;
        match run::kind(text, stop) {
            Some(Kind::Hyphen) if euphonic => stop = run::word(text, after_one(text, stop)).0,
            Some(Kind::Apostrophe) => stop = after_one(text, stop),
            _ => {}
        }
    }
    let mut shape = run::shape(0);
    if hyphen {
        shape = shape.with(Shape::HYPHEN);
    }
    let pending = if stop < end {
        Pending::Clitics(end)
    } else {
        Pending::Nothing
    };
    Piece {
        end: stop,
        kind: TokenKind::Clitic,
        shape,
        pending,
    }
}

/// Whether the hyphens of a compound may link names: each part begins with a capital and is no mere head of a name.
pub(super) fn is_link(compound: &str) -> bool {
    let mut parts = compound
        .split(|c| super::character::kind(c) == Kind::Hyphen)
        .peekable();
    while let Some(part) = parts.next() {
        let named = run::kind(part, 0) == Some(Kind::Upper) && part.chars().nth(1).is_some();
        let head = parts.peek().is_some() && lexicon::folded(part) & lexicon::COMPOUND_HEADS != 0;
        if !named || head {
            return false;
        }
    }
    true
}
