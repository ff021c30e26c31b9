use crate::error::Fault;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// How the rows of a user gazetteer are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Tsv,
    Csv,
    JsonLines,
}

impl Format {
    /// The format that the ending of the name says.
    fn of(name: &str) -> Option<Self> {
        let extension = Path::new(name).extension()?.to_str()?;
        [("tsv", Self::Tsv), ("csv", Self::Csv), ("jsonl", Self::JsonLines), ("ndjson", Self::JsonLines)]
            .into_iter()
            .find(|(known, _)| extension.eq_ignore_ascii_case(known))
            .map(|(_, format)| format)
    }
}

/// A file of names, or its content.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Path(PathBuf),
    Content { name: String, bytes: Vec<u8> },
}

/// Collects the faults of one file.
pub(super) struct Faults<'a> {
    pub(super) file: &'a str,
    pub(super) all: &'a mut Vec<Fault>,
}

impl Faults<'_> {
    pub(super) fn push(&mut self, line: usize, field: Option<&'static str>, found: String, expected: &str) {
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
    fn whole(&mut self, found: String, expected: &str, unreadable: bool) {
        self.push(0, None, found, expected);
        if let Some(fault) = self.all.last_mut() {
            fault.line = None;
            fault.unreadable = unreadable;
        }
    }
}

impl Source {
    /// The name of the file.
    pub(super) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Path(path) => path.to_string_lossy(),
            Self::Content { name, .. } => Cow::Borrowed(name),
        }
    }

    /// Reads the source whole; `None` when nothing of it can be used.
    pub(super) fn read(&self, faults: &mut Faults<'_>) -> Option<(Format, String)> {
        let Some(format) = Format::of(faults.file) else {
            faults.whole("another ending of the name".into(), ".tsv, .csv, .jsonl or .ndjson", false);
            return None;
        };
        let bytes = match self {
            Self::Content { bytes, .. } => bytes.clone(),
            Self::Path(path) => match std::fs::read(path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    faults.whole(error.to_string(), "a readable file", true);
                    return None;
                }
            },
        };
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
        Some((format, text))
    }
}
