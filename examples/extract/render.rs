//! Documents → what is written of each, on the threads that read them.

use crate::arguments::{Arguments, Format};
use crate::reader::{Article, Name};
use depeche::date::Date;
use depeche::output::{Brat, Conll, Csv, Graph, Html, Json, Offsets, Petrarch, Report};
use depeche::relation::RelationKind;
use depeche::{Document, Extractor};
use std::io::{self, Write};

/// What becomes of a document.
pub enum Rendered {
    /// A part of the output.
    Part(Vec<u8>),
    /// A part of the network.
    Graph(Box<Graph>),
    /// A pair of files.
    Files { name: String, text: String, annotation: Vec<u8> },
}

/// Reads texts and renders what it finds.
pub struct Renderer {
    extractor: Extractor,
    format: Format,
    offsets: Option<Offsets>,
    tokens: bool,
    explain: bool,
    /// Whether documents of text and JSON are named even where they are files.
    named: bool,
    kinds: Vec<RelationKind>,
    least: f32,
    reference: Option<Date>,
}

impl Renderer {
    pub fn new(extractor: Extractor, arguments: &Arguments, named: bool) -> Self {
        Self {
            extractor,
            format: arguments.format,
            offsets: arguments.offsets.map(Into::into),
            tokens: arguments.tokens,
            explain: arguments.explain,
            named,
            kinds: arguments.kinds.iter().map(|kind| RelationKind::from_name(kind)).collect(),
            least: arguments.min_confidence.unwrap_or(0.0),
            reference: arguments.reference_date,
        }
    }

    /// What is written of the document with this number.
    pub fn render(&self, number: usize, article: &Article) -> io::Result<Rendered> {
        let text = &article.text;
        let mut document = match text.date {
            Some(date) => self.extractor.extract_at(&text.text, date),
            None => self.extractor.extract(&text.text),
        };
        document.retain_relations(|r| {
            (self.kinds.is_empty() || self.kinds.contains(r.kind())) && r.confidence() >= self.least
        });
        let id = match &article.name {
            Name::File(name) => self.named.then_some(name.as_str()),
            Name::Line { id, .. } => id.as_deref(),
        };
        let name = match &article.name {
            Name::File(name) | Name::Line { id: Some(name), .. } | Name::Line { id: None, place: name } => name,
        };
        let date = text.date.or(self.reference);
        let mut part = Vec::new();
        match self.format {
            Format::Text => self.report(&document, id, &mut part)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut part, &self.json(&document, id))?;
                part.push(b'\n');
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut part, &self.json(&document, id))?;
                part.push(b'\n');
            }
            Format::Csv => {
                let csv = Csv::new(&document).with_id(name);
                date.map_or(csv, |date| csv.with_date(date)).write(&mut part)?;
            }
            Format::Petrarch => {
                let events = Petrarch::new(&document).with_id(name);
                date.map_or(events, |date| events.with_date(date)).write(&mut part)?;
            }
            Format::Conll => Conll::new(&document).with_id(name).write(&mut part)?,
            Format::Html => Html::new(&document).with_id(name).with_number(number).write(&mut part)?,
            Format::Graphml | Format::Dot => {
                let mut graph = Graph::new();
                graph.add(&document);
                return Ok(Rendered::Graph(Box::new(graph)));
            }
            Format::Brat => {
                Brat::new(&document).with_offsets(self.offsets.unwrap_or(Offsets::Chars)).write(&mut part)?;
                return Ok(Rendered::Files { name: name.clone(), text: text.text.clone(), annotation: part });
            }
        }
        Ok(Rendered::Part(part))
    }

    fn report(&self, document: &Document<'_>, id: Option<&str>, out: &mut Vec<u8>) -> io::Result<()> {
        if let Some(id) = id {
            writeln!(out, "{id}")?;
        }
        let report = Report::new(document);
        if !self.explain {
            return write!(out, "{report}");
        }
        let reasons = self.extractor.reasons(document.text());
        write!(out, "{}", report.explained().with_reasons(&reasons))
    }

    fn json<'d, 't>(&self, document: &'d Document<'t>, id: Option<&'d str>) -> Json<'d, 't> {
        let mut json = Json::new(document).with_offsets(self.offsets.unwrap_or_default());
        if let Some(id) = id {
            json = json.with_id(id);
        }
        if self.tokens { json.with_tokens() } else { json }
    }
}
