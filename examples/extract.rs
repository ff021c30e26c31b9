//! Reads French texts and prints what they state.
//!
//! ```text
//! extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain] [--rules FILE]… [FILE…]
//! ```
//!
//! An input that cannot be read is named on standard error, with its line where there is one; the others are still processed, and the
//! exit code is 2.

use depeche::Extractor;
use depeche::output::{Json, Report};
use serde_json::Value;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Text,
    Json,
    Jsonl,
}

struct Options {
    format: Format,
    jsonl: bool,
    tokens: bool,
    explain: bool,
    rules: Vec<OsString>,
    files: Vec<OsString>,
}

const USAGE: &str = "usage: extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain] [--rules FILE]… [FILE…]
Reads FILEs, or standard input when there is none (or for -). --rules adds kinds and frames. With --jsonl each line of the input is {\"id\": …, \"text\": …}.";

/// The options, or none when help is wanted.
fn options() -> Result<Option<Options>, String> {
    let mut options = Options {
        format: Format::Text,
        jsonl: false,
        tokens: false,
        explain: false,
        rules: Vec::new(),
        files: Vec::new(),
    };
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--format") => {
                let format = arguments.next().unwrap_or_default();
                options.format = match format.to_str() {
                    Some("text") => Format::Text,
                    Some("json") => Format::Json,
                    Some("jsonl") => Format::Jsonl,
                    _ => return Err(format!("--format: found {format:?}, expected text, json or jsonl")),
                }
            }
            Some("--rules") => match arguments.next() {
                Some(file) => options.rules.push(file),
                None => return Err("--rules: found nothing, expected a file".to_owned()),
            },
            Some("--jsonl") => options.jsonl = true,
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
                Ok(text) => self.text((self.options.files.len() > 1).then_some(name), text)?,
                Err(error) => {
                    let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
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
        self.text(id.as_deref(), text)
    }

    fn text(&mut self, id: Option<&str>, text: &str) -> io::Result<()> {
        let (out, options) = (&mut self.out, self.options);
        let document = self.extractor.extract(text);
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
                write!(out, "{}", if options.explain { report.explained() } else { report })?;
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
    let builder = options.rules.iter().fold(Extractor::builder(), depeche::ExtractorBuilder::rules_path);
    let extractor = match builder.build() {
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
