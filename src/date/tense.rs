//! Whether a sentence speaks of what is past or to come, as far as its words show without a parse.

use super::lexicon::{has, look_up};
use crate::data::dates as d;
use crate::token::{Token, TokenKind};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 16;

/// The tense of the verb nearest to the expression: between the commas around it, else in its sentence ("qui s'était rendu à Berlin
/// en septembre, devrait rencontrer").
pub(super) fn nearest(tokens: &[Token<'_>], sentence: &Range<usize>, expression: &Range<usize>) -> Option<Tense> {
    let within = |token: &Token<'_>| stops(token) || token.text() == ",";
    search(tokens, sentence, expression, within).or_else(|| search(tokens, sentence, expression, stops))
}

fn search(
    tokens: &[Token<'_>],
    sentence: &Range<usize>,
    expression: &Range<usize>,
    stops: impl Fn(&Token<'_>) -> bool,
) -> Option<Tense> {
    let (mut left, mut right) = (Some(expression.start), Some(expression.end));
    for _ in 0..REACH {
        left = left.and_then(|at| at.checked_sub(1)).filter(|&at| at >= sentence.start && !stops(&tokens[at]));
        if let Some(tense) = left.and_then(|at| of(tokens, at)) {
            return Some(tense);
        }
        let next = right.filter(|&at| at < sentence.end && !stops(&tokens[at]) && !is_other_clause(&tokens[at]));
        if let Some(tense) = next.and_then(|at| of(tokens, at)) {
            return Some(tense);
        }
        right = next.map(|at| at + 1);
    }
    None
}

fn is_other_clause(token: &Token<'_>) -> bool {
    look_up(token.text()).is_some_and(|w| has(&w.mask, d::OTHER_CLAUSE))
}

fn stops(token: &Token<'_>) -> bool {
    match token.kind() {
        TokenKind::Quote | TokenKind::Bracket => true,
        TokenKind::Punctuation => token.text() != ",",
        _ => false,
    }
}

fn of(tokens: &[Token<'_>], at: usize) -> Option<Tense> {
    let token = &tokens[at];
    if token.kind() != TokenKind::Word {
        return None;
    }
    let text = token.text();
    let word = look_up(text);
    let is = |class| word.is_some_and(|w| has(&w.mask, class));
    if is(d::FUTURE) {
        return Some(Tense::Future);
    }
    let participle = || {
        let next = tokens.get(at + 1).filter(|t| t.kind() == TokenKind::Word).map_or("", |t| t.text());
        next.len() > 2 && d::PARTICIPLE_ENDINGS.iter().any(|e| next.ends_with(e)) && look_up(next).is_none()
    };
    if is(d::PAST) || is(d::AUXILIARY) && participle() {
        return Some(Tense::Past);
    }
    let verb = text.len() > 3 && text.starts_with(char::is_lowercase);
    let ends = |endings: &[&str]| verb && endings.iter().any(|e| text.ends_with(e));
    if ends(d::FUTURE_ENDINGS) && !is(d::NEVER_FUTURE) {
        return Some(Tense::Future);
    }
    (ends(d::PAST_ENDINGS) && !is(d::NEVER_PAST)).then_some(Tense::Past)
}
