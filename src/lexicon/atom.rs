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

/// Appends the atoms of a token; hands back the hash of the token in lower case.
pub(crate) fn push_atoms(token: &Token<'_>, index: usize, atoms: &mut Vec<Atom>) -> u64 {
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
            return fold::lower_hash(text);
        }
        TokenKind::Abbreviation => {}
        _ => return fold::lower_hash(text),
    }
    let before = atoms.len();
    let lower = byte_atoms(text, start, index, atoms).unwrap_or_else(|| {
        atoms.truncate(before);
        char_atoms(text, start, index, atoms)
    });
    if let Some(first) = atoms.get_mut(before) {
        first.first = true;
    }
    if atoms.len() > before
        && let Some(last) = atoms.last_mut()
    {
        last.last = true;
    }
    lower
}

/// Atoms and lower-case hash in one pass over the bytes; `None` when there are characters beyond those of French.
fn byte_atoms(text: &str, start: usize, index: usize, atoms: &mut Vec<Atom>) -> Option<u64> {
    let bytes = text.as_bytes();
    let mut whole = Hash::new();
    let mut at = 0;
    while at < bytes.len() {
        // An atom, if one begins here.
        let from = at;
        let mut hash = Hash::new();
        let (mut upper, mut lower) = (0, 0);
        while let Some(&b) = bytes.get(at) {
            if b.is_ascii_alphanumeric() {
                let small = b.to_ascii_lowercase();
                whole.push_byte(small);
                hash.push_byte(small);
                upper += usize::from(b != small);
                lower += usize::from(b >= b'a');
                at += 1;
            } else if b == 0xc3 {
                let second = *bytes.get(at + 1)?;
                let folded = fold::latin(second);
                if folded == 0 {
                    return None;
                }
                whole.push_byte(b);
                whole.push_byte(second | 0x20);
                hash.push_byte(folded);
                upper += usize::from(second < 0xa0);
                lower += usize::from(second >= 0xa0);
                at += 2;
            } else {
                break;
            }
        }
        if at > from {
            let capital = bytes[from].is_ascii_uppercase() || bytes[from] == 0xc3 && bytes[from + 1] < 0xa0;
            atoms.push(Atom {
                start: start + from,
                end: start + at,
                token: index,
                hash: hash.finish(),
                capital,
                all_caps: upper >= 2 && lower == 0,
                first: false,
                last: false,
            });
        }
        // What parts it from the next.
        match bytes.get(at..) {
            None | Some([]) => break,
            Some([0xe2, 0x80, 0x99, ..]) => {
                whole.push_byte(b'\'');
                at += 3;
            }
            Some(&[b, ..]) if b.is_ascii() => {
                whole.push_byte(b);
                at += 1;
            }
            Some(_) => return None,
        }
    }
    Some(whole.finish())
}

/// Atoms and lower-case hash in one pass, of any characters.
fn char_atoms(text: &str, start: usize, index: usize, atoms: &mut Vec<Atom>) -> u64 {
    let mut whole = Hash::new();
    let mut hash = Hash::new();
    let mut open = false;
    let (mut letters, mut lower) = (0, false);
    for (at, c) in text.char_indices() {
        fold::push_lower(&mut whole, c);
        if !fold::is_atom_char(c) {
            open = false;
            continue;
        }
        if !open {
            open = true;
            (hash, letters, lower) = (Hash::new(), 0, false);
            let start = start + at;
            let capital = c.is_uppercase();
            atoms.push(Atom {
                start,
                end: start,
                token: index,
                hash: 0,
                capital,
                all_caps: false,
                first: false,
                last: false,
            });
        }
        fold::fold_char(c, &mut |f| hash.push(f));
        letters += usize::from(c.is_alphabetic());
        lower |= c.is_lowercase();
        if let Some(atom) = atoms.last_mut() {
            atom.end = start + at + c.len_utf8();
            atom.hash = hash.finish();
            atom.all_caps = letters >= 2 && !lower;
        }
    }
    whole.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_over_bytes_finds_what_the_pass_over_characters_finds() {
        for text in
            ["Élysée", "l’", "Saint-Étienne", "N’Djamena", "G20", "ÀÉ", "Ça", "25e", "-t-il", "ÿ", "aujourd'hui", "A"]
        {
            let (mut short, mut long) = (Vec::new(), Vec::new());
            let lower = byte_atoms(text, 7, 3, &mut short);
            assert_eq!(lower, Some(char_atoms(text, 7, 3, &mut long)), "{text}");
            assert_eq!(lower, Some(fold::lower_hash(text)), "{text}");
            assert_eq!(format!("{short:?}"), format!("{long:?}"), "{text}");
        }
        for text in ["œuvre", "3×4", "ʼ", "Łódź", "a\u{301}"] {
            assert_eq!(byte_atoms(text, 0, 0, &mut Vec::new()), None, "{text}");
        }
    }
}
