//! Noun groups → entities: names, titles that stand for people, nouns that stand for countries, pronouns.

use super::discourse::Discourse;
use super::relation::Argument;
use crate::Span;
use crate::gazetteer::EntryKind;
use crate::grammar::WordClass;
use crate::mention::MentionKind;
use crate::syntax::{Chunk, Clauses, Head, Mark, NounGroup, VerbMode};

/// The span of the group without preposition and article.
fn words_span(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Span {
    let tokens = clauses.words.lexed.tokens;
    let start = if group.head.is_some() && group.head_tokens.1 > group.head_tokens.0 {
        group.head_tokens.0
    } else {
        group.inner
    };
    Span::new(tokens[start].span().start, tokens[group.end - 1].span().end)
}

/// The entities that the noun group refers to, with those whom it names among them: "trois ONG, dont A et B".
pub(crate) fn resolve(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Argument> {
    let mut found = meant(clauses, discourse, chunk);
    for one in included(clauses, discourse, chunk) {
        if !found.iter().any(|a| a.entity == one.entity) {
            found.push(one);
        }
    }
    found
}

/// "trois ONG, dont A et B,": those named of a plural, unless a verb behind them makes it a relative clause.
fn included(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Vec<Argument> {
    let plural = clauses.noun(chunk).is_some_and(|n| n.plural && n.names.is_empty() && !n.pronoun);
    let after = clauses.after(chunk);
    let open = if clauses.is(after, Mark::Comma) { after + 1 } else { after };
    let of = clauses.words.grammar.preposition("de");
    let among = matches!(clauses.chunks.get(open), Some(&Chunk::Mark(Mark::Which(p), _)) if Some(p) == of);
    if !plural || !among || clauses.noun(open + 1).is_none_or(|n| n.preposition.is_some()) {
        return Vec::new();
    }
    let listed = clauses.coordination(open + 1);
    let end = listed.last().map_or(open + 1, |&c| clauses.after(c));
    if clauses.verb(end).is_some_and(|v| v.mode == VerbMode::Finite) {
        return Vec::new();
    }
    listed.into_iter().filter_map(|c| discourse.of_name(*clauses.noun(c)?.names.last()?)).collect()
}

fn meant(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Argument> {
    let whole = clauses.whole(chunk);
    if whole != chunk {
        return part(clauses, discourse, chunk, whole);
    }
    let Some(group) = clauses.noun(chunk) else { return Vec::new() };
    let byte = clauses.words.lexed.tokens[group.start].span().start;
    if let Some(country) = institution_of(discourse, group) {
        let span = words_span(clauses, group);
        return vec![discourse.nominal(span, country)];
    }
    if let Some(named) = named(clauses, discourse, chunk, group) {
        return vec![named];
    }
    if let Some(found) = discourse.referents.get(&group.start) {
        return found.clone();
    }
    let span = words_span(clauses, group);
    if group.pronoun {
        return several(discourse, group, span);
    }
    if group.plural && matches!(group.head, Some(Head::Title(_) | Head::Common(_) | Head::Unknown)) {
        let listed = listed(clauses, discourse, chunk);
        if listed.len() > 1 {
            return listed;
        }
    }
    if clauses.words.is(group.head_tokens.0, WordClass::Direction)
        && let Some(complement) = clauses.complements(chunk).next()
        && let Some(place) = clauses.noun(complement).and_then(|n| n.names.last()).and_then(|&n| discourse.of_name(n))
        && matches!(discourse.kind(place.entity), MentionKind::Place | MentionKind::Country)
    {
        return vec![place];
    }
    if group.two || (group.plural && group.definite) {
        let both = both(clauses, discourse, group, byte);
        if !both.is_empty() {
            return both.into_iter().map(|e| discourse.nominal(span, e)).collect();
        }
    }
    if group.two && group.definite && group.head.is_some() {
        return Vec::new();
    }
    if let Some(found) = super::force::force(clauses, discourse, chunk) {
        return vec![found];
    }
    let entity = match group.head {
        Some(Head::Title(title)) => titled(clauses, discourse, chunk, group, title),
        Some(Head::Common(noun)) => common(clauses, discourse, chunk, group, noun, byte),
        Some(Head::Demonym(country)) => group.plural.then(|| discourse.of_entry(country)),
        _ => None,
    };
    entity.map(|e| discourse.nominal(span, e)).into_iter().collect()
}

/// "l'un de ses chefs, A": who is named behind; otherwise those of whom it is a part.
fn part(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize, whole: usize) -> Vec<Argument> {
    let one = clauses.noun(chunk).is_some_and(|n| clauses.words.is(n.end - 1, WordClass::OneOf));
    if one {
        let after = clauses.after(whole);
        let apposed = if clauses.is(after, Mark::Comma) { after + 1 } else { after };
        let name = clauses.noun(apposed).filter(|n| n.preposition.is_none()).and_then(|n| n.names.last().copied());
        if let Some(named) = name.and_then(|n| discourse.of_name(n)) {
            return vec![named];
        }
    }
    resolve(clauses, discourse, whole)
}

/// "le Parlement péruvien": the country of an institution that every country has.
fn institution_of(discourse: &mut Discourse<'_, '_>, group: &NounGroup) -> Option<usize> {
    let &name = group.names.last()?;
    let &(country, _) = group.demonyms.first()?;
    let entity = discourse.mentions[name].entity?;
    if discourse.kind(entity) != MentionKind::Organisation {
        return None;
    }
    let general = discourse.entry(entity).is_some_and(|known| {
        known.country().is_empty()
            && matches!(known.subtype(), "parliament" | "court" | "government" | "army" | "agency")
    });
    general.then(|| discourse.of_entry(country))
}

/// A name in the group, or in apposition to it.
pub(super) fn named(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<Argument> {
    if let Some(&name) = group.names.last() {
        // "la ville de Gao" has its name behind "de"; "l'armée Wagner" its own.
        return discourse.of_name(name);
    }
    if let Some(quoted) = quoted(clauses, discourse, chunk) {
        return Some(quoted);
    }
    if !matches!(group.head, Some(Head::Title(_) | Head::Common(_) | Head::Unknown)) && !group.counterpart {
        return None;
    }
    let person = |c: usize| {
        let apposed = clauses.noun(c)?;
        let plain = apposed.preposition.is_none();
        let name = *apposed.names.last()?;
        let is_person = discourse.mentions[name].kind == MentionKind::Person;
        (plain && is_person).then(|| discourse.of_name(name)).flatten()
    };
    let titled = matches!(group.head, Some(Head::Title(_))) || group.counterpart;
    if titled {
        let after = clauses.after(chunk);
        let behind = person(after).filter(|_| after > chunk);
        let behind = behind.or_else(|| clauses.is(after, Mark::Comma).then(|| person(after + 1)).flatten());
        if behind.is_some() && !group.plural {
            return behind;
        }
        // "A, président de B, …"
        let before = chunk.checked_sub(2).filter(|_| clauses.is(chunk - 1, Mark::Comma) && group.preposition.is_none());
        if let Some(before) = before {
            let start = clauses.chain_start(before);
            if let Some(found) = person(start)
                && !group.plural
                && (!group.determined || closes(clauses, chunk))
            {
                return Some(found);
            }
        }
    }
    let body = quoted_name(clauses, discourse, chunk, group)
        .or_else(|| body_within(clauses, discourse, chunk, group))
        .or_else(|| body_behind(clauses, discourse, chunk, group));
    if let Some(found) = body {
        return Some(found);
    }
    // "le groupe Wagner", "la ville de Gao": a common noun that heads a name.
    if let Some(Head::Common(noun)) = group.head {
        let kind = discourse.lexed.gazetteer.entry(noun).subtype();
        let wanted = match kind {
            "place" => Some([MentionKind::Place, MentionKind::Country]),
            "organisation" => Some([MentionKind::Organisation, MentionKind::Organisation]),
            _ => None,
        };
        let complement = clauses.complements(chunk).next();
        if let (Some(wanted), Some(complement)) = (wanted, complement)
            && let Some(&name) = clauses.noun(complement).and_then(|n| n.names.last())
            && wanted.contains(&discourse.mentions[name].kind)
            && kind == "place"
        {
            return discourse.of_name(name);
        }
    }
    None
}

/// Whether the group is headed by a noun for an organisation, in the singular.
fn heads_body(discourse: &Discourse<'_, '_>, group: &NounGroup) -> bool {
    let Some(Head::Common(noun)) = group.head else { return false };
    !group.plural && discourse.lexed.gazetteer.entry(noun).subtype() == "organisation"
}

/// The organisation that the group at the chunk names.
fn body_at(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let name = *clauses.noun(chunk).filter(|n| n.preposition.is_none())?.names.last()?;
    discourse.of_name(name).filter(|a| discourse.kind(a.entity) == MentionKind::Organisation)
}

/// "la coalition de gangs A", "le groupe de presse A": the name behind the noun that completes the body.
fn body_within(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<Argument> {
    let complement = clauses.complements(chunk).next().filter(|_| heads_body(discourse, group))?;
    let within = clauses.noun(complement).filter(|n| !n.determined && n.head.is_some())?;
    let name = *within.names.last()?;
    discourse.of_name(name).filter(|a| discourse.kind(a.entity) == MentionKind::Organisation)
}

/// "le groupe autoproclamé « A »"
fn quoted_name(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<Argument> {
    let opened =
        heads_body(discourse, group) && clauses.is(chunk + 1, Mark::Quote) && clauses.is(chunk + 3, Mark::Quote);
    body_at(clauses, discourse, chunk + 2).filter(|_| opened)
}

/// "le premier syndicat du pays, A, a appelé": the name between commas.
fn body_behind(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<Argument> {
    let after = clauses.after(chunk);
    let apart = heads_body(discourse, group) && group.definite && clauses.is(after, Mark::Comma);
    let closed =
        clauses.is(after + 2, Mark::Comma) || after + 2 >= clauses.chunks.len() || clauses.is(after + 2, Mark::Other);
    body_at(clauses, discourse, after + 1).filter(|_| apart && closed)
}

/// "le mouvement « B »": the organisation that stands in quotation marks behind its noun.
pub(super) fn quoted(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let end = clauses.quoted_apposition(chunk)?;
    let noun = match clauses.noun(chunk)?.head? {
        Head::Common(noun) => discourse.lexed.gazetteer.entry(noun).subtype(),
        _ => return None,
    };
    let found = clauses.noun(end - 2)?.names.last().and_then(|&n| discourse.of_name(n))?;
    (matches!(noun, "organisation" | "actor") && discourse.kind(found.entity) == MentionKind::Organisation)
        .then_some(found)
}

/// "deux conseillers de B, A et C, …": the people named behind a plural.
fn listed(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Vec<Argument> {
    let mut after = clauses.after(chunk);
    // "les deux partis présents au Parlement, A et B,": what tells of them may stand between.
    if clauses.noun(chunk).is_some_and(|n| n.definite && n.two) {
        while clauses.noun(after).is_some_and(|n| n.preposition.is_some()) {
            after += 1;
        }
    }
    let first = if clauses.is(after, Mark::Comma) || clauses.is(after, Mark::Colon) { after + 1 } else { after };
    let Some(next) = clauses.noun(first).filter(|n| n.preposition.is_none() && first > chunk) else {
        return Vec::new();
    };
    if next.names.is_empty() {
        return Vec::new();
    }
    // "trois villes, A, B et C": what the noun is for.
    let head = clauses.noun(chunk).and_then(|n| n.head);
    let country = clauses.noun(chunk).is_some_and(|n| clauses.words.is(n.head_tokens.0, WordClass::CountryNoun));
    let kind = match head {
        _ if country => MentionKind::Country,
        Some(Head::Common(noun)) => match discourse.lexed.gazetteer.entry(noun).subtype() {
            "place" => MentionKind::Place,
            "organisation" => MentionKind::Organisation,
            _ => MentionKind::Person,
        },
        _ => MentionKind::Person,
    };
    let named = clauses.coordination(first);
    let two = clauses.noun(chunk).is_some_and(|n| n.two && n.definite) && named.len() == 2;
    named
        .into_iter()
        .filter_map(|c| discourse.of_name(*clauses.noun(c)?.names.last()?))
        .filter(|a| discourse.kind(a.entity) == kind || two)
        .collect()
}

/// Whether the apposition ends at a comma or the end of the sentence.
fn closes(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let after = clauses.after(chunk);
    after >= clauses.chunks.len()
        || clauses.is(after, Mark::Comma)
        || clauses.is(after, Mark::Other)
        || clauses.is(after, Mark::Close)
        || clauses.verb(after).is_some_and(|v| v.mode != VerbMode::Finite)
}

/// "ils": those who were the subject together.
fn several(discourse: &mut Discourse<'_, '_>, group: &NounGroup, span: Span) -> Vec<Argument> {
    if !group.plural || discourse.subjects.len() < 2 {
        return Vec::new();
    }
    let subjects = discourse.subjects.clone();
    subjects.into_iter().map(|e| discourse.nominal(span, e)).collect()
}

/// The one for whom a pronoun before the verb stands.
pub(crate) fn clitic(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    token: usize,
    except: &[usize],
) -> Option<Argument> {
    let found = *discourse.pointers.get(&token)?.first()?;
    let span = clauses.words.lexed.tokens[token].span();
    (!except.contains(&found)).then(|| discourse.nominal(span, found))
}

/// The subject that is a pronoun tied behind its verb: "a-t-il ajouté".
pub(crate) fn tied(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let verb = clauses.verb(chunk)?;
    (verb.start..verb.end).find_map(|t| discourse.referents.get(&t)?.first().copied())
}

/// "les deux chefs d'État", "les deux pays": the last two named of the kind.
fn both(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup, byte: usize) -> Vec<usize> {
    let country = clauses.words.is(group.head_tokens.0, WordClass::CountryNoun);
    let entry = match group.head {
        Some(Head::Title(entry) | Head::Common(entry)) => Some(discourse.lexed.gazetteer.entry(entry)),
        Some(Head::Unknown) if country => None,
        _ => return Vec::new(),
    };
    if !group.demonyms.is_empty() || !group.two || !group.definite {
        return Vec::new();
    }
    let kind = match entry.map_or((EntryKind::HeadNoun, ""), |e| (e.kind(), e.subtype())) {
        _ if country => MentionKind::Country,
        (EntryKind::Title, _) => MentionKind::Person,
        (_, "organisation") => MentionKind::Organisation,
        (_, "actor") => MentionKind::Country,
        _ => return Vec::new(),
    };
    let found = discourse.last(byte, kind, 2);
    let found = if found.len() < 2 && kind == MentionKind::Country {
        discourse.last(byte, MentionKind::Person, 2)
    } else {
        found
    };
    if found.len() == 2 { found } else { Vec::new() }
}

/// The country or organisation that an adjective or complement gives the group.
pub(crate) fn scope(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let group = clauses.noun(chunk)?;
    let tokens = clauses.words.lexed.tokens;
    if let Some(&(country, token)) = group.demonyms.first() {
        let entity = discourse.of_entry(country);
        let found = discourse.nominal(tokens[token].span(), entity);
        return Some(body(discourse, found));
    }
    let complements: Vec<usize> = clauses.complements(chunk).collect();
    for &c in &complements {
        let complement = clauses.noun(c)?;
        if let Some(&name) = complement.names.last() {
            if discourse.mentions[name].kind == MentionKind::Person {
                return None;
            }
            return discourse.of_name(name).map(|found| body(discourse, found));
        }
        // "du parti « B »"
        if let Some(named) = quoted(clauses, discourse, c) {
            return Some(named);
        }
        if let Some(&(country, token)) = complement.demonyms.first() {
            let entity = discourse.of_entry(country);
            let found = discourse.nominal(tokens[token].span(), entity);
            return Some(body(discourse, found));
        }
    }
    // "du pays", "du parti": only right behind the title, and with nothing more said of it.
    let first = complements.first().filter(|_| complements.len() == 1)?;
    resolve_common(clauses, discourse, *first)
}

/// A continent in an office or act stands for its union: "la diplomatie européenne", "les sanctions européennes".
pub(super) fn body(discourse: &mut Discourse<'_, '_>, found: Argument) -> Argument {
    if discourse.kind(found.entity) != MentionKind::Place {
        return found;
    }
    match discourse.body(found.entity) {
        Some(body) => {
            let span = discourse.mentions[found.mention].span();
            discourse.nominal(span, body)
        }
        None => found,
    }
}

/// "du pays", "du parti": the last one named of the kind.
fn resolve_common(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let group = clauses.noun(chunk)?;
    let Some(Head::Common(noun)) = group.head else { return None };
    if !group.definite || group.plural {
        return None;
    }
    let byte = clauses.words.lexed.tokens[group.start].span().start;
    let entity = anaphor(clauses, discourse, group, noun, byte)?;
    Some(discourse.nominal(words_span(clauses, group), entity))
}

/// The last entity named that the common noun fits.
fn anaphor(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    group: &NounGroup,
    noun: u32,
    byte: usize,
) -> Option<usize> {
    let entry = discourse.lexed.gazetteer.entry(noun);
    if clauses.words.is(group.head_tokens.0, WordClass::CountryNoun) {
        return discourse.names_before(byte).find(|&e| discourse.kind(e) == MentionKind::Country);
    }
    match entry.subtype() {
        "place" => {
            let wanted = super::antecedent::place_kinds(clauses, group)?;
            discourse.names_before(byte).find(|&e| {
                discourse.kind(e) == MentionKind::Place
                    && wanted.contains(&discourse.entry(e).map_or("", |known| known.subtype()))
            })
        }
        "organisation" => discourse.names_before(byte).find(|&e| discourse.kind(e) == MentionKind::Organisation),
        _ => None,
    }
}

/// A title whose holder the text does not name: the country for which it acts.
fn titled(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    title: u32,
) -> Option<usize> {
    let scope = scope(clauses, discourse, chunk);
    let entry = discourse.lexed.gazetteer.entry(title);
    let class = entry.subtype();
    if group.plural || !(group.definite || group.possessive || !group.determined) {
        // "un ministre russe", "des soldats français": for their country where the title is public.
        return (class != "kin" && (group.plural || class != "profession"))
            .then(|| scope.map(|s| s.entity))
            .flatten()
            .filter(|&s| {
                match discourse.kind(s) {
                    MentionKind::Country => true,
                    // "des combattants de B"
                    MentionKind::Organisation => group.plural,
                    _ => false,
                }
            });
    }
    if class == "rank" || class == "honorific" {
        return None;
    }
    scope.map(|s| s.entity).filter(|&s| discourse.kind(s) == MentionKind::Country && class == "office")
}

/// A common noun that stands for an actor ("l'armée malienne") or refers back ("le groupe").
fn common(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    noun: u32,
    byte: usize,
) -> Option<usize> {
    let entry = discourse.lexed.gazetteer.entry(noun);
    let subtype = entry.subtype();
    if subtype == "event" {
        return None;
    }
    if let Some(scope) = scope(clauses, discourse, chunk) {
        let kind = discourse.kind(scope.entity);
        // "l'armée malienne" is Mali's; "l'armée de Haftar" is nobody's country.
        let stands = match subtype {
            "actor" if kind == MentionKind::Place => {
                // "le gouvernement du Québec"
                let region =
                    discourse.entry(scope.entity).is_some_and(|e| matches!(e.subtype(), "region" | "province"));
                region && matches!(entry.country(), "government" | "parliament")
            }
            "actor" | "organisation" => matches!(kind, MentionKind::Country | MentionKind::Organisation),
            "place" => true,
            _ => false,
        };
        let role = entry.country();
        let opposed = matches!(role, "opposition" | "rebels" | "civilians" | "business" | "media");
        return (stands && (subtype != "organisation" || kind == MentionKind::Country) && !opposed
            || subtype == "actor" && stands)
            .then_some(scope.entity);
    }
    if group.definite && !group.plural {
        if subtype == "actor"
            && matches!(entry.country(), "government" | "military" | "police" | "judiciary" | "parliament")
        {
            // "l'armée", "la justice", without a country: that of the text.
            return super::office::regional(clauses, discourse).or_else(|| discourse.main_country());
        }
        return anaphor(clauses, discourse, group, noun, byte);
    }
    None
}
