//! Police, courts and troops without a name of their own → for whom they act.

use super::discourse::Discourse;
use super::relation::Argument;
use crate::Span;
use crate::gazetteer::EntryKind;
use crate::grammar::{COURT, FORCE, MOVEMENT, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Head, NounGroup};
use crate::table::Tag;

/// The role that a noun gives those it names: "gendarmes" are police, "parquet" is of the judiciary.
fn role<'c>(clauses: &'c Clauses<'_, '_>, group: &NounGroup) -> Option<&'c str> {
    let lexed = clauses.words.lexed;
    if let Some(Head::Common(noun)) = group.head {
        return Some(lexed.gazetteer.entry(noun).country());
    }
    // "les gendarmes", "les policiers": ranks of people are nouns for actors too.
    let title = matches!(group.head, Some(Head::Title(_)));
    let mut senses = lexed.word_senses(group.head_tokens.0).filter(|s| s.tag() == Tag::HeadNoun);
    senses.find(|_| title).map(|s| lexed.gazetteer.entry(s.index()).country())
}

/// The one for whom a body or people of the state or a commander act.
pub(super) fn force(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let group = clauses.noun(chunk).filter(|n| n.names.is_empty() && !n.counterpart)?;
    if let Some(&(seat, token)) = group.demonyms.first() {
        // "la police moscovite": of the country where the town lies.
        let law = matches!(role(clauses, group), Some("police" | "judiciary"));
        let place = discourse.lexed.gazetteer.entry(seat);
        let code = place.country().split('|').next().filter(|_| law && place.kind() == EntryKind::Place)?;
        let country = discourse.lexed.gazetteer.country(code)?.index();
        let country = discourse.of_entry(country);
        return Some(discourse.nominal(clauses.words.lexed.tokens[token].span(), country));
    }
    if let Some(named) = repeated(clauses, discourse, chunk, group) {
        return Some(named);
    }
    let role = role(clauses, group)?;
    let complement = clauses.complements(chunk).next();
    let name = complement.and_then(|c| clauses.noun(c)?.names.last().copied()).and_then(|n| discourse.of_name(n));
    let law = matches!(role, "police" | "judiciary");
    let tokens = clauses.words.lexed.tokens;
    let span = |last: usize| Span::new(tokens[group.head_tokens.0].span().start, tokens[last - 1].span().end);
    match name {
        // "le parquet de Paris", "la police de Londres": of the country where the town lies.
        Some(seat) if law && discourse.kind(seat.entity) == MentionKind::Place => {
            let country = discourse.home_of(seat.entity)?;
            let end = complement.and_then(|c| clauses.noun(c)).map_or(group.end, |n| n.end);
            Some(discourse.nominal(span(end), country))
        }
        // "les forces de A", "les hommes de A": he commands them.
        Some(leader) if discourse.kind(leader.entity) == MentionKind::Person => match role {
            "military" | "rebels" => Some(leader),
            // "le régime de A": the state that he rules.
            "government" => {
                let country = discourse.country_of(leader.entity)?;
                Some(discourse.nominal(span(group.end), country))
            }
            _ => None,
        },
        Some(_) => None,
        // "les forces du régime de A"
        None if matches!(role, "military" | "rebels") && complement.is_some() => {
            let regime = complement.and_then(|c| clauses.noun(c)).filter(|n| n.demonyms.is_empty())?;
            let ruler = clauses.complements(chunk).nth(1).and_then(|c| clauses.noun(c)?.names.last().copied());
            let ruler = ruler.and_then(|n| discourse.of_name(n))?;
            let rules = self::role(clauses, regime) == Some("government");
            let person = rules && discourse.kind(ruler.entity) == MentionKind::Person;
            let country = discourse.country_of(ruler.entity).filter(|_| person)?;
            Some(discourse.nominal(span(group.end), country))
        }
        // "les djihadistes": of the armed group the text is about.
        None if role == "rebels"
            && group.plural
            && complement.is_none()
            && !group.possessive
            // "les milices chiites" are others.
            && group.end == group.head_tokens.1 =>
        {
            let armed = discourse.armed_group()?;
            Some(discourse.nominal(span(group.end), armed))
        }
        // "la police", "les gendarmes", "des policiers": of the country the text is about.
        None if role == "police" || role == "government" && group.plural && group.definite => {
            let some = group.definite || group.plural || counted(clauses, chunk);
            let country = discourse.home().filter(|_| some && complement.is_none() && !group.possessive)?;
            Some(discourse.nominal(span(group.end), country))
        }
        None => None,
    }
}

/// "les forces de A et celles de B": the second commander.
fn repeated(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<Argument> {
    let meant = (0..chunk).rev().filter_map(|c| clauses.noun(c)).find(|n| n.head.is_some());
    let armed = meant.and_then(|n| role(clauses, n)).is_some_and(|r| matches!(r, "military" | "rebels"));
    let name = clauses.complements(chunk).next().and_then(|c| clauses.noun(c)?.names.last().copied())?;
    discourse.of_name(name).filter(|_| group.repeats && armed)
}

/// Whether the group speaks of those whom the types ask for.
pub(super) fn called(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    entity: usize,
    types: u8,
) -> bool {
    types & FORCE != 0 && bears_arms(clauses, discourse, chunk, entity)
        || types & MOVEMENT != 0 && marches(discourse, entity)
        || types & COURT != 0 && judges(clauses, discourse, chunk, entity)
}

/// Whether the group speaks of a court, judge or prosecutor.
fn judges(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize, entity: usize) -> bool {
    let group = clauses.noun(clauses.whole(chunk)).filter(|n| n.names.is_empty());
    if group.and_then(|n| role(clauses, n)) == Some("judiciary") {
        return true;
    }
    let gazetteer = discourse.lexed.gazetteer;
    discourse.kind(entity) == MentionKind::Organisation
        && discourse.entry(entity).map_or_else(
            || {
                // "Tribunal de B", "Cour d'appel de B"
                let name = &discourse.entities[entity].name;
                let first = name.split(' ').next().unwrap_or(name).to_lowercase();
                let mut senses = gazetteer.name_senses(&first);
                senses.any(|s| s.tag() == Tag::HeadNoun && gazetteer.entry(s.index()).country() == "judiciary")
            },
            |known| known.subtype() == "court",
        )
}

/// Whether the group speaks of police, troops or an armed group.
fn bears_arms(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    entity: usize,
) -> bool {
    let armed = |role: &str| matches!(role, "military" | "police" | "rebels");
    let group = clauses.noun(clauses.whole(chunk));
    if group.filter(|n| n.names.is_empty()).and_then(|n| role(clauses, n)).is_some_and(armed)
        || group.is_some_and(|n| repeated(clauses, discourse, clauses.whole(chunk), n).is_some())
    {
        return true;
    }
    if discourse.kind(entity) != MentionKind::Organisation {
        return false;
    }
    match discourse.entry(entity) {
        Some(known) => matches!(known.subtype(), "armed_group" | "army" | "mission" | "alliance"),
        // "Forces nouvelles", "Armée de la résistance"
        None => {
            let name = &discourse.entities[entity].name;
            let first = name.split(' ').next().unwrap_or(name).to_lowercase();
            let gazetteer = discourse.lexed.gazetteer;
            let mut senses = gazetteer.name_senses(&first);
            senses.any(|s| s.tag() == Tag::HeadNoun && armed(gazetteer.entry(s.index()).country()))
        }
    }
}

/// Whether the organisation is a movement, union or association.
fn marches(discourse: &Discourse<'_, '_>, entity: usize) -> bool {
    discourse.kind(entity) == MentionKind::Organisation
        && discourse.entry(entity).is_some_and(|known| matches!(known.subtype(), "union" | "ngo" | "party"))
}

/// "une trentaine de gendarmes"
fn counted(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    chunk.checked_sub(1).is_some_and(|before| {
        clauses.noun(before).is_some_and(|n| n.end > n.inner && clauses.words.is(n.end - 1, WordClass::Part))
    })
}
