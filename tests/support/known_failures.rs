//! A committed list of cases that fail for now: none outside it may, and it may only shrink.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A case that fails: the key that tells it from others, whatever else is found, and what to print.
pub struct Failure {
    pub key: String,
    pub message: String,
}

/// Compares the failures with the list `tests/NAME`, or writes it anew when `BLESS` is set, which is right only when it gets shorter.
pub fn settle(name: &str, test: &str, found: &[Failure]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    if std::env::var_os("BLESS").is_some() {
        let lines: BTreeSet<_> = found.iter().map(|failure| format!("{}\n", failure.key)).collect();
        fs::write(&file, lines.into_iter().collect::<String>()).expect("a writable list");
        return;
    }
    let known = fs::read_to_string(&file).expect("the list of known failures");
    let known: BTreeSet<_> = known.lines().collect();
    let new: Vec<_> = found.iter().filter(|f| !known.contains(f.key.as_str())).map(|f| f.message.as_str()).collect();
    assert!(new.is_empty(), "{} cases fail that did not:\n{}", new.len(), new.join("\n"));
    let failing: BTreeSet<_> = found.iter().map(|failure| failure.key.as_str()).collect();
    let mended = known.difference(&failing).count();
    if mended > 0 {
        println!("{mended} known failures are mended: BLESS=1 cargo test --test {test} shortens the list");
    }
}
