//! Noun groups: preposition, determiner, head, adjectives and names.

use super::chunk::{Head, NounGroup};
use super::verb_group::is_adverb;
use super::words::Words;
use crate::grammar::{Reading, WordClass};
use crate::lexicon::{Lexed, Match};
use crate::mention::{Mention, MentionKind};
use crate::morphology::Tense;
use crate::table::{ABBREVIATED, FEMININE, PLURAL, SINGULAR, Tag};
use crate::token::{Shape, TokenKind};

/// The names of a sentence, by token.
pub(crate) struct Names<'m, 't> {
    pub(crate) mentions: &'m [Mention<'t>],
    /// Of each token of the text, the mention that begins in it, and the token after its end.
    pub(crate) starts: Vec<Option<(usize, usize)>>,
}

impl<'m, 't> Names<'m, 't> {
    pub(crate) fn new(lexed: &Lexed<'_, 't>, mentions: &'m [Mention<'t>]) -> Self {
        let mut starts = vec![None; lexed.tokens.len()];
        for (number, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind().is_name()) {
            let span = mention.span();
            let first = lexed.tokens.partition_point(|t| t.span().end <= span.start);
            let end = lexed.tokens.partition_point(|t| t.span().start < span.end);
            if let Some(slot) = starts.get_mut(first)
                && slot.is_none()
                && !described(lexed, mention, first, end)
            {
                *slot = Some((number, end));
            }
        }
        Self { mentions, starts }
    }
}

/// "l'armée malienne", "les forces de sécurité kényanes": a noun and a demonym, small letters both, describe an actor of a country, even
/// where the gazetteer knows the body.
fn described(lexed: &Lexed<'_, '_>, mention: &Mention<'_>, first: usize, end: usize) -> bool {
    let small = |token: usize| lexed.tokens[token].text().starts_with(char::is_lowercase);
    if mention.kind() != MentionKind::Organisation || end < first + 2 || !small(first) || !small(end - 1) {
        return false;
    }
    let demonym = lexed.word_has(end - 1, [Tag::Demonym]);
    let noun = |m: &Match| {
        lexed.atoms[m.end - 1].token + 2 == end
            && lexed
                .senses(m)
                .any(|s| s.tag() == Tag::HeadNoun && lexed.gazetteer.entry(s.index()).subtype() == "actor")
    };
    demonym && lexed.matches_at_or_none(&lexed.atoms_of(first)).iter().any(noun)
}

/// Reads the noun group that begins at the token, if one does.
///
/// `article`: "des" here is the article, not the preposition; `negated`: so is "de" ("n'a pas trouvé de compromis").
pub(crate) fn read(
    words: &Words<'_, '_>,
    names: &Names<'_, '_>,
    start: usize,
    end: usize,
    article: bool,
    negated: bool,
) -> Option<NounGroup> {
    let mut group = NounGroup { start, end: start, inner: start, ..NounGroup::default() };
    let mut at = start;
    // A name may begin like a preposition.
    // "de nouvelles sanctions": before an adjective "de" is the article.
    let partitive = article
        && (words.is(at, WordClass::IndefinitePlural) && !country(names, at + 1, end)
            || at + 1 < end
                && words.is(at, WordClass::Partitive)
                && (negated && !named(words, names, at + 1) || words.is(at + 1, WordClass::Adjective)));
    let prepositional = names.starts[at].is_none() && !partitive;
    if partitive {
        group.determined = true;
        group.plural = true;
        at += 1;
    }
    if prepositional && let Some((next, number)) = words.preposition(at, end) {
        if words.is(next - 1, WordClass::Contracted) {
            shown(words, next - 1, &mut group);
        }
        (at, group.preposition) = (next, Some(number));
    }
    group.inner = at;
    at = determiners(words, names, at, end, &mut group);
    let alone = group.time;
    while at < end && !group.pronoun && !alone {
        let next = word(words, names, at, end, &mut group);
        if next == at {
            break;
        }
        at = next;
    }
    if group.head.is_none()
        && let Some(&(entry, token)) = group.demonyms.last()
        && group.names.is_empty()
    {
        group.head = Some(Head::Demonym(entry));
        group.head_tokens = (token, token + 1);
    }
    // "en 2020"
    let number = at == group.inner + 1 && words.kind(group.inner) == TokenKind::Number;
    group.time |= number && group.preposition.is_some() && words.text(group.inner).len() == 4;
    let empty = group.head.is_none() && group.names.is_empty() && !group.pronoun && !group.time;
    group.end = at;
    // A preposition or article alone is no group, nor is a number.
    (at > group.inner && !(empty && group.inner == at)).then_some(group)
}

/// "reçu des États-Unis": before the name of a country "des" is no article.
fn country(names: &Names<'_, '_>, at: usize, end: usize) -> bool {
    let name = if at < end { names.starts[at] } else { None };
    name.is_some_and(|(number, _)| names.mentions[number].kind() == MentionKind::Country)
}

/// Notes what an article shows: definite, gender, number.
fn shown(words: &Words<'_, '_>, at: usize, group: &mut NounGroup) {
    group.determined = true;
    group.definite |= words.is(at, WordClass::Definite);
    group.possessive |= words.is(at, WordClass::Possessive);
    group.plural |= words.is(at, WordClass::Plural);
    group.feminine |= words.is(at, WordClass::Feminine);
}

fn determiners(
    words: &Words<'_, '_>,
    names: &Names<'_, '_>,
    mut at: usize,
    end: usize,
    group: &mut NounGroup,
) -> usize {
    while at < end && names.starts[at].is_none() {
        if let Some(next) = words.phrase(at, end, WordClass::Latter).filter(|&next| !goes_on(words, next, end)) {
            group.pronoun = true;
            group.latter = true;
            group.feminine = words.phrase(at, end, WordClass::Feminine) == Some(next);
            group.plural = words.phrase(at, end, WordClass::Plural) == Some(next);
            return next;
        }
        if words.is(at, WordClass::Pronoun) && !group.determined {
            group.pronoun = true;
            shown(words, at, group);
            return at + 1;
        }
        if let Some(next) = numeral(words, at, end) {
            group.determined = true;
            group.plural = true;
            group.two |= words.is(at, WordClass::Two);
            at = next;
        } else if words.is(at, WordClass::Determiner) {
            shown(words, at, group);
            at += 1;
        } else if words.kind(at) == TokenKind::Number {
            group.determined = true;
            at += 1;
            // "depuis 2019 la compagnie": a number before an article stands by itself.
            let before_name =
                at < end && group.preposition.is_some() && names.starts[at].is_some() && words.text(at - 1).len() == 4;
            if before_name || at < end && words.is(at, WordClass::Determiner) {
                group.time |= group.preposition.is_some();
                return at;
            }
        } else {
            break;
        }
    }
    at
}

/// "ces dernières villes": a noun behind what else would be a pronoun.
fn goes_on(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    at < end
        && words.kind(at) == TokenKind::Word
        && words.text(at).starts_with(char::is_lowercase)
        && (words.noun(at).is_some() || words.is(at, WordClass::Time) || words.is_title_or_noun(at))
        && words.verb_forms(at).all(|f| f.person != 3 || f.tense == Tense::Participle)
}

/// Reads one more word of the group; returns where it goes on, or `at` when the group ends before it.
fn word(words: &Words<'_, '_>, names: &Names<'_, '_>, at: usize, end: usize, group: &mut NounGroup) -> usize {
    if let Some((number, next)) = names.starts[at] {
        // "dans la soirée A": a time is nobody's title.
        if group.time {
            return at;
        }
        if !group.names.is_empty() || loose(words, names, number, group) {
            return at;
        }
        group.names.push(number);
        return next.min(end).max(at + 1);
    }
    if !group.names.is_empty() {
        return demonym(words, at, group).unwrap_or(at);
    }
    // "ministre par intérim de la Défense"
    if matches!(group.head, Some(Head::Title(_)))
        && group.head_tokens.1 == at
        && let Some(next) = words.phrase(at, end, WordClass::Interim)
    {
        group.head_tokens.1 = next;
        return next;
    }
    if let Some(next) = domain(words, names, at, end, group) {
        return next;
    }
    let opened = group.determined || group.preposition.is_some();
    if words.kind(at) == TokenKind::Quote && opened && group.head.is_none() {
        // "la « lutte » contre …"
        return at + 1;
    }
    // "la parole « malhonnête » de A": an adjective in quotes behind the head.
    if words.kind(at) == TokenKind::Quote
        && group.head.is_some()
        && at + 3 < end
        && words.kind(at + 2) == TokenKind::Quote
        && words.kind(at + 1) == TokenKind::Word
        && words.text(at + 1).starts_with(char::is_lowercase)
        && names.starts[at + 1].is_none()
        && words.preposition(at + 3, end).is_some()
        && words.verb_forms(at + 1).all(|f| f.tense == Tense::Participle)
    {
        return at + 3;
    }
    if words.kind(at) == TokenKind::Symbol && at > group.inner && words.kind(at - 1) == TokenKind::Number {
        // "56 %", "3 €"
        return at + 1;
    }
    if !matches!(words.kind(at), TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number) {
        return at;
    }
    // "un marché auprès de B": a preposition of several words, and not "sa grâce à B".
    let article = at > group.inner && words.is(at - 1, WordClass::Determiner);
    if at > group.inner && !article && words.preposition(at, end).is_some_and(|(next, _)| next > at + 1) {
        return at;
    }
    // "la diplomatie européenne": behind a head the adjective, though "les européennes" are an election.
    if group.head.is_some()
        && let Some(next) = demonym(words, at, group)
    {
        return next;
    }
    // "fin octobre", "début 2020": a time, though "fin" is a noun too.
    let bare_time = group.head.is_none()
        && !group.determined
        && words.is(at, WordClass::Time)
        && at + 1 < end
        && (words.is(at + 1, WordClass::Time) || words.kind(at + 1) == TokenKind::Number);
    if bare_time {
        group.time = true;
        return at + 1;
    }
    // "depuis des mois", "à vingt ans": a measure of time, though "mois" is a noun of the rules too.
    if group.head.is_none()
        && group.names.is_empty()
        && group.determined
        && !group.definite
        && words.is(at, WordClass::Time)
        && (group.plural || at > group.inner && words.kind(at - 1) == TokenKind::Number)
    {
        group.time = true;
        group.lemma = words.noun(at).map(|(lemma, _)| lemma);
        return at + 1;
    }
    let was_time = group.time && group.head.is_none();
    // "a élu dimanche président A", "abattu mardi Untel": what is no adjective of a day begins a group of its own.
    let of_its_own = words.noun(at).is_some() && !words.is(at, WordClass::Time)
        || words.shape(at).has(Shape::CAPITALISED)
        || words.is_title_or_noun(at);
    if was_time && !group.determined && of_its_own {
        return at;
    }
    // "les sanctions européennes", and not the elections of that name.
    if group.head.is_some()
        && let Some(next) = demonym(words, at, group)
    {
        return next;
    }
    // "l'armée accusée par A": a participle before its agent.
    if group.head.is_some() && words.verb_forms(at).any(|f| f.tense == Tense::Participle) && at + 1 < end {
        let by = words.grammar.preposition("par");
        if by.is_some() && words.preposition(at + 1, end).is_some_and(|(_, p)| Some(p) == by) {
            return at;
        }
    }
    if let Some(next) = head(words, names, at, end, group) {
        return next;
    }
    if let Some(next) = demonym(words, at, group) {
        return next;
    }
    plain(words, at, group)
}

/// A word that is no name, title or noun of the lists: what its classes make of it.
fn plain(words: &Words<'_, '_>, at: usize, group: &mut NounGroup) -> usize {
    let headed = group.head.is_some() || !group.demonyms.is_empty() || group.time;
    let mut closed = false;
    for reading in words.readings(at) {
        use WordClass as C;
        if reading.is(C::ThatOne) && !headed {
            group.repeats = true;
            group.head = Some(Head::Unknown);
            group.head_tokens = (at, at + 1);
            return at + 1;
        } else if reading.is(C::Time) {
            group.time |= !headed;
            if group.lemma.is_none() {
                group.lemma = words.noun(at).map(|(lemma, _)| lemma);
            }
            return at + 1;
        } else if reading.is(C::Former) {
            group.former = true;
            return at + 1;
        } else if reading.is(C::Coming) {
            group.coming |= !headed;
            return at + 1;
        } else if reading.is(C::Counterpart) {
            group.counterpart = true;
            group.head = group.head.or(Some(Head::Unknown));
            group.head_tokens = (at, at + 1);
            return at + 1;
        } else if reading.is(C::Adjective) {
            return at + 1;
        }
        match reading {
            Reading::Preposition(_) => closed = true,
            Reading::Verb(form) => {
                // A participle or a verb right behind an article is a noun: "les blessés", "le transfert".
                // … but for "le premier accuse".
                let one = at > group.inner + 1
                    && form.tense != Tense::Participle
                    && (words.is(at - 1, C::First) || words.is(at - 1, C::Second));
                let noun = !headed && group.determined && form.tense != Tense::Infinitive && !one;
                closed |= !noun;
            }
            // "le nord du pays", and not an adverb or conjunction.
            Reading::Class(class) if C::NOUNS.iter().any(|&noun| class == noun as u8) => {}
            Reading::Class(class) => closed |= headed || class != WordClass::Direction as u8,
            Reading::Noun { .. } => {}
        }
    }
    if closed || is_adverb(words, at) && (headed || !group.determined) {
        return at;
    }
    // "la semaine précédente": an adjective of the time.
    if group.head.is_none() && !group.time && group.demonyms.is_empty() && words.kind(at) != TokenKind::Number {
        group.head = Some(Head::Unknown);
        group.head_tokens = (at, at + 1);
    }
    at + 1
}

/// Whether a name or an article stands at the token: "ne s'est pas retiré de la Fifa", where "de" is no article.
fn named(words: &Words<'_, '_>, names: &Names<'_, '_>, at: usize) -> bool {
    names.starts[at].is_some() || words.is(at, WordClass::Definite)
}

/// Whether the name behind the noun is a group of its own.
fn loose(words: &Words<'_, '_>, names: &Names<'_, '_>, name: usize, group: &NounGroup) -> bool {
    let person = names.mentions[name].kind() == MentionKind::Person;
    match group.head {
        // "démis de ses fonctions A"
        Some(Head::Unknown) if group.determined => person && group.possessive && group.plural && !group.counterpart,
        // "mis en examen A"
        Some(Head::Unknown) => !group.counterpart,
        // "jeté en prison A"
        Some(Head::Common(_)) => person && group.preposition.is_some() && !group.determined,
        // "pris en otage A", and not "par Mgr A".
        Some(Head::Title(_)) => {
            let state = words.grammar.preposition("en");
            person && state.is_some() && group.preposition == state && !group.determined
        }
        _ => false,
    }
}

/// The end of a numeral: a phrase of the list, or numerals tied by hyphens ("quarante-cinq").
fn numeral(words: &Words<'_, '_>, at: usize, end: usize) -> Option<usize> {
    words.phrase(at, end, WordClass::Numeral).or_else(|| {
        let atoms = words.lexed.atoms_of(at);
        let listed =
            |atom: usize| words.atom_is(atom, WordClass::Numeral) || words.atom_is(atom, WordClass::Determiner);
        (atoms.len() > 1 && words.atom_is(atoms.start, WordClass::Numeral) && atoms.clone().all(listed))
            .then_some(at + 1)
    })
}

/// A title or common noun of the gazetteer or of the rules.
fn head(words: &Words<'_, '_>, names: &Names<'_, '_>, at: usize, end: usize, group: &mut NounGroup) -> Option<usize> {
    let lexed = words.lexed;
    let trigger = words.noun_phrase(at, end);
    let mut atoms = lexed.atoms_of(at);
    if atoms.len() > 1 && words.atom_is(atoms.start, WordClass::Former) {
        // "ex-président"
        group.former = true;
        atoms.start += 1;
    }
    let mut found: Option<(usize, Head, u32)> = None;
    if !atoms.is_empty() {
        for m in lexed.matches_at(atoms.start).iter().rev().filter(|m| m.has([Tag::Title, Tag::HeadNoun])) {
            let next = lexed.atoms[m.end - 1].token + 1;
            // "président du Conseil européen": a title does not end within a name.
            let cut = (at + 1..next.min(end)).any(|t| names.starts[t].is_some_and(|(_, stop)| stop > next));
            if next > end || !lexed.atoms[m.end - 1].last || found.is_some() || cut {
                continue;
            }
            if next > at + 1
                && lexed.senses(m).any(|s| s.tag() == Tag::Title && other_body(words, names, s.index(), next, end))
            {
                continue;
            }
            let abbreviated = words.kind(at) == TokenKind::Abbreviation || words.shape(at).has(Shape::CAPITALISED);
            // "accuse" is no "accusé".
            let misspelt = |index: u32| {
                next == at + 1
                    && words.verb_forms(at).next().is_some()
                    && !words.spelt(at, lexed.gazetteer.entry(index).name())
            };
            found = lexed.senses(m).find_map(|sense| match sense.tag() {
                Tag::Title | Tag::HeadNoun if misspelt(sense.index()) => None,
                Tag::Title if sense.has(ABBREVIATED) && !abbreviated => None,
                Tag::Title => Some((next, Head::Title(sense.index()), sense.features())),
                Tag::HeadNoun => Some((next, Head::Common(sense.index()), sense.features())),
                _ => None,
            });
        }
    }
    if found.is_none() && trigger.is_none() {
        return None;
    }
    // Behind a noun a word that can be a verb is one: "le président visite".
    let verb = words.verb_forms(at).any(|f| !matches!(f.tense, Tense::Participle));
    if verb && group.head.is_some() {
        return None;
    }
    let by_trigger = trigger.map(|(next, _)| next);
    let next = by_trigger.max(found.map(|(n, ..)| n))?;
    let mut whole = next;
    if group.head.is_none() {
        group.head = Some(found.map_or(Head::Unknown, |(_, head, _)| head));
        group.head_tokens = (at, next);
        for token in at + 1..next {
            // "chef de la diplomatie européenne": a demonym within the title.
            if words.text(token).starts_with(char::is_lowercase) {
                demonym(words, token, group);
            }
        }
        if let Some((_, (lemma, plural))) = trigger {
            group.lemma = Some(lemma);
            group.base = words.noun(at).map(|(base, _)| base);
            group.plural |= plural;
        }
        let bare_ministry = || {
            words
                .lexed
                .word_senses(at)
                .any(|s| s.tag() == Tag::Title && words.lexed.gazetteer.entry(s.index()).country().contains("ministry"))
        };
        if next > at + 1 && matches!(group.head, Some(Head::Title(_))) && bare_ministry() {
            // "ministre de l'Éducation nationale": the gazetteer may know the title without its last words.
            group.head_tokens = (at, at + 1);
            whole = whole.max(domain_from(words, names, at + 1, end, group).unwrap_or(next));
            if group.domain.is_none() {
                group.head_tokens = (at, next);
            }
        }
        if let Some((.., features)) = found {
            group.plural |= features & PLURAL != 0 && features & SINGULAR == 0;
            group.feminine |= features & FEMININE != 0;
        }
    }
    Some(whole)
}

/// "président du conseil régional": a title that ends in a capital ("président du Conseil"), written small before an adjective of
/// its own, is the title of another body.
fn other_body(words: &Words<'_, '_>, names: &Names<'_, '_>, title: u32, next: usize, end: usize) -> bool {
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let name = words.lexed.gazetteer.entry(title).name();
    name.rsplit([' ', '\'']).next().is_some_and(capital)
        && !capital(words.text(next - 1))
        && adjectives(words, names, next, end) > next
}

/// Of several countries that share a demonym the present state is meant.
pub(crate) fn rank(subtype: &str) -> u8 {
    match subtype {
        "state" => 0,
        "territory" | "disputed" => 1,
        "former" => 3,
        _ => 2,
    }
}

fn demonym(words: &Words<'_, '_>, at: usize, group: &mut NounGroup) -> Option<usize> {
    if words.kind(at) != TokenKind::Word || !words.lexed.word_has(at, [Tag::Demonym]) {
        return None;
    }
    let sense = words
        .lexed
        .word_senses(at)
        .filter(|s| s.tag() == Tag::Demonym)
        .min_by_key(|s| rank(words.lexed.gazetteer.entry(s.index()).subtype()))?;
    group.demonyms.push((sense.index(), at));
    if group.head.is_none() {
        group.plural |= sense.has(PLURAL) && !sense.has(SINGULAR);
    }
    Some(at + 1)
}

/// The domain of a ministry behind its title: "de la Défense", "des Affaires étrangères et du Commerce".
fn domain(words: &Words<'_, '_>, names: &Names<'_, '_>, at: usize, end: usize, group: &mut NounGroup) -> Option<usize> {
    let Some(Head::Title(entry)) = group.head else { return None };
    if group.domain.is_some() || !words.lexed.gazetteer.entry(entry).country().contains("ministry") {
        return None;
    }
    domain_from(words, names, at, end, group)
}

fn domain_from(
    words: &Words<'_, '_>,
    names: &Names<'_, '_>,
    at: usize,
    end: usize,
    group: &mut NounGroup,
) -> Option<usize> {
    // "ministre de l'Éducation nationale": no minister is one of an organisation, as a spokesman can be.
    let minister = words
        .lexed
        .word_senses(group.head_tokens.0)
        .any(|s| s.tag() == Tag::Title && words.lexed.gazetteer.entry(s.index()).country().starts_with("ministry"));
    let mut stop = part(words, names, at, end, minister)?;
    // "et du Commerce", "et de la Santé", ", de l'Industrie et …"
    while stop < end {
        let comma = words.text(stop) == ",";
        let joined = if comma { Some(stop + 1) } else { words.phrase(stop, end, WordClass::Coordinator) };
        let Some(next) = joined.filter(|&n| n < end) else { break };
        let more = part(words, names, next, end, minister).or_else(|| {
            let capital = words.shape(next).has(Shape::CAPITALISED) && names.starts[next].is_none();
            (capital && !comma).then_some(next + 1)
        });
        match more {
            Some(more) => stop = adjectives(words, names, more, end),
            None => break,
        }
    }
    group.domain = Some((at, stop));
    Some(stop)
}

/// "de la Défense", "à l'Énergie", "des affaires étrangères": its end.
fn part(words: &Words<'_, '_>, names: &Names<'_, '_>, at: usize, end: usize, minister: bool) -> Option<usize> {
    let (mut next, _) = words.preposition(at, end)?;
    while next < end && names.starts[next].is_none() && words.is(next, WordClass::Determiner) {
        next += 1;
    }
    let infinitive = |t: usize| words.verb_forms(t).any(|f| f.tense == Tense::Infinitive) && words.noun(t).is_none();
    if next >= end || !matches!(words.kind(next), TokenKind::Word) || infinitive(next) {
        return None;
    }
    if let Some((number, stop)) = names.starts[next] {
        // The domain may look like the name of an institution: "la Défense"; but a spokesman is one of "du HCR".
        let mention = &names.mentions[number];
        let unknown = stop == next + 1 && mention.entry.is_none() && !words.shape(next).has(Shape::ALL_CAPS);
        let institution = mention.kind() == MentionKind::Organisation && (unknown || minister);
        // "ministre de l'Environnement du Nigeria": what stands behind "de" is the country.
        let stop = (next + 1..stop).find(|&t| words.preposition(t, stop).is_some()).unwrap_or(stop);
        return institution.then(|| adjectives(words, names, stop, end));
    }
    let stop = adjectives(words, names, next + 1, end);
    // "des Technologies de l'information": a noun in lower case belongs to the one before.
    if stop >= end {
        return Some(stop);
    }
    let Some((mut inner, _)) = words.preposition(stop, end) else { return Some(stop) };
    while inner < end && names.starts[inner].is_none() && words.is(inner, WordClass::Determiner) {
        inner += 1;
    }
    let lower = inner < end
        && names.starts[inner].is_none()
        && words.kind(inner) == TokenKind::Word
        && words.text(inner).starts_with(char::is_lowercase)
        && words.readings(inner).all(|r| matches!(r, Reading::Noun { .. }))
        && words.lexed.word_senses(inner).next().is_none();
    Some(if lower { adjectives(words, names, inner + 1, end) } else { stop })
}

fn adjectives(words: &Words<'_, '_>, names: &Names<'_, '_>, mut at: usize, end: usize) -> usize {
    while at < end
        && names.starts[at].is_none()
        && words.kind(at) == TokenKind::Word
        && words.readings(at).next().is_none()
        && !words.lexed.word_has(at, [Tag::Demonym, Tag::Title])
        && words.text(at).starts_with(char::is_lowercase)
    {
        at += 1;
    }
    at
}
