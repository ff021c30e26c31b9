//! Tokens → sentences: where French prose, headlines, lists and quotes end theirs.

mod ending;
mod layout;
mod quotes;
#[allow(clippy::module_inception)]
mod sentence;
mod splitter;

pub use sentence::Sentence;
pub use splitter::SentenceSplitter;
