//! Files of the user's: what they hold as text, or what is wrong with them.

use crate::error::Fault;
use std::path::Path;

/// Collects the faults of one file.
pub(crate) struct Faults<'a> {
    pub(crate) file: &'a str,
    pub(crate) all: &'a mut Vec<Fault>,
}

impl Faults<'_> {
    pub(crate) fn push(&mut self, line: usize, field: Option<&'static str>, found: String, expected: &str) {
        self.all.push(Fault {
            file: self.file.to_owned(),
            line: Some(line),
            field,
            found,
            expected: expected.to_owned(),
            unreadable: false,
        });
    }

    /// A fault of the whole file.
    pub(crate) fn whole(&mut self, found: String, expected: &str, unreadable: bool) {
        self.push(0, None, found, expected);
        if let Some(fault) = self.all.last_mut() {
            fault.line = None;
            fault.unreadable = unreadable;
        }
    }
}

/// The text of a file; `None` when nothing of it can be used.
pub(crate) fn read(path: &Path, faults: &mut Faults<'_>) -> Option<String> {
    match std::fs::read(path) {
        Ok(bytes) => decode(bytes, faults),
        Err(error) => {
            faults.whole(error.to_string(), "a readable file", true);
            None
        }
    }
}

/// The text of bytes, without a byte order mark, and with a fault for each line that is no UTF-8; `None` when nothing of it can be used.
pub(crate) fn decode(bytes: Vec<u8>, faults: &mut Faults<'_>) -> Option<String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        faults.push(1, None, "UTF-16".into(), "UTF-8");
        return None;
    }
    let mut text = String::from_utf8(bytes).unwrap_or_else(|error| {
        for (i, line) in error.as_bytes().split(|&b| b == b'\n').enumerate() {
            if let Err(error) = std::str::from_utf8(line) {
                let byte = line[error.valid_up_to()];
                faults.push(i + 1, None, format!("the byte {byte:#04x} that is no UTF-8"), "UTF-8");
            }
        }
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Some(text)
}
