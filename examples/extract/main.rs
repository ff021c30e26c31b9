//! Reads French texts and prints what they state: `extract --help`.
//!
//! An input that cannot be read is named on standard error, with its line where there is one; the others are still read, and the exit
//! code is 1. Results stand in the order of the inputs, however many threads read them, and the memory does not grow with the corpus
//! (but for the names of a folder's files, which are sorted, and for the networks of `graphml` and `dot`).

mod arguments;
mod inputs;
mod page;
mod pipeline;
mod progress;
mod reader;
mod render;
mod sink;
mod text;

use arguments::Arguments;
use depeche::Extractor;
use depeche::gazetteer::Gazetteer;
use inputs::Inputs;
use pipeline::{Next, Results};
use progress::Progress;
use render::{Rendered, Renderer};
use sink::Sink;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Whether the user wants it to end.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

const FAULTY_INPUT: u8 = 1;
const USAGE: u8 = 2;
const INTERRUPT: u8 = 130;

/// An extractor with the user's names and rules.
fn extractor(arguments: &Arguments) -> Result<Extractor, depeche::Error> {
    let mut builder = arguments.rules.iter().fold(Extractor::builder(), depeche::ExtractorBuilder::rules_path);
    if !arguments.gazetteer.is_empty() {
        let names = arguments.gazetteer.iter().fold(Gazetteer::builder(), depeche::gazetteer::GazetteerBuilder::path);
        builder = builder.gazetteer(names.build()?);
    }
    if arguments.names_by_rules {
        builder = builder.names_by_rules();
    }
    if let Some(date) = arguments.reference_date {
        builder = builder.reference_date(date);
    }
    builder.build()
}

type Outcome = Result<Rendered, String>;

/// Starts the threads that read.
fn start(inputs: &Arc<Inputs>, renderer: Renderer, arguments: &Arguments, read: &Arc<AtomicU64>) -> Results<Outcome> {
    let encoding = arguments.encoding;
    let (inputs, source_read, work_read) = (inputs.clone(), read.clone(), read.clone());
    let source = move |give: &mut dyn FnMut((usize, reader::Item)) -> bool| {
        let mut number = 0;
        reader::items(&inputs, &source_read, &mut |item| {
            number += 1;
            give((number, item))
        });
    };
    let work = move |(number, item): (usize, reader::Item)| {
        let article = item.read(encoding, &work_read)?;
        renderer.render(number, &article).map_err(|error| error.to_string())
    };
    pipeline::spread(arguments.jobs(), source, work)
}

/// Writes every result; the number of faulty inputs.
fn write(results: &mut Results<Outcome>, sink: &mut Sink, progress: &Progress) -> io::Result<usize> {
    let mut faults = 0;
    sink.begin()?;
    let mut patience = Duration::ZERO;
    while !INTERRUPTED.load(Ordering::Relaxed) {
        match results.next(patience) {
            Next::Ready(Ok(rendered)) => sink.put(rendered)?,
            Next::Ready(Err(fault)) => {
                faults += 1;
                progress.say(&fault);
            }
            Next::Failed => faults += 1,
            Next::End => break,
            Next::NotYet => {
                // Whoever reads the output need not wait as well.
                sink.flush()?;
                patience = Duration::from_millis(100);
                continue;
            }
        }
        patience = Duration::ZERO;
        progress.step();
    }
    sink.end()?;
    Ok(faults)
}

/// Says what is wrong before anything is read.
fn usage(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(USAGE)
}

fn main() -> ExitCode {
    let arguments = Arguments::read();
    let extractor = match extractor(&arguments) {
        Ok(extractor) => extractor,
        Err(error) => return usage(&error.to_string()),
    };
    let inputs = match Inputs::new(&arguments) {
        Ok(inputs) => Arc::new(inputs),
        Err(message) => return usage(&message),
    };
    let out = arguments.out.as_ref().map_or_else(|| "standard output".into(), |out| out.display().to_string());
    let mut sink = match Sink::new(&arguments) {
        Ok(sink) => sink,
        Err(error) => return usage(&format!("{out}: {error}")),
    };
    // A second time means now.
    let handler = || {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(INTERRUPT));
        }
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        return usage(&error.to_string());
    }
    let read = Arc::new(AtomicU64::new(0));
    let progress = Progress::new(&inputs, &read, arguments.out.is_some());
    let renderer = Renderer::new(extractor, &arguments, inputs.are_several());
    let mut results = start(&inputs, renderer, &arguments, &read);
    let written = write(&mut results, &mut sink, &progress);
    progress.end();
    match written {
        _ if INTERRUPTED.load(Ordering::Relaxed) => ExitCode::from(INTERRUPT),
        Ok(0) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{out}: {error}");
            ExitCode::from(FAULTY_INPUT)
        }
        Ok(_) => ExitCode::from(FAULTY_INPUT),
    }
}
