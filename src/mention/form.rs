use crate::token::{Shape, Token, TokenKind};

/// What a token looks like, in the grain that decisions about names need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Form {
    /// Before the first or after the last token of the sentence.
    #[default]
    Edge,
    Lower,
    /// `Niger`.
    Capital,
    /// `ONU`.
    AllCaps,
    /// `TotalEnergies`.
    InnerCapital,
    /// `iPhone`, `al-Bab`.
    LowerCapital,
    /// `A`.
    Letter,
    /// `A.`
    Initial,
    /// `Saint-Denis`.
    Compound,
    /// `O.N.U.`
    Pointed,
    Abbreviation,
    Elision,
    Number,
    /// `8e`, `12h`.
    NumberLetters,
    Comma,
    Colon,
    Stop,
    Opening,
    Closing,
    QuoteOpening,
    QuoteClosing,
    Quote,
    Dash,
    Slash,
    Clitic,
    Address,
    Symbol,
    /// A word in capitals in a line of capitals.
    Shouted,
}

impl Form {
    pub(crate) fn of(token: &Token<'_>, shouting: bool) -> Self {
        let (text, shape) = (token.text(), token.shape());
        match token.kind() {
            TokenKind::Word if shape.has(Shape::ALL_CAPS) => {
                if shouting {
                    Self::Shouted
                } else {
                    Self::AllCaps
                }
            }
            TokenKind::Word if shape.has(Shape::CAPITALISED) => {
                if text.chars().nth(1).is_none() {
                    Self::Letter
                } else if shape.has(Shape::HYPHEN) {
                    let capitals = text.split(['-', '‑']).all(|p| p.chars().next().is_some_and(|c| !c.is_lowercase()));
                    if capitals { Self::Compound } else { Self::Capital }
                } else if shape.has(Shape::INNER_CAPITAL) {
                    Self::InnerCapital
                } else {
                    Self::Capital
                }
            }
            TokenKind::Word if shape.has(Shape::INNER_CAPITAL) => Self::LowerCapital,
            TokenKind::Word if shape.has(Shape::HYPHEN) && text.chars().any(char::is_uppercase) => Self::LowerCapital,
            TokenKind::Word => Self::Lower,
            TokenKind::Elision => Self::Elision,
            TokenKind::Clitic => Self::Clitic,
            TokenKind::Abbreviation => {
                if !shape.has(Shape::CAPITALISED) {
                    Self::Abbreviation
                } else if text.chars().nth(2).is_none() {
                    Self::Initial
                } else if crate::fold::is_pointed_acronym(text) {
                    Self::Pointed
                } else {
                    Self::Abbreviation
                }
            }
            TokenKind::Number => {
                if text.bytes().any(|b| b.is_ascii_alphabetic()) {
                    Self::NumberLetters
                } else {
                    Self::Number
                }
            }
            TokenKind::Punctuation => match text {
                "," => Self::Comma,
                ":" | ";" => Self::Colon,
                _ => Self::Stop,
            },
            TokenKind::Quote => match text {
                "«" | "“" | "‹" => Self::QuoteOpening,
                "»" | "”" | "›" => Self::QuoteClosing,
                _ => Self::Quote,
            },
            TokenKind::Bracket => {
                if matches!(text, "(" | "[" | "{") {
                    Self::Opening
                } else {
                    Self::Closing
                }
            }
            TokenKind::Dash => Self::Dash,
            TokenKind::Address | TokenKind::Tag => Self::Address,
            TokenKind::Symbol if text == "/" || text == "&" => Self::Slash,
            TokenKind::Symbol => Self::Symbol,
        }
    }

    /// Whether names can begin with it whatever it means.
    pub(crate) fn is_strong(self) -> bool {
        matches!(
            self,
            Self::Capital
                | Self::AllCaps
                | Self::InnerCapital
                | Self::LowerCapital
                | Self::Letter
                | Self::Initial
                | Self::Compound
                | Self::Pointed
                | Self::Shouted
        )
    }

    pub(crate) fn is_word(self) -> bool {
        self.is_strong() || matches!(self, Self::Lower | Self::Elision | Self::Clitic | Self::Abbreviation)
    }

    /// Whether it cuts names: they do not go on across it.
    pub(crate) fn cuts(self) -> bool {
        matches!(
            self,
            Self::Edge
                | Self::Comma
                | Self::Colon
                | Self::Stop
                | Self::Opening
                | Self::Closing
                | Self::QuoteOpening
                | Self::QuoteClosing
                | Self::Quote
                | Self::Address
                | Self::Symbol
                | Self::Clitic
        )
    }
}
