//! Reads French texts and prints what they state.
//!
//! ```text
//! extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain] [--rules FILE]… [--gazetteer FILE]… [--names-by-rules]
//!         [--reference-date YYYY-MM-DD] [FILE…]
//! ```
//!
//! An input that cannot be read is named on standard error, with its line where there is one; the others are still processed, and the
//! exit code is 2.

use depeche::Extractor;
use depeche::date::{Date, Precision};
use depeche::gazetteer::Gazetteer;
use depeche::output::{Json, Report};
use serde_json::Value;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

#[derive(Clone, Copy, Default, PartialEq)]
enum Format {
    #[default]
    Text,
    Json,
    Jsonl,
}

#[derive(Default)]
struct Options {
    format: Format,
    jsonl: bool,
    tokens: bool,
    explain: bool,
    names_by_rules: bool,
    reference: Option<Date>,
    rules: Vec<OsString>,
    gazetteers: Vec<OsString>,
    files: Vec<OsString>,
}

const USAGE: &str = "\
usage: extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain]
               [--rules FILE]… [--gazetteer FILE]… [--names-by-rules]
               [--reference-date YYYY-MM-DD] [FILE…]
Reads FILEs, or standard input when there is none (or for -). With --jsonl each line of the input is
{\"id\": …, \"text\": …}. --rules adds kinds and frames, --gazetteer names (TSV, CSV or JSON lines);
--names-by-rules finds names without the learned model. --reference-date is the day on which the texts were
written; a line of --jsonl may have its own: \"date\": \"YYYY-MM-DD\".";

/// An extractor with the user's names and rules.
fn extractor(options: &Options) -> Result<Extractor, depeche::Error> {
    let mut builder = options.rules.iter().fold(Extractor::builder(), depeche::ExtractorBuilder::rules_path);
    if !options.gazetteers.is_empty() {
        let names = options.gazetteers.iter().fold(Gazetteer::builder(), depeche::gazetteer::GazetteerBuilder::path);
        builder = builder.gazetteer(names.build()?);
    }
    if options.names_by_rules {
        builder = builder.names_by_rules();
    }
    if let Some(date) = options.reference {
        builder = builder.reference_date(date);
    }
    builder.build()
}

/// The options, or none when help is wanted.
fn options() -> Result<Option<Options>, String> {
    let mut options = Options::default();
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--format") => {
                let format = arguments.next().unwrap_or_default();
                let format = format.to_string_lossy();
                options.format = match &*format {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "jsonl" => Format::Jsonl,
                    _ => return Err(format!("--format: found {format:?}, expected text, json or jsonl")),
                }
            }
            Some(option @ ("--rules" | "--gazetteer")) => match arguments.next() {
                Some(file) if option == "--rules" => options.rules.push(file),
                Some(file) => options.gazetteers.push(file),
                None => return Err(format!("{option}: found nothing, expected a file")),
            },
            Some("--reference-date") => {
                let date = arguments.next().unwrap_or_default();
                let date = date.to_string_lossy();
                options.reference =
                    Some(day(&date).ok_or_else(|| format!("--reference-date: found {date:?}, expected YYYY-MM-DD"))?);
            }
            Some("--jsonl") => options.jsonl = true,
            Some("--names-by-rules") => options.names_by_rules = true,
            Some("--tokens") => options.tokens = true,
            Some("--explain") => options.explain = true,
            Some("--help" | "-h") => return Ok(None),
            Some(other) if other.starts_with('-') && other != "-" => {
                return Err(format!("found {other}, expected an option or a file\n{USAGE}"));
            }
            _ => options.files.push(argument),
        }
    }
    if options.files.is_empty() {
        options.files.push("-".into());
    }
    Ok(Some(options))
}

/// The day of the form YYYY-MM-DD.
fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|date: &Date| date.precision() == Precision::Day)
}

fn read(file: &OsString) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Prints documents and counts what could not be read.
struct Run<'o, W> {
    options: &'o Options,
    extractor: Extractor,
    out: W,
    printed: usize,
    faults: usize,
}

impl<W: Write> Run<'_, W> {
    fn fault(&mut self, name: &str, line: Option<usize>, message: &str) {
        self.faults += 1;
        match line {
            Some(line) => eprintln!("{name}:{line}: {message}"),
            None => eprintln!("{name}: {message}"),
        }
    }

    fn file(&mut self, file: &OsString) -> io::Result<()> {
        let name = file.to_string_lossy();
        let name = if name == "-" { "standard input" } else { &name };
        match read(file) {
            Err(error) => self.fault(name, None, &error.to_string()),
            Ok(bytes) if self.options.jsonl => {
                for (number, line) in bytes.split(|&b| b == b'\n').enumerate() {
                    self.line(name, number + 1, line)?;
                }
            }
            Ok(bytes) => match std::str::from_utf8(&bytes) {
                Ok(text) => self.text((self.options.files.len() > 1).then_some(name), text, None)?,
                Err(error) => {
                    let line = bytes[..error.valid_up_to()].split(|&b| b == b'\n').count();
                    self.fault(name, Some(line), "found bytes that are not UTF-8, expected UTF-8 text");
                }
            },
        }
        Ok(())
    }

    fn line(&mut self, name: &str, number: usize, line: &[u8]) -> io::Result<()> {
        let Ok(line) = std::str::from_utf8(line) else {
            self.fault(name, Some(number), "found bytes that are not UTF-8, expected UTF-8 text");
            return Ok(());
        };
        if line.trim().is_empty() {
            return Ok(());
        }
        let record: Value = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => {
                // The line that the error counts is always the first: only the column says something.
                let message = format!("found no JSON at column {}, expected {{\"id\", \"text\"}}", error.column());
                self.fault(name, Some(number), &message);
                return Ok(());
            }
        };
        let Some(text) = record["text"].as_str() else {
            self.fault(name, Some(number), "found no text, expected the field \"text\" with a string");
            return Ok(());
        };
        let id = match &record["id"] {
            Value::String(id) => Some(id.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        };
        self.text(id.as_deref(), text, record["date"].as_str().and_then(day))
    }

    fn text(&mut self, id: Option<&str>, text: &str, date: Option<Date>) -> io::Result<()> {
        let (out, options) = (&mut self.out, self.options);
        let document = match date {
            Some(date) => self.extractor.extract_at(text, date),
            None => self.extractor.extract(text),
        };
        let mut json = Json::new(&document);
        if let Some(id) = id {
            json = json.with_id(id);
        }
        if options.tokens {
            json = json.with_tokens();
        }
        match options.format {
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &json)?;
                writeln!(out)?;
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut *out, &json)?;
                writeln!(out)?;
            }
            Format::Text => {
                if self.printed > 0 {
                    writeln!(out)?;
                }
                if let Some(id) = id {
                    writeln!(out, "{id}")?;
                }
                let report = Report::new(&document);
                if options.explain {
                    let reasons = self.extractor.reasons(text);
                    write!(out, "{}", report.explained().with_reasons(&reasons))?;
                } else {
                    write!(out, "{report}")?;
                }
            }
        }
        self.printed += 1;
        Ok(())
    }
}

/// Processes every input; the number of faults.
fn run(options: &Options, extractor: Extractor) -> io::Result<usize> {
    let out = BufWriter::new(io::stdout().lock());
    let mut run = Run { options, extractor, out, printed: 0, faults: 0 };
    for file in &options.files {
        run.file(file)?;
    }
    run.out.flush()?;
    Ok(run.faults)
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let extractor = match extractor(&options) {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    match run(&options, extractor) {
        Ok(0) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::from(2)
        }
        Ok(_) => ExitCode::from(2),
    }
}
