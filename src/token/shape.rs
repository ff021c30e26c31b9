/// What the characters of a token look like: a small set of flags, cheap to test.
///
/// ```
/// use depeche::token::{Shape, Tokenizer};
///
/// let shapes: Vec<Shape> = Tokenizer.tokenize("Du G20").map(|token| token.shape()).collect();
/// let du = Shape::CAPITALISED.with(Shape::CONTRACTED);
/// let g20 = Shape::CAPITALISED.with(Shape::DIGIT).with(Shape::SPACE_BEFORE);
/// assert_eq!(shapes, [du, g20]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shape(u16);

impl Shape {
    /// The first letter is upper case: `Niger`.
    pub const CAPITALISED: Self = Self(1);
    /// All letters are upper case, and there are at least two: `ONU`.
    pub const ALL_CAPS: Self = Self(1 << 1);
    /// A digit occurs.
    pub const DIGIT: Self = Self(1 << 2);
    /// A hyphen occurs within: `Saint-Denis`.
    pub const HYPHEN: Self = Self(1 << 3);
    /// A point belongs to the word: `M.`, `O.N.U.`.
    pub const POINT: Self = Self(1 << 4);
    /// An apostrophe occurs: `l'`, `N'Djamena`.
    pub const APOSTROPHE: Self = Self(1 << 5);
    /// A character beyond ASCII occurs.
    pub const NON_ASCII: Self = Self(1 << 6);
    /// An upper-case letter comes after a lower-case one: `TotalEnergies`.
    pub const INNER_CAPITAL: Self = Self(1 << 7);
    /// White space (or an ignorable character) stands before the token.
    pub const SPACE_BEFORE: Self = Self(1 << 8);
    /// A line break stands between the token and the one before it.
    pub const LINE_BEFORE: Self = Self(1 << 9);
    /// An empty line stands between the token and the one before it.
    pub const PARAGRAPH_BEFORE: Self = Self(1 << 10);
    /// The token is a preposition and article in one: `du`, `aux` (and `des`, which may also be an article alone).
    pub const CONTRACTED: Self = Self(1 << 11);
    /// The token is the first word of its sentence.
    pub const SENTENCE_INITIAL: Self = Self(1 << 12);
    /// A hyphen joins words that begin with capitals and may be two names: `Niger-Russie`, but not `Saint-Denis`.
    ///
    /// [`Token::parts`](super::Token::parts) gives them.
    pub const LINK: Self = Self(1 << 13);
    /// An abbreviation that stands before a name and never ends a sentence: `M.`, `Dr.`, `J.-M.`.
    pub const BEFORE_NAME: Self = Self(1 << 14);

    /// Whether every flag of `other` is set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These flags and those of `other`.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
