//! Sentences as the French press writes them, for every kind of relation and each of its forms: `kinds/KIND.tsv`.
//!
//! A row says one pair that the sentence states; a sentence that states several has several rows, and one with an empty pair states none of
//! the kind. What a sentence states beyond its rows fails too. `kinds_known_failures.txt` lists what fails for now; none outside it may.
//! `BLESS=1 cargo test --test kinds` writes it anew, which is right only when it gets shorter; `-- --nocapture` prints the table.

use depeche::relation::RelationKind;
use depeche::{Document, Extractor};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::known_failures::{Failure, settle};
use support::statement::Statement;

mod support;

const FORMS: [&str; 10] = [
    "active",
    "passive",
    "nominal",
    "headline",
    "negated",
    "planned",
    "hypothetical",
    "unconfirmed",
    "ended",
    "nothing",
];
const COLUMNS: &str = "form\tsentence\tsubject\tobject\tstatus";

/// A sentence and all that it states of a kind.
struct Case {
    kind: String,
    form: String,
    sentence: String,
    statements: Vec<Statement>,
}

impl Case {
    fn failures(&self, document: &Document<'_>) -> Vec<Failure> {
        let Self { kind, form, sentence, statements } = self;
        let found: Vec<_> = document.relations().iter().filter(|r| r.kind().as_str() == kind).collect();
        let missed = statements
            .iter()
            .filter(|statement| !found.iter().any(|r| statement.is(document, r)))
            .map(|statement| format!("missed: {statement}"));
        let beyond = found
            .iter()
            .filter(|r| !statements.iter().any(|statement| statement.is(document, r)))
            .map(|r| format!("beyond: {}", Statement::new(document, r)));
        let faults: BTreeSet<String> = missed.chain(beyond).collect();
        let all: Vec<_> = document
            .relations()
            .iter()
            .map(|r| format!("  {} [{}]", Statement::new(document, r), r.found_by()))
            .collect();
        let failure = |fault: String| {
            let key = format!("{kind}\t{form}\t{sentence}\t{fault}");
            Failure { message: format!("{key}\n{}", all.join("\n")), key }
        };
        faults.into_iter().map(failure).collect()
    }
}

/// The cases of a kind, in the order of its file.
fn read(kind: &str) -> Vec<Case> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds").join(kind).with_extension("tsv");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut lines = text.lines().enumerate();
    assert_eq!(lines.next().map(|(_, columns)| columns), Some(COLUMNS), "{}", file.display());
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in lines {
        let place = format!("{}:{}", file.display(), number + 1);
        let [form, sentence, subject, object, status] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{place}: {line:?}: expected {COLUMNS:?}");
        };
        assert!(FORMS.contains(&form), "{place}: form {form:?}, expected one of {FORMS:?}");
        assert_eq!(subject.is_empty(), form == "nothing", "{place}: a pair, or the form \"nothing\"");
        if cases.last().is_none_or(|case| case.sentence != sentence) {
            let (kind, form, sentence) = (kind.to_owned(), form.to_owned(), sentence.to_owned());
            assert!(cases.iter().all(|case| case.sentence != sentence), "{place}: {sentence:?} stands above");
            cases.push(Case { kind, form, sentence, statements: Vec::new() });
        }
        if !subject.is_empty() {
            let statement = Statement::parse(&format!("{subject} — {kind} → {object} ({status})"));
            cases.last_mut().expect("a case").statements.push(statement.expect("a statement"));
        }
    }
    cases
}

#[test]
fn sentences_of_every_kind_and_form_are_read() {
    let kinds: Vec<&str> = RelationKind::ALL.iter().map(RelationKind::as_str).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds");
    let files = fs::read_dir(folder).expect("tests/kinds").count();
    assert_eq!(files, kinds.len(), "one file for each kind");
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    let mut table: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for &kind in &kinds {
        for case in read(kind) {
            let found = case.failures(&extractor.extract(&case.sentence));
            let form = FORMS.iter().find(|form| **form == case.form).expect("a form");
            for cell in [(kind, *form), (kind, "all"), ("all", *form), ("all", "all")] {
                let (right, count) = table.entry(cell).or_default();
                *right += usize::from(found.is_empty());
                *count += 1;
            }
            failures.extend(found);
        }
    }
    let forms = || FORMS.iter().chain(&["all"]);
    println!("{:28}{}", "", forms().map(|form| format!("{form:>13}")).collect::<Vec<_>>().concat());
    for kind in kinds.iter().chain(&["all"]) {
        let cell = |form| table.get(&(*kind, form)).map_or(String::new(), |(right, count)| format!("{right}/{count}"));
        println!("{kind:28}{}", forms().map(|form| format!("{:>13}", cell(*form))).collect::<Vec<_>>().concat());
    }
    settle("kinds_known_failures.txt", "kinds", &failures);
}
