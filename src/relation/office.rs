//! Titles with their holders: offices, memberships, candidacies.

use super::discourse::{Discourse, Office};
use super::referent::{resolve, scope};
use super::relation::{Argument, Relation};
use super::{RelationKind, Status};
use crate::Span;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};
use crate::table::Tag;

/// To whom offices are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holding {
    /// To those named beside them: what nominals and pronouns mean is not known yet.
    Named,
    /// To the subject of a copula that is a nominal or pronoun: "il est président de B".
    Meant,
}

/// Finds the offices that a sentence gives to people.
pub(crate) fn offices<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    holding: Holding,
    relations: &mut Vec<Relation<'t>>,
) {
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk) else { continue };
        if group.counterpart && holding == Holding::Meant {
            continue;
        }
        if group.counterpart {
            counterpart(clauses, discourse, chunk, group, relations);
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
        for (person, status) in holders {
            if discourse.mentions[person.mention].kind.is_name() != (holding == Holding::Named) {
                continue;
            }
            office(clauses, discourse, chunk, title, &Holder { person, status, kind: &kind }, relations);
        }
    }
}

/// The title of a ministry in the same sentence that "celui de …" repeats.
fn repeated(clauses: &Clauses<'_, '_>, chunk: usize) -> Option<u32> {
    clauses.complements(chunk).next()?;
    (0..chunk).rev().find_map(|c| ministry(clauses, clauses.noun(c)?))
}

/// The bare title of a group that names the head of a ministry: "ministre" of "ministre de la Défense".
fn ministry(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<u32> {
    let Some(Head::Title(_)) = group.head else { return None };
    let lexed = clauses.words.lexed;
    let bare = lexed.word_senses(group.head_tokens.0).find(|s| s.tag() == Tag::Title)?.index();
    let heads = lexed.gazetteer.entry(bare).country();
    let long = group.head_tokens.1 > group.head_tokens.0 + 1 || group.domain.is_some();
    (long && heads.contains("ministry")).then_some(bare)
}

/// "son homologue russe, A": the office of the one before, for the other country.
fn counterpart<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    chunk: usize,
    group: &NounGroup,
    relations: &mut Vec<Relation<'t>>,
) {
    let Some(object) = scope(clauses, discourse, chunk) else { return };
    let Some((person, status)) = holders(clauses, discourse, chunk, group).into_iter().next() else { return };
    let same = relations.iter().rev().find(|r| r.kind == RelationKind::HoldsOffice && r.status == Status::Actual);
    let role = same.and_then(|r| r.role.clone());
    let title = discourse.offices.iter().rev().find(|o| o.person != person.entity).map(|o| o.title);
    if let Some(title) = title {
        discourse.offices.push(Office { person: person.entity, title, scope: Some(object.entity), role: role.clone() });
    }
    let tokens = clauses.words.lexed.tokens;
    let trigger = Span::new(tokens[group.head_tokens.0].span().start, tokens[group.head_tokens.1 - 1].span().end);
    if discourse.kind(object.entity) != MentionKind::Country || object.entity == person.entity {
        return;
    }
    relations.push(Relation {
        role,
        confidence: 0.8,
        ..Relation::stated(
            RelationKind::HoldsOffice,
            status,
            person,
            object,
            trigger,
            discourse.lexed.text,
            "office/counterpart".to_owned(),
        )
    });
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

/// "chercheur au CNRS", "infirmière à l'hôpital B": the organisation behind "à", "chez", "au sein de".
fn workplace(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let next = clauses.noun(clauses.after(chunk))?;
    let preposition = next.preposition?;
    let found = discourse.of_name(*next.names.last()?)?;
    (clauses.words.grammar.data.workplace.contains(&preposition)
        && discourse.kind(found.entity) == MentionKind::Organisation)
        .then_some(found)
}

/// "sa présidente, A", "son ministre de la Défense, A": the last body or country named before.
fn possessor(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    group: &NounGroup,
    public: bool,
) -> Option<Argument> {
    if !group.possessive {
        return None;
    }
    let span = clauses.words.lexed.tokens[group.inner].span();
    let fits = |d: &Discourse<'_, '_>, e: usize| match d.kind(e) {
        MentionKind::Organisation => !public || d.metonym_kind(e),
        MentionKind::Country => public,
        _ => false,
    };
    let found = discourse.names_before(span.start).find(|&e| fits(discourse, e))?;
    Some(discourse.nominal(span, found))
}

/// "président et directeur général de B": the complement of the second title is the first one's too.
fn shared_scope(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let next = chunk + 2;
    let titled = clauses.noun(next).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty());
    (clauses.is(chunk + 1, Mark::Coordinator) && titled).then(|| scope(clauses, discourse, next)).flatten()
}

/// "à l'élection présidentielle française", "à la mairie de B": what a candidate stands for.
fn election(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let next = clauses.after(chunk);
    let group = clauses.noun(next).filter(|n| n.preposition.is_some())?;
    if let Some(&name) = group.names.last() {
        return discourse.of_name(name).filter(|a| discourse.kind(a.entity) != MentionKind::Person);
    }
    scope(clauses, discourse, next)
}

/// "son prédécesseur, A", "A, successeur de B": who took over from whom.
pub(crate) fn successions<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk).filter(|g| g.head.is_some()) else { continue };
        let (from, to) = group.head_tokens;
        let class = |class| (from..to).any(|t| clauses.words.is(t, class));
        let (before, after) = (class(WordClass::Predecessor), class(WordClass::Successor));
        if !before && !after || group.plural {
            continue;
        }
        let is_person = |d: &Discourse<'_, '_>, a: &Argument| d.kind(a.entity) == MentionKind::Person;
        let Some((one, _)) =
            holders(clauses, discourse, chunk, group).into_iter().find(|(p, _)| is_person(discourse, p))
        else {
            continue;
        };
        let complement: Vec<Argument> =
            clauses.complements(chunk).take(1).flat_map(|c| resolve(clauses, discourse, c)).collect();
        let mut other = complement.into_iter().find(|a| is_person(discourse, a));
        if other.is_none() && group.possessive {
            let token = clauses.words.lexed.tokens[group.inner].span();
            let main: Vec<Argument> =
                clauses.main_subject().into_iter().flat_map(|c| resolve(clauses, discourse, c)).collect();
            other = main
                .into_iter()
                .map(|a| a.entity)
                .chain(discourse.subjects.clone())
                .find(|&e| discourse.kind(e) == MentionKind::Person && e != one.entity)
                .map(|e| discourse.nominal(token, e));
        }
        let Some(other) = other.filter(|o| o.entity != one.entity) else { continue };
        let tokens = clauses.words.lexed.tokens;
        let trigger = Span::new(tokens[from].span().start, tokens[to - 1].span().end);
        let (subject, object) = if after { (one, other) } else { (other, one) };
        relations.push(Relation {
            confidence: 0.75,
            ..Relation::stated(
                RelationKind::Succeeded,
                if group.coming { Status::Planned } else { Status::Actual },
                subject,
                object,
                trigger,
                discourse.lexed.text,
                "office/succession".to_owned(),
            )
        });
    }
}

/// Memberships in brackets: "A (PS)", "A (PPE, Italie)".
pub(crate) fn memberships<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    for open in 1..clauses.chunks.len() {
        if !clauses.is(open, Mark::Open) {
            continue;
        }
        let only = |c: usize| clauses.noun(c).filter(|n| n.preposition.is_none()).and_then(|n| n.names.last().copied());
        let (Some(person), Some(member)) = (only(open - 1), only(open + 1)) else { continue };
        if !(clauses.is(open + 2, Mark::Close) || clauses.is(open + 2, Mark::Comma)) {
            continue;
        }
        let (Some(person), Some(object)) = (discourse.of_name(person), discourse.of_name(member)) else { continue };
        let kinds = (discourse.kind(person.entity), discourse.kind(object.entity));
        if kinds != (MentionKind::Person, MentionKind::Organisation) {
            continue;
        }
        let trigger = discourse.mentions[object.mention].span();
        relations.push(Relation {
            confidence: 0.8,
            ..Relation::stated(
                RelationKind::MemberOf,
                Status::Actual,
                person,
                object,
                trigger,
                discourse.lexed.text,
                "office/brackets".to_owned(),
            )
        });
    }
}

/// The office as the text writes it, without demonym: "ministre des Affaires étrangères".
pub(super) fn role(clauses: &Clauses<'_, '_>, group: &NounGroup) -> String {
    let tokens = clauses.words.lexed.tokens;
    let text = clauses.words.lexed.text;
    let slice = |from: usize, to: usize| &text[tokens[from].span().start..tokens[to - 1].span().end];
    let mut head = slice(group.head_tokens.0, group.head_tokens.1);
    if group.former
        && let Some((first, rest)) = head.split_once('-')
        && clauses.words.atom_is(clauses.words.lexed.atoms_of(group.head_tokens.0).start, WordClass::Former)
        && !first.contains(' ')
    {
        // "ex-président"
        head = rest;
    }
    if group.plural
        && let Some(Head::Title(entry)) = group.head
        && group.head_tokens.1 == group.head_tokens.0 + 1
    {
        let entry = clauses.words.lexed.gazetteer.entry(entry);
        // Of one of several: the singular.
        head = entry.name().split(' ').next().filter(|_| group.domain.is_some()).unwrap_or(entry.name());
    }
    if group.repeats
        && let Some((title, domain)) = repeated_role(clauses, group)
    {
        return format!("{} {}", slice(title.0, title.1), slice(domain.0, domain.1));
    }
    match group.domain {
        Some((from, to)) if from < to => format!("{head} {}", slice(from, to)),
        _ => head.to_owned(),
    }
}

/// The office that the next words of the sentence name an election by: "présidentielle" → the presidency.
pub(super) fn election_role(clauses: &Clauses<'_, '_>, from: usize) -> Option<String> {
    const REACH: usize = 10;
    let end = clauses.chunks.last().map_or(from, |c| c.tokens().end);
    let roles = &clauses.words.grammar.data.election_roles;
    (from..end.min(from + REACH)).find_map(|t| roles.get(&clauses.words.text(t).to_lowercase()).cloned())
}

type Tokens = (usize, usize);

/// The title that "celui de l'Intérieur" repeats, and its own domain.
fn repeated_role(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<(Tokens, Tokens)> {
    let chunk = clauses.chunks.iter().position(|c| c.noun().is_some_and(|n| n.start == group.start))?;
    let domain = clauses.noun(clauses.complements(chunk).next()?)?;
    (0..chunk).rev().find_map(|c| {
        let before = clauses.noun(c)?;
        ministry(clauses, before)?;
        Some(((before.head_tokens.0, before.head_tokens.0 + 1), (domain.start, domain.end)))
    })
}

/// The people to whom the noun group gives its title.
fn holders(
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
fn copula(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<(Argument, Status)> {
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
