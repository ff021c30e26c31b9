use crate::Span;
use crate::fold::{self, Hash};
use crate::token::{Token, TokenKind};

/// A run of letters and digits: the unit in which names are compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The token that it lies in.
    pub(crate) token: usize,
    /// The hash of its folded form.
    pub(crate) hash: u64,
    /// Its first letter is upper case.
    pub(crate) capital: bool,
    /// It has two letters or more and all are upper case.
    pub(crate) all_caps: bool,
    /// It starts or ends its token: names do not begin or end within a word.
    pub(crate) first: bool,
    pub(crate) last: bool,
}

impl Atom {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Appends the atoms of a token.
pub(crate) fn push_atoms(token: &Token<'_>, index: usize, atoms: &mut Vec<Atom>) {
    let text = token.text();
    let start = token.span().start;
    match token.kind() {
        TokenKind::Word | TokenKind::Elision | TokenKind::Number | TokenKind::Tag | TokenKind::Clitic => {}
        TokenKind::Abbreviation if fold::is_pointed_acronym(text) => {
            atoms.push(Atom {
                start,
                end: start + text.len(),
                token: index,
                hash: fold::pointed_hash(text),
                capital: true,
                all_caps: true,
                first: true,
                last: true,
            });
            return;
        }
        TokenKind::Abbreviation => {}
        _ => return,
    }
    let before = atoms.len();
    if text.is_ascii() {
        ascii_atoms(text, start, index, atoms);
    } else {
        for (s, e) in fold::atoms(text) {
            atoms.push(atom(&text[s..e], start + s, index));
        }
    }
    if let Some(first) = atoms.get_mut(before) {
        first.first = true;
    }
    if atoms.len() > before
        && let Some(last) = atoms.last_mut()
    {
        last.last = true;
    }
}

fn ascii_atoms(text: &str, start: usize, index: usize, atoms: &mut Vec<Atom>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let from = at;
        let mut hash = Hash::new();
        let mut upper = 0;
        let mut lower = 0;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            hash.push_byte(bytes[at].to_ascii_lowercase());
            upper += usize::from(bytes[at].is_ascii_uppercase());
            lower += usize::from(bytes[at].is_ascii_lowercase());
            at += 1;
        }
        atoms.push(Atom {
            start: start + from,
            end: start + at,
            token: index,
            hash: hash.finish(),
            capital: bytes[from].is_ascii_uppercase(),
            all_caps: upper >= 2 && lower == 0,
            first: false,
            last: false,
        });
    }
}

fn atom(text: &str, start: usize, index: usize) -> Atom {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let all_caps = letters.clone().count() >= 2 && letters.all(|c| !c.is_lowercase());
    Atom {
        start,
        end: start + text.len(),
        token: index,
        hash: fold::folded_hash(text),
        capital,
        all_caps,
        first: false,
        last: false,
    }
}
