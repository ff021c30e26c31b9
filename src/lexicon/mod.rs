//! What the data says of the words of a text, looked up once and shared by the stages.

mod atom;
mod lexed;

pub(crate) use lexed::{Lexed, Match};
