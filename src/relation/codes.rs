//! Event codes: CAMEO, PLOVER and the quad class of a relation.

use super::relation::Relation;
use super::{Status, Topic};
use crate::entity::Entity;
use crate::grammar::{COUNTRY, Compiled, ORGANISATION, PERSON, PLACE, VerbClass};
use crate::mention::MentionKind;
use crate::sentence::Sentence;
use crate::syntax::{Chunk, Clauses, VerbGroup};

/// What event data say of a relation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Coding {
    pub(crate) topic: Option<Topic>,
    pub(crate) cameo: String,
    pub(crate) plover: String,
    pub(crate) mode: String,
    pub(crate) context: String,
    /// 1 to 4; 0 where there is none.
    pub(crate) quad: u8,
    /// Whether its subject threatens to bring it about.
    pub(crate) threatened: bool,
    /// Whether the two arguments are interchangeable.
    pub(crate) symmetric: bool,
}

impl Relation<'_> {
    /// The CAMEO code of the event: that of the kind for what happened, another one for what is intended ("036" for a planned meeting),
    /// refused ("125") or over; `None` for what event data do not code.
    ///
    /// ```
    /// let extractor = depeche::Extractor::new();
    /// let codes = |text| {
    ///     let document = extractor.extract(text);
    ///     let codes: Vec<_> = document.relations().iter().filter_map(|r| r.cameo()).map(str::to_owned).collect();
    ///     codes
    /// };
    /// assert_eq!(codes("Vladimir Poutine a rencontré Xi Jinping."), ["040"]);
    /// assert_eq!(codes("Vladimir Poutine rencontrera Xi Jinping."), ["036"]);
    /// assert_eq!(codes("Vladimir Poutine a refusé de rencontrer Xi Jinping."), ["125"]);
    /// ```
    pub fn cameo(&self) -> Option<&str> {
        some(&self.coding.cameo)
    }

    /// The PLOVER type of the event: `CONSULT`, `AGREE`, …
    pub fn plover(&self) -> Option<&str> {
        some(&self.coding.plover)
    }

    /// The mode of the PLOVER type, where the ontology has one for it: `visit`, `ceasefire`, …
    pub fn mode(&self) -> Option<&str> {
        some(&self.coding.mode)
    }

    /// The PLOVER context, from the topic: `military`, `legal`, …
    pub fn context(&self) -> Option<&str> {
        some(&self.coding.context)
    }

    /// The quad class of the CAMEO code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub fn quad_class(&self) -> Option<u8> {
        (self.coding.quad != 0).then_some(self.coding.quad)
    }

    /// What the relation is about, when the passage says.
    ///
    /// ```
    /// use depeche::relation::Topic;
    ///
    /// let document = depeche::Extractor::new().extract("La France et le Niger ont signé un accord commercial.");
    /// let topics: Vec<_> = document.relations().iter().map(|r| r.topic()).collect();
    /// assert_eq!(topics, [Some(Topic::Economic)]);
    /// ```
    pub fn topic(&self) -> Option<Topic> {
        self.coding.topic
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Notes which possible relations of a sentence its subject threatens to bring about ("menace d'attaquer B").
pub(crate) fn threats(clauses: &Clauses<'_, '_>, relations: &mut [Relation<'_>]) {
    let tokens = clauses.words.lexed.tokens;
    for relation in relations.iter_mut().filter(|r| r.status == Status::Hypothetical) {
        let trigger = |v: &VerbGroup| tokens[v.trigger].span().start == relation.trigger.start;
        let verb = clauses.chunks.iter().filter_map(Chunk::verb).find(|v| trigger(v));
        let governor = verb.and_then(|v| v.governor).and_then(|g| clauses.verb(g));
        relation.coding.threatened =
            governor.is_some_and(|g| !g.negated && clauses.words.grammar.verb_is(g.lemma, VerbClass::Threat));
    }
}

/// Gives the relations of a document their codes; they stand in the order of their triggers.
pub(crate) fn code(relations: &mut [Relation<'_>], sentences: &[Sentence], data: &Compiled, entities: &[Entity]) {
    let places: Vec<usize> =
        relations.iter().map(|r| sentences.partition_point(|s| s.span().start <= r.trigger.start)).collect();
    let kinds: Vec<Option<u8>> = relations.iter().map(|r| kind(data, r)).collect();
    for at in 0..relations.len() {
        let Some(number) = kinds[at] else { continue };
        let relation = &relations[at];
        let first = places.partition_point(|&p| p < places[at]);
        let end = places.partition_point(|&p| p <= places[at]);
        let sides = [relation.subject.entity, relation.object.entity];
        // What is asked for or threatened: possible relations of the same sentence in which one of the two acts.
        let content: Vec<u8> = relations[first..end]
            .iter()
            .zip(&kinds[first..end])
            .filter(|(r, _)| r.status == Status::Hypothetical)
            .filter(|(r, k)| acts(data, r, **k, sides))
            .filter_map(|(_, k)| *k)
            .collect();
        let coding = coding(data, number, relation, object_type(&entities[sides[1]]), &content);
        relations[at].coding = coding;
    }
}

fn kind(data: &Compiled, relation: &Relation<'_>) -> Option<u8> {
    data.kinds.iter().position(|k| k.name == relation.kind.as_str()).map(|k| k as u8)
}

fn acts(data: &Compiled, relation: &Relation<'_>, kind: Option<u8>, sides: [usize; 2]) -> bool {
    let symmetric = kind.is_some_and(|k| data.kinds[usize::from(k)].symmetric);
    sides.contains(&relation.subject.entity) || symmetric && sides.contains(&relation.object.entity)
}

fn object_type(entity: &Entity) -> u8 {
    match entity.kind {
        MentionKind::Person => PERSON,
        MentionKind::Country => COUNTRY,
        MentionKind::Place => PLACE,
        _ => ORGANISATION,
    }
}

fn coding(data: &Compiled, kind: u8, relation: &Relation<'_>, object: u8, content: &[u8]) -> Coding {
    let topic = relation.coding.topic;
    // A threat is an intention.
    let status = if relation.coding.threatened { Status::Planned } else { relation.status };
    let fits = |bits: u8, number: Option<u8>| bits == 0 || number.is_some_and(|n| bits & 1 << n != 0);
    let rule = data.codes.rules.iter().find(|rule| {
        rule.kinds.contains(&kind)
            && fits(rule.statuses, Some(status as u8))
            && fits(rule.topics, topic.map(|t| t as u8))
            && (rule.object == 0 || rule.object & object != 0)
            && (rule.frames.is_empty() || rule.frames.contains(&relation.found_by))
            && (rule.content.is_empty() || rule.content.iter().any(|c| content.contains(c)))
    });
    let info = &data.kinds[usize::from(kind)];
    let happened = matches!(relation.status, Status::Actual | Status::Unconfirmed);
    let (cameo, plover, mode) = match rule {
        Some(rule) => (rule.cameo.as_str(), rule.plover.as_str(), rule.mode.as_str()),
        None if happened => (info.cameo.as_str(), info.plover.as_str(), info.mode.as_str()),
        None => ("", "", ""),
    };
    let root = cameo.get(..2).unwrap_or("");
    let quad = data.codes.quad.iter().position(|roots| roots.iter().any(|r| r == root));
    let of_topic = topic.map_or("", |t| data.codes.contexts[t as usize].as_str());
    Coding {
        topic,
        cameo: cameo.to_owned(),
        plover: plover.to_owned(),
        mode: mode.to_owned(),
        context: if plover.is_empty() { String::new() } else { of_topic.to_owned() },
        quad: quad.map_or(0, |q| q as u8 + 1),
        threatened: relation.coding.threatened,
        symmetric: info.symmetric,
    }
}
