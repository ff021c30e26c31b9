//! Constructions of French around verbs and nouns of many kinds: `constructions/NAME.txt`.
//!
//! A paragraph is a text on a line, and behind it all relations that the text states, one a line. `constructions_known_failures.txt` lists
//! what fails for now; none outside it may. `BLESS=1 cargo test --test constructions` writes it anew, which is right only when it gets
//! shorter.

use depeche::Extractor;
use std::fs;
use std::path::Path;
use support::known_failures::{Failure, settle};
use support::statement::Statement;

mod support;

#[test]
fn constructions_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/constructions");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("tests/constructions").map(|f| f.expect("a file").path()).collect();
    files.sort();
    assert!(files.len() > 10, "{} files", files.len());
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let all = fs::read_to_string(&file).expect("a readable file");
        for paragraph in all.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            let (text, rest) = paragraph.split_once('\n').unwrap_or((paragraph, ""));
            let parse = |line| Statement::parse(str::trim(line)).unwrap_or_else(|| panic!("{name}: {line:?}"));
            let expected: Vec<Statement> = rest.lines().map(parse).collect();
            let document = extractor.extract(text);
            let found = document.relations();
            let missed = expected
                .iter()
                .filter(|s| !found.iter().any(|r| s.is(&document, r)))
                .map(|statement| format!("missed: {statement}"));
            let beyond = found
                .iter()
                .filter(|r| !expected.iter().any(|s| s.is(&document, r)))
                .map(|r| format!("beyond: {}", Statement::new(&document, r)));
            failures.extend(missed.chain(beyond).map(|fault| {
                let key = format!("{name}\t{text}\t{fault}");
                Failure { message: key.clone(), key }
            }));
        }
    }
    settle("constructions_known_failures.txt", "constructions", &failures);
}
