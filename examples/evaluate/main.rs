//! Measures names and relations against gold annotations.
//!
//! ```text
//! evaluate [--errors N] [--names-by-rules] [--rules FILE]… [--gazetteer FILE]… GOLD…
//! ```
//!
//! GOLD is a JSONL file, or a brat annotation file (`.ann`, its text beside it as `.txt`). A line of JSONL is
//! `{"id": …, "text": …, "entities": [[start, end, type], …], "relations": [{"kind", "status", "subject": {"text", "name", "type"},
//! "object": {…}, "quote", "role"}, …]}`; either list may be missing; offsets are characters, half-open.
//!
//! Names count as right by exact span and type (of nested ones the outermost). A relation counts as right when its kind is right, its
//! trigger stands in the gold's `quote`, and both parties bear the gold's names.

mod gold;
mod name;
mod score;

use depeche::Extractor;
use depeche::gazetteer::Gazetteer;
use std::process::ExitCode;

const USAGE: &str = "\
usage: evaluate [--errors N] [--names-by-rules] [--rules FILE]… [--gazetteer FILE]… GOLD…
GOLD is JSONL ({\"id\", \"text\", \"entities\", \"relations\"} a line) or a brat .ann file with its .txt beside it.";

fn run() -> Result<(), String> {
    let (mut errors, mut files) = (0, Vec::new());
    let (mut builder, mut names) = (Extractor::builder(), None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = |what: &str| arguments.next().ok_or(format!("{argument}: found nothing, expected {what}"));
        match argument.as_str() {
            "--errors" => {
                let number = value("a number")?;
                errors = number.parse().map_err(|_| format!("--errors: found {number:?}, expected a number"))?;
            }
            "--rules" => builder = builder.rules_path(value("a file")?),
            "--gazetteer" => names = Some(names.unwrap_or_else(Gazetteer::builder).path(value("a file")?)),
            "--names-by-rules" => builder = builder.names_by_rules(),
            "--help" | "-h" => {
                println!("{USAGE}");
                return Ok(());
            }
            option if option.starts_with('-') => return Err(format!("{option}: no such option\n{USAGE}")),
            _ => files.push(argument),
        }
    }
    if files.is_empty() {
        return Err(USAGE.to_owned());
    }
    if let Some(names) = names {
        builder = builder.gazetteer(names.build().map_err(|e| e.to_string())?);
    }
    let extractor = builder.build().map_err(|e| e.to_string())?;
    let mut names = score::Table::default();
    let mut relations = score::Table::default();
    let mut agreed = score::Agreed::default();
    for file in &files {
        for gold in gold::read(file)? {
            let document = extractor.extract(&gold.text);
            if let Some(spans) = &gold.names {
                score::names(&mut names, &gold, spans, &document);
            }
            if let Some(wanted) = &gold.relations {
                score::relations(&mut relations, &mut agreed, &gold.id, wanted, &document);
            }
        }
    }
    for (title, table) in [("names", &names), ("relations", &relations)] {
        if table.is_empty() {
            continue;
        }
        println!("{title}\n{table}");
        table.faults.iter().take(errors).for_each(|fault| println!("{fault}"));
    }
    print!("{agreed}");
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("evaluate: {fault}");
            ExitCode::from(2)
        }
    }
}
