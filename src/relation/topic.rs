//! What relations are about: the topic of the words around their triggers.

use super::relation::Relation;
use crate::fold::chain;
use crate::grammar::{LONGEST, TOPICS};
use crate::syntax::{Chunk, Clauses, Head, NounGroup};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// What a relation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Topic {
    /// Armies, arms and war.
    Military,
    /// Terrorism, crime, police and order.
    Security,
    /// Trade, money, energy and firms.
    Economic,
    /// Dealings between states.
    Diplomatic,
    /// Relief, refugees, health and disasters.
    Humanitarian,
    /// Courts, inquiries and crimes before them.
    Judicial,
    /// Elections and campaigns.
    Electoral,
    /// Sport, culture, science and whatever else the passage names.
    Other,
}

impl Topic {
    const ALL: [Self; TOPICS.len()] = [
        Self::Military,
        Self::Security,
        Self::Economic,
        Self::Diplomatic,
        Self::Humanitarian,
        Self::Judicial,
        Self::Electoral,
        Self::Other,
    ];

    fn from_number(number: u8) -> Self {
        Self::ALL[usize::from(number) % Self::ALL.len()]
    }

    /// The name in the JSON form.
    pub fn as_str(self) -> &'static str {
        TOPICS[self as usize]
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How far from the trigger a word still says what it is about, in tokens.
const REACH: usize = 25;

/// Notes the topics of the relations of a sentence.
pub(crate) fn topics(clauses: &Clauses<'_, '_>, relations: &mut [Relation<'_>]) {
    if relations.is_empty() {
        return;
    }
    let found = words(clauses);
    let tokens = clauses.words.lexed.tokens;
    let codes = &clauses.words.grammar.data.codes;
    for relation in relations {
        let first = tokens.partition_point(|t| t.span().end <= relation.trigger.start);
        let end = tokens.partition_point(|t| t.span().start < relation.trigger.end);
        let overlaps = |range: &Range<usize>| range.start < end && first < range.end;
        // What stands behind the trigger belongs to it more often than what stands before.
        let distance = |range: &Range<usize>| {
            if range.start >= end { range.start - end } else { 2 * (first.saturating_sub(range.end)) }
        };
        let nearest = found
            .iter()
            .filter(|(range, _)| !overlaps(range) && distance(range) <= REACH)
            .min_by_key(|(range, _)| distance(range));
        let chosen = nearest.map(|&(_, topic)| topic).or_else(|| {
            let kind = clauses.words.grammar.data.kinds.iter().position(|k| k.name == relation.kind.as_str())?;
            codes.kinds.iter().find(|&&(k, _)| usize::from(k) == kind).map(|&(_, topic)| topic)
        });
        let chosen = chosen.or_else(|| found.iter().find(|(range, _)| overlaps(range)).map(|&(_, topic)| topic));
        relation.coding.topic = chosen.map(Topic::from_number);
    }
}

/// The topic words of the sentence outside names and titles, by tokens.
fn words(clauses: &Clauses<'_, '_>) -> Vec<(Range<usize>, u8)> {
    let mut found = Vec::new();
    for chunk in &clauses.chunks {
        let range = chunk.tokens();
        if let Chunk::Noun(group) = chunk
            && (!group.names.is_empty() || acts(clauses, group))
        {
            continue;
        }
        let mut at = range.start;
        while at < range.end {
            at = match longest(clauses, at) {
                Some((end, topic)) => {
                    found.push((at..end, topic));
                    end
                }
                None => at + 1,
            };
        }
    }
    found
}

/// Whether the group names somebody who acts: a title, or "l'armée" as subject or object.
fn acts(clauses: &Clauses<'_, '_>, group: &NounGroup) -> bool {
    match group.head {
        Some(Head::Title(title)) => {
            matches!(clauses.words.lexed.gazetteer.entry(title).subtype(), "office" | "rank" | "honorific")
        }
        Some(Head::Common(noun)) => {
            group.preposition.is_none()
                && group.definite
                && clauses.words.lexed.gazetteer.entry(noun).subtype() == "actor"
        }
        _ => false,
    }
}

/// The longest topic word or phrase that begins at the token.
fn longest(clauses: &Clauses<'_, '_>, at: usize) -> Option<(usize, u8)> {
    let words = clauses.words;
    let mut hash = words.hash(at);
    let mut found = None;
    for end in at + 1..=(at + LONGEST).min(words.lexed.tokens.len()) {
        if let Some(topic) = words.grammar.data.codes.topic(hash) {
            found = Some((end, topic));
        }
        if end < words.lexed.tokens.len() {
            hash = chain(hash, words.hash(end));
        }
    }
    found
}
