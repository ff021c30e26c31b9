//! Shallow syntax: noun groups, verb groups and what stands between them, sentence by sentence.

mod chunk;
mod chunker;
mod noun_group;
mod verb_group;
mod words;

pub(crate) use chunk::{Chunk, Head, Mark, NounGroup, Status, VerbGroup, VerbMode};
pub(crate) use chunker::chunk;
pub(crate) use words::Words;
