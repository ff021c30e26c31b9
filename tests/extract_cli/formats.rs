//! What each format looks like: the committed files in `tests/outputs/`.
//!
//! After a wanted change: `BLESS=1 cargo test --test extract_cli`, then read `git diff tests/outputs`.

use crate::tool::{Folder, Output, extract, extract_in};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outputs")
}

/// Compares with the committed file, or writes it.
fn compare(name: &str, found: &str) {
    let file = folder().join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, found).expect("a writable file");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(found == expected, "tests/outputs/{name} differs; BLESS=1 writes it. Found:\n{found}");
}

/// The output for the text of the folder, which is compared with the committed one.
fn check(arguments: &[&str], name: &str) -> String {
    let arguments = [arguments, &["visite.txt"]].concat();
    let Output { code, out, err } = extract_in(&folder(), &arguments, "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    compare(name, &out);
    out
}

#[test]
fn text() {
    check(&["--explain"], "explained.txt");
}

#[test]
fn json() {
    let bytes = check(&["--format", "json"], "visite.json");
    let jsonl = extract_in(&folder(), &["--format", "jsonl", "visite.txt"], "").out;
    assert!(jsonl.lines().count() == 1);
    assert_eq!(crate::json(&bytes), crate::json(&jsonl));
}

/// The offsets of every unit find the same words.
#[test]
fn offsets_count_what_they_say() {
    let text = fs::read_to_string(folder().join("visite.txt")).expect("the text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let chars: Vec<char> = text.chars().collect();
    let words = |unit: &str| -> Vec<String> {
        let out = extract_in(&folder(), &["--format", "json", "--tokens", "--offsets", unit, "visite.txt"], "").out;
        let document = crate::json(&out);
        assert_eq!(document["offsets"].as_str(), (unit != "bytes").then_some(unit));
        let lists = ["tokens", "sentences", "mentions"].map(|list| document[list].as_array().expect("a list").clone());
        let triggers = document["relations"].as_array().expect("a list").iter().map(|r| r["trigger"].clone());
        let spans = lists.into_iter().flatten().chain(triggers);
        let of = |span: serde_json::Value| {
            let at = |end: &str| usize::try_from(span[end].as_u64().expect("a number")).expect("small");
            match unit {
                "bytes" => text[at("start")..at("end")].to_owned(),
                "chars" => chars[at("start")..at("end")].iter().collect(),
                _ => String::from_utf16(&units[at("start")..at("end")]).expect("whole characters"),
            }
        };
        spans.map(of).collect()
    };
    let bytes = words("bytes");
    assert!(bytes.len() > 40 && bytes.contains(&"a rencontré".to_owned()), "{bytes:?}");
    assert_eq!(words("chars"), bytes);
    assert_eq!(words("utf16"), bytes);
}

#[test]
fn csv() {
    let out = check(&["--format", "csv"], "visite.csv");
    assert!(out.ends_with("\r\n") && out.lines().count() > 3);
}

#[test]
fn conll() {
    check(&["--format", "conll"], "visite.conll");
}

#[test]
fn html() {
    check(&["--format", "html"], "visite.html");
}

#[test]
fn graphml() {
    check(&["--format", "graphml"], "visite.graphml");
}

#[test]
fn dot() {
    check(&["--format", "dot"], "visite.dot");
}

#[test]
fn petrarch() {
    check(&["--format", "petrarch"], "visite.events");
}

#[test]
fn brat() {
    let out = Folder::new("brat");
    let run = extract_in(&folder(), &["--format", "brat", "--out", &out.path("new/folder"), "visite.txt"], "");
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let file = |name: &str| fs::read_to_string(out.0.join("new/folder").join(name)).expect("a file");
    let text = file("visite.txt");
    assert_eq!(text, fs::read_to_string(folder().join("visite.txt")).expect("the text"));
    let annotation = file("visite.ann");
    compare("visite.ann", &annotation);
    // Each stretch is what it says, in characters.
    let chars: Vec<char> = text.chars().collect();
    for line in annotation.lines().filter(|line| line.starts_with('T')) {
        let [_, spans, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let spans = spans.split_once(' ').expect("kind and spans").1;
        let parts: Vec<String> = spans
            .split(';')
            .map(|span| {
                let (start, end) = span.split_once(' ').expect("two ends");
                chars[start.parse().expect("a number")..end.parse().expect("a number")].iter().collect()
            })
            .collect();
        assert_eq!(parts.join(" "), words, "{line}");
    }
    let configuration = file("annotation.conf");
    assert!(configuration.contains("\n[events]\nmet_with Subject:<ENTITY>, Object:<ENTITY>, Place?:<ENTITY>\n"));
}

#[test]
fn files_of_brat_get_names_of_their_own() {
    let out = Folder::new("brat_names");
    let lines = ["../../etc/x", "a/b", "a_b", "", "é.txt", &"long".repeat(99)]
        .map(|id| format!("{{\"id\":{id:?},\"text\":\"\"}}\n"));
    let run = extract(&["--jsonl", "--format", "brat", "--out", &out.path("")], &lines.concat());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let mut names: Vec<_> = fs::read_dir(&out.0)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .filter_map(|name| Some(name.strip_suffix(".ann")?.to_owned()))
        .collect();
    names.sort();
    assert_eq!(names, ["a_b", "a_b-2", "document", "etc_x", &"long".repeat(50), "é"]);
}

#[test]
fn kinds_and_confidence_select() {
    let kinds = |arguments: &[&str]| -> Vec<String> {
        let out = extract_in(&folder(), &[arguments, &["--format", "json", "visite.txt"]].concat(), "").out;
        let relations = crate::json(&out)["relations"].as_array().expect("a list").clone();
        relations.iter().map(|r| r["kind"].as_str().expect("a kind").to_owned()).collect()
    };
    let all = kinds(&[]);
    assert!(all.contains(&"met_with".into()) && all.contains(&"signed_accord_with".into()), "{all:?}");
    assert!(kinds(&["--kinds", "met_with"]).iter().all(|kind| kind == "met_with"));
    assert_eq!(kinds(&["--kinds", "met_with,signed_accord_with,criticised"]), all);
    assert_eq!(kinds(&["--kinds", "abducted"]), [""; 0]);
    assert_eq!(kinds(&["--min-confidence", "1"]), [""; 0]);
    assert_eq!(kinds(&["--min-confidence", "0.1"]), all);
}

/// One graph of several documents: the nodes are shared, the events counted.
#[test]
fn networks_span_documents() {
    let lines = "{\"text\":\"Joe Biden a rencontré Xi Jinping.\"}\n".repeat(3);
    let out = extract(&["--jsonl", "--format", "dot"], &lines).out;
    assert_eq!(out.matches("label=\"Joe Biden\"").count(), 1, "{out}");
    assert!(out.contains("[label=\"met_with ×3\", kind=\"met_with\", status=\"actual\", count=3]"), "{out}");
}

/// The day of the line, of the command, and none.
#[test]
fn days_count_from_the_day_of_the_text() {
    let line =
        |date: &str| format!("{{\"text\":\"Joe Biden a rencontré Xi Jinping mardi. Moscou a accusé Kiev.\"{date}}}\n");
    let lines = line("") + &line(",\"date\":\"2024-03-20T08:00:00Z\"");
    let dates = |arguments: &[&str]| -> Vec<String> {
        let out = extract(&[&["--jsonl", "--format", "petrarch"], arguments].concat(), &lines).out;
        out.lines().map(|line| line.split('\t').next().unwrap_or("").to_owned()).collect()
    };
    assert_eq!(dates(&[]), ["---", "---", "20240319", "20240320"]);
    assert_eq!(dates(&["--reference-date", "2023-01-12"]), ["20230110", "20230112", "20240319", "20240320"]);
}

#[test]
fn several_documents_share_one_header() {
    let lines = "{\"id\":\"a\",\"text\":\"Joe Biden a rencontré Xi Jinping.\"}\n".repeat(2);
    for (format, once) in [("csv", "document,date,"), ("html", "<!doctype html>"), ("html", "</html>")] {
        let out = extract(&["--jsonl", "--format", format], &lines).out;
        assert_eq!(out.matches(once).count(), 1, "{out}");
        assert!(out.matches("Joe Biden").count() >= 2);
    }
}
