//! Hash tables of names and words that open without parsing; written by the build script, or at run time from the
//! user's own data.

mod compile;
mod extend;
mod record;
mod sense;
mod surnames;
#[allow(clippy::module_inception)]
mod table;

pub(crate) use compile::{Compiled, Compiler};
#[allow(unused_imports)]
pub(crate) use record::{
    AMBIGUOUS_ENTRY, CITY_ENTRY, COMPANY_ENTRY, HISTORIC_ENTRY, LARGE_ENTRY, Record, Text, USER_ENTRY,
};
#[allow(unused_imports)]
pub(crate) use sense::{
    ABBREVIATED, AMBIGUOUS, CASED, EXACT, FEMININE, LOWER, MASCULINE, MOST_ENTRIES, PLURAL, SINGULAR, Sense, Tag,
    evidence, reading,
};
pub(crate) use surnames::surnames;
pub(crate) use table::{Node, Table};
