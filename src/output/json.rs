use super::offsets::{Offsets, Positions};
use crate::Document;
use serde::Serialize;
use serde::ser::{SerializeSeq, SerializeStruct, Serializer};

/// The JSON form of a document.
///
/// Offsets are bytes, half-open, unless asked for otherwise; then the field `offsets` says what they count.
///
/// ```
/// use depeche::output::{Json, Offsets};
///
/// let document = depeche::Extractor::new().extract("Élu à Paris !");
/// let json = |offsets| serde_json::to_value(Json::new(&document).with_offsets(offsets)).unwrap();
/// assert_eq!(json(Offsets::Bytes)["mentions"][0]["start"], 8);
/// assert_eq!(json(Offsets::Chars)["mentions"][0]["start"], 6);
/// assert_eq!(json(Offsets::Chars)["offsets"], "chars");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Json<'d, 't> {
    document: &'d Document<'t>,
    id: Option<&'d str>,
    tokens: bool,
    offsets: Offsets,
}

impl<'d, 't> Json<'d, 't> {
    /// The JSON form of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: None, tokens: false, offsets: Offsets::Bytes }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// With offsets of another kind than bytes.
    #[must_use]
    pub fn with_offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }

    /// With the tokens.
    #[must_use]
    pub fn with_tokens(mut self) -> Self {
        self.tokens = true;
        self
    }
}

#[derive(Serialize)]
struct MentionJson<'a> {
    start: usize,
    end: usize,
    kind: crate::mention::MentionKind,
    entity: Option<usize>,
    found_by: &'a str,
    confidence: f32,
}

#[derive(Serialize)]
struct EntityJson<'a> {
    id: usize,
    kind: crate::mention::MentionKind,
    name: &'a str,
    wikidata: Option<&'a str>,
    iso: Option<&'a str>,
    aliases: &'a [String],
    mentions: &'a [usize],
}

#[derive(Serialize)]
struct DateJson<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct ArgumentJson<'a> {
    entity: usize,
    mention: usize,
    role: Option<crate::relation::ActorRole>,
    code: Option<&'a str>,
}

fn argument<'a>(document: &'a Document<'_>, argument: crate::relation::Argument) -> ArgumentJson<'a> {
    ArgumentJson {
        entity: argument.entity,
        mention: argument.mention,
        role: document.actor_role(argument),
        code: document.actor_code(argument),
    }
}

#[derive(Serialize)]
struct RelationJson<'a> {
    kind: &'a str,
    status: crate::relation::Status,
    subject: ArgumentJson<'a>,
    object: ArgumentJson<'a>,
    trigger: crate::Span,
    role: Option<&'a str>,
    date: Option<DateJson<'a>>,
    place: Option<usize>,
    topic: Option<&'static str>,
    source: Option<usize>,
    cameo: Option<&'a str>,
    plover: Option<&'a str>,
    mode: Option<&'a str>,
    context: Option<&'a str>,
    quad: Option<u8>,
    confidence: f32,
    found_by: &'a str,
}

struct Each<I>(I);

impl<T: Serialize, I: Iterator<Item = T> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in self.0.clone() {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let d = self.document;
        let positions = Positions::new(d.text(), self.offsets);
        let at = |span| positions.span(span);
        let mut form = serializer.serialize_struct("Document", 7)?;
        if let Some(id) = self.id {
            form.serialize_field("id", id)?;
        }
        if self.offsets != Offsets::Bytes {
            form.serialize_field("offsets", self.offsets.as_str())?;
        }
        form.serialize_field("text", d.text())?;
        if self.tokens {
            form.serialize_field("tokens", &Each(d.tokens().iter().map(|t| at(t.span()))))?;
        }
        form.serialize_field("sentences", &Each(d.sentences().iter().map(|s| at(s.span()))))?;
        let mentions = d.mentions().iter().map(|m| MentionJson {
            start: at(m.span()).start,
            end: at(m.span()).end,
            kind: m.kind(),
            entity: m.entity(),
            found_by: m.found_by(),
            confidence: m.confidence(),
        });
        form.serialize_field("mentions", &Each(mentions))?;
        let entities = d.entities().iter().map(|e| EntityJson {
            id: e.id(),
            kind: e.kind(),
            name: e.name(),
            wikidata: e.wikidata(),
            iso: e.iso(),
            aliases: e.aliases(),
            mentions: e.mentions(),
        });
        form.serialize_field("entities", &Each(entities))?;
        let relations = d.relations().iter().map(|r| RelationJson {
            kind: r.kind().as_str(),
            status: r.status(),
            subject: argument(d, r.subject()),
            object: argument(d, r.object()),
            trigger: at(r.trigger()),
            role: r.role(),
            date: r.date().map(|text| DateJson { text }),
            place: r.place(),
            topic: r.topic().map(crate::relation::Topic::as_str),
            source: r.source(),
            cameo: r.cameo(),
            plover: r.plover(),
            mode: r.mode(),
            context: r.context(),
            quad: r.quad_class(),
            confidence: r.confidence(),
            found_by: r.found_by(),
        });
        form.serialize_field("relations", &Each(relations))?;
        form.end()
    }
}
