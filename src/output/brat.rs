use super::escape::one_line;
use super::offsets::{Offsets, Positions};
use crate::mention::MentionKind;
use crate::relation::{Relation, RelationKind};
use crate::{Document, Span};
use std::io::{self, Write};

/// What was found in a document as brat stand-off annotation, the file `.ann` beside a file `.txt` with the text.
///
/// Mentions and triggers of relations are text-bound annotations (`T`), in characters as brat counts; relations are events (`E`) with the
/// arguments `Subject`, `Object` and, where the text says it, `Place`; their status is an attribute (`A`); entities with a Wikidata id
/// are normalised (`N`), in the knowledge base `Wikidata`; notes (`#`) say the office, the date and what found the event.
///
/// ```
/// use depeche::output::Brat;
///
/// let document = depeche::Extractor::new().extract("Élysée : Joe Biden rencontrera Xi Jinping.");
/// let mut out = Vec::new();
/// Brat::new(&document).write(&mut out)?;
/// let lines: Vec<_> = std::str::from_utf8(&out).unwrap().lines().collect();
/// assert!(lines.contains(&"T2\tPerson 9 18\tJoe Biden"));
/// assert!(lines.contains(&"E1\tmet_with:T4 Subject:T2 Object:T3"));
/// assert!(lines.contains(&"A1\tStatus E1 planned"));
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Brat<'d, 't> {
    document: &'d Document<'t>,
    offsets: Offsets,
}

const MENTIONS: [MentionKind; 8] = [
    MentionKind::Person,
    MentionKind::Country,
    MentionKind::Place,
    MentionKind::Organisation,
    MentionKind::Nationality,
    MentionKind::Title,
    MentionKind::Actor,
    MentionKind::Date,
];

impl<'d, 't> Brat<'d, 't> {
    /// The annotation of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, offsets: Offsets::Chars }
    }

    /// With offsets other than characters, for other readers than brat.
    #[must_use]
    pub fn with_offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }

    /// Writes what brat must know of a folder of such files: its `annotation.conf`.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn configuration(mut out: impl Write) -> io::Result<()> {
        writeln!(out, "[entities]")?;
        for kind in MENTIONS {
            writeln!(out, "{}", kind.as_str())?;
        }
        writeln!(out, "\n[relations]\n<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]")?;
        for kind in RelationKind::ALL {
            writeln!(out, "{kind} Subject:<ENTITY>, Object:<ENTITY>, Place?:<ENTITY>")?;
        }
        let statuses = "actual|planned|unconfirmed|negated|hypothetical|ended";
        writeln!(out, "\n[attributes]\nStatus Arg:<EVENT>, Value:{statuses}")
    }

    /// Writes the annotation.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let d = self.document;
        let positions = Positions::new(d.text(), self.offsets);
        for (number, mention) in d.mentions().iter().enumerate() {
            self.bound(&mut out, &positions, number, mention.kind().as_str(), mention.span())?;
        }
        for (number, relation) in d.relations().iter().enumerate() {
            let kind = relation.kind().as_str().replace(char::is_whitespace, "_");
            let trigger = d.mentions().len() + number;
            self.bound(&mut out, &positions, trigger, &kind, relation.trigger())?;
            let (subject, object) = (relation.subject().mention + 1, relation.object().mention + 1);
            write!(out, "E{}\t{kind}:T{} Subject:T{subject} Object:T{object}", number + 1, trigger + 1)?;
            if let Some(place) = self.place(relation) {
                write!(out, " Place:T{}", place + 1)?;
            }
            writeln!(out, "\nA{0}\tStatus E{0} {1}", number + 1, relation.status().as_str())?;
            writeln!(out, "#{0}\tAnnotatorNotes E{0}\t{1}", number + 1, one_line(&note(relation)))?;
        }
        let known = d.mentions().iter().enumerate().filter_map(|(number, mention)| {
            let entity = &d.entities()[mention.entity()?];
            Some((number, entity.wikidata()?, entity.name()))
        });
        for (at, (number, id, name)) in known.enumerate() {
            writeln!(out, "N{}\tReference T{} Wikidata:{id}\t{}", at + 1, number + 1, one_line(name))?;
        }
        Ok(())
    }

    /// A line of a text-bound annotation: a stretch that runs over lines is given as its parts.
    fn bound(&self, out: &mut impl Write, at: &Positions<'_>, number: usize, kind: &str, span: Span) -> io::Result<()> {
        let mut parts = Vec::new();
        let mut start = span.start;
        let text = span.of(self.document.text());
        for part in text.split(['\n', '\r']) {
            if !part.is_empty() {
                parts.push(at.span(Span::new(start, start + part.len())));
            }
            start += part.len() + 1;
        }
        write!(out, "T{}\t{kind}", number + 1)?;
        for (i, part) in parts.iter().enumerate() {
            write!(out, "{}{} {}", if i == 0 { ' ' } else { ';' }, part.start, part.end)?;
        }
        let text: Vec<_> = text.split(['\n', '\r']).filter(|part| !part.is_empty()).collect();
        writeln!(out, "\t{}", text.join(" "))
    }

    /// The mention of the place of a relation that stands nearest to its trigger.
    fn place(&self, relation: &Relation<'_>) -> Option<usize> {
        let (d, trigger) = (self.document, relation.trigger().start);
        let mentions = d.entities()[relation.place()?].mentions();
        mentions.iter().copied().min_by_key(|&m| d.mentions()[m].span().start.abs_diff(trigger))
    }
}

fn note(relation: &Relation<'_>) -> String {
    let mut note = format!("found_by={} confidence={}", relation.found_by(), relation.confidence());
    for (name, value) in [
        ("cameo", relation.cameo()),
        ("role", relation.role()),
        ("date", relation.date().map(|date| date.iso().unwrap_or(date.text()))),
    ] {
        if let Some(value) = value {
            note.extend([" ", name, "=", value]);
        }
    }
    note
}
