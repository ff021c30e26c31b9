use std::fmt;

/// Why something of the user's could not be used: every fault of every file at once.
///
/// ```
/// use depeche::gazetteer::Gazetteer;
///
/// let error = Gazetteer::builder()
///     .source("desk.tsv", "name\tkind\nUnion du fleuve Mano\torganization\n")
///     .build()
///     .unwrap_err();
/// assert!(error.is_data());
/// assert_eq!(
///     error.to_string(),
///     "desk.tsv:2: kind: found \"organization\", expected person, country, place or organisation",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    faults: Vec<Fault>,
}

/// One thing that is wrong in a file, or wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
    pub(crate) field: Option<&'static str>,
    pub(crate) found: String,
    pub(crate) expected: String,
    pub(crate) unreadable: bool,
}

impl Error {
    /// An error of these faults; `None` when there is none.
    pub(crate) fn of(faults: Vec<Fault>) -> Option<Self> {
        (!faults.is_empty()).then_some(Self { faults })
    }

    /// Whether a file holds something that it must not.
    pub fn is_data(&self) -> bool {
        self.faults.iter().any(|f| !f.unreadable)
    }

    /// Whether a file could not be read.
    pub fn is_io(&self) -> bool {
        self.faults.iter().any(|f| f.unreadable)
    }

    /// The faults, in the order of the files and lines.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl std::error::Error for Error {}

impl Fault {
    /// The file, as it was named.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1; `None` when the fault is of the whole file.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column or field; `None` when the fault is of the whole line.
    pub fn field(&self) -> Option<&str> {
        self.field
    }

    /// What was found.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What should stand there.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(field) = self.field {
            write!(f, ": {field}")?;
        }
        write!(f, ": found {}, expected {}", self.found, self.expected)
    }
}
