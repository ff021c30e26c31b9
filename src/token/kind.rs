use serde::{Deserialize, Serialize};

/// What a token is, judged by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, compound words included: `délégation`, `Saint-Denis`, `c'est-à-dire`.
    Word,
    /// A word cut before its vowel: `l'`, `d'`, `qu'`, `jusqu'`.
    Elision,
    /// A pronoun tied behind its verb, hyphen included: `-il`, `-t-elle`, `-moi`.
    Clitic,
    /// A word that ends in a point that belongs to it: `M.`, `art.`, `O.N.U.`, `J.-C.`.
    Abbreviation,
    /// A number, date or ordinal: `1 000`, `3,5`, `-6`, `2e`, `12/03/2024`; a unit written to it is a token of its own, so
    /// that `12h30` makes three.
    Number,
    /// A sign that ends or cuts a sentence: `.`, `!`, `?`, `…`, `,`, `;`, `:`.
    Punctuation,
    /// A quotation mark; a straight one may be doubled.
    Quote,
    /// A bracket.
    Bracket,
    /// A dash or hyphen that stands alone, or several in a row.
    Dash,
    /// A web or mail address.
    Address,
    /// An `@name` or `#tag`, sign included.
    Tag,
    /// Anything else: currency, mathematical sign, emoji, bullet, tag of HTML, sign of Markdown.
    Symbol,
}
