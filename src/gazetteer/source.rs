use crate::user_file::{Faults, decode, read};
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
        let text = match self {
            Self::Content { bytes, .. } => decode(bytes.clone(), faults),
            Self::Path(path) => read(path, faults),
        };
        Some((format, text?))
    }
}
