//! What a title beside a name states: an office, a membership, a candidacy.

use super::counterpart::counterpart;
use super::holder::{copula, holders};
use super::role::{election_role, repeated, role};
use super::scope::{election, possessor, shared_scope, workplace};
use crate::Span;
use crate::mention::MentionKind;
use crate::relation::discourse::{Discourse, Office};
use crate::relation::reference::title_gender;
use crate::relation::referent::scope;
use crate::relation::relation::{Argument, Relation};
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Head};

/// To whom offices are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::relation) enum Holding {
    /// To those named beside them: what nominals and pronouns mean is not known yet.
    Named,
    /// To the subject of a copula that is a nominal or pronoun: "il est président de B".
    Meant,
}

/// Finds the offices that a sentence gives to people.
pub(in crate::relation) fn offices<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    holding: Holding,
    relations: &mut Vec<Relation<'t>>,
) {
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk) else { continue };
        if group.counterpart {
            if holding == Holding::Named {
                counterpart(clauses, discourse, chunk, group, relations);
            }
            continue;
        }
        let title = match group.head {
            Some(Head::Title(title)) => title,
            // "celui de l'Intérieur, le général A"
            _ if group.repeats => match repeated(clauses, chunk) {
                Some(title) => title,
                None => continue,
            },
            _ => continue,
        };
        let entry = discourse.lexed.gazetteer.entry(title);
        let kind = match entry.subtype() {
            "office" => RelationKind::HoldsOffice,
            "member" => RelationKind::MemberOf,
            "candidate" => RelationKind::CandidateFor,
            // "médecin de la Croix-Rouge", "commandant du Hezbollah": of what they work for, when the text says so.
            "profession" | "rank" => RelationKind::MemberOf,
            _ => continue,
        };
        let holders = match holding {
            Holding::Named => holders(clauses, discourse, chunk, group),
            Holding::Meant => copula(clauses, discourse, chunk),
        };
        // A woman may be "ministre" or even "le ministre", but no man is "avocate".
        let feminine = title_gender(clauses, group) == Some(true);
        for (person, status) in holders {
            let man =
                discourse.entities[person.entity].sex_is_sure && discourse.is_female(person.entity) == Some(false);
            let agrees = !(feminine && man);
            let named = discourse.mentions[person.mention].kind.is_name();
            if !agrees || named != (holding == Holding::Named) {
                continue;
            }
            office(clauses, discourse, chunk, title, &Holder { person, status, kind: &kind }, relations);
        }
    }
}

/// A person who is given a title.
struct Holder<'k> {
    person: Argument,
    status: Status,
    kind: &'k RelationKind,
}

#[allow(clippy::too_many_lines)] // What an office is of has many sources, tried in order.
fn office<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    chunk: usize,
    title: u32,
    holder: &Holder<'_>,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(group) = clauses.noun(chunk) else { return };
    let entry = discourse.lexed.gazetteer.entry(title);
    let heads = entry.country();
    let public = heads.contains("country") || heads.contains("ministry");
    let person = holder.person;
    let tokens = clauses.words.lexed.tokens;
    let trigger = Span::new(tokens[group.head_tokens.0].span().start, tokens[group.head_tokens.1 - 1].span().end);
    let mut confidence = 0.9;
    let mut kind = holder.kind.clone();
    let mut object = if group.repeats {
        None
    } else {
        scope(clauses, discourse, chunk)
            .or_else(|| shared_scope(clauses, discourse, chunk))
            .or_else(|| workplace(clauses, discourse, chunk))
            .or_else(|| possessor(clauses, discourse, group, public))
    };
    // "l'entraîneur basque" trains no country.
    let by_demonym = !group.demonyms.is_empty() && !heads.contains("country") && !heads.contains("ministry");
    if by_demonym && object.is_some_and(|o| discourse.kind(o.entity) != MentionKind::Organisation) {
        object = None;
    }
    let works = matches!(entry.subtype(), "profession" | "rank");
    // "député LR de B", "le candidat LR": the party stands in the group itself.
    let inner = group
        .names
        .last()
        .and_then(|&n| discourse.of_name(n))
        .filter(|a| discourse.kind(a.entity) == MentionKind::Organisation && a.entity != person.entity);
    let is_organisation =
        |d: &Discourse<'_, '_>, o: Option<Argument>| o.is_some_and(|o| d.kind(o.entity) == MentionKind::Organisation);
    let mut party = None;
    match inner {
        Some(inner) if kind == RelationKind::HoldsOffice => object = object.or(Some(inner)),
        Some(inner) if object.is_some() || kind == RelationKind::CandidateFor => party = Some(inner),
        Some(inner) => object = Some(inner),
        None => {}
    }
    match kind {
        // "député de la Sarthe" holds a seat; "député PS" belongs to a party.
        RelationKind::MemberOf
            if !works && !is_organisation(discourse, object) && (public || heads.contains("place")) =>
        {
            kind = RelationKind::HoldsOffice;
        }
        // "candidat du PS à la présidentielle": of the party, for the country.
        RelationKind::CandidateFor => {
            if is_organisation(discourse, object) {
                party = object.take().or(party);
            }
            object = election(clauses, discourse, chunk).or(object);
        }
        _ => {}
    }
    let of_state = heads.starts_with("country")
        || heads.starts_with("ministry")
        || entry.subtype() == "member" && heads.starts_with("place");
    if object.is_none() && (of_state || kind == RelationKind::CandidateFor) && kind != RelationKind::MemberOf {
        // The office of a state without its name: the person's country, or the one the text is about.
        let country = discourse.country_of(person.entity).or_else(|| discourse.main_country());
        object = country.map(|entity| {
            confidence = 0.7;
            discourse.nominal(trigger, entity)
        });
    }
    let role_text = role(clauses, group);
    discourse.offices.push(Office {
        person: person.entity,
        title,
        scope: object.map(|o| o.entity),
        role: Some(role_text.clone()),
    });
    let status = if group.former || overthrown(clauses, chunk) {
        Status::Ended
    } else if group.coming {
        Status::Planned
    } else {
        holder.status
    };
    let mut state = |discourse: &Discourse<'_, 't>, kind: RelationKind, object: Argument, role: Option<String>| {
        let fits = match kind {
            RelationKind::MemberOf => discourse.kind(object.entity) == MentionKind::Organisation,
            _ => discourse.kind(object.entity) != MentionKind::Person,
        };
        if fits && object.entity != person.entity {
            relations.push(Relation {
                role,
                confidence,
                ..Relation::stated(
                    kind,
                    status,
                    person,
                    object,
                    trigger,
                    discourse.lexed.text,
                    format!("office/{}", entry.name()),
                )
            });
        }
    };
    if let Some(object) = object {
        let role = if kind == RelationKind::CandidateFor { election_role(clauses, group.end) } else { Some(role_text) };
        state(discourse, kind, object, role);
    }
    if let Some(party) = party {
        state(discourse, RelationKind::MemberOf, party, None);
    }
}

/// "le renversement du président A": the office is over.
fn overthrown(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let grammar = clauses.words.grammar;
    let start = clauses.chain_start(chunk);
    let Some(lemma) = clauses.noun(start).filter(|_| start < chunk).and_then(|n| n.lemma) else { return false };
    grammar.lemma(lemma).frames.iter().any(|&f| {
        let kind = grammar.data.frames[usize::from(f)].kind;
        matches!(grammar.data.kinds[usize::from(kind)].name.as_str(), "overthrew" | "dismissed")
    })
}
