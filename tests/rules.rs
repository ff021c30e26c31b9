//! The build refuses faulty lists, all faults at once, each with its line.

#[path = "../build/tokens.rs"]
mod tokens;

use std::{env, fs, path::Path};

/// The faults of the lists of the crate after `change`.
fn faults(name: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let lists = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/tokens.toml"))
        .unwrap();
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(root.join("rules")).unwrap();
    fs::write(root.join("rules/tokens.toml"), change(&lists)).unwrap();
    tokens::compile(&root, &root)
}

#[test]
fn the_lists_of_the_crate_have_no_fault() {
    assert_eq!(faults("none", str::to_owned), [""; 0]);
}

#[test]
fn faults_name_line_found_and_expected() {
    let change = |lists: &str| {
        let mut lines: Vec<String> = vec![
            "elisions = [\"l\", \"l\", \"l’\"]".to_owned(),
            "unheard_of = [\"x\"]".to_owned(),
            "clitics = \"je\"".to_owned(),
            "units = [\"e\u{301}\", \"\", 5]".to_owned(),
        ];
        lines.push(without(
            lists,
            &["elisions", "clitics", "units", "euphonic"],
        ));
        lines.join("\n")
    };
    let mut found = faults("several", change);
    found.sort();
    assert_eq!(
        found,
        [
            "rules/tokens.toml:1: found \"l\" twice, expected each word once in a list",
            "rules/tokens.toml:1: found \"l’\", expected the apostrophe ' and no outer space",
            "rules/tokens.toml:1: found nothing, expected a list euphonic",
            "rules/tokens.toml:2: found unheard_of, expected the name of a known list",
            "rules/tokens.toml:3: found string, expected a list of words",
            "rules/tokens.toml:4: found \"\", expected between 1 and 32 bytes",
            "rules/tokens.toml:4: found \"e\\u{301}\", expected composed accents (NFC)",
            "rules/tokens.toml:4: found integer, expected a word",
        ]
    );
}

#[test]
fn what_is_not_toml_is_a_fault() {
    let found = faults("syntax", |_| "elisions = [\"l\"]\nclitics = [".to_owned());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("rules/tokens.toml:2: found ")
            && found[0].ends_with(", expected TOML"),
        "{found:?}"
    );
}

/// `lists` without those that have these names.
fn without(lists: &str, names: &[&str]) -> String {
    let mut kept = String::new();
    let mut skipping = false;
    for line in lists.lines() {
        let name = line.split_once(" = ").map(|(name, _)| name);
        if let Some(name) = name {
            skipping = names.contains(&name);
        }
        if !skipping || line.starts_with('#') || line.starts_with('[') {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}
