//! The data compiled by the build script: the only place that includes bytes.

use crate::grammar::Grammar;
use crate::morphology::Conjugator;
use crate::table::Table;
use std::sync::LazyLock;

macro_rules! bytes {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The bundled names.
pub(crate) fn names() -> Table {
    Table::bundled(bytes!("names.table"))
}

/// The bundled grammar.
///
/// # Panics
///
/// Never: the build script wrote what is read here.
pub(crate) fn grammar() -> Grammar {
    let table = Table::bundled(bytes!("grammar.table"));
    let data = postcard::from_bytes(bytes!("grammar.data")).expect("written by the build script");
    Grammar { table, data }
}

/// The models of verbs, read when rules of a user's bring verbs.
pub(crate) fn conjugator() -> &'static Conjugator {
    static CONJUGATOR: LazyLock<Conjugator> = LazyLock::new(|| {
        let models = RULES.iter().find(|(name, _)| name.ends_with("verbs.toml")).map_or("", |(_, text)| text);
        Conjugator::new(models).expect("read by the build script too")
    });
    &CONJUGATOR
}

/// The rule files as they stand in the repository: name and text; the words, the verb models, the lemmas, the codes, the topics,
/// the actors, the parties, the schema, then the frames.
pub(crate) const RULES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The closed lists of the tokenizer.
// Written by a program, for one.
#[allow(clippy::unreadable_literal)]
pub(crate) mod tokens {
    include!(concat!(env!("OUT_DIR"), "/tokens.rs"));
}

/// The words and patterns of the date stage.
#[allow(clippy::unreadable_literal)]
pub(crate) mod dates {
    include!(concat!(env!("OUT_DIR"), "/dates.rs"));
}

/// The learned weights of the mention stage.
pub(crate) const fn mentions() -> &'static [u8] {
    include_bytes!("../model/mentions.bin")
}

/// The style and the script of the page that the HTML output writes.
pub(crate) const PAGE_STYLE: &str = include_str!("output/page/page.css");
pub(crate) const PAGE_SCRIPT: &str = include_str!("output/page/page.js");
