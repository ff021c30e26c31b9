//! Hash tables of names and words that open without parsing; written by the build script, or at run time from the
//! user's own data.

mod compile;
mod sense;
#[allow(clippy::module_inception)]
mod table;

pub(crate) use compile::{Compiled, Compiler, Record};
pub(crate) use sense::{
    ABBREVIATED, AMBIGUOUS, EXACT, FEMININE, LOWER, MASCULINE, PLURAL, SINGULAR, Sense, Tag,
};
pub(crate) use table::{Node, Table};
