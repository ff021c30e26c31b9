//! Words: letters and what joins them.

use super::{
    Shape, TokenKind, address, apostrophe,
    character::Kind,
    hyphen, lexicon, point,
    run::{self, Seen},
    tokenizer::{Context, Pending, Piece},
};

/// A word that is being read.
pub(super) struct Word<'t> {
    pub(super) context: Context<'t>,
    pub(super) start: usize,
    /// Where the part after the last hyphen, apostrophe or point starts.
    pub(super) part: usize,
    pub(super) seen: Seen,
    pub(super) joints: Shape,
    pub(super) kind: TokenKind,
}

/// What a sign behind letters does.
pub(super) enum Joint {
    /// The word ends before the sign.
    Stop,
    /// The word ends here, behind the sign.
    End(usize, TokenKind),
    /// The word ends before the sign, and this follows.
    Then(Pending),
    /// The word goes on from here.
    Join(usize),
}

impl<'t> Word<'t> {
    pub(super) fn text(&self) -> &'t str {
        self.context.text
    }
}

/// Reads the word that starts at `start`.
#[inline]
pub(super) fn read(context: Context<'_>, start: usize) -> Piece {
    let (at, seen) = run::word(context.text, start);
    proceed(context, start, at, seen, TokenKind::Word)
}

/// Reads on in the word that starts at `start` and was read up to `at`.
#[inline]
pub(super) fn proceed(
    context: Context<'_>,
    start: usize,
    at: usize,
    seen: Seen,
    kind: TokenKind,
) -> Piece {
    // Most words end so.
    if matches!(
        context.text.as_bytes().get(at),
        None | Some(b' ' | b',' | b'\n' | b')')
    ) {
        let shape = run::shape(seen);
        return Piece {
            end: at,
            kind,
            shape,
            pending: Pending::Nothing,
        };
    }
    joined(
        Word {
            context,
            start,
            part: start,
            seen,
            joints: Shape::default(),
            kind,
        },
        at,
    )
}

fn joined(mut word: Word<'_>, mut at: usize) -> Piece {
    let text = word.text();
    let mut pending = Pending::Nothing;
    loop {
        let (joint, flag) = joint(&word, at);
        match joint {
            Joint::Stop => break,
            Joint::Then(then) => {
                pending = then;
                break;
            }
            Joint::End(end, kind) => {
                word.joints = word.joints.with(flag);
                word.kind = kind;
                at = end;
                break;
            }
            Joint::Join(next) => {
                word.joints = word.joints.with(flag);
                if flag.has(Shape::POINT)
                    && word.kind == TokenKind::Word
                    && point::is_address(&word, at, next)
                {
                    word.kind = TokenKind::Address;
                }
                word.part = next;
                let (end, seen) = run::word(text, next);
                word.seen = run::join(word.seen, seen);
                at = end;
            }
        }
    }
    let mut shape = run::shape(word.seen).with(word.joints);
    if word.joints == Shape::HYPHEN && hyphen::is_link(&text[word.start..at]) {
        shape = shape.with(Shape::LINK);
    }
    Piece {
        end: at,
        kind: word.kind,
        shape,
        pending,
    }
}

/// What the sign at `at` does to the word before it, and the flag it leaves when it becomes a part of it.
fn joint(word: &Word<'_>, at: usize) -> (Joint, Shape) {
    let text = word.text();
    let bytes = text.as_bytes();
    let none = Shape::default();
    match bytes.get(at) {
        None | Some(b' ') => (Joint::Stop, none),
        Some(b'.') => point::joint(word, at),
        Some(b'-') => (hyphen::joint(word, at, at + 1), Shape::HYPHEN),
        Some(b'@') if run::is_word(text, at + 1) => (address::end(text, at + 1), none),
        Some(b':') if bytes[at + 1..].starts_with(b"//") => (address::end(text, at + 3), none),
        Some(b'/') if word.kind == TokenKind::Address => (address::end(text, at), none),
        Some(b'/') => (stroke(word, at), none),
        Some(b'&') => (ampersand(word, at), none),
        Some(b'(') => (optional_ending(word, at), none),
        Some(b'$') => (currency(word, at, at + 1), none),
        Some(b'\'' | b'`') => (apostrophe::joint(word, at, at + 1), Shape::APOSTROPHE),
        Some(byte) if byte.is_ascii() => (Joint::Stop, none),
        Some(_) => {
            let Some(c) = run::character(text, at) else {
                return (Joint::Stop, none);
            };
            let after = at + c.len_utf8();
            match super::character::kind(c) {
                Kind::Apostrophe => (apostrophe::joint(word, at, after), Shape::APOSTROPHE),
                Kind::Hyphen => (hyphen::joint(word, at, after), Shape::HYPHEN),
                Kind::Currency => (currency(word, at, after), none),
                Kind::Symbol if matches!(c, '°' | 'º') => (degree(word, at, after), none),
                _ => (Joint::Stop, none),
            }
        }
    }
}

/// "km/h"
fn stroke(word: &Word<'_>, at: usize) -> Joint {
    let (end, _) = run::word(word.text(), at + 1);
    if end > at + 1 && lexicon::folded(&word.text()[word.start..end]) & lexicon::STROKED != 0 {
        Joint::End(end, TokenKind::Word)
    } else {
        Joint::Stop
    }
}

/// "R&D"
fn ampersand(word: &Word<'_>, at: usize) -> Joint {
    let capitals = word.seen & run::LOWER == 0
        && word
            .text()
            .as_bytes()
            .get(at + 1)
            .is_some_and(u8::is_ascii_uppercase);
    if capitals {
        Joint::Join(at + 1)
    } else {
        Joint::Stop
    }
}

/// "élu(e)s"
fn optional_ending(word: &Word<'_>, at: usize) -> Joint {
    let text = word.text();
    let end = run::letters(text, at + 1);
    let fits = at - word.part > 1
        && end > at + 1
        && text.as_bytes().get(end) == Some(&b')')
        && lexicon::folded(&text[at + 1..end]) & lexicon::OPTIONAL_ENDINGS != 0;
    if fits {
        Joint::Join(end + 1)
    } else {
        Joint::Stop
    }
}

/// "M€", "US$"
fn currency(word: &Word<'_>, at: usize, after: usize) -> Joint {
    if lexicon::exact(&word.text().as_bytes()[word.start..at]) & lexicon::MAGNITUDES != 0 {
        Joint::End(after, TokenKind::Symbol)
    } else {
        Joint::Stop
    }
}

/// "n°"
fn degree(word: &Word<'_>, at: usize, after: usize) -> Joint {
    if lexicon::folded(&word.text()[word.start..at]) & lexicon::DEGREE_WORDS != 0 {
        Joint::End(after, TokenKind::Word)
    } else {
        Joint::Stop
    }
}
