//! Whole articles: the readable output against the committed one, and against what a careful reader finds.
//!
//! After a wanted change: `BLESS=1 cargo test --test articles`, then read `git diff tests/articles README.md`.

use depeche::output::Report;
use depeche::{Document, Extractor};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The relations as a reader writes them: once each, the parties of a symmetric one in alphabetical order.
fn stated(document: &Document<'_>) -> BTreeSet<String> {
    let line = |r: &depeche::relation::Relation<'_>| {
        let (subject, object) = (document[r.subject()].name(), document[r.object()].name());
        let status = serde_json::to_value(r.status()).expect("a status");
        let status = status.as_str().filter(|&s| s != "actual").map_or(String::new(), |s| format!(" ({s})"));
        normal(&format!("{subject} — {} → {object}{status}", r.kind()))
    };
    document.relations().iter().map(line).collect()
}

const SYMMETRIC: [&str; 8] = [
    "met_with",
    "spoke_by_phone_with",
    "negotiated_with",
    "signed_accord_with",
    "agreed_with",
    "cooperates_with",
    "made_ceasefire_with",
    "fought_with",
];

fn normal(line: &str) -> String {
    let parts = line.split_once(" — ").and_then(|(subject, rest)| Some((subject, rest.split_once(" → ")?)));
    let Some((subject, (kind, object))) = parts else { panic!("{line:?}: expected subject — kind → object") };
    let (object, status) = object.split_once(" (").map_or((object, String::new()), |(o, s)| (o, format!(" ({s}")));
    let turned = SYMMETRIC.contains(&kind) && object < subject;
    let (subject, object) = if turned { (object, subject) } else { (subject, object) };
    format!("{subject} — {kind} → {object}{status}")
}

#[test]
fn a_reader_finds_as_much() {
    let extractor = Extractor::new();
    settle(articles().iter().filter_map(|file| {
        let text = fs::read_to_string(file).expect("a readable article");
        let reader = fs::read_to_string(file.with_extension("reader")).expect("a list of relations");
        let reader: BTreeSet<_> = reader.lines().filter(|line| !line.starts_with('#')).map(normal).collect();
        let stated = stated(&extractor.extract(&text));
        let both = reader.intersection(&stated).count();
        let mut report = format!("{both} of {} found, {} beyond them\n", reader.len(), stated.len() - both);
        report.extend(reader.difference(&stated).map(|line| format!("missed: {line}\n")));
        report.extend(stated.difference(&reader).map(|line| format!("beyond: {line}\n")));
        compare(&file.with_extension("differences"), &report)
    }));
}
