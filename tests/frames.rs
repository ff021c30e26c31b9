//! Every example of the bundled frames, in every setting.
//!
//! `rules_known_failures.txt` lists those that fail for now; none outside it may. `BLESS=1 cargo test --test frames` writes it anew, which
//! is right only when it gets shorter.

use depeche::Extractor;
use depeche::relation::{Setting, check};
use std::thread;
use support::known_failures::{Failure, settle};

mod support;

/// What tells the failure from others, whatever else is found and wherever the frame stands: `setting frame text => expected`.
fn key(setting: Setting, failure: &str) -> String {
    let (rest, expected) = failure.rsplit_once(", expected ").expect("what was expected");
    let (rest, _) = rest.split_once(": found ").expect("what was found");
    let (_, frame) = rest.split_once(": frame ").expect("the frame");
    format!("{setting:?} {frame} => {expected}")
}

fn failures(extractor: &Extractor, setting: Setting) -> Vec<Failure> {
    let (count, failures) =
        check(extractor, depeche::bundled_rules(), setting).unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
    assert!(count > if setting == Setting::Capitals { 40 } else { 1_000 }, "{count} examples");
    println!("{setting:?}: {count} examples, {} fail", failures.len());
    let messages = failures.iter().map(ToString::to_string);
    messages.map(|message| Failure { key: key(setting, &message), message }).collect()
}

#[test]
fn examples_of_the_rules_hold() {
    let extractor = Extractor::new();
    let found: Vec<Failure> = thread::scope(|scope| {
        let runs = Setting::ALL.map(|setting| {
            scope.spawn({
                let extractor = &extractor;
                move || failures(extractor, setting)
            })
        });
        runs.into_iter().flat_map(|run| run.join().expect("no panic")).collect()
    });
    settle("rules_known_failures.txt", "frames", &found);
}
