//! Tokens → sentences: where French prose, headlines, lists and quotes end theirs.
//!
//! - `.` ends a sentence wherever it is a token of its own; `!`, `?` and `…` do unless a small letter follows. What closes
//!   behind them belongs to the sentence: `« Il pleut. »`.
//! - The point of an abbreviation ends one when a word follows that begins sentences (`etc. Le`, `l'O.N.U. Elle`), that of a
//!   title never (`M. Sall`).
//! - A quote that goes on in its sentence does not end it (`« Où ? » demande-t-il`); one that holds several is cut.
//! - A colon or semicolon ends nothing.
//! - An empty line always ends one. A line break does where a headline, paragraph or item of a list stands on a line of its
//!   own, but not where the line was broken because the next word found no room.
//! - No sentence is longer than 512 tokens: what goes on is cut there.

mod ending;
mod layout;
mod quotes;
// Named after the type within, as every file is.
#[allow(clippy::module_inception)]
mod sentence;
mod splitter;

pub use sentence::Sentence;
pub use splitter::SentenceSplitter;
