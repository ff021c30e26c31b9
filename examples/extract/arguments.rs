//! The command line.

use clap::{CommandFactory, Parser, ValueEnum};
use clap_complete::Shell;
use depeche::date::Date;
use depeche::output::Offsets;
use depeche::relation::RelationKind;
use std::path::PathBuf;

/// Reads French news and prints who did what to whom.
#[derive(Debug, Parser)]
#[command(name = "extract", version, after_help = EXAMPLES, max_term_width = 110)]
pub struct Arguments {
    /// Files and folders to read; standard input when there is none, or for -
    ///
    /// Folders are read with their subfolders, in the order of the names. Files may be packed (.gz); .html, .htm and .xhtml are read
    /// as web pages, .jsonl and .ndjson as JSON lines, all others as plain text.
    #[arg(value_name = "FILE")]
    pub inputs: Vec<PathBuf>,

    /// How results are written
    #[arg(long, short, value_enum, default_value_t = Format::Text, help_heading = "Output")]
    pub format: Format,

    /// Where results are written: a file, for brat a folder; standard output when left out
    #[arg(long, short, value_name = "PATH", help_heading = "Output")]
    pub out: Option<PathBuf>,

    /// What offsets count: bytes in JSON and characters in brat when left out
    #[arg(long, value_enum, help_heading = "Output")]
    pub offsets: Option<Unit>,

    /// Add the tokens (json, jsonl)
    #[arg(long, help_heading = "Output")]
    pub tokens: bool,

    /// Add the rule and evidence behind each result (text)
    #[arg(long, help_heading = "Output")]
    pub explain: bool,

    /// Only relations of these kinds, parted by commas: met_with,accused
    #[arg(long, value_name = "LIST", value_delimiter = ',', help_heading = "Selection")]
    pub kinds: Vec<String>,

    /// Only relations at least this sure, from 0 to 1
    #[arg(long, value_name = "X", value_parser = share, help_heading = "Selection")]
    pub min_confidence: Option<f32>,

    /// Which files of a folder are read, by name or path below it: '*.txt', '2024/**/*.html'
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub glob: Vec<String>,

    /// Each line of the input is {"id": …, "text": …}, perhaps with "date"; other fields are ignored
    #[arg(long, help_heading = "Input")]
    pub jsonl: bool,

    /// The input is web pages: menus, advertisements and the like are left out
    #[arg(long, conflicts_with = "jsonl", help_heading = "Input")]
    pub html: bool,

    /// The encoding of the input, as the web names it: latin1, windows-1252, utf-16le …
    ///
    /// Left out: UTF-8, of web pages what they say themselves. Offsets always count in the text as UTF-8.
    #[arg(long, value_name = "NAME", value_parser = encoding, help_heading = "Input")]
    pub encoding: Option<&'static encoding_rs::Encoding>,

    /// The day on which the texts were written, from which "mardi" or "hier" count
    ///
    /// A line of JSON may have its own, "date": "YYYY-MM-DD"; a web page says when it was published.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, help_heading = "Input")]
    pub reference_date: Option<Date>,

    /// More names: TSV, CSV or JSON lines
    #[arg(long, value_name = "FILE", help_heading = "Knowledge")]
    pub gazetteer: Vec<PathBuf>,

    /// More kinds of relations and frames: TOML
    #[arg(long, value_name = "FILE", help_heading = "Knowledge")]
    pub rules: Vec<PathBuf>,

    /// Find names without the learned model
    #[arg(long, help_heading = "Knowledge")]
    pub names_by_rules: bool,

    /// How many texts are read at a time; 0 for one a core
    #[arg(long, short, value_name = "N", default_value_t = 0)]
    pub jobs: usize,

    /// Print what a shell must know to complete the options, and end
    #[arg(long, value_enum, value_name = "SHELL", exclusive = true)]
    pub completion: Option<Shell>,
}

const EXAMPLES: &str = "\
Examples:
  extract article.txt                                  relations and entities, for a person
  curl -s URL | extract --html -                       a web page
  extract --jsonl corpus.jsonl.gz --format jsonl       JSON lines to JSON lines, same order
  extract articles/ --glob '*.html' --format csv -o events.csv
                                                       a folder, one event a row
  extract articles/ --format html -o page.html         a page to read and click
  extract articles/ --format brat -o annotated/        stand-off files for brat
  extract articles/ --kinds accused,threatened --format graphml -o conflict.graphml
  extract --completion bash > ~/.local/share/bash-completion/completions/extract

Exit codes: 0 all was read; 1 an input could not be read (it is named on standard error, the others are read)
or the output not written; 2 the command line, a gazetteer or a rule file is faulty; 130 interrupted.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Relations and entities, for a person
    Text,
    /// JSON, indented
    Json,
    /// JSON, one document a line
    Jsonl,
    /// One event a row, with header
    Csv,
    /// Tokens with IOB2 tags of names
    Conll,
    /// Stand-off files .txt and .ann in a folder
    Brat,
    /// One self-contained web page
    Html,
    /// The network of all documents, as GraphML
    Graphml,
    /// The network of all documents, for Graphviz
    Dot,
    /// Event lines: day, source, target, CAMEO code, id
    Petrarch,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Unit {
    /// Bytes of UTF-8
    Bytes,
    /// Characters, as Python counts
    Chars,
    /// Units of UTF-16, as JavaScript counts
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

impl Arguments {
    /// The arguments of the process. Ends the process when they are faulty, or when help or completion is wanted.
    pub fn read() -> Self {
        let arguments = Self::parse();
        if let Some(shell) = arguments.completion {
            clap_complete::generate(shell, &mut Self::command(), "extract", &mut std::io::stdout());
            std::process::exit(0);
        }
        if let Err(message) = arguments.check() {
            Self::command().error(clap::error::ErrorKind::ValueValidation, message).exit();
        }
        arguments
    }

    /// What the parts do not show each alone.
    fn check(&self) -> Result<(), String> {
        // Rules of the user may bring kinds of their own.
        let known = |kind: &&String| RelationKind::ALL.contains(&RelationKind::from_name(kind));
        if self.rules.is_empty()
            && let Some(kind) = self.kinds.iter().find(|kind| !known(kind))
        {
            let all: Vec<_> = RelationKind::ALL.iter().map(RelationKind::as_str).collect();
            return Err(format!("--kinds: found {kind:?}, expected of {}", all.join(", ")));
        }
        if let Some(encoding) = self.encoding.filter(|e| self.jsonl && !e.is_ascii_compatible()) {
            return Err(format!("--encoding: found {}, expected one that JSON lines can have", encoding.name()));
        }
        match &self.out {
            None if self.format == Format::Brat => {
                Err("--format brat writes several files: name a folder with --out".into())
            }
            Some(out) if self.format != Format::Brat && out.is_dir() => {
                Err(format!("--out: found the folder {}, expected a file", out.display()))
            }
            Some(out) if self.format == Format::Brat && out.is_file() => {
                Err(format!("--out: found the file {}, expected a folder", out.display()))
            }
            _ => Ok(()),
        }
    }

    pub fn jobs(&self) -> usize {
        match self.jobs {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            jobs => jobs,
        }
    }
}

fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|x| (0.0..=1.0).contains(x)).ok_or_else(|| "expected a number from 0 to 1".into())
}

fn date(text: &str) -> Result<Date, String> {
    crate::text::day(text).filter(|_| text.len() == 10).ok_or_else(|| "expected YYYY-MM-DD".into())
}

fn encoding(name: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label(name.as_bytes()).ok_or_else(|| "expected the name of an encoding".into())
}
