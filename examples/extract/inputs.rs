//! Which files are read, in which order.

use crate::arguments::Arguments;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How an input is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Html,
    JsonLines,
}

/// A file, or standard input.
#[derive(Clone, Debug)]
pub struct Input {
    /// `None`: standard input.
    pub path: Option<PathBuf>,
    pub kind: Kind,
}

impl Input {
    /// What messages and ids call it.
    pub fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "standard input".into(), |path| path.to_string_lossy().into_owned())
    }
}

/// What went wrong with an input: its name, and what.
pub type Fault = String;

/// Finds inputs, one by one: folders are walked as far as they are asked for.
pub struct Inputs {
    roots: Vec<PathBuf>,
    globs: GlobSet,
    kind: Option<Kind>,
    /// Where results go: not to be read while they are written.
    out: Option<PathBuf>,
}

/// What is read of a folder when no pattern says otherwise.
const TEXTS: &[&str] = &["*.txt", "*.html", "*.htm", "*.xhtml", "*.jsonl", "*.ndjson"];
const JSON_LINES: &[&str] = &["*.jsonl", "*.ndjson"];
const PAGES: &[&str] = &["*.html", "*.htm", "*.xhtml"];

impl Inputs {
    pub fn new(arguments: &Arguments) -> Result<Self, String> {
        let kind = match arguments {
            Arguments { jsonl: true, .. } => Some(Kind::JsonLines),
            Arguments { html: true, .. } => Some(Kind::Html),
            _ => None,
        };
        let usual = match kind {
            Some(Kind::JsonLines) => JSON_LINES,
            Some(Kind::Html) => PAGES,
            _ => TEXTS,
        };
        let usual = usual.iter().flat_map(|glob| [(*glob).to_owned(), format!("{glob}.gz")]);
        let wanted: Vec<String> = if arguments.glob.is_empty() { usual.collect() } else { arguments.glob.clone() };
        let mut globs = GlobSetBuilder::new();
        for glob in &wanted {
            // A pattern without a slash is one for names.
            let pattern = if glob.contains('/') { glob.clone() } else { format!("**/{glob}") };
            let pattern = GlobBuilder::new(&pattern).literal_separator(true).build();
            globs.add(pattern.map_err(|error| format!("--glob: {error}"))?);
        }
        let globs = globs.build().map_err(|error| format!("--glob: {error}"))?;
        let mut roots = arguments.inputs.clone();
        if roots.is_empty() {
            roots.push("-".into());
        }
        let out = arguments.out.as_deref().map(real);
        if let Some(root) = roots.iter().find(|root| Some(real(root)) == out) {
            return Err(format!("--out: {} is an input", root.display()));
        }
        Ok(Self { roots, globs, kind, out })
    }

    /// Whether documents need a name to be told apart.
    pub fn are_several(&self) -> bool {
        self.roots.len() > 1 || self.roots.iter().any(|root| root.is_dir())
    }

    /// The number of bytes of all files, when each has one.
    pub fn bytes(&self) -> Option<u64> {
        self.iter().try_fold(0, |sum, input| match input {
            Ok(Input { path: Some(path), .. }) => Some(sum + std::fs::metadata(path).ok().map_or(0, |m| m.len())),
            Ok(Input { path: None, .. }) => None,
            Err(_) => Some(sum),
        })
    }

    pub fn iter(&self) -> impl Iterator<Item = Result<Input, Fault>> + '_ {
        self.roots.iter().flat_map(|root| self.of(root))
    }

    fn of<'a>(&'a self, root: &'a Path) -> Box<dyn Iterator<Item = Result<Input, Fault>> + 'a> {
        if root == Path::new("-") {
            return Box::new(std::iter::once(Ok(Input { path: None, kind: self.kind.unwrap_or(Kind::Text) })));
        }
        if !root.is_dir() {
            return Box::new(std::iter::once(Ok(self.file(root.to_owned()))));
        }
        let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
        let walk = WalkDir::new(root)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(move |entry| entry.depth() == 0 || !(hidden(entry.file_name()) || self.is_out(entry.path())));
        let files = walk.filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) => {
                let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
                let wanted = self.globs.is_match(below) && entry.path().is_file();
                wanted.then(|| Ok(self.file(entry.into_path())))
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).display().to_string();
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                Some(Err(format!("{path}: {reason}")))
            }
        });
        let (mut any, mut files) = (false, files);
        Box::new(std::iter::from_fn(move || match files.next() {
            None if !any => {
                any = true;
                Some(Err(format!("{}: found no file to read, expected one that --glob names", root.display())))
            }
            next => {
                any = true;
                next
            }
        }))
    }

    /// Whether results are written to the path.
    fn is_out(&self, path: &Path) -> bool {
        self.out.as_ref().is_some_and(|out| out.file_name() == path.file_name() && *out == real(path))
    }

    fn file(&self, path: PathBuf) -> Input {
        let kind = self.kind.unwrap_or_else(|| kind_of(&path));
        Input { path: Some(path), kind }
    }
}

/// The kind that the ending of a name says.
fn kind_of(path: &Path) -> Kind {
    let unpacked = match path.extension() {
        Some(extension) if extension.eq_ignore_ascii_case("gz") => path.file_stem().map(Path::new),
        _ => Some(path),
    };
    let extension = unpacked.and_then(Path::extension).map(|e| e.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("html" | "htm" | "xhtml") => Kind::Html,
        Some("jsonl" | "ndjson") => Kind::JsonLines,
        _ => Kind::Text,
    }
}

/// The path without links and detours, of a file that need not exist.
fn real(path: &Path) -> PathBuf {
    let parent = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    path.canonicalize()
        .or_else(|_| Ok(parent.canonicalize()?.join(path.file_name().unwrap_or_default())))
        .unwrap_or_else(|_: std::io::Error| path.to_owned())
}
