//! Learns the weights of the mention stage.
//!
//! ```text
//! train_mentions --explain MODEL TEXT
//! train_mentions --score MODEL [--errors FILE] GOLD.jsonl
//! train_mentions [--develop PREFIX,PREFIX…] [--cross STRETCHES] [--out FILE] [--errors FILE] [--table FILE] [--set NAME=VALUE]… TRAIN.jsonl
//! ```
//!
//! `TRAIN.jsonl` holds articles, one `{"id", "text", "entities": [[start, end, type], …]}` a line (offsets in characters). With
//! `--develop` the articles whose ids begin with one of the prefixes are held out and scored; with `--cross` the
//! articles are cut into so many stretches of time, and each is scored with a model that learned from the others.

use depeche::mention::train::{Corpus, Score, Settings, cross, evaluate, explain, train};
use std::process::ExitCode;

fn set(settings: &mut Settings, assignment: &str) -> Option<()> {
    let (name, value) = assignment.split_once('=')?;
    match name {
        "epochs" => settings.epochs = value.parse().ok()?,
        "rate" => settings.rate = value.parse().ok()?,
        "decay" => settings.decay = value.parse().ok()?,
        "word_decay" => settings.word_decay = value.parse().ok()?,
        "bias_organisation" => settings.bias[2] = value.parse().ok()?,
        "bias_person" => settings.bias[0] = value.parse().ok()?,
        "bias_place" => settings.bias[1] = value.parse().ok()?,
        "hide_words" => settings.hide_words = value.parse().ok()?,
        "hide_names" => settings.hide_names = value.parse().ok()?,
        "hide_memory" => settings.hide_memory = value.parse().ok()?,
        "documents" => settings.documents = value.parse().ok()?,
        "rows" => settings.rows = value.parse().ok()?,
        "copies" => settings.copies = value.parse().ok()?,
        "folds" => settings.folds = value.parse().ok()?,
        "without" => settings.without = value.split(',').map(str::to_owned).collect(),
        _ => return None,
    }
    Some(())
}

/// Prints the score and writes what was wrong.
fn print(score: &Score, errors: Option<&str>) -> Result<(), String> {
    println!("{score}");
    println!("confidence   all  mean right");
    for (tenth, (all, right, sum)) in score.reliability.iter().enumerate().filter(|(_, r)| r.0 > 0) {
        let from = tenth as f64 / 10.0;
        let of_all = 1.0 / *all as f64;
        println!("   {from:.1}-{:.1} {all:5} {:.3} {:.3}", from + 0.1, sum * of_all, *right as f64 * of_all);
    }
    for ((label, origin), (all, right)) in &score.origins {
        println!("{} {origin:20} {all:5} {:.3}", ["PER", "LOC", "ORG"][*label], *right as f64 / *all as f64);
    }
    match errors {
        Some(file) => std::fs::write(file, score.errors.join("\n")).map_err(|e| format!("{file}: {e}")),
        None => Ok(()),
    }
}

fn run() -> Result<(), String> {
    if let [_, flag, model, text] = &std::env::args().collect::<Vec<_>>()[..]
        && flag == "--explain"
    {
        explain(std::fs::read(model).map_err(|e| format!("{model}: {e}"))?, text);
        return Ok(());
    }
    let mut settings = Settings::default();
    let (mut develop, mut stretches, mut scored) = (String::new(), 0, None);
    let (mut input, mut out, mut errors, mut table) = (None, None, None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--develop" => develop = arguments.next().unwrap_or_default(),
            "--cross" => {
                stretches = arguments.next().and_then(|n| n.parse().ok()).ok_or("--cross: expected a number")?
            }
            "--score" => scored = arguments.next(),
            "--out" => out = arguments.next(),
            "--errors" => errors = arguments.next(),
            "--table" => table = arguments.next(),
            "--set" => {
                let assignment = arguments.next().unwrap_or_default();
                set(&mut settings, &assignment).ok_or(format!("--set: found {assignment:?}, expected NAME=VALUE"))?;
            }
            _ => input = Some(argument),
        }
    }
    let input = input.ok_or("expected the file of annotated articles")?;
    let jsonl = std::fs::read_to_string(&input).map_err(|e| format!("{input}: {e}"))?;
    let held_out: Vec<&str> = develop.split(',').filter(|p| !p.is_empty()).collect();
    let (learn, rest) = Corpus::read_jsonl(&jsonl, &held_out);
    if stretches > 1 {
        return print(&cross(&learn, &settings, stretches), errors.as_deref());
    }
    if let Some(model) = scored {
        let bytes = std::fs::read(&model).map_err(|e| format!("{model}: {e}"))?;
        return print(&evaluate(&learn, bytes), errors.as_deref());
    }
    let trained = train(&learn, &settings);
    println!("{}", trained.table.lines().next().unwrap_or(""));
    println!("model {} bytes", trained.bytes.len());
    if !rest.is_empty() {
        println!("on the training part: {}", evaluate(&learn, trained.bytes.clone()));
        print(&evaluate(&rest, trained.bytes.clone()), errors.as_deref())?;
    }
    for (file, bytes) in [(out, trained.bytes.as_slice()), (table, trained.table.as_bytes())] {
        if let Some(file) = file {
            std::fs::write(&file, bytes).map_err(|e| format!("{file}: {e}"))?;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
