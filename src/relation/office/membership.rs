//! Memberships that no title states: parties in brackets, words for the members of a party.

use super::holder::{Holders, bygone};
use crate::Span;
use crate::gazetteer::EntryKind;
use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::relation::{Argument, Relation};
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Head, Mark, NounGroup};

/// Kinds of institutions that a word in brackets can name beside a minister.
const INSTITUTIONS: [&str; 5] = ["agency", "army", "court", "government", "parliament"];

/// Memberships in brackets ("A (PS)", "A (PPE, Italie)") and in words ("le sénateur républicain A").
pub(in crate::relation) fn memberships<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    brackets(clauses, discourse, relations);
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk) else { continue };
        led(clauses, discourse, chunk, group, relations);
        if let Some(token) = word(clauses, group) {
            partisan(clauses, discourse, chunk, token, relations);
        }
    }
}

fn brackets<'t>(clauses: &Clauses<'_, 't>, discourse: &mut Discourse<'_, 't>, relations: &mut Vec<Relation<'t>>) {
    for open in 1..clauses.chunks.len() {
        if !clauses.is(open, Mark::Open) {
            continue;
        }
        let only = |c: usize| clauses.noun(c).filter(|n| n.preposition.is_none()).and_then(|n| n.names.last().copied());
        let Some(member) = only(open + 1) else { continue };
        let closed = [Mark::Close, Mark::Comma, Mark::Dash].into_iter().any(|mark| clauses.is(open + 2, mark));
        if !closed {
            continue;
        }
        let person = clauses.noun(open - 1).and_then(|n| n.names.last().copied());
        let person = person.and_then(|p| discourse.of_name(p)).or_else(|| titled(clauses, discourse, open - 1));
        let (Some(person), Some(object)) = (person, discourse.of_name(member)) else { continue };
        let kinds = (discourse.kind(person.entity), discourse.kind(object.entity));
        // "A (Intérieur)" names a ministry by one word.
        let text = discourse.mentions[object.mention].text;
        let known = discourse.entry(object.entity).is_some_and(|e| !INSTITUTIONS.contains(&e.subtype()));
        let belongs_to = known || !text.chars().any(char::is_lowercase) || text.contains(char::is_whitespace);
        if kinds == (MentionKind::Person, MentionKind::Organisation) && belongs_to {
            let trigger = discourse.mentions[object.mention].span();
            let object = compatriot(discourse, person, object);
            relations.push(belongs(discourse, person, object, trigger, Status::Actual, "office/brackets"));
        }
    }
}

/// "le maire (ABC) de B, A": who holds the title before the brackets.
fn titled(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let group = clauses.noun(chunk).filter(|n| matches!(n.head, Some(Head::Title(_))) && !n.plural)?;
    let holders = (Holders { clauses, bodies: false }).of(discourse, chunk);
    group.names.is_empty().then(|| holders.first().map(|h| h.person)).flatten()
}

/// "le Likoud de A", "le Fatah du président A": a party said to be somebody's.
fn led<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &Discourse<'_, 't>,
    chunk: usize,
    group: &NounGroup,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(object) = group.names.last().and_then(|&n| discourse.of_name(n)) else { return };
    if !group.determined || discourse.entry(object.entity).is_none_or(|e| e.subtype() != "party") {
        return;
    }
    let next = clauses.complements(chunk).next().filter(|&c| c == chunk + 1);
    let name = next.and_then(|c| clauses.noun(c)).and_then(|n| n.names.last().copied());
    let Some(person) = name.and_then(|n| discourse.of_name(n)) else { return };
    if discourse.kind(person.entity) == MentionKind::Person {
        let trigger = discourse.mentions[object.mention].span();
        relations.push(belongs(discourse, person, object, trigger, Status::Actual, "office/party-of"));
    }
}

/// "A (PS)": of parties that share the name, the one of the person's country, or of the only country that the text is about.
fn compatriot(discourse: &mut Discourse<'_, '_>, person: Argument, party: Argument) -> Argument {
    let sole = discourse.sole_country().map(|c| discourse.entities[c].iso.clone());
    let Some(code) = discourse.country_code(person.entity).or(sole.as_deref()) else { return party };
    let foreign = discourse.entry(party.entity).is_some_and(|e| e.subtype() == "party" && e.country() != code);
    let text = discourse.mentions[party.mention].text;
    let own = foreign.then(|| {
        let mut known = discourse.lexed.gazetteer.lookup(text);
        known.find(|e| e.kind() == EntryKind::Organisation && e.subtype() == "party" && e.country() == code)
    });
    match own.flatten().map(|e| e.index()) {
        Some(own) => {
            let entity = discourse.of_entry(own);
            discourse.nominal(discourse.mentions[party.mention].span(), entity)
        }
        None => party,
    }
}

/// The token of the group that is a word for the members of a party.
fn word(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<usize> {
    let words = clauses.words;
    let named = |t: usize| group.domain.is_some_and(|(from, to)| (from..to).contains(&t));
    (group.inner..group.end).find(|&t| {
        let text = words.text(t);
        words.grammar.data.parties.knows(text, words.hash(t)) && text.starts_with(char::is_lowercase) && !named(t)
    })
}

/// "le sénateur républicain A", "A, ancienne députée travailliste", "la frontiste A"
fn partisan<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    chunk: usize,
    token: usize,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(group) = clauses.noun(chunk) else { return };
    let titled = matches!(group.head, Some(Head::Title(_)));
    // "l'association socialiste A" is another matter: the word itself is the head, or stands with a title.
    let own = group.head_tokens == (token, token + 1) && group.definite;
    // "le candidat écologiste" has its backing, and need not be a member.
    let candidate =
        matches!(group.head, Some(Head::Title(t)) if discourse.lexed.gazetteer.entry(t).subtype() == "candidate");
    if !titled && !own || candidate {
        return;
    }
    for holder in (Holders { clauses, bodies: false }).of(discourse, chunk) {
        let person = holder.person;
        let stated = group.demonyms.first().map(|&(country, _)| discourse.lexed.gazetteer.entry(country).country());
        let main = discourse.main_country().map(|c| discourse.entities[c].iso.clone());
        let codes = [discourse.country_code(person.entity), stated, main.as_deref()];
        let text = clauses.words.text(token);
        let party = codes.into_iter().flatten().find_map(|code| {
            let name = clauses.words.grammar.data.parties.of(text, code)?;
            let mut known = discourse.lexed.gazetteer.lookup(name);
            known.find(|e| e.kind() == EntryKind::Organisation && e.country() == code).map(|e| e.index())
        });
        let Some(party) = party else { continue };
        let entity = discourse.of_entry(party);
        let span = clauses.words.lexed.tokens[token].span();
        let object = discourse.nominal(span, entity);
        let status = if group.former || bygone(clauses, group) { Status::Ended } else { holder.status };
        relations.push(belongs(discourse, person, object, span, status, "office/partisan"));
    }
}

fn belongs<'t>(
    discourse: &Discourse<'_, 't>,
    person: Argument,
    object: Argument,
    trigger: Span,
    status: Status,
    found_by: &str,
) -> Relation<'t> {
    Relation {
        confidence: 0.8,
        ..Relation::stated(
            RelationKind::MemberOf,
            status,
            person,
            object,
            trigger,
            discourse.lexed.text,
            found_by.to_owned(),
        )
    }
}
