use super::escape::one_line;
use crate::mention::{Mention, MentionKind};
use crate::{Document, Span};
use std::io::{self, Write};

/// The names of a document in the manner of `CoNLL` 2003: a token a line with its tag, an empty line behind each sentence.
///
/// The columns, parted by tabs, are the token, the tag (IOB2: `B-PER`, `I-PER`, `LOC`, `ORG`, or `O`), and the number of the entity in
/// the document (`-` where there is none). Countries and places are `LOC`. A token that holds a name and more ("Niger-Russie") is parted
/// at the ends of the name; white space in a token, which readers would take for the end of a column, becomes `_`. Each document begins
/// with a line `-DOCSTART-`, whose third column is the id.
///
/// ```
/// use depeche::output::Conll;
///
/// let document = depeche::Extractor::new().extract("Joe Biden part. À Paris ?");
/// let mut out = Vec::new();
/// Conll::new(&document).with_id("a1").write(&mut out)?;
/// assert_eq!(
///     String::from_utf8(out).unwrap(),
///     "-DOCSTART-\tO\ta1\n\nJoe\tB-PER\t0\nBiden\tI-PER\t0\npart\tO\t-\n.\tO\t-\n\nÀ\tO\t-\nParis\tB-LOC\t1\n?\tO\t-\n\n"
/// );
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Conll<'d, 't> {
    document: &'d Document<'t>,
    id: &'d str,
}

impl<'d, 't> Conll<'d, 't> {
    /// The names of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: "-" }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = id;
        self
    }

    /// Writes the lines of the document.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let d = self.document;
        writeln!(out, "-DOCSTART-\tO\t{}\n", one_line(self.id))?;
        let names = names(d);
        let mut next = 0;
        for sentence in d.sentences() {
            for token in &d.tokens()[sentence.tokens()] {
                let mut start = token.span().start;
                while start < token.span().end {
                    while names.get(next).is_some_and(|n| n.span().end <= start) {
                        next += 1;
                    }
                    let (end, name) = piece(Span::new(start, token.span().end), names.get(next).copied());
                    line(&mut out, Span::new(start, end).of(d.text()), start, name)?;
                    start = end;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The names, none within another, in the order of the text.
fn names<'d, 't>(document: &'d Document<'t>) -> Vec<&'d Mention<'t>> {
    let mut names: Vec<_> = document.mentions().iter().filter(|m| m.kind().is_name() && !m.span().is_empty()).collect();
    names.sort_by_key(|m| (m.span().start, std::cmp::Reverse(m.span().end)));
    let mut end = 0;
    names.retain(|m| {
        let free = m.span().start >= end;
        if free {
            end = m.span().end;
        }
        free
    });
    names
}

/// Where the first piece of a token ends that is all of the name or all outside it, and the name it is of.
fn piece<'d, 't>(token: Span, name: Option<&'d Mention<'t>>) -> (usize, Option<&'d Mention<'t>>) {
    match name {
        Some(name) if name.span().start <= token.start => (token.end.min(name.span().end), Some(name)),
        Some(name) => (token.end.min(name.span().start), None),
        None => (token.end, None),
    }
}

fn line(out: &mut impl Write, token: &str, start: usize, name: Option<&Mention<'_>>) -> io::Result<()> {
    let token: String = token.chars().map(|c| if c.is_whitespace() || c.is_control() { '_' } else { c }).collect();
    let Some(name) = name else { return writeln!(out, "{token}\tO\t-") };
    let position = if name.span().start == start { 'B' } else { 'I' };
    let tag = match name.kind() {
        MentionKind::Person => "PER",
        MentionKind::Organisation => "ORG",
        _ => "LOC",
    };
    let entity = name.entity().map_or_else(|| "-".to_owned(), |e| e.to_string());
    writeln!(out, "{token}\t{position}-{tag}\t{entity}")
}
