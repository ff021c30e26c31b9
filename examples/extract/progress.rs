//! A bar on the terminal, for those who wait.

use crate::inputs::Inputs;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// Shows how far the reading is; nothing where nobody sees it or where it would stand in the results.
pub struct Progress {
    bar: Option<ProgressBar>,
    read: Arc<AtomicU64>,
}

impl Progress {
    pub fn new(inputs: &Arc<Inputs>, read: &Arc<AtomicU64>, to_file: bool) -> Self {
        let seen = stderr().is_terminal() && (to_file || !stdout().is_terminal());
        let bar = seen.then(|| bar(inputs));
        Self { bar, read: read.clone() }
    }

    /// After a document.
    pub fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.set_position(self.read.load(Ordering::Relaxed));
        }
    }

    /// A line about an input.
    pub fn say(&self, message: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{message}")),
            None => eprintln!("{message}"),
        }
    }

    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(inputs: &Arc<Inputs>) -> ProgressBar {
    let style = |template| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        .with_style(style("{spinner} {bytes} {binary_bytes_per_sec} {elapsed}"));
    bar.enable_steady_tick(Duration::from_millis(200));
    // The files are counted while the first ones are read.
    let (counted, inputs) = (bar.clone(), inputs.clone());
    thread::spawn(move || {
        if let Some(bytes) = inputs.bytes() {
            counted.set_length(bytes);
            counted.set_style(style("{wide_bar} {percent}% {bytes}/{total_bytes} {binary_bytes_per_sec}, {eta} left"));
        }
    });
    bar
}
