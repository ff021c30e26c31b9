//! Shallow syntax: noun groups, verb groups and what stands between them, sentence by sentence.

mod addition;
pub(crate) mod chunk;
mod chunker;
mod clause;
mod gap;
mod noun_group;
mod outline;
mod verb_group;
mod words;

pub use chunk::Status;
pub(crate) use chunk::{Chunk, Head, Mark, NounGroup, VerbGroup, VerbMode};
pub(crate) use chunker::{chunk as chunk_sentence, meant};
pub(crate) use clause::{Clauses, Frame as Around};
pub(crate) use noun_group::{Names, rank};
pub(crate) use words::Words;
