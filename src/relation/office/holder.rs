//! Who holds an office: the name beside a title.

use crate::grammar::VerbClass;
use crate::mention::MentionKind;
use crate::relation::Status;
use crate::relation::discourse::Discourse;
use crate::relation::referent::resolve;
use crate::relation::relation::Argument;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};

/// The people to whom the noun group gives its title.
pub(super) fn holders(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Vec<(Argument, Status)> {
    let is_person = |d: &Discourse<'_, '_>, name: usize| d.mentions[name].kind == MentionKind::Person;
    // "le président Bazoum", "les ministres Fekl et Bareigts"
    if let Some(&name) = group.names.last()
        && is_person(discourse, name)
    {
        let all = if group.plural { clauses.coordination(chunk) } else { vec![chunk] };
        return all
            .into_iter()
            .filter_map(|c| clauses.noun(c)?.names.last().copied())
            .filter(|&n| is_person(discourse, n))
            .filter_map(|n| discourse.of_name(n))
            .map(|a| (a, Status::Actual))
            .collect();
    }
    let name_of = |d: &Discourse<'_, '_>, c: usize| {
        let other = clauses.noun(c).filter(|n| n.preposition.is_none() || c < chunk)?;
        let name = *other.names.last()?;
        // "le président de B, le général A": a rank in between is no other office.
        is_person(d, name).then(|| d.of_name(name)).flatten()
    };
    // "le président russe, A", "le président du Niger A", "A, président de B"
    let after = clauses.after(chunk);
    let mut found = Vec::new();
    let first = if name_of(discourse, after).is_some() {
        Some(after)
    } else if clauses.is(after, Mark::Comma)
        || clauses.is(after, Mark::Open)
        || clauses.is(after, Mark::Colon) && group.plural
    {
        Some(after + 1)
    } else {
        None
    };
    if let Some(first) = first.filter(|&f| clauses.noun(f).is_some()) {
        // "les ministres A et B"
        let all = if group.plural { clauses.coordination(first) } else { vec![first] };
        found.extend(all.into_iter().filter_map(|c| name_of(discourse, c)).map(|p| (p, Status::Actual)));
    }
    // "ministre de B puis de C", "président et directeur général": the holder of the first title.
    if found.is_empty() && chunk >= 2 && clauses.is(chunk - 1, Mark::Coordinator) {
        let start = clauses.chain_start(chunk - 2);
        if let Some(before) = clauses.noun(start).filter(|n| matches!(n.head, Some(Head::Title(_))) && !n.plural) {
            return holders(clauses, discourse, start, before);
        }
    }
    if found.is_empty() && chunk >= 2 && (clauses.is(chunk - 1, Mark::Comma) || clauses.is(chunk - 1, Mark::Open)) {
        let start = clauses.chain_start(chunk - 2);
        found.extend(name_of(discourse, start).map(|p| (p, Status::Actual)));
        if found.is_empty() && clauses.is(chunk - 2, Mark::Close) {
            // "A (57 ans), président de B"
            let open = (0..chunk - 2).rev().find(|&c| clauses.is(c, Mark::Open));
            found.extend(
                open.and_then(|o| o.checked_sub(1)).and_then(|c| name_of(discourse, c)).map(|p| (p, Status::Actual)),
            );
        }
    }
    if found.is_empty() {
        found.extend(copula(clauses, discourse, chunk));
    }
    found
}

/// "A est président de B", "A, qui était ministre de B".
pub(super) fn copula(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
) -> Vec<(Argument, Status)> {
    let Some(verb_chunk) = chunk.checked_sub(1) else { return Vec::new() };
    let Some(verb) = clauses.verb(verb_chunk) else { return Vec::new() };
    // "s'est déclaré candidat", "se dit président"
    let declares = verb.pronominal && clauses.words.grammar.verb_is(verb.lemma, VerbClass::Speech);
    if verb.mode != VerbMode::Finite || !(declares || clauses.words.grammar.verb_is(verb.lemma, VerbClass::Copula)) {
        return Vec::new();
    }
    // "A était ministre": no longer.
    let status = if verb.past && verb.status == Status::Actual && !declares { Status::Ended } else { verb.status };
    let subject = clauses.subject(verb_chunk, 4);
    let mut found = Vec::new();
    for c in subject {
        for argument in resolve(clauses, discourse, c) {
            if discourse.kind(argument.entity) == MentionKind::Person {
                found.push((argument, status));
            }
        }
    }
    found
}
