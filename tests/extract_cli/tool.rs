//! Runs the built example.

use crate::support::tool::built;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

pub struct Output {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs it to its end.
pub fn extract<S: AsRef<OsStr>>(arguments: &[S], input: &str) -> Output {
    extract_in(Path::new("."), arguments, input)
}

/// Runs it in a folder.
pub fn extract_in<S: AsRef<OsStr>>(folder: &Path, arguments: &[S], input: &str) -> Output {
    let child = command().current_dir(folder).args(arguments).spawn();
    let mut child = child.expect("the example starts");
    let (mut to, input) = (child.stdin.take().expect("a pipe"), input.to_owned());
    let writer = std::thread::spawn(move || to.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the example ends");
    // What it does not read is lost.
    writer.join().expect("the writer ends").ok();
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Output { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Starts it, with pipes.
pub fn start(arguments: &[&str]) -> Child {
    command().args(arguments).spawn().expect("the example starts")
}

fn command() -> Command {
    let mut command = Command::new(built("extract"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder of its own for each test, emptied.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("UTF-8").to_owned()
    }
}

pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}
