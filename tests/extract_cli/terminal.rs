//! The bar: drawn for those who wait at a terminal, and nowhere else.

use crate::MEETING;
use crate::support::tool::built;
use crate::tool::{Folder, extract};
use std::process::{Command, Stdio};

/// What `util-linux script` shows of the command under a pseudo-terminal; `None` where there is no such tool.
fn on_a_terminal(folder: &Folder, command: &str) -> Option<String> {
    let mut script = Command::new("script");
    script.args(["-qec", command, "/dev/null"]).current_dir(&folder.0).env("TERM", "xterm").stdin(Stdio::null());
    let output = script.output().ok()?;
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    // Other systems have a tool of this name with other options.
    (output.status.success() && !shown.contains("usage")).then_some(shown)
}

fn is_drawn(shown: &str) -> bool {
    shown.contains("\u{1b}[2K") && shown.contains("/s")
}

#[cfg(target_os = "linux")]
#[test]
fn a_bar_is_drawn_on_a_terminal_alone() {
    let folder = Folder::new("bar");
    // Long enough for the bar to be drawn, which takes turns of a fifth of a second.
    folder.file("a.txt", format!("{MEETING}\n\n").repeat(600).as_bytes());
    let example = built("extract").display().to_string();
    let Some(shown) = on_a_terminal(&folder, &format!("'{example}' -o out.txt a.txt")) else { return };
    assert!(is_drawn(&shown), "{shown:?}");
    assert!(folder.0.join("out.txt").is_file());
    // Results and messages in pipes: nothing between them.
    let shown = on_a_terminal(&folder, &format!("'{example}' a.txt 2>errors >out.txt")).expect("as before");
    assert_eq!(shown, "");
    assert_eq!(std::fs::read_to_string(folder.0.join("errors")).expect("a file"), "");
    // Results on the terminal: the bar would stand among them.
    let shown = on_a_terminal(&folder, &format!("'{example}' a.txt")).expect("as before");
    assert!(!is_drawn(&shown) && shown.contains("Relations"));
    let piped = extract(&[folder.path("a.txt"), "-o".to_owned(), folder.path("out.txt")], "");
    assert_eq!((piped.code, piped.err.as_str()), (Some(0), ""));
}
