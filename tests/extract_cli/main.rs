//! The `extract` example as a command: what it prints, what it says of inputs that it cannot read, and how it ends.

mod formats;
mod inputs;
mod streams;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
mod tool;

use tool::{Folder, Output, extract, json};

const MEETING: &str = "Emmanuel Macron a rencontré Olaf Scholz à Berlin.";

/// What is printed for [`MEETING`], up to the entities.
const MET: &str = "Relations\n  Emmanuel Macron — met_with → Olaf Scholz in: Berlin  «a rencontré»\nEntities\n";

fn is_meeting(document: &serde_json::Value) -> bool {
    document["text"] == MEETING && document["relations"][0]["kind"] == "met_with"
}

#[test]
fn a_file_is_read() {
    let folder = Folder::new("a_file_is_read");
    let Output { code, out, err } = extract(&[folder.file("a.txt", MEETING.as_bytes())], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with(MET) && !out.ends_with("\n\n"), "{out}");
}

#[test]
fn standard_input_is_read() {
    for arguments in [&[][..], &["-"]] {
        let Output { code, out, err } = extract(arguments, MEETING);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.starts_with(MET), "{out}");
    }
}

#[test]
fn several_files_are_named_and_parted() {
    let folder = Folder::new("several_files");
    let (a, b) = (folder.file("a.txt", MEETING.as_bytes()), folder.file("b.txt", b""));
    let Output { code, out, err } = extract(&[&a, &b], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.starts_with(&format!("{a}\n{MET}")), "{out}");
    assert!(out.ends_with(&format!("\n\n{b}\nRelations\nEntities\n")), "{out}");
}

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let folder = Folder::new("missing");
    let (missing, good) = (folder.path("missing.txt"), folder.file("good.txt", MEETING.as_bytes()));
    let Output { code, out, err } = extract(&[&missing, &good], "");
    assert_eq!(code, Some(1));
    assert!(err.starts_with(&format!("{missing}: ")) && err.lines().count() == 1, "{err}");
    assert!(out.starts_with(&format!("{good}\n{MET}")), "{out}");
}

#[test]
fn bytes_that_are_not_utf_8_are_named_with_their_line() {
    let folder = Folder::new("latin_1");
    let bad = folder.file("bad.txt", b"Une d\xc3\xa9p\xc3\xaache.\n\nUne autre d\xe9p\xeache.\n");
    let good = folder.file("good.txt", MEETING.as_bytes());
    let Output { code, out, err } = extract(&[&bad, &good], "");
    assert_eq!(code, Some(1));
    let expected = "found bytes that are not UTF-8 at byte 27, expected UTF-8 text or --encoding";
    assert_eq!(err, format!("{bad}:3: {expected}\n"));
    assert!(out.starts_with(&format!("{good}\n{MET}")), "{out}");
}

#[test]
fn json_lines_keep_their_order_and_ids() {
    let folder = Folder::new("jsonl");
    let lines = format!("{{\"id\":\"b\",\"text\":\"\",\"other\":1}}\n\n{{\"id\":7,\"text\":\"{MEETING}\"}}\n");
    let arguments = ["--jsonl", "--format", "jsonl", &folder.file("good.jsonl", lines.as_bytes())];
    let Output { code, out, err } = extract(&arguments, "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let documents: Vec<_> = out.lines().map(json).collect();
    assert_eq!(documents.len(), 2);
    assert_eq!((documents[0]["id"].as_str(), documents[1]["id"].as_str()), (Some("b"), Some("7")));
    assert!(is_meeting(&documents[1]));
}

#[test]
fn faulty_json_lines_are_named_and_the_others_are_read() {
    let folder = Folder::new("faulty_jsonl");
    let mut lines = b"{\"id\":\"a\",\"text\":\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":4}\n[1]\n".to_vec();
    lines.extend(b"{\"id\":\"e\",\"text\":\"d\xe9p\xeache\"}\n");
    lines.extend(format!("{{\"id\":\"f\",\"text\":\"{MEETING}\"}}").as_bytes());
    let bad = folder.file("bad.jsonl", &lines);
    let Output { code, out, err } = extract(&["--jsonl", "--format", "jsonl", &bad, &folder.path("missing.jsonl")], "");
    assert_eq!(code, Some(1));
    let no_text = "found no text, expected the field \"text\" with a string";
    let expected = [
        format!("{bad}:1: found no JSON at column 17, expected {{\"id\", \"text\"}}"),
        format!("{bad}:2: {no_text}"),
        format!("{bad}:3: {no_text}"),
        format!("{bad}:4: {no_text}"),
        format!("{bad}:5: found bytes that are not UTF-8 at byte 19, expected UTF-8 text or --encoding"),
    ];
    let err: Vec<_> = err.lines().collect();
    assert_eq!(err[..5], expected);
    assert!(err.len() == 6 && err[5].contains("missing.jsonl: "), "{err:?}");
    assert!(out.lines().count() == 1 && is_meeting(&json(&out)), "{out}");
}

#[test]
fn json_has_the_documented_fields() {
    let Output { code, out, err } = extract(&["--format", "json", "--tokens"], MEETING);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let document = json(&out);
    assert!(is_meeting(&document));
    let of = |span: &serde_json::Value| {
        let offset = |name| usize::try_from(span[name].as_u64().expect("an offset")).expect("an offset");
        MEETING[offset("start")..offset("end")].to_owned()
    };
    let tokens: Vec<_> = document["tokens"].as_array().expect("tokens").iter().map(of).collect();
    assert_eq!(tokens, ["Emmanuel", "Macron", "a", "rencontré", "Olaf", "Scholz", "à", "Berlin", "."]);
    assert_eq!(of(&document["sentences"][0]), MEETING);
    let relation = &document["relations"][0];
    assert_eq!(of(&relation["trigger"]), "a rencontré");
    let mention = &document["mentions"]
        [usize::try_from(relation["subject"]["mention"].as_u64().expect("a mention")).expect("it")];
    assert_eq!((of(mention).as_str(), &mention["kind"]), ("Emmanuel Macron", &"Person".into()));
    assert_eq!(mention["entity"], relation["subject"]["entity"]);
}

#[test]
fn reasons_are_shown() {
    let Output { code, out, .. } = extract(&["--explain"], MEETING);
    assert_eq!(code, Some(0));
    assert!(out.contains("\n      consultation/rencontrer ("), "{out}");
    let name = out.lines().skip_while(|l| !l.contains("\"Emmanuel Macron\" ")).nth(1).unwrap_or("");
    assert!(name.starts_with("        Person") && name.contains("; for: "), "{out}");
}

#[test]
fn rules_of_the_user_count() {
    let folder = Folder::new("rules");
    let frame = "[[frame]]\nname = \"mitrailler\"\nkind = \"attacked\"\nverb = \"mitrailler\"\nsubject = \"subject\"\n\
                 object = \"object\"\nexamples = [\"La Russie a mitraillé l'Ukraine. => Russie -> Ukraine\"]\n\
                 rejects = [\"La Russie soutient l'Ukraine.\"]\n";
    let good = folder.file("desk.toml", frame.as_bytes());
    let text = "La Russie a mitraillé l'Ukraine.";
    let Output { code, out, .. } = extract(&["--explain", "--rules", &good], text);
    assert_eq!(code, Some(0));
    assert!(out.contains("\n      desk/mitrailler ("), "{out}");
    let faulty = folder.file("faulty.toml", frame.replace("attacked", "assailed").as_bytes());
    let Output { code, out, err } = extract(&["--rules", &faulty], text);
    let expected = format!("{faulty}:3: found the kind \"assailed\", expected one of the schema\n");
    assert_eq!((code, out.as_str(), err), (Some(2), "", expected));
}

#[test]
fn faulty_options_are_named() {
    for (arguments, expected) in [
        (&["--format", "xml"][..], "error: invalid value 'xml' for '--format <FORMAT>'\n"),
        (&["--format"], "error: a value is required for '--format <FORMAT>'"),
        (&["--verbose"], "error: unexpected argument '--verbose' found\n"),
        (&["-x"], "error: unexpected argument '-x' found\n"),
        (&["--kinds", "met_with,hugged"], "error: --kinds: found \"hugged\", expected of met_with, "),
        (
            &["--min-confidence", "2"],
            "error: invalid value '2' for '--min-confidence <X>': expected a number from 0 to 1\n",
        ),
        (
            &["--reference-date", "2024-03"],
            "error: invalid value '2024-03' for '--reference-date <YYYY-MM-DD>': expected",
        ),
        (&["--encoding", "klingon"], "error: invalid value 'klingon' for '--encoding <NAME>': expected the name of an"),
        (
            &["--jsonl", "--encoding", "utf-16le"],
            "error: --encoding: found UTF-16LE, expected one that JSON lines can have",
        ),
        (&["--glob", "[a"], "--glob: error parsing glob '**/[a'"),
        (&["--format", "brat"], "error: --format brat writes several files: name a folder with --out\n"),
        (&["--jsonl", "--html"], "error: the argument '--jsonl' cannot be used with '--html'\n"),
    ] {
        let Output { code, out, err } = extract(arguments, "");
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.starts_with(expected), "{err}");
    }
}

#[test]
fn help_shows_examples_and_every_format() {
    let help = extract(&["--help"], "");
    assert!(help.code == Some(0) && help.err.is_empty());
    let formats = ["text", "json", "jsonl", "csv", "conll", "brat", "html", "graphml", "dot", "petrarch"];
    assert!(formats.iter().all(|format| help.out.contains(&format!("\n          - {format}:"))), "{}", help.out);
    assert!(
        help.out.contains("\nExamples:\n  extract article.txt ") && help.out.contains("Exit codes: 0 "),
        "{}",
        help.out
    );
}

#[test]
fn shells_are_told_the_options() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let Output { code, out, err } = extract(&["--completion", shell], "");
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.contains("min-confidence") && out.contains("names-by-rules"), "{out}");
    }
}

#[test]
fn dates_count_from_the_reference_date() {
    let text = "Emmanuel Macron a rencontré Olaf Scholz lundi.";
    let arguments = ["--format", "jsonl", "--reference-date", "2024-03-20", "-"];
    let Output { code, out, err } = extract(&arguments, text);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let date = |document: &serde_json::Value| document["relations"][0]["date"].clone();
    assert_eq!(date(&json(out.trim())), serde_json::json!({ "text": "lundi", "iso": "2024-03-18" }));
    // A line may have its own.
    let lines = format!("{{\"text\":\"{text}\"}}\n{{\"text\":\"{text}\",\"date\":\"2023-01-01\"}}\n");
    let Output { code, out, err } = extract(&["--jsonl", "--format", "jsonl"], &lines);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let dates: Vec<_> = out.lines().map(|line| date(&json(line))["iso"].clone()).collect();
    assert_eq!(dates, [serde_json::Value::Null, "2022-12-26".into()]);
}

#[test]
fn a_faulty_reference_date_is_named() {
    for found in ["2024-02-30", "2024", "20/03/2024", ""] {
        let Output { code, out, err } = extract(&["--reference-date", found], "");
        assert_eq!((code, out.as_str()), (Some(2), ""));
        let first =
            format!("error: invalid value '{found}' for '--reference-date <YYYY-MM-DD>': expected YYYY-MM-DD\n");
        assert!(err.starts_with(&first), "{err}");
    }
}
