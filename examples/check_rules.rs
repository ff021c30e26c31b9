//! Runs the examples of the bundled rules and prints those that fail; names of files narrow the run.

use depeche::Extractor;
use depeche::relation::{Setting, check};
use std::process::ExitCode;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let extractor = Extractor::new();
    let files: Vec<_> = depeche::bundled_rules()
        .iter()
        .copied()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|w| name.contains(w.as_str())))
        .collect();
    let mut failed = false;
    for setting in Setting::ALL {
        match check(&extractor, &files, setting) {
            Ok((count, failures)) => {
                for failure in failures.iter().filter(|_| matches!(setting, Setting::Plain | Setting::Capitals)) {
                    println!("{failure}");
                }
                println!("{setting:?}: {count} examples, {} failed", failures.len());
                failed |= !failures.is_empty();
            }
            Err(faults) => {
                println!("{}", faults.join("\n"));
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
