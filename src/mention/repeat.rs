//! Names that the text has given in full: their parts are names too, wherever they stand.
//!
//! The model sees one sentence at a time; "Élise n'a jamais accepté la défaite" shows a name only to whom Élise Vandermeulen is known.

use super::{Mention, MentionKind};
use crate::fold;
use crate::gazetteer::EntryKind;
use crate::grammar::{Grammar, WordClass};
use crate::keyed::{Map, Set};
use crate::lexicon::Lexed;
use crate::table::{ABBREVIATED, Sense, Tag};

const CONFIDENCE: f32 = 0.75;
/// The longest title that is written before a name like a part of it: "Mlle".
const SHORT_TITLE: usize = 4;
/// How far before a mention a title begins that reaches into it, in atoms.
const TITLE: usize = 4;
/// How many times 64 bits tell whether a word may be part of a full name.
const FILTER: usize = 32;
/// The least letters of a word that stands for a name.
const LEAST: usize = 3;

/// Mends the bounds of names and adds the parts of full names that were missed.
pub(super) fn complete<'t>(lexed: &Lexed<'_, 't>, grammar: &Grammar, mentions: &mut Vec<Mention<'t>>) {
    for mention in mentions.iter_mut() {
        match mention.kind {
            MentionKind::Person => bounds(lexed, grammar, mention),
            MentionKind::Country | MentionKind::Place => longer(lexed, mention),
            _ => {}
        }
    }
    mentions.retain(|m| !is_nominal(lexed, grammar, m));
    let mut end = 0;
    mentions.retain(|m| {
        let apart = m.start >= end;
        if apart {
            end = m.span().end;
        }
        apart
    });
    let parts = parts(lexed, grammar, mentions);
    let heads = heads(lexed, mentions);
    if !parts.is_empty() || !heads.is_empty() {
        add(lexed, grammar, mentions, &parts, &heads);
    }
}

fn is(grammar: &Grammar, text: &str, class: WordClass) -> bool {
    grammar.table.get(fold::lower_hash(text)).is_some_and(|n| grammar.readings(n).any(|r| r.is(class)))
}

/// "l'Argentin", "chef de l'État russe", "ministre de la Justice": no names of their own.
fn is_nominal(lexed: &Lexed<'_, '_>, grammar: &Grammar, mention: &Mention<'_>) -> bool {
    let first = lexed.tokens.partition_point(|t| t.span().start < mention.start);
    let last = lexed.tokens.partition_point(|t| t.span().start < mention.span().end);
    if first >= last || first == 0 || mention.entry.is_some() {
        return false;
    }
    let demonym = |token: usize| lexed.word_has(token, [Tag::Demonym]);
    if last == first + 1 && demonym(first) && is(grammar, lexed.tokens[first - 1].text(), WordClass::Determiner) {
        return true;
    }
    // A title that begins in lower case before the mention and reaches into it.
    let atom = lexed.atoms_of(first).start;
    (atom.saturating_sub(TITLE)..atom).any(|at| {
        !lexed.atoms[at].capital
            && lexed.matches_at(at).iter().any(|m| {
                let reach = lexed.atoms[m.end - 1].token + 1;
                m.end > atom && m.has([Tag::Title]) && (reach..last).all(demonym)
            })
    })
}

/// Without "M." and "Deux" before the name, with the "von der" before the surname.
fn bounds<'t>(lexed: &Lexed<'_, 't>, grammar: &Grammar, mention: &mut Mention<'t>) {
    let end = mention.span().end;
    let mut first = lexed.tokens.partition_point(|t| t.span().start < mention.start);
    let last = lexed.tokens.partition_point(|t| t.span().start < end);
    if first >= last || lexed.tokens[first].span().start != mention.start {
        return;
    }
    let titled = |token: usize| {
        let text = lexed.tokens[token].text();
        let honorific = |index: u32| lexed.gazetteer.entry(index).subtype() == "honorific";
        is(grammar, text, WordClass::Numeral)
            || text.len() <= SHORT_TITLE
                && lexed
                    .word_senses(token)
                    .any(|s| s.tag() == Tag::Title && (s.has(ABBREVIATED) || honorific(s.index())))
    };
    while first + 1 < last && titled(first) && mention.entry.is_none() {
        first += 1;
    }
    // Particles that are no article or preposition of French: "von der", "ben".
    let particle = |token: usize| {
        let text = lexed.tokens[token].text();
        text.starts_with(char::is_lowercase)
            && is(grammar, text, WordClass::Particle)
            && !is(grammar, text, WordClass::Determiner)
            && !is(grammar, text, WordClass::ObjectClitic)
            && !is(grammar, text, WordClass::Linker)
    };
    while first > 0 && particle(first - 1) {
        first -= 1;
    }
    let start = lexed.tokens[first].span().start;
    if start != mention.start {
        mention.start = start;
        mention.text = &lexed.text[start..end];
        mention.entry = None;
    }
}

/// A country whose name goes on in lower case: "Guinée équatoriale".
fn longer<'t>(lexed: &Lexed<'_, 't>, mention: &mut Mention<'t>) {
    let first = lexed.atoms.partition_point(|a| a.start < mention.start);
    let last = lexed.atoms.partition_point(|a| a.start < mention.span().end);
    if first >= last || lexed.atoms[first].start != mention.start {
        return;
    }
    let found =
        lexed.matches_at(first).iter().rev().filter(|m| m.end > last && lexed.atoms[m.end - 1].last).find_map(|m| {
            let country = |index: &u32| lexed.gazetteer.entry(*index).kind() == EntryKind::Country;
            let entry = lexed
                .senses(m)
                .filter(|s| matches!(s.tag(), Tag::Name | Tag::Alias))
                .map(Sense::index)
                .find(country)?;
            Some((m.end, entry))
        });
    if let Some((end, entry)) = found {
        mention.text = &lexed.text[mention.start..lexed.atoms[end - 1].end];
        mention.kind = MentionKind::Country;
        mention.entry = Some(entry);
        mention.found_by = "gazetteer:name".into();
    }
}

/// The words of the full names of people, and the kind that they stand for.
fn parts(lexed: &Lexed<'_, '_>, grammar: &Grammar, mentions: &[Mention<'_>]) -> Map<u64, MentionKind> {
    let mut parts = Map::default();
    for mention in mentions.iter().filter(|m| m.kind == MentionKind::Person) {
        let words: Vec<&str> = fold::atoms(mention.text).map(|(s, e)| &mention.text[s..e]).collect();
        if words.len() < 2 {
            continue;
        }
        for word in words {
            let common = grammar.table.get(fold::lower_hash(word)).is_some();
            if word.chars().count() >= LEAST && word.starts_with(char::is_uppercase) && !common {
                parts.insert(fold::folded_hash(word), MentionKind::Person);
            }
        }
    }
    for mention in mentions.iter().filter(|m| m.kind == MentionKind::Organisation) {
        let words: Vec<&str> = fold::atoms(mention.text).map(|(s, e)| &mention.text[s..e]).collect();
        if words.len() < 2 {
            continue;
        }
        for word in words.iter().filter(|w| w.chars().count() > LEAST && w.starts_with(char::is_uppercase)) {
            let unknown = lexed.gazetteer.name_senses(word).next().is_none();
            if unknown && grammar.table.get(fold::lower_hash(word)).is_none() {
                parts.entry(fold::folded_hash(word)).or_insert(MentionKind::Organisation);
            }
        }
    }
    if parts.is_empty() {
        return parts;
    }
    // A word that also stands in lower case is a word; that an atom is none of them its bit tells nearly always.
    let place = |hash: u64| ((hash >> 7) as usize % FILTER, 1u64 << (hash >> 1 & 63));
    let mut filter = [0u64; FILTER];
    for &hash in parts.keys() {
        let (at, bit) = place(hash);
        filter[at] |= bit;
    }
    for atom in lexed.atoms.iter().filter(|a| !a.capital) {
        let (at, bit) = place(atom.hash);
        if filter[at] & bit != 0 {
            parts.remove(&atom.hash);
        }
    }
    parts
}

/// The nouns with which names of organisations begin: "Commission" of the "Commission européenne".
fn heads(lexed: &Lexed<'_, '_>, mentions: &[Mention<'_>]) -> Set<u64> {
    let organisation = |word: &str| {
        lexed
            .gazetteer
            .name_senses(word)
            .any(|s| s.tag() == Tag::HeadNoun && lexed.gazetteer.entry(s.index()).subtype() == "organisation")
    };
    let named = mentions.iter().filter(|m| m.kind == MentionKind::Organisation);
    named
        .filter_map(|m| {
            let mut words = fold::atoms(m.text);
            let (start, end) = words.next()?;
            let word = &m.text[start..end];
            words.next()?;
            (word.starts_with(char::is_uppercase) && organisation(&word.to_lowercase()))
                .then(|| fold::folded_hash(word))
        })
        .collect()
}

fn add<'t>(
    lexed: &Lexed<'_, 't>,
    grammar: &Grammar,
    mentions: &mut Vec<Mention<'t>>,
    parts: &Map<u64, MentionKind>,
    heads: &Set<u64>,
) {
    let mut added = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < lexed.atoms.len() {
        let atom = &lexed.atoms[at];
        if !atom.first || !atom.capital {
            at += 1;
            continue;
        }
        while next < mentions.len() && mentions[next].span().end <= atom.start {
            next += 1;
        }
        let free = mentions.get(next).is_none_or(|m| m.start >= atom.end);
        // "la Commission": a capital behind an article says that the one named before is meant.
        let head = || {
            let before = atom.token.checked_sub(1).map(|t| lexed.tokens[t].text());
            let article = || before.is_some_and(|text| is(grammar, text, WordClass::Definite));
            (heads.contains(&atom.hash) && !atom.all_caps && article()).then_some(&MentionKind::Organisation)
        };
        let Some(&kind) = free.then(|| parts.get(&atom.hash).or_else(head)).flatten() else {
            at += 1;
            continue;
        };
        // A run of such words is one name: "TONINHO BRAGA", "Jean-Pierre".
        let mut end = at + 1;
        let room = |a: usize| mentions.get(next).is_none_or(|m| m.start >= lexed.atoms[a].end);
        while end < lexed.atoms.len()
            && lexed.joined(end)
            && room(end)
            && lexed.atoms[end].capital
            && parts.contains_key(&lexed.atoms[end].hash)
        {
            end += 1;
        }
        let capital = |a: usize| lexed.atoms[a].capital;
        // Beside other capitals it may be part of another name: "avenue Charles", "Radio Élise".
        let beside = end < lexed.atoms.len() && lexed.joined(end) && capital(end)
            || at > 0
                && lexed.joined(at)
                && capital(at - 1)
                && !is(grammar, lexed.atoms[at - 1].span().of(lexed.text), WordClass::Determiner)
                && grammar.table.get(fold::lower_hash(lexed.atoms[at - 1].span().of(lexed.text))).is_none()
                && !lexed.word_has(lexed.atoms[at - 1].token, [Tag::Title]);
        if lexed.atoms[end - 1].last && !beside {
            let (start, stop) = (atom.start, lexed.atoms[end - 1].end);
            added.push(Mention {
                more: crate::mention::More::Nothing,
                text: &lexed.text[start..stop],
                start,
                kind,
                entity: None,
                entry: None,
                found_by: "document".into(),
                confidence: CONFIDENCE,
            });
        }
        at = end;
    }
    if !added.is_empty() {
        mentions.append(&mut added);
        mentions.sort_by_key(|m| m.start);
    }
}
