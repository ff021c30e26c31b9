use crate::fold;
use crate::grammar::{Grammar, Reading, VerbForm, WordClass};
use crate::lexicon::Lexed;
use crate::table::Node;
use crate::token::{Shape, TokenKind};

/// The words of a text as the grammar sees them: look-ups by token.
pub(crate) struct Words<'a, 't> {
    pub(crate) grammar: &'a Grammar,
    pub(crate) lexed: &'a Lexed<'a, 't>,
    nodes: Vec<Option<Node>>,
    hashes: &'a [u64],
}

impl<'a, 't> Words<'a, 't> {
    pub(crate) fn new(grammar: &'a Grammar, lexed: &'a Lexed<'a, 't>) -> Self {
        let hashes = lexed.lowers();
        let nodes = (0..hashes.len())
            .zip(lexed.tokens)
            .map(|(at, token)| if token.kind() == TokenKind::Abbreviation { None } else { lexed.word(at) })
            .collect();
        Self { grammar, lexed, nodes, hashes }
    }

    pub(crate) fn text(&self, token: usize) -> &'t str {
        self.lexed.tokens[token].text()
    }

    /// The hash of the token in small letters.
    pub(crate) fn hash(&self, token: usize) -> u64 {
        self.hashes[token]
    }

    pub(crate) fn kind(&self, token: usize) -> TokenKind {
        self.lexed.tokens[token].kind()
    }

    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.lexed.tokens[token].shape()
    }

    pub(crate) fn readings(&self, token: usize) -> impl Iterator<Item = Reading> + '_ {
        self.nodes[token].into_iter().flat_map(|n| self.grammar.readings(n))
    }

    pub(crate) fn is(&self, token: usize, class: WordClass) -> bool {
        self.readings(token).any(|r| r.is(class))
    }

    /// Whether the atom as a word of its own is of the class.
    pub(crate) fn atom_is(&self, atom: usize, class: WordClass) -> bool {
        let text = self.lexed.atoms[atom].span().of(self.lexed.text);
        let node = self.grammar.table.get(fold::lower_hash(text));
        node.into_iter().flat_map(|n| self.grammar.readings(n)).any(|r| r.is(class))
    }

    pub(crate) fn verb_forms(&self, token: usize) -> impl Iterator<Item = VerbForm> + '_ {
        self.readings(token).filter_map(|r| match r {
            Reading::Verb(form) => Some(form),
            _ => None,
        })
    }

    /// The lemma of the noun.
    pub(crate) fn noun(&self, token: usize) -> Option<(u16, bool)> {
        self.readings(token).find_map(|r| match r {
            Reading::Noun { lemma, plural } => Some((lemma, plural)),
            _ => None,
        })
    }

    /// The longest phrase of the class that begins at the token: its end.
    pub(crate) fn phrase(&self, token: usize, end: usize, class: WordClass) -> Option<usize> {
        self.longest(token, end, |r| r.is(class).then_some(())).map(|(end, ())| end)
    }

    /// The longest preposition that begins at the token: its end and number.
    pub(crate) fn preposition(&self, token: usize, end: usize) -> Option<(usize, u8)> {
        self.longest(token, end, |r| match r {
            Reading::Preposition(number) => Some(number),
            _ => None,
        })
    }

    /// The longest noun lemma that begins at the token: its end, lemma, whether plural.
    pub(crate) fn noun_phrase(&self, token: usize, end: usize) -> Option<(usize, (u16, bool))> {
        self.longest(token, end, |r| match r {
            Reading::Noun { lemma, plural } => Some((lemma, plural)),
            _ => None,
        })
    }

    fn longest<T>(&self, token: usize, end: usize, pick: impl Fn(Reading) -> Option<T>) -> Option<(usize, T)> {
        let mut found = None;
        // A caller may ask behind the last token of the text.
        let mut node = (*self.nodes.get(token)?)?;
        let mut hash = self.hashes[token];
        let mut at = token + 1;
        loop {
            if let Some(picked) = self.grammar.readings(node).find_map(&pick) {
                found = Some((at, picked));
            }
            if !node.longer() || at >= end {
                return found;
            }
            hash = fold::chain(hash, self.hashes[at]);
            match self.grammar.table.get(hash) {
                Some(next) => node = next,
                None => return found,
            }
            at += 1;
        }
    }
}
