use super::{Offsets, Positions};
use crate::mention::MentionKind;
use crate::relation::{ActorRole, Argument, Status, Topic};
use crate::{Document, Span};
use serde::{Deserialize, Serialize};

/// A document that borrows nothing: to keep, to send to another thread, to write as JSON and read back.
///
/// Its serialised form is the JSON form of the library; `schema/document.schema.json` in the repository describes it. Offsets are
/// half-open, and bytes unless `offsets` says otherwise. `entity`, `mention`, `place` and `source` are numbers in the lists of the same document.
///
/// ```
/// use depeche::Extractor;
/// use depeche::output::OwnedDocument;
///
/// let document = Extractor::new().extract("Joe Biden a rencontré Xi Jinping.");
/// let owned = OwnedDocument::from(&document).with_id("a1");
/// let line = serde_json::to_string(&owned).unwrap();
/// let back: OwnedDocument = serde_json::from_str(&line).unwrap();
/// assert_eq!(back, owned);
/// assert_eq!(back.relations[0].kind, "met_with");
/// assert_eq!(back.entities[back.relations[0].subject.entity].name, "Joe Biden");
/// assert_eq!(back.slice(back.relations[0].trigger), Some("a rencontré"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedDocument {
    /// What the caller calls the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the offsets count; bytes where left out.
    #[serde(default, skip_serializing_if = "Offsets::are_bytes")]
    pub offsets: Offsets,
    /// The text that was read.
    pub text: String,
    /// The tokens, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Span>>,
    /// The sentences.
    pub sentences: Vec<Span>,
    /// The mentions.
    pub mentions: Vec<OwnedMention>,
    /// The entities; each stands at its `id`.
    pub entities: Vec<OwnedEntity>,
    /// The relations.
    pub relations: Vec<OwnedRelation>,
}

/// A mention of an [`OwnedDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedMention {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last one.
    pub end: usize,
    /// What it names.
    pub kind: MentionKind,
    /// The number of its entity.
    pub entity: Option<usize>,
    /// Of a date, its ISO 8601 form; of a nationality, the ISO 3166-1 code of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// Of a title, the office or rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Of a title, the number of the mention of the person who bears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<usize>,
    /// The rule or gazetteer that found it.
    pub found_by: String,
    /// How sure the library is, from 0 to 1.
    pub confidence: f32,
}

/// An entity of an [`OwnedDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedEntity {
    /// Its number in the document.
    pub id: usize,
    /// What it is.
    pub kind: MentionKind,
    /// Its usual name.
    pub name: String,
    /// Its Wikidata id, where known.
    pub wikidata: Option<String>,
    /// The ISO 3166-1 alpha-2 code of a country, or of its country.
    pub iso: Option<String>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// The numbers of its mentions.
    pub mentions: Vec<usize>,
}

/// One side of an [`OwnedRelation`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedArgument {
    /// The number of the entity.
    pub entity: usize,
    /// The number of the mention that stands in the passage.
    pub mention: usize,
    /// The part it plays in its country.
    pub role: Option<ActorRole>,
    /// Its actor code: `RUSGOV`.
    pub code: Option<String>,
}

/// When an [`OwnedRelation`] holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnedDate {
    /// The words of the text.
    pub text: String,
    /// The time in ISO 8601, where it is known.
    pub iso: Option<String>,
}

/// A relation of an [`OwnedDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedRelation {
    /// What it states: a kind of the schema, or one of the user's.
    pub kind: String,
    /// Whether it happened, is to come, is denied …
    pub status: Status,
    /// Who acts.
    pub subject: OwnedArgument,
    /// Who or what is acted on.
    pub object: OwnedArgument,
    /// Where the words stand that state it.
    pub trigger: Span,
    /// The office, for relations about offices.
    pub role: Option<String>,
    /// When.
    pub date: Option<OwnedDate>,
    /// The number of the entity where it happened.
    pub place: Option<usize>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// The number of the entity that reports it.
    pub source: Option<usize>,
    /// Its CAMEO code.
    pub cameo: Option<String>,
    /// Its PLOVER event type.
    pub plover: Option<String>,
    /// Its PLOVER mode.
    pub mode: Option<String>,
    /// Its PLOVER context.
    pub context: Option<String>,
    /// Its quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: Option<u8>,
    /// How sure the library is, from 0 to 1.
    pub confidence: f32,
    /// The frame or rule that found it.
    pub found_by: String,
}

impl OwnedDocument {
    /// The same with an id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The words of the span, or `None` where it does not lie in the text on character boundaries (which only a document that was
    /// read from elsewhere can show).
    pub fn slice(&self, span: Span) -> Option<&str> {
        let byte = |offset| self.offsets.byte(&self.text, offset);
        self.text.get(byte(span.start)?..byte(span.end)?)
    }

    /// Turns the offsets from bytes into those of `positions`.
    pub(super) fn count(&mut self, positions: &Positions<'_>) {
        self.offsets = positions.offsets();
        let spans = self.tokens.iter_mut().flatten().chain(&mut self.sentences);
        for span in spans.chain(self.relations.iter_mut().map(|r| &mut r.trigger)) {
            *span = positions.span(*span);
        }
        for mention in &mut self.mentions {
            (mention.start, mention.end) = (positions.of(mention.start), positions.of(mention.end));
        }
    }
}

fn argument(document: &Document<'_>, argument: Argument) -> OwnedArgument {
    OwnedArgument {
        entity: argument.entity,
        mention: argument.mention,
        role: document.actor_role(argument),
        code: document.actor_code(argument).map(Into::into),
    }
}

/// Without id and tokens.
impl From<&Document<'_>> for OwnedDocument {
    fn from(document: &Document<'_>) -> Self {
        let owned = |text: Option<&str>| text.map(Into::into);
        Self {
            id: None,
            offsets: Offsets::Bytes,
            text: document.text().into(),
            tokens: None,
            sentences: document.sentences().iter().map(crate::sentence::Sentence::span).collect(),
            mentions: document
                .mentions()
                .iter()
                .map(|m| OwnedMention {
                    start: m.span().start,
                    end: m.span().end,
                    kind: m.kind(),
                    entity: m.entity(),
                    iso: owned(m.iso()),
                    role: owned(m.role()),
                    person: m.person(),
                    found_by: m.found_by().into(),
                    confidence: m.confidence(),
                })
                .collect(),
            entities: document
                .entities()
                .iter()
                .map(|e| OwnedEntity {
                    id: e.id(),
                    kind: e.kind(),
                    name: e.name().into(),
                    wikidata: owned(e.wikidata()),
                    iso: owned(e.iso()),
                    aliases: e.aliases().to_vec(),
                    mentions: e.mentions().to_vec(),
                })
                .collect(),
            relations: document
                .relations()
                .iter()
                .map(|r| OwnedRelation {
                    kind: r.kind().as_str().into(),
                    status: r.status(),
                    subject: argument(document, r.subject()),
                    object: argument(document, r.object()),
                    trigger: r.trigger(),
                    role: owned(r.role()),
                    date: r.date().map(|d| OwnedDate { text: d.text().into(), iso: owned(d.iso()) }),
                    place: r.place(),
                    topic: r.topic(),
                    source: r.source(),
                    cameo: owned(r.cameo()),
                    plover: owned(r.plover()),
                    mode: owned(r.mode()),
                    context: owned(r.context()),
                    quad: r.quad_class(),
                    confidence: r.confidence(),
                    found_by: r.found_by().into(),
                })
                .collect(),
        }
    }
}
