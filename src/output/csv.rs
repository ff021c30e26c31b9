use super::escape::one_line;
use super::statement::Statement;
use crate::Document;
use crate::date::Date;
use std::io::{self, Write};

/// The events of a document as comma-separated values, one event a row.
///
/// What the document states more than once is one row (see [`Document::events`]), told by the first statement that has the status of
/// the event. Rows follow RFC 4180: lines end in CR LF, and fields with commas, quotes or line ends are quoted. NULs, which readers
/// choke on, become U+FFFD; line ends within a sentence become spaces. The columns are [`Csv::HEADER`]:
///
/// | column | what |
/// |---|---|
/// | `document` | the id of the document |
/// | `date`, `date_text` | the day (or month, or year) of the event, ISO 8601, that of the document where no words date it; the words that do |
/// | `source`, `source_code`, `source_wikidata` | who acts: name, actor code (country and role), Wikidata id |
/// | `target`, `target_code`, `target_wikidata` | who is acted on; of a symmetric kind, the other party |
/// | `kind`, `status`, `role` | the kind of the relation, whether it happened, and of what office it speaks |
/// | `cameo`, `quad_class` | the CAMEO code, and 1 to 4 for verbal cooperation, material cooperation, verbal conflict, material conflict |
/// | `plover`, `mode`, `context` | type, mode and context in PLOVER |
/// | `place`, `place_wikidata` | where |
/// | `statements`, `confidence` | how often the document states it; how sure the library is, from 0 to 1 |
/// | `sentence` | the evidence |
///
/// ```
/// use depeche::output::Csv;
///
/// let document = depeche::Extractor::new().extract("Moscou a accusé l'Ukraine, dit-on, de \"tout\".");
/// let mut out = Vec::new();
/// Csv::header(&mut out)?;
/// Csv::new(&document).with_id("a1").with_date("2024-03-26".parse().unwrap()).write(&mut out)?;
/// let lines: Vec<_> = std::str::from_utf8(&out).unwrap().split("\r\n").collect();
/// assert!(lines[1].starts_with("a1,2024-03-26,,Russie,RUS,Q159,Ukraine,UKR,Q212,accused,actual,,112,3,ACCUSE,"));
/// assert!(lines[1].ends_with(",\"Moscou a accusé l'Ukraine, dit-on, de \"\"tout\"\".\""));
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Csv<'d, 't> {
    document: &'d Document<'t>,
    id: &'d str,
    date: Option<Date>,
}

impl<'d, 't> Csv<'d, 't> {
    /// The names of the columns.
    pub const HEADER: [&'static str; 22] = [
        "document",
        "date",
        "date_text",
        "source",
        "source_code",
        "source_wikidata",
        "target",
        "target_code",
        "target_wikidata",
        "kind",
        "status",
        "role",
        "cameo",
        "quad_class",
        "plover",
        "mode",
        "context",
        "place",
        "place_wikidata",
        "statements",
        "confidence",
        "sentence",
    ];

    /// The events of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: "", date: None }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = id;
        self
    }

    /// With the day of the document: that of the events that the text does not date.
    #[must_use]
    pub fn with_date(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Writes the names of the columns.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn header(out: impl Write) -> io::Result<()> {
        row(out, Self::HEADER)
    }

    /// Writes the rows of the document, without the names of the columns.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let d = self.document;
        for (event, s) in Statement::events(d) {
            let (r, place) = (s.relation, s.place());
            let fields = [
                self.id,
                &s.date(self.date).map_or_else(String::new, |date| date.to_string()),
                r.date().map_or("", |date| date.text()),
                s.subject().name(),
                d.actor_code(r.subject()).unwrap_or(""),
                s.subject().wikidata().unwrap_or(""),
                s.object().name(),
                d.actor_code(r.object()).unwrap_or(""),
                s.object().wikidata().unwrap_or(""),
                r.kind().as_str(),
                event.status().as_str(),
                r.role().unwrap_or(""),
                r.cameo().unwrap_or(""),
                r.quad_class().map_or("", |quad| ["", "1", "2", "3", "4"][usize::from(quad) % 5]),
                r.plover().unwrap_or(""),
                r.mode().unwrap_or(""),
                r.context().unwrap_or(""),
                place.map_or("", |p| p.name()),
                place.and_then(|p| p.wikidata()).unwrap_or(""),
                &event.statements().len().to_string(),
                &r.confidence().to_string(),
                &one_line(s.sentence()),
            ];
            row(&mut out, fields)?;
        }
        Ok(())
    }
}

fn row<'a>(mut out: impl Write, fields: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
    for (number, value) in fields.into_iter().enumerate() {
        if number > 0 {
            out.write_all(b",")?;
        }
        field(&mut out, value)?;
    }
    out.write_all(b"\r\n")
}

fn field(out: &mut impl Write, value: &str) -> io::Result<()> {
    let value = value.replace('\0', "\u{fffd}");
    if value.contains([',', '"', '\r', '\n']) {
        write!(out, "\"{}\"", value.replace('"', "\"\""))
    } else {
        out.write_all(value.as_bytes())
    }
}
