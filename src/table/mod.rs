//! Hash tables of names and words that open without parsing; written by the build script, or at run time from the
//! user's own data.

mod compile;
mod record;
mod sense;
#[allow(clippy::module_inception)]
mod table;

pub(crate) use compile::{Compiled, Compiler};
pub(crate) use record::{AMBIGUOUS_ENTRY, HISTORIC_ENTRY, Record, Text, USER_ENTRY};
pub(crate) use sense::{
    ABBREVIATED, AMBIGUOUS, ARTICLE, CAPITAL, CASED, COUNTRY, EXACT, FEMININE, GIVEN_NAME, LOWER, MASCULINE,
    MOST_ENTRIES, ORGANISATION, ORGANISATION_CONTEXT, PERSON, PLACE, PLURAL, PREPOSITION, SINGULAR, Sense, TITLE, Tag,
    WORD,
};
pub(crate) use table::{Node, Table};
