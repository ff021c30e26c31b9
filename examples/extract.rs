//! Reads French texts and prints what they state.
//!
//! ```text
//! extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain] [--rules FILE]… [FILE…]
//! ```

use depeche::Extractor;
use depeche::output::{Json, Report};
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
    rules: Vec<String>,
    files: Vec<String>,
}

const USAGE: &str = "usage: extract [--format text|json|jsonl] [--jsonl] [--tokens] [--explain] [--rules FILE]… [FILE…]
Reads FILEs, or standard input when there is none (or for -). --rules adds kinds and frames. With --jsonl each line of the input is {\"id\": …, \"text\": …}.";

fn options() -> Result<Options, String> {
    let mut options =
        Options { format: Format::Text, jsonl: false, tokens: false, explain: false, rules: Vec::new(), files: Vec::new() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--format" => {
                options.format = match arguments.next().as_deref() {
                    Some("text") => Format::Text,
                    Some("json") => Format::Json,
                    Some("jsonl") => Format::Jsonl,
                    other => return Err(format!("--format: found {other:?}, expected text, json or jsonl")),
                }
            }
            "--rules" => match arguments.next() {
                Some(file) => options.rules.push(file),
                None => return Err("--rules: found nothing, expected a file".to_owned()),
            },
            "--jsonl" => options.jsonl = true,
            "--tokens" => options.tokens = true,
            "--explain" => options.explain = true,
            "--help" | "-h" => return Err(USAGE.to_owned()),
            _ if argument.starts_with("--") => return Err(format!("found {argument}, expected an option\n{USAGE}")),
            _ => options.files.push(argument),
        }
    }
    if options.files.is_empty() {
        options.files.push("-".to_owned());
    }
    Ok(options)
}

fn read(file: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let result = if file == "-" {
        io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut f| f.read_to_end(&mut bytes))
    };
    result.map_err(|error| format!("{file}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..valid].iter().filter(|&&b| b == b'\n').count();
        format!("{file}:{line}: found bytes that are not UTF-8, expected UTF-8 text")
    })
}

fn print(out: &mut impl Write, options: &Options, extractor: &Extractor, id: Option<&str>, text: &str) -> io::Result<()> {
    let document = extractor.extract(text);
    let mut json = Json::new(&document);
    if let Some(id) = id {
        json = json.with_id(id);
    }
    if options.tokens {
        json = json.with_tokens();
    }
    match options.format {
        Format::Json => serde_json::to_writer_pretty(&mut *out, &json)?,
        Format::Jsonl => serde_json::to_writer(&mut *out, &json)?,
        Format::Text => {
            if let Some(id) = id {
                writeln!(out, "{id}")?;
            }
            let report = Report::new(&document);
            write!(out, "{}", if options.explain { report.explained() } else { report })?;
        }
    }
    writeln!(out)
}

fn lines(out: &mut impl Write, options: &Options, extractor: &Extractor, file: &str, input: &str) -> io::Result<bool> {
    let mut good = true;
    for (number, line) in input.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let fault = |message: &str| eprintln!("{file}:{}: {message}", number + 1);
        let record: serde_json::Value = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => {
                fault(&format!("found no JSON ({error}), expected {{\"id\", \"text\"}}"));
                good = false;
                continue;
            }
        };
        let Some(text) = record["text"].as_str() else {
            fault("found no text, expected the field \"text\" with a string");
            good = false;
            continue;
        };
        let id = match &record["id"] {
            serde_json::Value::String(id) => Some(id.clone()),
            serde_json::Value::Null => None,
            other => Some(other.to_string()),
        };
        print(out, options, extractor, id.as_deref(), text)?;
    }
    Ok(good)
}

fn run(options: &Options, extractor: &Extractor) -> io::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut good = true;
    for file in &options.files {
        match read(file) {
            Ok(input) if options.jsonl => good &= lines(&mut out, options, extractor, file, &input)?,
            Ok(input) => {
                let id = (options.files.len() > 1).then_some(file.as_str());
                print(&mut out, options, extractor, id, &input)?;
            }
            Err(message) => {
                eprintln!("{message}");
                good = false;
            }
        }
    }
    out.flush()?;
    Ok(good)
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let builder = options.rules.iter().fold(Extractor::builder(), |builder, file| builder.rules_path(file));
    let extractor = match builder.build() {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    match run(&options, &extractor) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
