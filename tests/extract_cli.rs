//! The `extract` example as a command: what it prints, what it says of inputs that it cannot read, and how it ends.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The built example, which `cargo test` puts beside the folder of the test executables.
fn example() -> PathBuf {
    let mut path = std::env::current_exe().expect("a path");
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("extract{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{}: missing; `cargo build --examples` builds it", path.display());
    path
}

struct Output {
    code: Option<i32>,
    out: String,
    err: String,
}

fn extract<S: AsRef<OsStr>>(arguments: &[S], input: &str) -> Output {
    let mut child = Command::new(example())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).ok();
    let output = child.wait_with_output().expect("the example ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Output { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder of its own for each test, emptied.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("UTF-8").to_owned()
    }
}

const MEETING: &str = "Emmanuel Macron a rencontré Olaf Scholz à Berlin.";

/// What is printed for [`MEETING`], up to the entities.
const MET: &str = "Relations\n  Emmanuel Macron — met_with → Olaf Scholz in: Berlin  «a rencontré»\nEntities\n";

fn is_meeting(document: &serde_json::Value) -> bool {
    document["text"] == MEETING && document["relations"][0]["kind"] == "met_with"
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
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
    assert_eq!(code, Some(2));
    assert!(err.starts_with(&format!("{missing}: ")) && err.lines().count() == 1, "{err}");
    assert!(out.starts_with(&format!("{good}\n{MET}")), "{out}");
}

#[test]
fn a_directory_is_named_and_the_others_are_read() {
    let folder = Folder::new("directory");
    let (directory, good) = (folder.path(""), folder.file("good.txt", MEETING.as_bytes()));
    let Output { code, out, err } = extract(&[&directory, &good], "");
    assert_eq!(code, Some(2));
    assert!(err.starts_with(&format!("{directory}: ")) && err.lines().count() == 1, "{err}");
    assert!(out.starts_with(&format!("{good}\n{MET}")), "{out}");
}

#[test]
fn bytes_that_are_not_utf_8_are_named_with_their_line() {
    let folder = Folder::new("latin_1");
    let bad = folder.file("bad.txt", b"Une d\xc3\xa9p\xc3\xaache.\n\nUne autre d\xe9p\xeache.\n");
    let good = folder.file("good.txt", MEETING.as_bytes());
    let Output { code, out, err } = extract(&[&bad, &good], "");
    assert_eq!(code, Some(2));
    assert_eq!(err, format!("{bad}:3: found bytes that are not UTF-8, expected UTF-8 text\n"));
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
    assert_eq!(code, Some(2));
    let no_text = "found no text, expected the field \"text\" with a string";
    let expected = [
        format!("{bad}:1: found no JSON at column 17, expected {{\"id\", \"text\"}}"),
        format!("{bad}:2: {no_text}"),
        format!("{bad}:3: {no_text}"),
        format!("{bad}:4: {no_text}"),
        format!("{bad}:5: found bytes that are not UTF-8, expected UTF-8 text"),
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
        (&["--format", "xml"][..], "--format: found \"xml\", expected text, json or jsonl\n"),
        (&["--format"], "--format: found \"\", expected text, json or jsonl\n"),
        (&["--verbose"], "found --verbose, expected an option or a file\nusage: "),
        (&["-x"], "found -x, expected an option or a file\nusage: "),
    ] {
        let Output { code, out, err } = extract(arguments, "");
        assert_eq!((code, out.as_str()), (Some(2), ""));
        assert!(err.starts_with(expected), "{err}");
    }
    let help = extract(&["--help"], "");
    assert!(help.code == Some(0) && help.out.starts_with("usage: ") && help.err.is_empty());
}
