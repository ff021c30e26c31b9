//! Every example of the bundled frames, in the three settings.
//!
//! `rules_known_failures.txt` lists those that fail for now; none outside it may. `BLESS=1 cargo test --test frames` writes it anew, which
//! is right only when it gets shorter.

use depeche::Extractor;
use depeche::relation::{Setting, check};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

/// What tells the failure from others, whatever else is found and wherever the frame stands: `setting frame text => expected`.
fn key(setting: Setting, failure: &str) -> String {
    let (rest, expected) = failure.rsplit_once(", expected ").expect("what was expected");
    let (rest, _) = rest.split_once(": found ").expect("what was found");
    let (_, frame) = rest.split_once(": frame ").expect("the frame");
    format!("{setting:?} {frame} => {expected}")
}

fn failures(extractor: &Extractor, setting: Setting) -> Vec<(String, String)> {
    let (count, failures) =
        check(extractor, depeche::bundled_rules(), setting).unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
    assert!(count > 1_000, "{count} examples");
    println!("{setting:?}: {count} examples, {} fail", failures.len());
    failures.iter().map(|failure| (key(setting, &failure.to_string()), failure.to_string())).collect()
}

#[test]
fn examples_of_the_rules_hold() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules_known_failures.txt");
    let known = fs::read_to_string(&file).expect("the list of known failures");
    let known: BTreeSet<_> = known.lines().collect();
    let extractor = Extractor::new();
    let found: Vec<(String, String)> = thread::scope(|scope| {
        let runs = [Setting::Plain, Setting::Shifted, Setting::Typographic].map(|setting| {
            scope.spawn({
                let extractor = &extractor;
                move || failures(extractor, setting)
            })
        });
        runs.into_iter().flat_map(|run| run.join().expect("no panic")).collect()
    });
    if std::env::var_os("BLESS").is_some() {
        let lines: BTreeSet<_> = found.iter().map(|(key, _)| format!("{key}\n")).collect();
        fs::write(&file, lines.into_iter().collect::<String>()).expect("a writable list");
        return;
    }
    let new: Vec<_> =
        found.iter().filter(|(key, _)| !known.contains(key.as_str())).map(|(_, message)| message.as_str()).collect();
    let failing: BTreeSet<_> = found.iter().map(|(key, _)| key.as_str()).collect();
    let mended = known.iter().filter(|key| !failing.contains(*key)).count();
    assert!(new.is_empty(), "{} examples fail that did not:\n{}", new.len(), new.join("\n"));
    assert!(failing.len() <= known.len(), "{} fail, {} are known", failing.len(), known.len());
    if mended > 0 {
        println!("{mended} known failures are mended: BLESS=1 cargo test --test frames shortens the list");
    }
}
