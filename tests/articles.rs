//! Whole articles: the readable output against the committed one, and against what a careful reader finds.
//!
//! After a wanted change: `BLESS=1 cargo test --test articles`, then read `git diff tests/articles README.md`.

use depeche::output::Report;
use depeche::{Document, Extractor};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::statement::Statement;

mod support;

fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("tests/articles").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 3, "found {} articles", files.len());
    files
}

/// Compares `found` with the file, or writes the file when `BLESS` is set; what to say when they differ.
fn compare(file: &Path, found: &str) -> Option<String> {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if found == expected {
        return None;
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(file, found).expect("a writable file");
        return None;
    }
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (expected.lines().collect(), found.lines().collect());
    let lines = old
        .difference(&new)
        .map(|line| format!("- {line}\n"))
        .chain(new.difference(&old).map(|line| format!("+ {line}\n")));
    Some(format!("{}\n{}", file.display(), lines.collect::<String>()))
}

fn settle(faults: impl Iterator<Item = String>) {
    let faults: Vec<_> = faults.collect();
    assert!(
        faults.is_empty(),
        "{}\nIf that is wanted: BLESS=1 cargo test --test articles, then read the diff.",
        faults.join("\n")
    );
}

#[test]
fn output_is_the_committed_one() {
    let extractor = Extractor::new();
    settle(articles().iter().filter_map(|file| {
        let text = fs::read_to_string(file).expect("a readable article");
        compare(&file.with_extension("expected"), &Report::new(&extractor.extract(&text)).to_string())
    }));
}

/// The lines between the fences after the comment that names the article.
#[test]
fn readme_shows_the_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let (article, text) = (&articles()[1], "<!-- the output for tests/articles/dispatch.txt -->\n```text\n");
    assert!(article.ends_with("dispatch.txt"));
    let start = readme.find(text).expect("the comment and the fence") + text.len();
    let end = start + readme[start..].find("```").expect("the closing fence");
    let text = fs::read_to_string(article).expect("a readable article");
    let output = Report::new(&Extractor::new().extract(&text)).to_string();
    let found = format!("{}{output}{}", &readme[..start], &readme[end..]);
    settle(compare(&root.join("README.md"), &found).into_iter());
}

fn differences(document: &Document<'_>, reader: &[Statement]) -> String {
    let relations = document.relations();
    let (found, missed): (Vec<_>, Vec<_>) =
        reader.iter().partition(|statement| relations.iter().any(|r| statement.is(document, r)));
    let beyond: BTreeSet<_> = relations
        .iter()
        .filter(|r| !reader.iter().any(|statement| statement.is(document, r)))
        .map(|r| Statement::new(document, r))
        .collect();
    let mut report = format!("{} of {} found, {} beyond them\n", found.len(), reader.len(), beyond.len());
    report.extend(missed.iter().map(|statement| format!("missed: {statement}\n")));
    report.extend(beyond.iter().map(|statement| format!("beyond: {statement}\n")));
    report
}

#[test]
fn a_reader_finds_as_much() {
    let extractor = Extractor::new();
    settle(articles().iter().filter_map(|file| {
        let text = fs::read_to_string(file).expect("a readable article");
        let list = file.with_extension("reader");
        let reader = fs::read_to_string(&list).expect("a list of relations");
        let parse = |line: &str| {
            Statement::parse(line)
                .unwrap_or_else(|| panic!("{}: {line:?}: expected subject — kind → object", list.display()))
        };
        let reader: Vec<_> = reader.lines().filter(|line| !line.starts_with('#')).map(parse).collect();
        compare(&file.with_extension("differences"), &differences(&extractor.extract(&text), &reader))
    }));
}
