//! The data compiled by the build script: the only place that includes bytes.

use crate::gazetteer::Table;

macro_rules! bytes {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The bundled names.
pub(crate) fn names() -> Table {
    Table::bundled(
        bytes!("names.keys"),
        bytes!("names.values"),
        bytes!("names.senses"),
        bytes!("names.entries"),
        bytes!("names.strings"),
    )
}
