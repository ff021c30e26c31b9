//! Files, folders, packed files, web pages, encodings.

use crate::tool::{Folder, Output, extract, json};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

const MEETING: &str = "Emmanuel Macron a rencontré Olaf Scholz à Berlin.";

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

/// The id and text of each document of JSON lines.
fn documents(output: &str) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    output.lines().map(json).map(|d| (text(&d["id"]), text(&d["text"]))).collect()
}

/// What is read of the folder, each by its name below it.
fn names(arguments: &[&str], folder: &Folder) -> Vec<String> {
    let root = folder.path("");
    let Output { code, out, err } = extract(&[arguments, &["--format", "jsonl", &root]].concat(), "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    documents(&out).into_iter().map(|(id, _)| id.strip_prefix(&root).expect("below").to_owned()).collect()
}

#[test]
fn folders_are_read_in_the_order_of_the_names() {
    let folder = Folder::new("folders");
    fs::create_dir_all(folder.0.join("b/.hidden")).expect("a folder");
    for name in ["c.txt", "a.txt", "b/2.txt", "b/1.txt", "b/.hidden/x.txt", ".x.txt", "readme.md", "z.csv"] {
        folder.file(name, b"Rien.");
    }
    folder.file("b/3.txt.gz", &packed(b"Rien."));
    folder.file("d.jsonl", b"{\"id\":\"/d/1\",\"text\":\"\"}\n{\"id\":\"/d/2\",\"text\":\"\"}\n");
    let root = folder.path("");
    let Output { code, out, err } = extract(&["--format", "jsonl", &root], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let ids: Vec<_> = documents(&out).into_iter().map(|(id, _)| id.replace(&root, "")).collect();
    assert_eq!(ids, ["a.txt", "b/1.txt", "b/2.txt", "b/3.txt.gz", "c.txt", "/d/1", "/d/2"]);
}

#[test]
fn patterns_choose_files() {
    let folder = Folder::new("glob");
    fs::create_dir_all(folder.0.join("2024/mai")).expect("a folder");
    for name in ["a.txt", "b.md", "2024/a.txt", "2024/mai/c.txt", "2024/mai/d.md"] {
        folder.file(name, b"Rien.");
    }
    assert_eq!(names(&["--glob", "*.md"], &folder), ["2024/mai/d.md", "b.md"]);
    assert_eq!(names(&["--glob", "2024/*"], &folder), ["2024/a.txt"]);
    assert_eq!(names(&["--glob", "2024/**/*.txt", "--glob", "b.*"], &folder), ["2024/a.txt", "2024/mai/c.txt", "b.md"]);
}

#[test]
fn a_folder_without_files_is_named_and_the_others_are_read() {
    let folder = Folder::new("empty_folder");
    fs::create_dir_all(folder.0.join("empty")).expect("a folder");
    let (empty, good) = (folder.path("empty"), folder.file("good.txt", MEETING.as_bytes()));
    let Output { code, out, err } = extract(&[&empty, &good], "");
    assert_eq!(code, Some(1));
    assert_eq!(err, format!("{empty}: found no file to read, expected one that --glob names\n"));
    assert!(out.starts_with(&good), "{out}");
}

#[test]
fn results_are_not_read_again() {
    let folder = Folder::new("own_output");
    folder.file("a.txt", MEETING.as_bytes());
    let root = folder.path("");
    for _ in 0..2 {
        let run = extract(&["--format", "html", "--out", &folder.path("page.html"), &root], "");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    }
    for _ in 0..2 {
        let run = extract(&["--format", "brat", "--glob", "*.txt", "--out", &folder.path("brat"), &root], "");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    }
    assert_eq!(fs::read_to_string(folder.path("page.html")).expect("the page").matches("<article").count(), 1);
    assert_eq!(fs::read_dir(folder.path("brat")).expect("the folder").count(), 3);
    let run = extract(&["--out", &folder.path("a.txt"), &folder.path("a.txt")], "");
    assert_eq!((run.code, run.err), (Some(2), format!("--out: {} is an input\n", folder.path("a.txt"))));
    assert_eq!(fs::read_to_string(folder.path("a.txt")).expect("the text"), MEETING);
}

#[test]
fn packed_files_and_input_are_unpacked() {
    let folder = Folder::new("packed");
    let text = extract(&[folder.file("a.txt", MEETING.as_bytes())], "");
    assert_eq!(extract(&[folder.file("a.txt.gz", &packed(MEETING.as_bytes()))], "").out, text.out);
    // Two members, as `cat a.gz b.gz` makes them; and no ending that says so.
    let line = |id: &str| packed(format!("{{\"id\":\"{id}\",\"text\":\"\"}}\n").as_bytes());
    let two = folder.file("two", &[line("a"), line("b")].concat());
    let Output { code, out, .. } = extract(&["--jsonl", "--format", "jsonl", &two], "");
    assert_eq!(code, Some(0));
    assert_eq!(documents(&out), [("a".into(), String::new()), ("b".into(), String::new())]);
    let mut cut = packed(MEETING.as_bytes());
    cut.truncate(cut.len() - 6);
    let cut = folder.file("cut.txt.gz", &cut);
    let run = extract(&[&cut], "");
    assert_eq!(run.code, Some(1));
    assert!(run.err.starts_with(&format!("{cut}: ")) && run.err.lines().count() == 1, "{}", run.err);
}

#[test]
fn other_encodings_are_read() {
    let folder = Folder::new("encodings");
    let latin = folder.file("latin.txt", b"L'\xe9lys\xe9e \x96 d\xe9but");
    let wide: Vec<u8> = "L’été 🌞".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = folder.file("wide.txt", &wide);
    let text = |encoding, file: &str| {
        let run = extract(&["--format", "jsonl", "--encoding", encoding, file], "");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        documents(&run.out)[0].1.clone()
    };
    for encoding in ["windows-1252", "latin1", "ISO-8859-1"] {
        assert_eq!(text(encoding, &latin), "L'élysée – début");
    }
    assert_eq!(text("utf-16le", &wide), "L’été 🌞");
    let run = extract(&["--encoding", "utf-16le", &folder.file("odd.txt", b"abc")], "");
    assert_eq!(
        (run.code, run.err),
        (Some(1), format!("{}: found bytes that are not UTF-16LE\n", folder.path("odd.txt")))
    );
}

/// A page with all that stands around an article.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><head>{head}<title>Le chancelier allemand reçoit le président français - Le Quotidien</title>\
         <meta property='article:published_time' content='2024-03-26T08:15:00+01:00'>\
         <script>var publicite = 'Vladimir Poutine a rencontré Kim Jong-un.';</script></head><body>\
         <nav><ul><li><a href='/'>Accueil</a><li><a href='/monde'>Monde</a><li><a href='/sport'>Sport</a></ul></nav>\
         <div class='cookie-banner'>Nous utilisons des cookies pour Donald Trump.</div>\
         <article><h1>Le chancelier allemand reçoit le président français</h1>{body}</article>\
         <aside class='sidebar related'><ul><li><a href='/x'>Joe Biden a reçu Emmanuel Macron</a></ul></aside>\
         <footer>© Le Quotidien, 2024. Mentions légales. Abonnez-vous.</footer></body></html>"
    )
}

fn paragraphs() -> String {
    let filler = "Les discussions ont duré plusieurs heures, selon des témoins, et se poursuivront, dit-on, au cours de la semaine.";
    format!(
        "<p>{MEETING}</p><p>Moscou a accusé <b>l&rsquo;Ukraine</b> &amp; <a href='/k'>Kiev</a> de tout.<p>{filler}</p><p>{filler}</p>"
    )
}

#[test]
fn pages_are_read_without_what_stands_around() {
    let folder = Folder::new("pages");
    let page = page("<meta charset=utf-8>", &paragraphs());
    let file = folder.file("a.html", page.as_bytes());
    for (arguments, input) in
        [(&["--format", "jsonl", &file][..], ""), (&["--format", "jsonl", "--html"], page.as_str())]
    {
        let Output { code, out, err } = extract(arguments, input);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let (_, text) = documents(&out).remove(0);
        assert!(
            text.starts_with(&format!(
                "Le chancelier allemand reçoit le président français\n\n{MEETING}\n\nMoscou a accusé l’Ukraine & Kiev de tout.\n\n"
            )),
            "{text}"
        );
        for left_out in ["Accueil", "Biden", "cookies", "Poutine", "légales", "<"] {
            assert!(!text.contains(left_out), "{text}");
        }
    }
    // The day of the page is that of its events.
    let rows = extract(&["--format", "csv", &file], "").out;
    assert!(rows.contains("a.html,2024-03-26,,Emmanuel Macron,"), "{rows}");
}

#[test]
fn pages_say_their_encoding() {
    let folder = Folder::new("page_encodings");
    let page = page("<meta charset=\"iso-8859-15\">", &paragraphs());
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&page);
    let Output { code, out, err } = extract(&["--format", "jsonl", &folder.file("a.htm", &bytes)], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(documents(&out)[0].1.contains("a rencontré Olaf Scholz à Berlin"), "{out}");
}

#[test]
fn hostile_pages_are_read_or_named() {
    let folder = Folder::new("hostile_pages");
    for (name, page) in [
        ("empty.html", String::new()),
        ("nul.html", "\0".repeat(1000)),
        ("deep.html", "<div>".repeat(50_000)),
        ("many.html", "<p>".repeat(120_000)),
        ("open.html", "<a href='".repeat(2_000)),
    ] {
        let file = folder.file(name, page.as_bytes());
        let good = folder.file("good.txt", MEETING.as_bytes());
        let Output { code, out, err } = extract(&[&file, &good], "");
        match code {
            Some(0) => assert_eq!(err, ""),
            _ => assert!(
                code == Some(1) && err.starts_with(&format!("{file}: found no article")),
                "{name}: {code:?} {err}"
            ),
        }
        assert!(out.contains("met_with"), "{name}: {out}");
    }
}
