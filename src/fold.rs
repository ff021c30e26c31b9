//! The comparison form of words: without case, accents, ligatures and kinds of apostrophe or hyphen.
//!
//! Shared by the build script, which folds the names of the gazetteers, and by the library, which
//! folds the words of the text: both sides must agree to the letter.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Whether `c` can belong to an atom of a name: a letter, a digit or a mark on one.
#[inline]
pub(crate) fn is_atom_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    // No mark stands before this one.
    c.is_alphanumeric() || c >= '\u{300}' && is_combining_mark(c)
}

/// What the letters from À to ÿ fold to; 0 where the long way tells.
const LATIN: [u8; 64] = *b"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

/// The folded form of the letter from À to ÿ whose second byte in UTF-8 this is; 0 where the long way tells.
#[inline]
pub(crate) fn latin(second: u8) -> u8 {
    LATIN[usize::from(second & 0x3f)]
}

/// Calls `emit` with each character of the folded form of `c`; marks fold to nothing.
pub(crate) fn fold_char(c: char, emit: &mut impl FnMut(char)) {
    if c.is_ascii() {
        emit(c.to_ascii_lowercase());
        return;
    }
    if let Some(&letter) = (c as usize).checked_sub(0xc0).and_then(|at| LATIN.get(at))
        && letter != 0
    {
        emit(char::from(letter));
        return;
    }
    match c {
        'œ' | 'Œ' => {
            emit('o');
            emit('e');
        }
        'æ' | 'Æ' => {
            emit('a');
            emit('e');
        }
        'ß' => {
            emit('s');
            emit('s');
        }
        'ø' | 'Ø' => emit('o'),
        'ł' | 'Ł' => emit('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => emit('d'),
        'ı' => emit('i'),
        'ʼ' | '’' | '‘' | 'ʻ' => emit('\''),
        '‐' | '‑' | '–' => emit('-'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        _ => decompose_canonical(c, |d| {
            if !is_combining_mark(d) {
                for l in d.to_lowercase() {
                    if !is_combining_mark(l) {
                        emit(l);
                    }
                }
            }
        }),
    }
}

/// The folded form of `text`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |f| folded.push(f));
    }
    folded
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// A running FNV-1a hash of characters.
///
/// Source: Fowler, Noll, Vo, "FNV hash", draft-eastlake-fnv. The final mix spreads the low bits,
/// which index the tables.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    /// The hash of nothing.
    pub(crate) const fn new() -> Self {
        Self(OFFSET)
    }

    /// Adds a character.
    #[inline]
    pub(crate) fn push(&mut self, c: char) {
        if c.is_ascii() {
            self.push_byte(c as u8);
        } else {
            let mut bytes = [0; 4];
            for b in c.encode_utf8(&mut bytes).bytes() {
                self.push_byte(b);
            }
        }
    }

    /// Adds a byte.
    #[inline]
    pub(crate) fn push_byte(&mut self, b: u8) {
        self.0 = (self.0 ^ u64::from(b)).wrapping_mul(PRIME);
    }

    /// The hash of what was added; never 0, which marks an empty slot in the tables.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        mix(self.0)
    }
}

#[inline]
fn mix(h: u64) -> u64 {
    let h = (h ^ (h >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (h ^ (h >> 29)) | 1
}

/// The hash of a sequence of atoms: of all but the last, and the last.
#[inline]
pub(crate) fn chain(before: u64, atom: u64) -> u64 {
    mix(before.rotate_left(23).wrapping_add(atom))
}

/// The hash of the folded form of `word`.
#[inline]
pub(crate) fn folded_hash(word: &str) -> u64 {
    let mut hash = Hash::new();
    if word.is_ascii() {
        for b in word.bytes() {
            hash.push_byte(b.to_ascii_lowercase());
        }
    } else {
        for c in word.chars() {
            fold_char(c, &mut |f| hash.push(f));
        }
    }
    hash.finish()
}

/// Adds a character in lower case, accents kept and apostrophes made straight.
#[inline]
pub(crate) fn push_lower(hash: &mut Hash, c: char) {
    match c {
        _ if c.is_ascii() => hash.push_byte(c.to_ascii_lowercase() as u8),
        // À to Þ without the sign for multiplication; à to ÿ without that for division.
        'À'..='Ö' | 'Ø'..='Þ' => hash.push(char::from(c as u8 + 0x20)),
        'ß'..='ö' | 'ø'..='ÿ' => hash.push(c),
        'ʼ' | '’' => hash.push_byte(b'\''),
        '‐' | '‑' => hash.push_byte(b'-'),
        '\u{ad}' => {}
        _ => c.to_lowercase().for_each(|l| hash.push(l)),
    }
}

/// The hash of `word` in lower case, accents kept and apostrophes made straight.
#[inline]
pub(crate) fn lower_hash(word: &str) -> u64 {
    let mut hash = Hash::new();
    word.chars().for_each(|c| push_lower(&mut hash, c));
    hash.finish()
}

/// The atoms of `name`: its runs of letters and digits, as `(start, end)` in bytes.
///
/// Points within an acronym do not cut it: `O.N.U.` is one atom.
pub(crate) fn atoms(name: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut chars = name.char_indices().peekable();
    std::iter::from_fn(move || {
        while chars.next_if(|&(_, c)| !is_atom_char(c)).is_some() {}
        let &(start, _) = chars.peek()?;
        let mut end = start;
        while let Some((i, c)) = chars.next_if(|&(_, c)| is_atom_char(c)) {
            end = i + c.len_utf8();
        }
        Some((start, end))
    })
}

/// Whether `word` is an acronym written with points: `O.N.U.`, `U.E.`; `M.` is not.
pub(crate) fn is_pointed_acronym(word: &str) -> bool {
    let mut letters = 0;
    let mut chars = word.chars();
    while let Some(c) = chars.next() {
        if !c.is_uppercase() || chars.next() != Some('.') {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// The hashes of the atoms of `name`, in order; an acronym written with points is one atom.
pub(crate) fn name_atoms(name: &str) -> impl Iterator<Item = u64> + '_ {
    name.split_whitespace().flat_map(|word| {
        let pointed = is_pointed_acronym(word).then(|| pointed_hash(word));
        let plain = if pointed.is_some() { "" } else { word };
        pointed.into_iter().chain(atoms(plain).map(move |(s, e)| folded_hash(&plain[s..e])))
    })
}

/// Calls `each` with the hash of each atom of `name`, in order: [`name_atoms`] in one pass.
pub(crate) fn each_name_atom(name: &str, each: &mut impl FnMut(u64)) {
    if name.contains('.') {
        name_atoms(name).for_each(each);
    } else {
        each_atom(name, each);
    }
}

/// Calls `each` with the hash of each atom of `text`, in order: [`atoms`] in one pass.
#[inline]
pub(crate) fn each_atom(text: &str, each: &mut impl FnMut(u64)) {
    let mut hash = Hash::new();
    let mut within = false;
    for c in text.chars() {
        if is_atom_char(c) {
            fold_char(c, &mut |f| hash.push(f));
            within = true;
        } else if within {
            each(hash.finish());
            hash = Hash::new();
            within = false;
        }
    }
    if within {
        each(hash.finish());
    }
}

/// The hash of the chain of the atoms of `name`; `None` when it has none.
pub(crate) fn name_hash(name: &str) -> Option<u64> {
    let mut hash = None;
    each_name_atom(name, &mut |atom| {
        hash = Some(hash.map_or(atom, |before| chain(before, atom)));
    });
    hash
}

/// The hash of an acronym without its points.
pub(crate) fn pointed_hash(word: &str) -> u64 {
    let mut hash = Hash::new();
    for c in word.chars().filter(|&c| c != '.') {
        fold_char(c, &mut |f| hash.push(f));
    }
    hash.finish()
}

#[cfg(test)]
mod tests {
    #[allow(unused_imports)] // The bench of the gazetteers reads this file without its tests.
    use super::*;

    #[test]
    fn folding_makes_spellings_equal() {
        for (a, b) in [
            ("CÉDÉAO", "Cedeao"),
            ("N’Djamena", "n'djamena"),
            ("cœur", "COEUR"),
            ("e\u{301}tat", "état"),
            ("Łódź", "Lodz"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
            assert_eq!(folded_hash(a), folded_hash(b), "{a} and {b}");
        }
        assert_ne!(fold("nigérien"), fold("nigérian"));
    }

    #[test]
    fn the_short_way_folds_as_the_long_one() {
        for (i, &letter) in LATIN.iter().enumerate().filter(|(_, l)| **l != 0) {
            let c = char::from_u32(0xc0 + i as u32).unwrap();
            let mut long = String::new();
            decompose_canonical(c, |d| {
                long.extend(d.to_lowercase().filter(|&l| !is_combining_mark(l)));
            });
            assert_eq!(long, char::from(letter).to_string(), "{c}");
        }
    }

    #[test]
    fn the_short_way_lowers_as_the_long_one() {
        for c in ('\u{80}'..='\u{ff}').filter(|&c| c != '\u{ad}') {
            let (mut short, mut long) = (Hash::new(), Hash::new());
            push_lower(&mut short, c);
            c.to_lowercase().for_each(|l| long.push(l));
            assert_eq!(short.finish(), long.finish(), "{c}");
        }
    }

    #[test]
    fn one_pass_finds_the_same_atoms() {
        for name in
            ["", " - ", "O.N.U.", "L'O.N.U. de M. X", "Côte-d’Ivoire", "e\u{301}tat  2", "Ørsted & Cœur", "Ángela"]
        {
            let mut found = Vec::new();
            each_name_atom(name, &mut |atom| found.push(atom));
            assert_eq!(found, name_atoms(name).collect::<Vec<_>>(), "{name}");
        }
    }

    #[test]
    fn lower_hash_keeps_accents() {
        assert_eq!(lower_hash("TUÉ"), lower_hash("tué"));
        assert_ne!(lower_hash("tue"), lower_hash("tué"));
    }

    #[test]
    fn atoms_are_cut_at_everything_but_letters_and_digits() {
        let name = "Côte-d’Ivoire 2";
        let found: Vec<_> = atoms(name).map(|(s, e)| &name[s..e]).collect();
        assert_eq!(found, ["Côte", "d", "Ivoire", "2"]);
        assert!(is_pointed_acronym("O.N.U."));
        assert!(!is_pointed_acronym("M."));
    }
}
