//! The office as the text writes it.

use super::extent::Extent;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::syntax::{Clauses, Head, NounGroup};
use crate::table::Tag;

/// The office as the text writes it, without demonym: "ministre des Affaires étrangères".
pub(in crate::relation) fn role(clauses: &Clauses<'_, '_>, group: &NounGroup) -> String {
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
    let last = group.head_tokens.1 - 1;
    if last > group.head_tokens.0 && clauses.words.is(last, WordClass::Designate) && !group.plural {
        // "président élu"
        head = slice(group.head_tokens.0, last);
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

/// "les ministres de la Défense et de l'Intérieur, A et B": the domain of each.
pub(super) fn shared(clauses: &Clauses<'_, '_>, group: &NounGroup, number: usize, count: usize) -> Option<String> {
    let words = clauses.words;
    let (from, to) = group.domain?;
    let mut parts = Vec::new();
    let mut start = from;
    let mut at = from;
    while at < to {
        let joined = if words.text(at) == "," { Some(at + 1) } else { words.phrase(at, to, WordClass::Coordinator) };
        // Only before a preposition: "du Logement et de la Ville", and not "de l'Économie et Finances".
        match joined.filter(|&next| next < to && words.preposition(next, to).is_some()) {
            Some(next) => {
                parts.push((start, at));
                (start, at) = (next, next);
            }
            None => at += 1,
        }
    }
    parts.push((start, to));
    let &(from, to) = parts.get(number).filter(|_| parts.len() == count)?;
    let own = NounGroup { domain: Some((from, to)), ..group.clone() };
    Some(role(clauses, &own))
}

/// The office with the complements that say which one, up to the one that says of whom: "directeur des services de santé" of
/// "directeur des services de santé d'Idlib", "ambassadeur à l'ONU" of "ambassadeur britannique à l'ONU".
pub(super) fn completed(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    object: Option<usize>,
) -> String {
    let Some(group) = clauses.noun(chunk) else { return String::new() };
    let bare = role(clauses, group);
    let words = clauses.words;
    // "chef d'état-major", "président de la République" say it already.
    let said = (group.head_tokens.0..group.head_tokens.1).any(|t| words.preposition(t, t + 1).is_some());
    if group.domain.is_some() || group.repeats || said || !group.names.is_empty() {
        return bare;
    }
    let tokens = words.lexed.tokens;
    let extent = Extent { clauses, chunk };
    let diplomatic = extent.diplomatic();
    let mut end = None;
    let mut at = chunk + 1;
    let limit = extent.end();
    while at < limit {
        let Some(part) = clauses.noun(at) else {
            // "chargée des Comptes publics"
            let entrusted = clauses.verb(at).is_some_and(|v| words.grammar.verb_is(v.lemma, VerbClass::Entrust));
            if !entrusted {
                break;
            }
            at += 1;
            continue;
        };
        let named = part.names.last().and_then(|&n| discourse.of_name(n)).map(|a| a.entity);
        let of = clauses.complements(chunk).any(|c| c == at);
        let says_which = match (named, part.head) {
            // "ambassadeur de Russie en Turquie": with the post the sender is part of it.
            (Some(_), _) if diplomatic && of => at == chunk + 1 && extent.posted(at + 1),
            (Some(named), _) => {
                Some(named) != object && discourse.kind(named) != MentionKind::Person && (diplomatic && !of)
            }
            (None, Some(Head::Common(noun))) => discourse.lexed.gazetteer.entry(noun).subtype() == "actor",
            (None, Some(Head::Unknown)) => of && (part.definite || end.is_some()) && !part.repeats && !part.possessive,
            (None, Some(Head::Title(_))) => of && part.definite,
            _ => false,
        };
        if !says_which {
            break;
        }
        // "de la diplomatie européenne": the adjective says of whom.
        match part.demonyms.first() {
            Some(&(_, token)) if token > part.head_tokens.0 => {
                end = Some(token);
                break;
            }
            Some(_) => break,
            None => end = Some(part.end),
        }
        at += 1;
    }
    match end {
        Some(end) => {
            let from = clauses.chunks[chunk + 1].tokens().start;
            let rest = &words.lexed.text[tokens[from].span().start..tokens[end - 1].span().end];
            format!("{bare} {rest}")
        }
        None => bare,
    }
}

/// The office that the sentence names an election by: "présidentielle" → the presidency.
pub(in crate::relation) fn election_role(clauses: &Clauses<'_, '_>, from: usize) -> Option<String> {
    let start = clauses.chunks.first().map_or(from, |c| c.tokens().start);
    let end = clauses.chunks.last().map_or(from, |c| c.tokens().end);
    let roles = &clauses.words.grammar.data.election_roles;
    // Of "élection" alone it is not said for what.
    let named = |t: usize| roles.get(&clauses.words.text(t).to_lowercase()).filter(|r| !r.is_empty()).cloned();
    // What the words behind name, or the nearest before.
    (from..end).find_map(named).or_else(|| (start..from.min(end)).rev().find_map(named))
}

/// The title of a ministry in the same sentence that "celui de …" repeats.
pub(super) fn repeated(clauses: &Clauses<'_, '_>, chunk: usize) -> Option<u32> {
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
