//! The office as the text writes it.

use crate::grammar::WordClass;
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
pub(in crate::relation) fn election_role(clauses: &Clauses<'_, '_>, from: usize) -> Option<String> {
    const REACH: usize = 10;
    let end = clauses.chunks.last().map_or(from, |c| c.tokens().end);
    let roles = &clauses.words.grammar.data.election_roles;
    (from..end.min(from + REACH)).find_map(|t| roles.get(&clauses.words.text(t).to_lowercase()).cloned())
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
