use super::atom::{Atom, push_atoms};
use crate::fold;
use crate::gazetteer::Gazetteer;
use crate::grammar::Grammar;
use crate::table::{Node, Sense, Tag};
use crate::token::{Token, TokenKind};

/// A run of atoms that the gazetteer knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// The first atom.
    pub(crate) first: usize,
    /// The atom after the last.
    pub(crate) end: usize,
    /// The layer of the gazetteer that knows it, and where.
    layer: usize,
    node: Node,
    /// A bit for each tag among the senses.
    tags: u16,
}

/// The bit of a tag.
const fn bit(tag: Tag) -> u16 {
    1 << tag as u16
}

impl Match {
    /// Whether one of the senses has one of the tags: mostly not, so that nobody need look at the senses.
    #[inline]
    pub(crate) fn has<const N: usize>(&self, tags: [Tag; N]) -> bool {
        tags.iter().any(|&tag| self.tags & bit(tag) != 0)
    }
}

/// A text whose words have been looked up.
#[derive(Debug)]
pub(crate) struct Lexed<'a, 't> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) text: &'t str,
    pub(crate) tokens: &'a [Token<'t>],
    pub(crate) atoms: Vec<Atom>,
    /// Of each token, the hash of its lower-case form.
    lowers: Vec<u64>,
    /// Of each token, what the grammar says of it as a word.
    words: Vec<Option<Node>>,
    /// Of each token, its first atom; one more at the end.
    token_atoms: Vec<usize>,
    /// By first atom, shorter ones first.
    matches: Vec<Match>,
    /// Of each atom, its first match; one more at the end.
    atom_matches: Vec<usize>,
}

impl<'a, 't> Lexed<'a, 't> {
    pub(crate) fn new(text: &'t str, tokens: &'a [Token<'t>], gazetteer: &'a Gazetteer, grammar: &Grammar) -> Self {
        let mut atoms = Vec::with_capacity(tokens.len() + tokens.len() / 8);
        let mut token_atoms = Vec::with_capacity(tokens.len() + 1);
        let mut lowers = Vec::with_capacity(tokens.len());
        let mut words = Vec::with_capacity(tokens.len());
        for (i, token) in tokens.iter().enumerate() {
            token_atoms.push(atoms.len());
            let lower = push_atoms(token, i, &mut atoms);
            lowers.push(lower);
            let worded = match token.kind() {
                TokenKind::Word | TokenKind::Elision | TokenKind::Clitic | TokenKind::Abbreviation => true,
                _ => token.text() == "&",
            };
            words.push(if worded { grammar.table.get(lower) } else { None });
        }
        token_atoms.push(atoms.len());
        let mut lexed = Self {
            gazetteer,
            text,
            tokens,
            atom_matches: Vec::with_capacity(atoms.len() + 1),
            matches: Vec::with_capacity(atoms.len() / 2),
            atoms,
            lowers,
            words,
            token_atoms,
        };
        for first in 0..lexed.atoms.len() {
            lexed.atom_matches.push(lexed.matches.len());
            lexed.walk(first);
        }
        lexed.atom_matches.push(lexed.matches.len());
        lexed
    }

    /// Finds the names that begin at the atom.
    fn walk(&mut self, first: usize) {
        let before = self.matches.len();
        let layers = &self.gazetteer.layers;
        for (layer, table) in layers.iter().enumerate() {
            let mut hash = self.atoms[first].hash;
            let mut end = first + 1;
            while let Some(node) = table.get(hash) {
                if node.named() {
                    let tags = table.senses(node).fold(0, |tags, sense| tags | bit(sense.tag()));
                    self.matches.push(Match { first, end, layer, node, tags });
                }
                if !node.longer() || end >= self.atoms.len() || !self.joined(end) {
                    break;
                }
                hash = fold::chain(hash, self.atoms[end].hash);
                end += 1;
            }
        }
        if layers.len() > 1 {
            self.matches[before..].sort_by_key(|m| m.end);
        }
    }

    /// Whether only a space, hyphen, apostrophe or the like stands before the atom, so that a name may go on.
    pub(crate) fn joined(&self, atom: usize) -> bool {
        let (before, after) = (&self.atoms[atom - 1], &self.atoms[atom]);
        before.token == after.token
            || before.token + 1 == after.token
            || (before.token + 2 == after.token
                && matches!(self.tokens[before.token + 1].text(), "-" | "–" | "&" | "/" | "'" | "’" | "."))
    }

    /// The matches that begin at the atom, shorter ones first; of equal ones, the bundled first.
    pub(crate) fn matches_at(&self, atom: usize) -> &[Match] {
        &self.matches[self.atom_matches[atom]..self.atom_matches[atom + 1]]
    }

    /// The matches that begin at the first of the atoms, when there is one.
    pub(crate) fn matches_at_or_none(&self, atoms: &std::ops::Range<usize>) -> &[Match] {
        if atoms.is_empty() { &[] } else { self.matches_at(atoms.start) }
    }

    /// The senses of a match.
    pub(crate) fn senses(&self, found: &Match) -> impl Iterator<Item = Sense> + '_ {
        self.gazetteer.senses(found.layer, found.node)
    }

    /// The atoms of the token.
    pub(crate) fn atoms_of(&self, token: usize) -> std::ops::Range<usize> {
        self.token_atoms[token]..self.token_atoms[token + 1]
    }

    /// The hash of the token in lower case, accents kept and apostrophes made straight.
    pub(crate) fn lower(&self, token: usize) -> u64 {
        self.lowers[token]
    }

    /// The hashes of all tokens in lower case.
    pub(crate) fn lowers(&self) -> &[u64] {
        &self.lowers
    }

    /// What the grammar says of the token, when it is a word or abbreviation.
    pub(crate) fn word(&self, token: usize) -> Option<Node> {
        self.words[token]
    }

    /// The senses of the token as a word of its own.
    pub(crate) fn word_senses(&self, token: usize) -> impl Iterator<Item = Sense> + '_ {
        self.word_matches(token).flat_map(|m| self.senses(m))
    }

    /// Whether the token as a word of its own has a sense with one of the tags.
    pub(crate) fn word_has<const N: usize>(&self, token: usize, tags: [Tag; N]) -> bool {
        self.word_matches(token).any(|m| m.has(tags))
    }

    fn word_matches(&self, token: usize) -> impl Iterator<Item = &Match> + '_ {
        let atoms = self.atoms_of(token);
        let found = if atoms.is_empty() { &[] } else { self.matches_at(atoms.start) };
        found.iter().filter(move |m| m.end == atoms.end)
    }
}
