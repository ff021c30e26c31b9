//! The rule files as they stand in TOML.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// A rule file, or a stretch of one.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Where the lines begin.
    lines: Vec<usize>,
    /// The lines of the file before the text.
    before: usize,
}

impl Source {
    pub(crate) fn new(name: String, text: String) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines, before: 0 }
    }

    /// The number of the line of a byte of the text.
    fn line(&self, at: usize) -> usize {
        self.before + self.lines.partition_point(|&start| start <= at)
    }

    /// `file:line` of a stretch of the text.
    pub(crate) fn locate(&self, span: Range<usize>) -> String {
        format!("{}:{}", self.name, self.line(span.start))
    }

    /// The stretches that begin with the header of a row.
    pub(super) fn rows(&self) -> impl Iterator<Item = Self> + '_ {
        let header = |&at: &usize| at == 0 || self.text[at..].starts_with("[[");
        let starts: Vec<usize> = self.lines.iter().copied().filter(header).collect();
        let ends: Vec<usize> = starts[1..].iter().copied().chain([self.text.len()]).collect();
        starts.into_iter().zip(ends).map(|(start, end)| Self {
            before: self.line(start) - 1,
            ..Self::new(self.name.clone(), self.text[start..end].to_owned())
        })
    }
}

/// `words.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) classes: BTreeMap<Spanned<String>, Vec<String>>,
    pub(super) prepositions: toml::Table,
    pub(super) verbs: BTreeMap<Spanned<String>, Vec<String>>,
    pub(super) asked: Asked,
    #[serde(default)]
    pub(super) election_roles: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) spellings: BTreeMap<String, String>,
}

/// The prepositions that the engine asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) between: String,
    pub(super) locative: Vec<String>,
    pub(super) workplace: Vec<String>,
    pub(super) office_of: Vec<String>,
    pub(super) inside: Vec<String>,
}

/// `lemmas.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lemmas {
    pub(super) verbs: Spanned<String>,
}

/// A file of kinds and frames: `schema.toml`, `relations/*.toml`, the user's rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    #[serde(default)]
    pub(super) kind: Vec<Spanned<Kind>>,
    #[serde(default)]
    pub(super) frame: Vec<Spanned<FrameRow>>,
}

/// A kind of relation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) name: String,
    #[serde(default)]
    pub(super) family: String,
    #[serde(default)]
    pub(super) symmetric: bool,
    pub(super) subject: Vec<String>,
    pub(super) object: Vec<String>,
    #[serde(default)]
    pub(super) cameo: String,
    #[serde(default)]
    pub(super) plover: String,
    #[serde(default)]
    pub(super) mode: String,
    #[serde(default)]
    #[allow(dead_code)] // For the reader of the file.
    pub(super) meaning: String,
}

/// One value or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let slice = match self {
            Self::None => &[],
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many.as_slice(),
        };
        slice.iter().map(String::as_str)
    }
}

/// A frame.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrameRow {
    pub(super) name: String,
    pub(super) kind: Spanned<String>,
    #[serde(default)]
    pub(super) verb: OneOrMany,
    #[serde(default)]
    pub(super) noun: OneOrMany,
    pub(super) with: Option<WithRow>,
    #[serde(default)]
    pub(super) fixed: OneOrMany,
    #[serde(default)]
    pub(super) infinitive: OneOrMany,
    #[serde(default)]
    pub(super) beside: bool,
    #[serde(default)]
    pub(super) negated: bool,
    #[serde(default)]
    pub(super) needs: OneOrMany,
    #[serde(default)]
    pub(super) unless: OneOrMany,
    pub(super) subject: OneOrMany,
    pub(super) object: OneOrMany,
    #[serde(default)]
    pub(super) subject_is: OneOrMany,
    #[serde(default)]
    pub(super) object_is: OneOrMany,
    pub(super) status: Option<String>,
    pub(super) role: Option<String>,
    pub(super) refined_by: Option<String>,
    pub(super) confidence: Option<f32>,
    #[serde(default)]
    pub(super) examples: Vec<String>,
    /// Examples that stand as headlines do: read in capitals too.
    #[serde(default)]
    pub(super) headlines: Vec<String>,
    #[serde(default)]
    pub(super) rejects: Vec<String>,
}

/// The complement that a trigger must have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithRow {
    pub(super) noun: OneOrMany,
    pub(super) prep: Option<String>,
}
