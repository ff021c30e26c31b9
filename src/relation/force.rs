//! Police, courts and troops without a name of their own → for whom they act.

use super::discourse::Discourse;
use super::relation::Argument;
use crate::Span;
use crate::gazetteer::EntryKind;
use crate::grammar::WordClass;
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Head, NounGroup};
use crate::table::Tag;

/// The role that a noun gives those it names: "gendarmes" are police, "parquet" is of the judiciary.
pub(super) fn role<'c>(clauses: &'c Clauses<'_, '_>, group: &NounGroup) -> Option<&'c str> {
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
    if !group.demonyms.is_empty() {
        return local(clauses, discourse, group);
    }
    if let Some(named) = repeated(clauses, discourse, chunk) {
        return Some(named);
    }
    let role = role(clauses, group)?;
    let Some(complement) = clauses.complements(chunk).next() else {
        return alone(clauses, discourse, chunk, role);
    };
    match named(clauses, discourse, complement) {
        Some(owner) => owned(clauses, discourse, (group, complement), role, owner),
        None => ruled(clauses, discourse, chunk, role),
    }
}

/// The words of the group from its head to the token.
fn words_to(clauses: &Clauses<'_, '_>, group: &NounGroup, end: usize) -> Span {
    let tokens = clauses.words.lexed.tokens;
    Span::new(tokens[group.head_tokens.0].span().start, tokens[end - 1].span().end)
}

/// The entity that the group at the chunk names.
fn named(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    discourse.of_name(*clauses.noun(chunk)?.names.last()?)
}

/// "la police moscovite": of the country where the town lies.
fn local(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, group: &NounGroup) -> Option<Argument> {
    let &(seat, token) = group.demonyms.first()?;
    let law = matches!(role(clauses, group), Some("police" | "judiciary"));
    let place = discourse.lexed.gazetteer.entry(seat);
    let code = place.country().split('|').next().filter(|_| law && place.kind() == EntryKind::Place)?;
    let country = discourse.lexed.gazetteer.country(code)?.index();
    let country = discourse.of_entry(country);
    Some(discourse.nominal(clauses.words.lexed.tokens[token].span(), country))
}

/// "le parquet de Paris", "les forces de A", "un combattant de A": of whom the name behind it says.
fn owned(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    (group, complement): (&NounGroup, usize),
    role: &str,
    owner: Argument,
) -> Option<Argument> {
    match (discourse.kind(owner.entity), role) {
        (MentionKind::Place, "police" | "judiciary") => {
            let country = discourse.home_of(owner.entity)?;
            let end = clauses.noun(complement).map_or(group.end, |n| n.end);
            Some(discourse.nominal(words_to(clauses, group, end), country))
        }
        (MentionKind::Person, "military" | "rebels")
        | (MentionKind::Organisation, "military" | "rebels" | "police") => Some(owner),
        // "le régime de A": the state that he rules.
        (MentionKind::Person, "government") => {
            let country = discourse.country_of(owner.entity)?;
            Some(discourse.nominal(words_to(clauses, group, group.end), country))
        }
        _ => None,
    }
}

/// "les forces du régime de A": of the state that he rules.
fn ruled(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize, armed: &str) -> Option<Argument> {
    let mut complements = clauses.complements(chunk);
    let (regime, ruler) = (complements.next()?, complements.next()?);
    let group = clauses.noun(regime).filter(|n| n.demonyms.is_empty())?;
    let government = matches!(armed, "military" | "rebels") && role(clauses, group) == Some("government");
    let ruler = named(clauses, discourse, ruler).filter(|r| discourse.kind(r.entity) == MentionKind::Person)?;
    let country = discourse.country_of(ruler.entity).filter(|_| government)?;
    let group = clauses.noun(chunk)?;
    Some(discourse.nominal(words_to(clauses, group, group.end), country))
}

/// Of whom nothing behind the noun says: "ses troupes", "les djihadistes", "les gendarmes".
fn alone(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize, role: &str) -> Option<Argument> {
    let group = clauses.noun(chunk)?;
    let meant = match role {
        "military" | "rebels" | "police" if group.possessive => *discourse.pointers.get(&group.inner)?.first()?,
        _ if group.possessive => return None,
        // The armed group that the text is about; "les milices chiites" are others.
        "rebels" if group.plural && group.end == group.head_tokens.1 => discourse.armed_group()?,
        // Of the country that the text is about.
        "police" if group.definite || group.plural || counted(clauses, chunk) => discourse.home()?,
        "government" if group.definite && group.plural => discourse.home()?,
        _ => return None,
    };
    Some(discourse.nominal(words_to(clauses, group, group.end), meant))
}

/// Whether a country is meant by a noun for its police or troops.
pub(super) fn serves(discourse: &Discourse<'_, '_>, argument: Argument) -> bool {
    let text = discourse.mentions[argument.mention].text;
    let gazetteer = discourse.lexed.gazetteer;
    let service = |role: &str| matches!(role, "police" | "military" | "judiciary");
    discourse.kind(argument.entity) == MentionKind::Country
        && gazetteer
            .name_senses(text)
            .any(|s| s.tag() == Tag::HeadNoun && service(gazetteer.entry(s.index()).country()))
}

/// "les forces de A et celles de B": the second commander.
pub(super) fn repeated(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    clauses.noun(chunk).filter(|n| n.repeats)?;
    let meant = (0..chunk).rev().filter_map(|c| clauses.noun(c)).find(|n| n.head.is_some());
    let armed = meant.and_then(|n| role(clauses, n)).is_some_and(|r| matches!(r, "military" | "rebels"));
    let owner = clauses.complements(chunk).next().filter(|_| armed)?;
    named(clauses, discourse, owner)
}

/// "une trentaine de gendarmes"
fn counted(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    chunk.checked_sub(1).is_some_and(|before| {
        clauses.noun(before).is_some_and(|n| n.end > n.inner && clauses.words.is(n.end - 1, WordClass::Part))
    })
}
