use super::{Shape, Token, TokenKind, character::Kind, gap, hyphen, lexicon, number, run, sign, word};

/// Cuts text into tokens.
///
/// ```
/// use depeche::token::Tokenizer;
///
/// let tokens: Vec<&str> = Tokenizer.tokenize("L’homme a-t-il dit « non » à M. Tiani ?").map(|t| t.text()).collect();
/// assert_eq!(tokens, ["L’", "homme", "a", "-t-il", "dit", "«", "non", "»", "à", "M.", "Tiani", "?"]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Tokenizer;

impl Tokenizer {
    /// The tokens of `text`, first to last.
    pub fn tokenize<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens { text, at: 0, pending: Pending::Nothing, after_word: false }
    }
}

/// The tokens of a text, cut as they are asked for.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    pending: Pending,
    after_word: bool,
}

/// What the token before has found out about what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    Nothing,
    /// Clitics stand up to here.
    Clitics(usize),
    /// The unit of a number stands up to here.
    Unit(usize),
}

/// A token that was found, before it is cut out of the text.
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    pub(super) shape: Shape,
    pub(super) pending: Pending,
}

impl Piece {
    /// A piece whose shape says nothing.
    pub(super) fn plain(end: usize, kind: TokenKind) -> Self {
        Self { end, kind, shape: Shape::default(), pending: Pending::Nothing }
    }
}

/// What the scanners of words and numbers see: the text and what stands before.
#[derive(Clone, Copy)]
pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    /// Whether the token before is a word of the same line.
    pub(super) after_word: bool,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        let (start, gap, piece) = match self.pending {
            Pending::Nothing => {
                let (start, gap) = gap::skip(self.text, self.at);
                let piece = self.piece(start, gap)?;
                (start, gap, piece)
            }
            Pending::Clitics(end) => (self.at, Shape::default(), hyphen::clitic(self.text, self.at, end)),
            Pending::Unit(end) => (self.at, Shape::default(), number::unit(self.text, self.at, end)),
        };
        self.at = piece.end;
        self.pending = piece.pending;
        let text = &self.text[start..piece.end];
        let mut shape = gap.with(piece.shape);
        self.after_word = piece.kind == TokenKind::Word;
        if self.after_word && lexicon::is_contracted(text) {
            shape = shape.with(Shape::CONTRACTED);
        }
        Some(Token { text, start, kind: piece.kind, shape })
    }
}

impl Tokens<'_> {
    #[inline]
    fn piece(&self, start: usize, gap: Shape) -> Option<Piece> {
        let byte = *self.text.as_bytes().get(start)?;
        let context = Context { text: self.text, after_word: self.after_word && !gap.has(Shape::LINE_BEFORE) };
        let class = run::CLASSES[usize::from(byte)];
        Some(if class & (run::UPPER | run::LOWER) != 0 {
            word::read(context, start)
        } else if class == run::DIGIT {
            number::read(context, start, start)
        } else if class == run::BEYOND_ASCII {
            match run::kind(self.text, start) {
                Some(Kind::Upper | Kind::Lower | Kind::Digit) => word::read(context, start),
                _ => sign::read(context, start),
            }
        } else {
            sign::read(context, start)
        })
    }
}
