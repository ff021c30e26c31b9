//! Nominals and pronouns without a name → the entities they mean, sentence by sentence, in reading order.
//!
//! What is found here is kept in the [`Discourse`], where the other parts of the stage look it up; what stays open refers to nobody.

use super::antecedent::{self, Reader};
use super::discourse::Discourse;
use super::referent;
use super::salience::Rank;
use crate::Span;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::sentence::Sentence;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};
use crate::table::Tag;
use crate::token::{Token, TokenKind};

/// Of each token, whether it stands within quotation marks.
pub(crate) fn quoted(text: &str, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut open = false;
    let mut end = 0;
    tokens
        .iter()
        .map(|token| {
            // A quotation that nobody closes ends with its paragraph.
            if text[end..token.span().start].contains('\n') {
                open = false;
            }
            end = token.span().end;
            if token.kind() == TokenKind::Quote {
                open = match token.text() {
                    "«" | "“" | "„" => true,
                    "»" | "”" => false,
                    _ => !open,
                };
                return false;
            }
            open
        })
        .collect()
}

/// Resolves the groups of a sentence and notes who is spoken of.
pub(crate) fn read(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    sentences: &[Sentence],
    number: usize,
    quoted: &[bool],
) {
    let headline = !sentences[number]
        .tokens()
        .next_back()
        .is_some_and(|last| clauses.words.text(last).ends_with(['.', '!', '?', '…', '»', '"', '”']));
    let reader = Reader { clauses, sentence: number };
    let ranks = ranks(clauses);
    for (chunk, &rank) in ranks.iter().enumerate() {
        if let Some(verb) = clauses.verb(chunk) {
            if verb.inverted
                && let Some(token) = (verb.start..verb.end).find(|&t| clauses.words.is(t, WordClass::Pronoun))
            {
                inverted(&reader, discourse, token, quoted[token]);
            }
            if let Some(token) = verb.clitic.filter(|&t| !quoted[t])
                && (clauses.words.is(token, WordClass::DirectClitic)
                    || clauses.words.is(token, WordClass::DativeClitic))
                && let Some(found) = antecedent::object(&reader, discourse, chunk, token)
            {
                discourse.pointers.insert(token, vec![found]);
            }
            continue;
        }
        let Some(group) = clauses.noun(chunk) else { continue };
        let quoted = quoted[group.inner.min(group.end - 1)];
        if group.possessive && !quoted {
            let found = antecedent::possessor(&reader, discourse, chunk);
            discourse.pointers.insert(group.inner, found);
        }
        titles(clauses, discourse, chunk, group);
        article(clauses, discourse, group);
        let found = if group.names.is_empty() {
            nominal(&reader, discourse, chunk, group, quoted)
        } else {
            group.names.iter().filter_map(|&n| discourse.mentions[n].entity).collect()
        };
        for entity in found {
            discourse.salience.note(entity, number, rank, quoted || headline);
        }
    }
    if let Some(together) = antecedent::subjects_together(clauses, discourse) {
        discourse.together = Some((number, together));
    }
}

/// How prominent each chunk is: subjects first.
fn ranks(clauses: &Clauses<'_, '_>) -> Vec<Rank> {
    let mut ranks = vec![Rank::Other; clauses.chunks.len()];
    let mut raise = |chunks: &[usize], rank: Rank| {
        for &c in chunks {
            if let Some(known) = ranks.get_mut(c) {
                *known = (*known).max(rank);
            }
            // "le président russe, Vladimir Poutine": the name behind its title.
            let after = clauses.after(c);
            let apposed = if clauses.is(after, Mark::Comma) { after + 1 } else { after };
            if clauses.noun(c).is_some_and(|n| n.names.is_empty() && n.head.is_some())
                && clauses.noun(apposed).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty())
                && let Some(known) = ranks.get_mut(apposed)
            {
                *known = (*known).max(rank);
            }
        }
    };
    let mut main = true;
    for v in 0..clauses.chunks.len() {
        let Some(verb) = clauses.verb(v) else { continue };
        let around = clauses.frame(v);
        let (surface, other) =
            if verb.passive { (&around.object, &around.subject) } else { (&around.subject, &around.object) };
        if verb.mode == VerbMode::Finite {
            let relative = (0..v).rev().take_while(|&c| clauses.verb(c).is_none()).any(|c| clauses.is(c, Mark::Who));
            raise(surface, if main && !relative { Rank::Main } else { Rank::Subject });
            main &= relative;
        }
        raise(other, Rank::Object);
    }
    for (c, rank) in ranks.iter_mut().enumerate() {
        // "le président du Niger": the one within the other's group.
        if *rank == Rank::Other && clauses.chain_start(c) < c {
            *rank = Rank::Within;
        }
    }
    ranks
}

/// Notes the ranks and honorifics of names: "Me Benali", "le colonel Sidi".
fn titles(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize, group: &NounGroup) {
    if group.head == Some(Head::Unknown) && !group.plural && !group.counterpart && group.preposition.is_none() {
        called(clauses, discourse, chunk, group);
    }
    let Some(Head::Title(title)) = group.head else { return };
    let person = match group.names.last() {
        Some(&name) => discourse.of_name(name),
        None => referent::named(clauses, discourse, chunk, group),
    };
    let person = person.filter(|a| discourse.kind(a.entity) == MentionKind::Person);
    if let Some(person) = person
        && !discourse.titles.contains(&(person.entity, title))
    {
        discourse.titles.push((person.entity, title));
    }
}

/// "la géologue A", "A, boulangère à B": nouns for a person that the gazetteer of titles does not know.
fn called(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize, group: &NounGroup) {
    let name = match group.names.last() {
        Some(&name) if group.definite => Some(name),
        Some(_) => None,
        None if !group.determined && chunk >= 2 && clauses.is(chunk - 1, Mark::Comma) => {
            clauses.noun(clauses.chain_start(chunk - 2)).and_then(|n| n.names.last().copied())
        }
        None => None,
    };
    let person = name.and_then(|n| discourse.of_name(n)).filter(|a| discourse.kind(a.entity) == MentionKind::Person);
    let word = clauses.words.text(group.head_tokens.0);
    if let Some(person) = person
        && word.starts_with(char::is_lowercase)
    {
        discourse.called.push((person.entity, word.to_lowercase()));
    }
}

/// Notes what the article before an organisation says of its gender: "la Fifa".
fn article(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, group: &NounGroup) {
    let entity = group.names.last().and_then(|&n| discourse.mentions[n].entity);
    let Some(entity) = entity.filter(|&e| discourse.kind(e) == MentionKind::Organisation) else { return };
    if let Some(feminine) = antecedent::gender(clauses, group) {
        discourse.genders.entry(entity).or_insert(feminine);
    }
}

/// The entities that a group without a name refers to; they are kept for the other parts of the stage.
fn nominal(
    reader: &Reader<'_, '_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    quoted: bool,
) -> Vec<usize> {
    let clauses = reader.clauses;
    if group.pronoun {
        // Whom "il" means within a quotation the quotation alone does not tell.
        if quoted || impersonal(clauses, chunk, group) {
            return Vec::new();
        }
        let found = antecedent::pronoun(reader, discourse, chunk, group);
        let span = span(clauses, group.inner, group.end);
        return keep(discourse, group.start, span, found);
    }
    if let Some(named) = referent::named(clauses, discourse, chunk, group) {
        return vec![named.entity];
    }
    if group.plural {
        let found = antecedent::pair(reader, discourse, group);
        let span = whole(clauses, chunk, group);
        return keep(discourse, group.start, span, found);
    }
    if group.time || group.counterpart || predicate(clauses, chunk) {
        return Vec::new();
    }
    let found = match group.head {
        Some(Head::Title(title)) => antecedent::title(reader, discourse, chunk, group, title),
        Some(Head::Common(noun)) => antecedent::common(reader, discourse, chunk, group, noun),
        Some(Head::Demonym(entry)) => antecedent::national(reader, discourse, group, entry),
        Some(Head::Unknown) => antecedent::unknown(reader, discourse, chunk, group),
        None => antecedent::ordinal(reader, discourse, group),
    };
    let span = whole(clauses, chunk, group);
    keep(discourse, group.start, span, found.into_iter().collect())
}

/// "A était le troisième homme", "A, l'emblématique ministre puis maire": says what A is, and is no mention of its own.
fn predicate(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let Some(before) = chunk.checked_sub(1) else { return false };
    let copula = clauses.verb(before).is_some_and(|v| clauses.words.grammar.verb_is(v.lemma, VerbClass::Copula));
    let apposed = clauses.noun(chunk).is_some_and(|n| n.preposition.is_none())
        && clauses.is(before, Mark::Comma)
        && before > 0
        && clauses
            .noun(clauses.chain_start(before - 1))
            .is_some_and(|n| !n.names.is_empty() && n.preposition.is_none())
        && (before == 1 || clauses.verb(before - 2).is_none())
        && clauses.verb(clauses.after(chunk)).is_none_or(|v| v.mode != VerbMode::Finite);
    copula || apposed
}

fn keep(discourse: &mut Discourse<'_, '_>, token: usize, span: Span, found: Vec<usize>) -> Vec<usize> {
    if !found.is_empty() {
        let arguments = found.iter().map(|&e| discourse.refer(span, e)).collect();
        discourse.referents.insert(token, arguments);
    }
    found
}

/// "a-t-il ajouté": the one who speaks in the sentence or spoke in the one before.
fn inverted(reader: &Reader<'_, '_, '_>, discourse: &mut Discourse<'_, '_>, token: usize, quoted: bool) {
    let words = reader.clauses.words;
    if quoted || words.is(token, WordClass::Plural) {
        return;
    }
    let feminine = words.is(token, WordClass::Feminine);
    let found = antecedent::person_or_body(reader, discourse, feminine);
    // "-t-il": the pronoun without what ties it.
    let whole = words.lexed.tokens[token].span();
    let start = whole.end - words.text(token).rsplit(['-', '‑']).next().map_or(0, str::len);
    keep(discourse, token, Span::new(start, whole.end), found.into_iter().collect());
}

/// How far behind the verb the "que" or infinitive of an impersonal stands, in tokens.
const REACH: usize = 4;

/// "il faut", "il s'agit", "il y a", "il est possible que": nobody.
fn impersonal(clauses: &Clauses<'_, '_>, chunk: usize, group: &NounGroup) -> bool {
    let words = clauses.words;
    if group.feminine || group.plural || group.latter {
        return false;
    }
    let Some(verb) = clauses.verb(chunk + 1) else { return false };
    let class = |class| words.grammar.verb_is(verb.lemma, class);
    if class(VerbClass::Impersonal) {
        return true;
    }
    let there = verb.clitic.is_some_and(|c| words.is(c, WordClass::There));
    if class(VerbClass::Have) && there {
        return true;
    }
    // "il est prévu que", "il reste à", "il est temps de partir"
    let end = clauses.chunks.last().map_or(verb.end, |c| c.tokens().end);
    let mut ahead = verb.end..end.min(verb.end + REACH);
    let that =
        ahead.clone().take_while(|&t| words.kind(t) != TokenKind::Punctuation).find(|&t| words.is(t, WordClass::Que));
    let speech = class(VerbClass::Speech) && !verb.passive;
    if that.is_some() && !speech && (class(VerbClass::Be) || verb.passive || that == Some(verb.end)) {
        return !class(VerbClass::Planned) && !class(VerbClass::Factual) || verb.passive;
    }
    class(VerbClass::Be)
        && !verb.passive
        && ahead.any(|t| {
            words.preposition(t, end).is_some_and(|(next, _)| {
                next < end && words.verb_forms(next).any(|f| f.tense == crate::morphology::Tense::Infinitive)
            })
        })
}

fn span(clauses: &Clauses<'_, '_>, from: usize, to: usize) -> Span {
    let tokens = clauses.words.lexed.tokens;
    Span::new(tokens[from].span().start, tokens[to - 1].span().end)
}

/// The nominal without article, with what says whose it is: "présidente de la Commission".
fn whole(clauses: &Clauses<'_, '_>, chunk: usize, group: &NounGroup) -> Span {
    let words = clauses.words;
    let head = group.head_tokens.0.max(group.inner);
    let skipped = |t: &usize| words.is(*t, WordClass::Determiner) || words.is(*t, WordClass::Numeral);
    let start = (group.inner..head).find(|t| !skipped(t)).unwrap_or(head);
    let mut end = group.end;
    while end > group.head_tokens.1 && words.is(end - 1, WordClass::Time) {
        end -= 1;
    }
    // Only what the title or noun is of, and not what the sentence says of it.
    let last = clauses
        .complements(chunk)
        .take_while(|&c| {
            clauses.noun(c).is_some_and(|n| {
                let named = !n.names.is_empty() || !n.demonyms.is_empty();
                let of_title = matches!(group.head, Some(Head::Title(_)));
                (named || of_title || n.definite) && !n.time
            })
        })
        .filter_map(|c| clauses.noun(c))
        .last();
    if let Some(last) = last.filter(|_| end == group.end) {
        end = last.end;
    }
    span(clauses, start, end.max(start + 1))
}

/// Whether the title of the token is for women, as its form says.
pub(super) fn title_gender(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<bool> {
    use crate::table::{FEMININE, MASCULINE};
    let lexed = clauses.words.lexed;
    let (from, to) = group.head_tokens;
    let atoms = lexed.atoms_of(from);
    let end = lexed.atoms_of(to.checked_sub(1)?).end;
    let matches = lexed.matches_at_or_none(&atoms).iter().filter(|m| m.end == end);
    let mut genders = matches.flat_map(|m| lexed.senses(m)).filter(|s| s.tag() == Tag::Title).map(|s| {
        match (s.has(MASCULINE), s.has(FEMININE)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    });
    let first = genders.next()??;
    genders.all(|g| g == Some(first)).then_some(first)
}
