//! The small examples print what is committed.
//!
//! After a wanted change: `BLESS=1 cargo test --test examples`, then read `git diff tests/examples`.

use std::fs;
use std::path::Path;
use std::process::Command;
use support::tool::built;

mod support;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn prints(name: &str, arguments: &[&str], input: Option<&str>) {
    let mut command = Command::new(built(name));
    command.args(arguments).current_dir(ROOT);
    if let Some(input) = input {
        command.stdin(fs::File::open(Path::new(ROOT).join(input)).expect("the input"));
    }
    let output = command.output().expect("the example starts");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).expect("UTF-8").replace("\r\n", "\n");
    let file = Path::new(ROOT).join(format!("tests/examples/{name}.expected"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &found).expect("a writable file");
    }
    assert_eq!(found, fs::read_to_string(&file).unwrap_or_default(), "{}", file.display());
}

#[test]
fn minimal() {
    prints("minimal", &[], None);
}

#[test]
fn custom_gazetteer() {
    prints("custom_gazetteer", &[], None);
}

#[test]
fn custom_relation() {
    prints("custom_relation", &[], None);
}

#[test]
fn batch() {
    prints("batch", &[], Some("examples/texts/corpus.jsonl"));
}

#[test]
fn cooccurrence() {
    prints("cooccurrence", &["examples/texts"], None);
}
