//! The `evaluate` example as a command: its figures on small gold of both forms, and what it says of gold that is faulty.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use support::tool::built;

mod support;

struct Gold(PathBuf);

impl Gold {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }
}

/// Exit code, output and messages.
fn evaluate(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(built("evaluate")).args(arguments).output().expect("the example starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Two names right, one missed (a person the text does not have in that extent), one relation right, either way round, and one missed.
const JSONL: &str = r#"{"id":"a","text":"Été 2024. Joe Biden a rencontré Xi Jinping à Lima.","entities":[[10,19,"Person"],[32,42,"Person"],[45,48,"Location"],[0,3,"Date"]],"relations":[{"kind":"met_with","status":"actual","subject":{"text":"Xi","name":"Xi Jinping","type":"person"},"object":{"text":"Joe Biden","name":"Joe Biden","type":"person"},"quote":"Joe Biden a rencontré Xi Jinping à Lima."},{"kind":"praised","status":"actual","subject":{"name":"Xi Jinping","type":"person"},"object":{"name":"Joe Biden","type":"person"},"quote":"Joe Biden a rencontré Xi Jinping à Lima."}]}
"#;

#[test]
fn jsonl_gold() {
    let gold = Gold::new("evaluate_jsonl");
    let (code, out, err) = evaluate(&["--errors", "9", &gold.file("gold.jsonl", JSONL)]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        "names
LOC                          P 0.000  R 0.000  F1 0.000   (tp 0, fp 1, fn 1)
ORG                          P 0.000  R 0.000  F1 0.000   (tp 0, fp 0, fn 0)
PER                          P 1.000  R 1.000  F1 1.000   (tp 2, fp 0, fn 0)
ALL                          P 0.667  R 0.667  F1 0.667   (tp 2, fp 1, fn 1)
- a LOC \"Lim\"
+ a LOC \"Lima\"
relations
met_with                     P 1.000  R 1.000  F1 1.000   (tp 1, fp 0, fn 0)
praised                      P 0.000  R 0.000  F1 0.000   (tp 0, fp 0, fn 1)
ALL                          P 1.000  R 0.500  F1 0.667   (tp 1, fp 0, fn 1)
- a praised(Xi Jinping, Joe Biden) \"Joe Biden a rencontré Xi Jinping à Lima.\"
status right                 1.000 of 1 matched
"
    );
}

#[test]
fn brat_gold() {
    let gold = Gold::new("evaluate_brat");
    gold.file("dispatch.txt", "Été 2024.\nDès hier, Joe Biden ne rencontrera pas Xi Jinping.\n");
    let ann = "T1\tPerson 20 29\tJoe Biden\nT2\tPerson 49 59\tXi Jinping\nR1\tmet_with Arg1:T1 Arg2:T2\nA1\tstatus R1 negated\n#1\tAnnotatorNotes R1\tsûr\n";
    let (code, out, err) = evaluate(&[&gold.file("dispatch.ann", ann)]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        "names
LOC                          P 0.000  R 0.000  F1 0.000   (tp 0, fp 0, fn 0)
ORG                          P 0.000  R 0.000  F1 0.000   (tp 0, fp 0, fn 0)
PER                          P 1.000  R 1.000  F1 1.000   (tp 2, fp 0, fn 0)
ALL                          P 1.000  R 1.000  F1 1.000   (tp 2, fp 0, fn 0)
relations
met_with                     P 1.000  R 1.000  F1 1.000   (tp 1, fp 0, fn 0)
ALL                          P 1.000  R 1.000  F1 1.000   (tp 1, fp 0, fn 0)
status right                 1.000 of 1 matched
"
    );
}

#[test]
fn faulty_gold_is_named_with_its_line() {
    let gold = Gold::new("evaluate_faults");
    let jsonl = gold.file("far.jsonl", "\n{\"id\":1,\"text\":\"Été\",\"entities\":[[0,4,\"Person\"]]}\n");
    let ann = gold.file("far.ann", "T1\tPerson 0 3\tÉté\nR1\tmet_with Arg1:T1 Arg2:T7\n");
    gold.file("far.txt", "Été");
    for (file, expected) in [
        (jsonl.as_str(), format!("evaluate: {jsonl}:2: found 0..4, expected characters within 0..3\n")),
        (ann.as_str(), format!("evaluate: {ann}:2: found T7, expected a T line of that number\n")),
    ] {
        assert_eq!(evaluate(&[file]), (Some(2), String::new(), expected));
    }
    let (code, _, err) = evaluate(&["--errors"]);
    assert_eq!((code, err.as_str()), (Some(2), "evaluate: --errors: found nothing, expected a number\n"));
}
