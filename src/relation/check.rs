//! Runs the examples that the frames carry.

use super::Status;
use crate::Extractor;
use crate::document::Document;
use crate::fold;
use crate::grammar::{FrameExamples, Source, examples};
use std::fmt;

/// An example of a rule that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    place: String,
    frame: String,
    text: String,
    expected: String,
    found: String,
}

impl Failure {
    /// The file and line of the rule.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The name of the frame.
    pub fn frame(&self) -> &str {
        &self.frame
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, frame, text, expected, found } = self;
        write!(f, "{place}: frame {frame}: {text:?}: found {found}, expected {expected}")
    }
}

/// How the text of an example is changed before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Setting {
    /// As it stands.
    Plain,
    /// With a sentence in front of it, so that wrong offsets show.
    Shifted,
    /// With typographic apostrophes.
    Typographic,
    /// In capitals, as some papers set their headlines: only the examples that a frame gives as `headlines`.
    Capitals,
}

const SHIFT: &str = "…\n\n";

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Shifted, Self::Typographic, Self::Capitals];

    fn apply(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Shifted => format!("{SHIFT}{text}"),
            Self::Typographic => text.replace('\'', "’"),
            Self::Capitals => text.to_uppercase(),
        }
    }
}

/// Runs the examples of rule files (name and text) and returns those that fail, and the number that ran.
///
/// # Errors
///
/// When a file is not what a rule file must be; the faults of all of them, with file and line.
pub fn check(
    extractor: &Extractor,
    files: &[(&str, &str)],
    setting: Setting,
) -> Result<(usize, Vec<Failure>), Vec<String>> {
    let mut failures = Vec::new();
    let mut count = 0;
    for (name, text) in files {
        let source = Source::new((*name).to_owned(), (*text).to_owned());
        for frame in examples(&source)? {
            count += run(extractor, &frame, setting, &mut failures);
        }
    }
    Ok((count, failures))
}

fn run(extractor: &Extractor, frame: &FrameExamples, setting: Setting, failures: &mut Vec<Failure>) -> usize {
    let mut fail = |text: &str, expected: &str, found: String| {
        failures.push(Failure {
            place: frame.place.clone(),
            frame: frame.name.clone(),
            text: text.to_owned(),
            expected: expected.to_owned(),
            found,
        });
    };
    let capitals = setting == Setting::Capitals;
    let prose = if capitals { &[][..] } else { &frame.examples[..] };
    let rejects = if capitals { &[][..] } else { &frame.rejects[..] };
    for example in prose.iter().chain(&frame.headlines) {
        let Some((text, expected)) = example.split_once("=>") else {
            fail(example, "text => subject -> object", "no =>".to_owned());
            continue;
        };
        let text = setting.apply(text.trim());
        let document = extractor.extract(&text);
        for wanted in expected.split(" ; ").map(str::trim) {
            if !holds(&document, frame, wanted) {
                fail(&text, wanted, found(&document, None));
            }
        }
    }
    for reject in rejects {
        let text = setting.apply(reject);
        let document = extractor.extract(&text);
        if document.relations().iter().any(|r| r.found_by() == frame.name) {
            fail(&text, "nothing", found(&document, Some(&frame.name)));
        }
    }
    prose.len() + frame.headlines.len() + rejects.len()
}

fn found(document: &Document<'_>, frame: Option<&str>) -> String {
    let list: Vec<String> = document
        .relations()
        .iter()
        .filter(|r| frame.is_none_or(|f| r.found_by() == f))
        .map(|r| {
            let (subject, object) = (document[r.subject()].name(), document[r.object()].name());
            format!("{}({subject} -> {object}, {})", r.kind(), status_name(r.status()))
        })
        .collect();
    if list.is_empty() { "nothing".to_owned() } else { list.join("; ") }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Actual => "actual",
        Status::Planned => "planned",
        Status::Unconfirmed => "unconfirmed",
        Status::Negated => "negated",
        Status::Hypothetical => "hypothetical",
        Status::Ended => "ended",
    }
}

/// Whether the document states what the example says: "subject -> object[, status]".
fn holds(document: &Document<'_>, frame: &FrameExamples, wanted: &str) -> bool {
    let Some((subject, rest)) = wanted.split_once("->") else { return false };
    let (object, status) = match rest.rsplit_once(',') {
        Some((object, status)) if !status.contains(|c: char| c.is_uppercase()) => (object, status.trim()),
        _ => (rest, frame.status.as_deref().unwrap_or("actual")),
    };
    let (subject, object) = (subject.trim(), object.trim());
    document.relations().iter().any(|r| {
        let named = |argument, name| is_named(document, argument, name);
        r.kind().as_str() == frame.kind
            && status_name(r.status()) == status
            && (named(r.subject(), subject) && named(r.object(), object)
                || frame.symmetric && named(r.subject(), object) && named(r.object(), subject))
    })
}

fn is_named(document: &Document<'_>, argument: super::Argument, name: &str) -> bool {
    let entity = &document[argument];
    let wanted = fold::fold(name);
    let equal = |other: &str| {
        let other = fold::fold(other);
        other == wanted || other.ends_with(&format!(" {wanted}"))
    };
    equal(entity.name())
        || entity.aliases().iter().any(|a| equal(a))
        || entity.mentions().iter().any(|&m| equal(document.mentions()[m].text()))
}
