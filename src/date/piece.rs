//! Tokens → the pieces that patterns speak of.

use super::lexicon::{Mask, Word, add, has, look_up};
use super::number::{self, Number};
use crate::data::dates as d;
use crate::token::{Shape, Token, TokenKind};
use std::ops::Range;

/// A word, number or sign; of a word with hyphens that is no word of the lists, a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) token: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it can be.
    pub(super) mask: Mask,
    word: Option<&'static Word>,
    pub(super) number: Number,
    plus: bool,
}

impl Piece {
    /// Whether it begins with a plus sign.
    pub(super) fn is_plus(&self) -> bool {
        self.plus
    }

    /// The value of the piece as a member of the class.
    pub(super) fn value(&self, class: u8) -> i32 {
        let class = if matches!(class, d::MONTH_PLAIN | d::MONTH_SMALL) { d::MONTH } else { class };
        let listed = self.word.and_then(|w| w.senses.iter().find(|s| s.0 == class));
        listed.map_or(self.number.first, |s| s.1)
    }
}

/// The word of the lists that the token is.
#[inline]
pub(super) fn word(token: &Token<'_>) -> Option<&'static Word> {
    let text = token.text();
    match token.kind() {
        TokenKind::Abbreviation => look_up(text.strip_suffix('.').unwrap_or(text)),
        TokenKind::Dash => look_up("-"),
        _ => look_up(text),
    }
}

/// Whether the finder looks around the token.
#[inline]
pub(super) fn is_trigger(token: &Token<'_>, word: Option<&'static Word>) -> bool {
    match token.kind() {
        TokenKind::Number => number::is_trigger(token.text()) || token.shape().has(Shape::HYPHEN),
        TokenKind::Word | TokenKind::Abbreviation => {
            word.is_some_and(|w| w.trigger)
                || token.shape().has(Shape::HYPHEN)
                    && token.text().split(is_hyphen).any(|part| {
                        look_up(part).is_some_and(|w| w.trigger) || part.len() == 4 && number::is_trigger(part)
                    })
        }
        _ => false,
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–')
}

/// Appends the pieces of the tokens of the range, whose words in the lists are `words`.
pub(super) fn pieces(
    tokens: &[Token<'_>],
    range: Range<usize>,
    words: &[Option<&'static Word>],
    pieces: &mut Vec<Piece>,
) {
    for (at, &whole) in range.zip(words) {
        let token = &tokens[at];
        let text = token.text();
        let iso = token.kind() == TokenKind::Number && has(&number::read(text).mask, d::NUMERIC);
        if whole.is_some()
            || iso
            || !matches!(token.kind(), TokenKind::Word | TokenKind::Number)
            || !text.contains(is_hyphen)
        {
            pieces.push(piece(tokens, at, text, token.span().start, whole));
            continue;
        }
        let mut from = 0;
        for (sign, c) in text.char_indices().filter(|&(_, c)| is_hyphen(c)).chain([(text.len(), '-')]) {
            let part = &text[from..sign];
            if !part.is_empty() {
                pieces.push(piece(tokens, at, part, token.span().start + from, look_up(part)));
            }
            if sign < text.len() {
                let hyphen = look_up("-");
                pieces.push(piece(tokens, at, &text[sign..sign + c.len_utf8()], token.span().start + sign, hyphen));
            }
            from = (sign + c.len_utf8()).min(text.len());
        }
    }
}

fn piece(tokens: &[Token<'_>], token: usize, text: &str, start: usize, word: Option<&'static Word>) -> Piece {
    let kind = tokens[token].kind();
    let mut piece = Piece {
        token,
        start,
        end: start + text.len(),
        mask: word.map_or([0; 4], |w| w.mask),
        word,
        number: Number::default(),
        plus: text.starts_with(['+', '-', '−']),
    };
    let Some(first) = text.chars().next() else { return piece };
    if first.is_ascii_digit() {
        piece.number = number::read(text);
        piece.mask.iter_mut().zip(piece.number.mask).for_each(|(all, more)| *all |= more);
        return piece;
    }
    if text.len() == 1 && first.is_ascii_uppercase() {
        // Capitals often lack their accents.
        for &(_, word) in d::ACCENTED.iter().filter(|(bare, _)| *bare == first.to_ascii_lowercase()) {
            piece.mask.iter_mut().zip(d::WORDS[word].mask).for_each(|(all, more)| *all |= more);
        }
    }
    if let Some(ordinal) = number::roman(text) {
        add(&mut piece.mask, d::ORDINAL_ROMAN);
        piece.number.first = ordinal;
    }
    if first.is_uppercase() {
        add(&mut piece.mask, d::CAPITAL);
    }
    if has(&piece.mask, d::MONTH) {
        let small = first.is_lowercase();
        if small {
            add(&mut piece.mask, d::MONTH_SMALL);
        }
        if small || tokens[token].shape().has(Shape::ALL_CAPS) || opens(tokens, token) {
            add(&mut piece.mask, d::MONTH_PLAIN);
        }
    }
    if is_counted(kind, text, first, &piece.mask) {
        add(&mut piece.mask, d::COUNTED);
    }
    piece
}

/// Whether any word would bear a capital at the token.
fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let shape = tokens[at].shape();
    shape.has(Shape::SENTENCE_INITIAL)
        || shape.has(Shape::LINE_BEFORE)
        || at == 0
        || !matches!(tokens[at - 1].kind(), TokenKind::Word | TokenKind::Elision | TokenKind::Abbreviation)
}

/// Whether the piece makes a number before it a count: "2000 personnes", "2000 km", "2000 €".
fn is_counted(kind: TokenKind, text: &str, first: char, mask: &Mask) -> bool {
    match kind {
        TokenKind::Symbol => !matches!(text, "*" | "|" | "•" | "·"),
        TokenKind::Word => {
            first.is_lowercase()
                && !has(mask, d::FUNCTION)
                && (text.ends_with(['s', 'x', 'z']) || text.chars().count() <= 2)
        }
        _ => false,
    }
}
