//! Who holds which office, belongs to what, runs for what: sentences with all that they state of standing, roles included.
//!
//! A row of `offices/standing.tsv` says one relation; a sentence that states several has several rows one below the other, and one with
//! empty columns states none.

use depeche::Extractor;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const COLUMNS: &str = "sentence\tsubject\tkind\tobject\tstatus\trole";
const KINDS: [&str; 9] = [
    "holds_office",
    "member_of",
    "candidate_for",
    "elected_to",
    "appointed",
    "dismissed",
    "resigned_from",
    "succeeded",
    "founded",
];

/// Subject, kind, object, status, role.
type Row = [String; 5];

/// The sentences of the file with their rows, in order.
fn rows() -> Vec<(String, BTreeSet<Row>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/offices/standing.tsv");
    let text = fs::read_to_string(path).expect("the rows");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(COLUMNS));
    let mut rows: Vec<(String, BTreeSet<Row>)> = Vec::new();
    for line in lines {
        let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [sentence, rest @ ..] = columns.as_slice() else { panic!("{line:?}") };
        let row: Row =
            rest.to_vec().try_into().unwrap_or_else(|_| panic!("five columns behind the sentence: {line:?}"));
        if rows.last().is_none_or(|(last, _)| last != sentence) {
            rows.push((sentence.clone(), BTreeSet::new()));
        }
        if !row[1].is_empty() {
            rows.last_mut().expect("just added").1.insert(row);
        }
    }
    rows
}

/// What the sentence states of standing.
fn found(extractor: &Extractor, sentence: &str) -> BTreeSet<Row> {
    let document = extractor.extract(sentence);
    document
        .relations()
        .iter()
        .filter(|r| KINDS.contains(&r.kind().as_str()))
        .map(|r| {
            let status = serde_json::to_value(r.status()).expect("a status");
            [
                document[r.subject()].name().to_owned(),
                r.kind().to_string(),
                document[r.object()].name().to_owned(),
                status.as_str().expect("a word").to_owned(),
                r.role().unwrap_or("").to_owned(),
            ]
        })
        .collect()
}

#[test]
fn sentences_state_what_their_rows_say() {
    let extractor = Extractor::new();
    let wrong: Vec<String> = rows()
        .into_iter()
        .filter_map(|(sentence, expected)| {
            let found = found(&extractor, &sentence);
            (found != expected).then(|| format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_kind_of_standing_but_succession_has_rows() {
    let kinds: BTreeSet<String> = rows().into_iter().flat_map(|(_, rows)| rows).map(|row| row[1].clone()).collect();
    let missing: Vec<&str> = KINDS.into_iter().filter(|k| !kinds.contains(*k)).collect();
    assert_eq!(missing, ["succeeded"], "successions are tested with the frames and in tests/kinds");
}
