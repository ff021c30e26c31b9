//! What a table knows of one entry, as it is written.
//!
//! Ten bytes a record: where its texts stand, its finer kind and country as places in a small list of
//! terms, kind, sex and flags. The texts (name, other names, offices, ids) and the weight follow each
//! other, each after its length, so that an empty one costs a byte.

/// What the tables know of one entity, title or head noun; texts are not yet packed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// See [`crate::gazetteer::EntryKind`].
    pub(crate) kind: u8,
    /// [`AMBIGUOUS_ENTRY`] …
    pub(crate) flags: u8,
    pub(crate) sex: u8,
    pub(crate) name: String,
    pub(crate) subtype: String,
    pub(crate) country: String,
    pub(crate) wikidata: String,
    pub(crate) code: String,
    pub(crate) aliases: String,
    pub(crate) offices: String,
    pub(crate) weight: u32,
}

/// Flag of a record: the name is also a common word or the name of something else.
pub(crate) const AMBIGUOUS_ENTRY: u8 = 1;
/// Flag of a record: the person died before 1990.
pub(crate) const HISTORIC_ENTRY: u8 = 2;
/// Flag of a record: it is the user's own.
pub(crate) const USER_ENTRY: u8 = 4;

/// Flag of a record: a hundred thousand people or more live there.
pub(crate) const LARGE_ENTRY: u8 = 8;
/// Flag of a record: it is a city or town.
pub(crate) const CITY_ENTRY: u8 = 16;
/// Flag of a record: it sells something: a company, bank, medium or club.
pub(crate) const COMPANY_ENTRY: u8 = 32;

/// The length of a record.
pub(super) const RECORD: usize = 10;

/// The texts of a record, in the order in which they are written; the weight follows.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(crate) enum Text {
    Name,
    Aliases,
    Offices,
    Wikidata,
    Code,
    Weight,
}

impl Record {
    /// Kind, sex and flags in 16 bits; what is asked of every name of a text is a flag beside the text that says it.
    pub(super) fn head(&self) -> u16 {
        let finer = match self.subtype.as_str() {
            "city" => CITY_ENTRY,
            "company" | "bank" | "media" | "club" => COMPANY_ENTRY,
            _ => 0,
        };
        let large = if self.weight >= 100_000 { LARGE_ENTRY } else { 0 };
        u16::from(self.kind) | u16::from(self.sex) << 4 | u16::from(self.flags | finer | large) << 8
    }

    /// Appends the texts and the weight.
    pub(super) fn write(&self, strings: &mut Vec<u8>) {
        for text in [&self.name, &self.aliases, &self.offices, &self.wikidata, &self.code] {
            push_number(text.len() as u32, strings);
            strings.extend_from_slice(text.as_bytes());
        }
        push_number(self.weight, strings);
    }
}

/// Appends a number, seven bits a byte, lowest first; the high bit says that more follow.
fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number; gives it and what follows.
pub(super) fn number(bytes: &[u8]) -> (u32, &[u8]) {
    let mut value = 0;
    for (i, &byte) in bytes.iter().enumerate().take(5) {
        value |= u32::from(byte & 0x7f) << (7 * i);
        if byte < 0x80 {
            return (value, &bytes[i + 1..]);
        }
    }
    (0, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_trip() {
        for value in [0, 1, 127, 128, 300, 1 << 21, u32::MAX] {
            let mut bytes = Vec::new();
            push_number(value, &mut bytes);
            bytes.push(7);
            assert_eq!(number(&bytes), (value, &[7][..]));
        }
        assert_eq!(number(&[0x80]), (0, &[][..]), "a cut number reads as nothing");
    }
}
