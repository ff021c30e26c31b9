//! Whom a nominal or pronoun can mean: agreement, what is known of the candidates, who was spoken of last and how prominently.
//!
//! When two are as likely, nobody is meant.

use super::discourse::Discourse;
use super::reference::title_gender;
use crate::fold;
use crate::gazetteer::EntryKind;
use crate::grammar::{Nominals, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};

/// How much more prominent than the next the one meant must be.
const LEAD: f32 = 1.2;
/// The same, where nothing but gender speaks for one.
const CLEAR_LEAD: f32 = 1.5;

/// How much sooner a pronoun means a person than a body or country.
const PERSON: f32 = 2.5;
/// How well a noun fits an organisation that bears it in its name.
const NAMED: u32 = 6;

/// How far the subject of a clause is looked for.
const DEPTH: usize = 4;

/// Where in the text something is read.
pub(super) struct Reader<'r, 'a, 't> {
    pub(super) clauses: &'r Clauses<'a, 't>,
    pub(super) sentence: usize,
}

impl Reader<'_, '_, '_> {
    fn nominals(&self) -> &Nominals {
        &self.clauses.words.grammar.data.nominals
    }

    fn byte(&self, group: &NounGroup) -> usize {
        self.clauses.words.lexed.tokens[group.start].span().start
    }

    fn leader(&self, discourse: &Discourse<'_, '_>, lead: f32, fits: impl FnMut(usize) -> bool) -> Option<usize> {
        discourse.salience.leader(self.sentence, lead, fits)
    }
}

/// What the complement or adjective of a nominal says that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// Nothing.
    Nothing,
    /// A country, by its entry.
    Country(u32),
    /// Something that the document names.
    Entity(usize),
    /// Something else.
    Other,
}

fn of(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Of {
    let Some(group) = clauses.noun(chunk) else { return Of::Nothing };
    if let Some(&(country, _)) = group.demonyms.first() {
        return Of::Country(country);
    }
    let mut found = Of::Nothing;
    for complement in clauses.complements(chunk).filter_map(|c| clauses.noun(c)) {
        if complement.time {
            continue;
        }
        if let Some(entity) = complement.names.last().and_then(|&n| discourse.mentions[n].entity) {
            return if discourse.kind(entity) == MentionKind::Person { Of::Other } else { Of::Entity(entity) };
        }
        if let Some(&(country, _)) = complement.demonyms.first() {
            return Of::Country(country);
        }
        // "du pays", "du parti": whichever it is.
        let back = complement.definite
            && !complement.plural
            && (matches!(complement.head, Some(Head::Common(_)))
                || clauses.words.is(complement.head_tokens.0, WordClass::CountryNoun));
        if !back {
            found = Of::Other;
        }
    }
    found
}

impl Of {
    /// Whether an office of the scope can be the one meant; `None` when the text does not say.
    fn fits(self, discourse: &Discourse<'_, '_>, scope: Option<usize>) -> Option<bool> {
        let scope = scope?;
        match self {
            Self::Nothing => None,
            Self::Country(entry) => Some(
                discourse.entities[scope].entry == Some(entry)
                    || discourse.kind(scope) != MentionKind::Country && in_country(discourse, scope, entry),
            ),
            Self::Entity(entity) => Some(entity == scope || stands_for(discourse, entity, scope)),
            Self::Other => Some(false),
        }
    }
}

/// "le président de la Commission", "le maître de Moscou": a seat and what it stands for.
fn stands_for(discourse: &Discourse<'_, '_>, seat: usize, scope: usize) -> bool {
    let name = discourse.entities[scope].entry;
    name.is_some() && discourse.metonym_targets(seat).into_iter().any(|t| Some(t) == name)
}

/// Whether the entity is known to belong to the country.
fn in_country(discourse: &Discourse<'_, '_>, entity: usize, country: u32) -> bool {
    let code = discourse.lexed.gazetteer.entry(country).country();
    !code.is_empty() && discourse.entry(entity).is_some_and(|e| e.country().split('|').any(|c| c == code))
}

/// The gender of the group: of its article, or of its title.
pub(super) fn gender(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<bool> {
    let words = clauses.words;
    let article = (group.start..group.head_tokens.0.max(group.inner + 1).min(group.end)).find_map(|t| {
        let elided = words.text(t).ends_with(['\'', '’']);
        if words.is(t, WordClass::Feminine) {
            Some(true)
        } else {
            (words.is(t, WordClass::Definite) && !words.is(t, WordClass::Plural) && !elided).then_some(false)
        }
    });
    article.or_else(|| title_gender(clauses, group))
}

fn agrees(discourse: &Discourse<'_, '_>, person: usize, gender: Option<bool>) -> bool {
    discourse.kind(person) == MentionKind::Person
        && gender.is_none_or(|g| discourse.is_female(person).is_none_or(|f| f == g))
}

/// "le président russe", "la ministre", "l'ancien maire", "l'avocate": who holds the office or has the profession.
pub(super) fn title(
    reader: &Reader<'_, '_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    title: u32,
) -> Option<usize> {
    let clauses = reader.clauses;
    let byte = reader.byte(group);
    let entry = discourse.lexed.gazetteer.entry(title);
    let apart = entry.subtype() == "kin" || entry.subtype() == "honorific";
    // "son Premier ministre", and not "son avocat": whose, only offices of states need not be told.
    let whose = group.possessive && !entry.country().starts_with("country");
    if apart || whose || !(group.definite || group.possessive || !group.determined) {
        // "un juge": from here on "le juge" is that one.
        discourse.unnamed.push((title, byte));
        return None;
    }
    if !group.definite && !group.possessive && (chunk > 0 || clauses.after(chunk) < clauses.chunks.len()) {
        // "ancien maire de B, il …", "élu président": says what somebody is, and not who is meant.
        return None;
    }
    let found = holder(reader, discourse, chunk, group, entry.name(), byte);
    let found = found.or_else(|| {
        let word = clauses.words.text(group.head_tokens.1 - 1).to_lowercase();
        some_person(reader, discourse, group, &word)
    });
    if found.is_none() {
        discourse.unnamed.push((title, byte));
    }
    found
}

fn holder(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    name: &str,
    byte: usize,
) -> Option<usize> {
    let clauses = reader.clauses;
    let gazetteer = discourse.lexed.gazetteer;
    let nominals = reader.nominals();
    let of = match nominals.countries.get(name).and_then(|code| gazetteer.country(code)) {
        Some(country) => Of::Country(country.index()),
        None => of(clauses, discourse, chunk),
    };
    if of == Of::Other {
        return None;
    }
    let gender = gender(clauses, group);
    let domain = group.domain.map(|(from, to)| text(clauses, from, to));
    let takes_up = |title: u32| nominals.takes_up(name, gazetteer.entry(title).name());
    let evidence = |person: usize| -> u32 {
        let mut best = 0;
        for office in discourse.offices.iter().filter(|o| o.person == person && takes_up(o.title)) {
            let role = office.role.as_deref().unwrap_or("").to_lowercase();
            if domain.as_ref().is_some_and(|d| !role.ends_with(d.as_str())) {
                continue;
            }
            let scoped = of.fits(discourse, office.scope);
            let known = match scoped {
                Some(false) => 0,
                // The scope is not said here or there: what is known of the person decides.
                None => match of {
                    Of::Country(country) if discourse.entry(person).is_some() => {
                        if in_country(discourse, person, country) { 6 } else { 0 }
                    }
                    Of::Nothing | Of::Country(_) => 6,
                    _ => 2,
                },
                Some(true) => 7,
            };
            // "l'ancien ministre" is hardly one of whom the text says that he is minister.
            let known = if group.former && !office.over { known.min(1) } else { known };
            let same = gazetteer.entry(office.title).name() == name;
            best = best.max(if known > 0 { known + u32::from(same) } else { 0 });
        }
        if domain.is_none() && discourse.titles.iter().any(|&(p, t)| p == person && takes_up(t)) {
            let known = match of {
                Of::Nothing => 6,
                Of::Country(country) if discourse.entry(person).is_none() || in_country(discourse, person, country) => {
                    6
                }
                _ => 0,
            };
            best = best.max(known);
        }
        best.max(known_office(reader, discourse, person, name, of, group, domain.as_deref()))
    };
    let people: Vec<usize> = (0..discourse.entities.len()).filter(|&e| agrees(discourse, e, gender)).collect();
    let mut ranked: Vec<(u32, usize)> =
        people.into_iter().map(|p| (evidence(p), p)).filter(|&(rank, _)| rank > 0).collect();
    // Those named before the nominal, or else those named later.
    let before = |p: usize| discourse.first_name(p).is_some_and(|first| first < byte);
    if ranked.iter().any(|&(_, p)| before(p)) {
        ranked.retain(|&(_, p)| before(p));
    }
    let best = ranked.iter().map(|r| r.0).max()?;
    ranked.retain(|r| r.0 == best);
    let found = match ranked.as_slice() {
        [(_, one)] => *one,
        several => reader.leader(discourse, LEAD, |e| several.iter().any(|&(_, p)| p == e))?,
    };
    // "un ministre … le ministre": another one has come in between, whom the text does not name.
    let since = discourse.last_name(found, byte).unwrap_or(0);
    let other = of == Of::Nothing
        && discourse
            .unnamed
            .iter()
            .any(|&(t, at)| at > since && at < byte && nominals.takes_up(name, gazetteer.entry(t).name()));
    (!other).then_some(found)
}

/// What the gazetteer says of the person's offices.
fn known_office(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    person: usize,
    name: &str,
    of: Of,
    group: &NounGroup,
    domain: Option<&str>,
) -> u32 {
    let Some(entry) = discourse.entry(person) else { return 0 };
    let wanted = match of {
        Of::Country(entry) => Some(discourse.lexed.gazetteer.entry(entry).name()),
        Of::Entity(entity) => Some(discourse.entities[entity].name.as_str()),
        _ => None,
    };
    let rank = |office: &str| -> u32 {
        let (role, rest) = office.split_once('@').unwrap_or((office, ""));
        let (scope, years) = rest.split_once(':').unwrap_or((rest, ""));
        if !reader.nominals().takes_up(name, role)
            || domain.is_some_and(|d| !role.to_lowercase().ends_with(d))
            || wanted.is_some_and(|w| w != scope)
        {
            return 0;
        }
        let current = years.ends_with('-') || years.is_empty();
        3 + u32::from(current != group.former)
    };
    entry.offices().map(rank).max().unwrap_or(0)
}

fn text(clauses: &Clauses<'_, '_>, from: usize, to: usize) -> String {
    let tokens = clauses.words.lexed.tokens;
    clauses.words.lexed.text[tokens[from].span().start..tokens[to - 1].span().end].to_lowercase()
}

/// "le jeune homme", "la lauréate": the one person of the gender who has been spoken of lately.
fn some_person(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    group: &NounGroup,
    word: &str,
) -> Option<usize> {
    let (masculine, feminine) = reader.nominals().person(word);
    if !group.definite || reader.clauses.words.is(group.inner, WordClass::Other) {
        return None;
    }
    let countries: Vec<u32> = group.demonyms.iter().map(|d| d.0).collect();
    let gender = match (masculine, feminine) {
        (false, false) => return None,
        (true, true) => gender(reader.clauses, group),
        (_, feminine) => Some(feminine),
    };
    let fits = |e: usize| agrees(discourse, e, gender) && countries.iter().all(|&c| of_country(discourse, e, c));
    if !countries.is_empty() {
        return reader.leader(discourse, LEAD, fits);
    }
    // Those with an office are called by it.
    let plain = |e: usize| {
        let titled = discourse.offices.iter().any(|o| o.person == e && Some(o.title) != own_title(group))
            || discourse.titles.iter().any(|&(p, t)| {
                p == e && matches!(discourse.lexed.gazetteer.entry(t).subtype(), "office" | "rank" | "profession")
            });
        !titled
    };
    reader.leader(discourse, CLEAR_LEAD, |e| fits(e) && plain(e)).or_else(|| reader.leader(discourse, CLEAR_LEAD, fits))
}

fn own_title(group: &NounGroup) -> Option<u32> {
    match group.head {
        Some(Head::Title(title)) => Some(title),
        _ => None,
    }
}

/// Whether the person is of the country, by birth or office.
fn of_country(discourse: &Discourse<'_, '_>, person: usize, country: u32) -> bool {
    in_country(discourse, person, country)
        || discourse
            .offices
            .iter()
            .any(|o| o.person == person && o.scope.is_some_and(|s| discourse.entities[s].entry == Some(country)))
}

/// A noun that the gazetteer does not know: one for a person or a country.
pub(super) fn unknown(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<usize> {
    let clauses = reader.clauses;
    let (from, to) = group.head_tokens;
    if !group.definite || to <= from || clauses.complements(chunk).next().is_some() {
        return None;
    }
    if clauses.words.is(from, WordClass::CountryNoun) {
        return country(reader, discourse, group);
    }
    let words = clauses.words;
    let head = words.text(from).to_lowercase();
    // "Maryse Le Pen, boulangère à Auray": from then on "la boulangère" is she.
    let mut called = discourse.called.iter().filter(|c| c.1 == head).map(|c| c.0);
    if let Some(first) = called.next() {
        return called.all(|p| p == first).then_some(first);
    }
    if reader.nominals().organisations.contains_key(&head) {
        return organisation(reader, discourse, &head, from, of(clauses, discourse, chunk));
    }
    let word = words.text(to - 1).to_lowercase();
    some_person(reader, discourse, group, &head).or_else(|| some_person(reader, discourse, group, &word))
}

/// "le pays", "ce pays": the last country named; of several in a sentence the one that the text is about.
fn country(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup) -> Option<usize> {
    if !group.demonyms.is_empty() {
        return None;
    }
    let near: Vec<usize> = discourse
        .salience
        .near(reader.sentence)
        .into_iter()
        .map(|(e, _)| e)
        .filter(|&e| discourse.kind(e) == MentionKind::Country)
        .collect();
    match near.as_slice() {
        [] => discourse.only(reader.byte(group), |e| discourse.kind(e) == MentionKind::Country),
        [one] => Some(*one),
        _ => {
            let byte = reader.byte(group);
            let last = discourse.names_before(byte).find(|&e| discourse.kind(e) == MentionKind::Country);
            discourse.main_country().filter(|m| near[..2].contains(m)).or(last)
        }
    }
}

/// "le groupe", "l'organisation", "la ville", "la capitale malienne".
pub(super) fn common(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
    noun: u32,
) -> Option<usize> {
    if !group.definite || group.possessive {
        return None;
    }
    let words = reader.clauses.words;
    let head = group.head_tokens.0;
    let entry = discourse.lexed.gazetteer.entry(noun);
    let person = || {
        let last = words.text(group.head_tokens.1 - 1).to_lowercase();
        some_person(reader, discourse, group, &last)
    };
    let of = of(reader.clauses, discourse, chunk);
    if words.is(head, WordClass::CapitalNoun) {
        return capital(reader, discourse, group, of);
    }
    if words.is(head, WordClass::CountryNoun) {
        return if of == Of::Nothing { country(reader, discourse, group) } else { None };
    }
    match entry.subtype() {
        "place" if of == Of::Nothing => place(reader, discourse, group),
        "organisation" => organisation(reader, discourse, entry.name(), head, of),
        "actor" if of == Of::Nothing => person(),
        _ => None,
    }
}

fn capital(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup, of: Of) -> Option<usize> {
    let gazetteer = discourse.lexed.gazetteer;
    let country = match of {
        Of::Country(entry) => Some(entry),
        Of::Entity(entity) if discourse.kind(entity) == MentionKind::Country => discourse.entities[entity].entry,
        Of::Nothing => {
            let byte = reader.byte(group);
            let last = discourse.names_before(byte).find(|&e| discourse.kind(e) == MentionKind::Country);
            discourse.entities[last.or_else(|| discourse.main_country())?].entry
        }
        _ => None,
    }?;
    let country = gazetteer.entry(country);
    if country.kind() != EntryKind::Country {
        return None;
    }
    let name = country.offices().next()?;
    discourse.entities.iter().find(|e| e.kind == MentionKind::Place && e.name == name).map(|e| e.id)
}

/// The kinds of places that the noun can take up: "la ville", "la région", "l'île".
pub(super) fn place_kinds(clauses: &Clauses<'_, '_>, group: &NounGroup) -> Option<&'static [&'static str]> {
    let class = |class| clauses.words.is(group.head_tokens.0, class);
    if class(WordClass::CityNoun) {
        Some(&["city", ""])
    } else if class(WordClass::RegionNoun) {
        Some(&["region", "department", "province", "district", "area", ""])
    } else if class(WordClass::IslandNoun) {
        Some(&["island"])
    } else {
        None
    }
}

/// The last place named of the kind.
fn place(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup) -> Option<usize> {
    let wanted = place_kinds(reader.clauses, group)?;
    let fits = |e: usize| {
        discourse.kind(e) == MentionKind::Place
            && wanted.contains(&discourse.entry(e).map_or("", |known| known.subtype()))
    };
    let near: Vec<usize> =
        discourse.salience.near(reader.sentence).into_iter().map(|(e, _)| e).filter(|&e| fits(e)).collect();
    match near.as_slice() {
        [] => discourse.only(reader.byte(group), fits),
        [one] => Some(*one),
        _ => None,
    }
}

/// The organisation for which the noun can stand: one that bears the noun in its name, or is of the kind.
fn organisation(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    noun: &str,
    token: usize,
    of: Of,
) -> Option<usize> {
    let kinds = reader.nominals().organisations.get(noun);
    let word = fold::folded_hash(noun);
    let country = match of {
        Of::Country(entry) => Some(entry),
        Of::Entity(entity) if discourse.kind(entity) == MentionKind::Country => discourse.entities[entity].entry,
        Of::Nothing => None,
        _ => return None,
    };
    // An organisation, and whether it is at home in the country.
    let at_home = |e: usize| -> Option<u32> {
        if discourse.kind(e) != MentionKind::Organisation {
            return None;
        }
        match (country, discourse.entry(e)) {
            (Some(country), Some(known)) if !known.country().is_empty() => {
                in_country(discourse, e, country).then_some(1)
            }
            _ => Some(0),
        }
    };
    let rank = |e: usize| -> u32 {
        let Some(home) = at_home(e) else { return 0 };
        if discourse.bears(e, word) {
            return NAMED + home;
        }
        let (entity, known) = (&discourse.entities[e], discourse.entry(e));
        let subtype = known.map_or("", |k| k.subtype());
        // Of one that the gazetteer does not know the first word of the name tells: "Parti du progrès".
        let head = entity.name.split(' ').next().unwrap_or("").to_lowercase();
        let own = reader.nominals().organisations.get(&head).filter(|_| subtype.is_empty());
        let fits =
            kinds.is_some_and(|kinds| kinds.iter().any(|k| k == subtype || own.is_some_and(|own| own.contains(k))));
        if fits {
            4 + home
        } else {
            // Of one that the gazetteer does not know, anything may be said.
            u32::from(subtype.is_empty() && own.is_none() && kinds.is_some()) * 2
        }
    };
    let near = discourse.salience.near(reader.sentence);
    let ranked: Vec<(u32, usize)> = near.iter().map(|&(e, _)| (rank(e), e)).filter(|r| r.0 > 0).collect();
    let best = ranked.iter().map(|r| r.0).max().unwrap_or(0);
    if best < NAMED {
        // Further back only one that bears the noun in its name.
        let byte = reader.clauses.words.lexed.tokens[token].span().start;
        if let Some(far) = discourse.only(byte, |e| at_home(e).is_some() && discourse.bears(e, word)) {
            return Some(far);
        }
    }
    (best > 0).then(|| reader.leader(discourse, LEAD, |e| ranked.contains(&(best, e)))).flatten()
}

/// "le Néerlandais", "l'Espagnole": the person of that country.
pub(super) fn national(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    group: &NounGroup,
    country: u32,
) -> Option<usize> {
    let words = reader.clauses.words;
    let (token, _) = group.head_tokens;
    if !group.definite || group.possessive || !words.text(token).starts_with(char::is_uppercase) {
        return None;
    }
    let gender = gender(reader.clauses, group).or_else(|| demonym_gender(reader.clauses, token));
    let known = reader.leader(discourse, LEAD, |e| agrees(discourse, e, gender) && of_country(discourse, e, country));
    let byte = reader.byte(group);
    let far = || discourse.only(byte, |e| agrees(discourse, e, gender) && of_country(discourse, e, country));
    known.or_else(far).or_else(|| {
        // One of whom nothing is known, if all the others are.
        let unknown = |e: usize| agrees(discourse, e, gender) && discourse.entry(e).is_none();
        reader.leader(discourse, CLEAR_LEAD, unknown)
    })
}

fn demonym_gender(clauses: &Clauses<'_, '_>, token: usize) -> Option<bool> {
    use crate::table::{FEMININE, MASCULINE, Tag};
    let sense = clauses.words.lexed.word_senses(token).find(|s| s.tag() == Tag::Demonym)?;
    match (sense.has(MASCULINE), sense.has(FEMININE)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    }
}

/// "il", "celle-ci", "ils".
pub(super) fn pronoun(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Vec<usize> {
    if group.plural {
        return together(reader, discourse, group);
    }
    let byte = reader.byte(group);
    if group.latter {
        // The last one named, other than by adjectives.
        return discourse.names_before(byte).find(|&e| fits(discourse, e, group.feminine)).into_iter().collect();
    }
    let found = person_or_body(reader, discourse, group.feminine);
    found.or_else(|| named_later(reader, discourse, chunk, group)).into_iter().collect()
}

/// "Quand il a rencontré B, A …": the subject of the main clause, where nobody has been named before.
fn named_later(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    group: &NounGroup,
) -> Option<usize> {
    let clauses = reader.clauses;
    if chunk != 1 || !(clauses.is(0, Mark::Subordinator) || clauses.is(0, Mark::Condition)) {
        return None;
    }
    let comma = (chunk..clauses.chunks.len()).find(|&c| clauses.is(c, Mark::Comma))?;
    let verb = (comma..clauses.chunks.len()).find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite))?;
    let subject = *clauses.subject(verb, DEPTH).first().filter(|&&s| s > comma)?;
    entity_of(clauses, discourse, subject).filter(|&e| fits(discourse, e, group.feminine))
}

/// "le premier", "la seconde": of the two who acted together in the sentence before.
pub(super) fn ordinal(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup) -> Option<usize> {
    let words = reader.clauses.words;
    let alone = group.definite && !group.plural && !group.possessive && group.end == group.inner + 2;
    let (sentence, together) = discourse.together.as_ref().filter(|_| alone)?;
    let &[first, second] = together.as_slice() else { return None };
    if sentence + 1 != reader.sentence {
        return None;
    }
    let last = group.end - 1;
    if words.is(last, WordClass::First) { Some(first) } else { words.is(last, WordClass::Second).then_some(second) }
}

/// "ils": those who were the subject together, in the sentence or the one before.
fn together(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup) -> Vec<usize> {
    let before = |&c: &usize| reader.clauses.noun(c).is_some_and(|n| n.end <= group.start);
    let here = (0..reader.clauses.chunks.len())
        .filter(|&v| reader.clauses.verb(v).is_some_and(|g| g.start < group.start))
        .map(|v| {
            let around = reader.clauses.frame(v);
            let passive = reader.clauses.verb(v).is_some_and(|g| g.passive);
            if passive { around.object.clone() } else { around.subject.clone() }
        })
        .rfind(|subject| subject.len() > 1 && subject.iter().all(before));
    let named = |c: usize| entity_of(reader.clauses, discourse, c);
    let found: Vec<usize> = match here {
        Some(subject) => subject.into_iter().filter_map(named).collect(),
        None => discourse.together.iter().filter(|t| t.0 + 1 == reader.sentence).flat_map(|t| t.1.clone()).collect(),
    };
    if found.len() > 1 { found } else { Vec::new() }
}

/// "les deux hommes", "les deux présidents", "les deux pays": the two who acted together, or the only two spoken of lately.
pub(super) fn pair(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup) -> Vec<usize> {
    let words = reader.clauses.words;
    let (from, to) = group.head_tokens;
    if !group.two || !group.definite || !group.demonyms.is_empty() || to <= from {
        return Vec::new();
    }
    let word = words.text(to - 1).to_lowercase();
    let (masculine, feminine) = reader.nominals().person(word.strip_suffix('s').unwrap_or(&word));
    let kind = match group.head {
        _ if words.is(from, WordClass::CountryNoun) => MentionKind::Country,
        _ if masculine || feminine => MentionKind::Person,
        Some(Head::Title(_)) => MentionKind::Person,
        Some(Head::Common(noun)) if discourse.lexed.gazetteer.entry(noun).subtype() == "organisation" => {
            MentionKind::Organisation
        }
        _ => return Vec::new(),
    };
    let fits =
        |&e: &usize| discourse.kind(e) == kind && (masculine || !feminine || discourse.is_female(e) != Some(false));
    if let Some((sentence, together)) = &discourse.together
        && sentence + 1 >= reader.sentence
        && together.len() == 2
        && together.iter().all(fits)
    {
        return together.clone();
    }
    let near: Vec<usize> = discourse.salience.near(reader.sentence).into_iter().map(|(e, _)| e).filter(fits).collect();
    if near.len() == 2 { near } else { Vec::new() }
}

/// The one entity of a group that has been read: by its name, or what it was found to mean.
fn entity_of(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<usize> {
    let noun = clauses.noun(chunk)?;
    match noun.names.last() {
        Some(&name) => discourse.mentions[name].entity,
        None => Some(discourse.referents.get(&noun.start)?.first()?.entity),
    }
}

/// "son avocat", "sa visite": whose, by the subject of the clause or by who leads in the text before.
pub(super) fn possessor(reader: &Reader<'_, '_, '_>, discourse: &Discourse<'_, '_>, chunk: usize) -> Vec<usize> {
    let clauses = reader.clauses;
    let Some(group) = clauses.noun(chunk) else { return Vec::new() };
    if clauses.words.is(group.inner, WordClass::OfSeveral) {
        return together(reader, discourse, group);
    }
    let verb = (0..chunk).rev().find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite));
    let subject = verb.map_or_else(Vec::new, |v| clauses.subject(v, DEPTH));
    if subject.iter().any(|&c| c < chunk) {
        // What the subject means only the relations around it tell: "l'armée malienne … son opération".
        return match subject.as_slice() {
            [one] => entity_of(clauses, discourse, *one).into_iter().collect(),
            _ => Vec::new(),
        };
    }
    let person = |e: usize| discourse.kind(e) == MentionKind::Person;
    let near = discourse.salience.near(reader.sentence);
    let people = near.iter().any(|&(e, _)| person(e));
    let found = if people { reader.leader(discourse, LEAD, person) } else { None };
    found.or_else(|| reader.leader(discourse, CLEAR_LEAD, |e| !person(e))).into_iter().collect()
}

/// "l'a accusé", "lui a succédé": the person meant by a pronoun before the verb, who is not its subject.
pub(super) fn object(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    v: usize,
    token: usize,
) -> Option<usize> {
    let clauses = reader.clauses;
    let words = clauses.words;
    if words.is(token, WordClass::OfSeveral) {
        return None;
    }
    let around = clauses.frame(v);
    let subject: Vec<usize> =
        around.subject.iter().chain(&around.object).filter_map(|&c| entity_of(clauses, discourse, c)).collect();
    let elided = words.text(token).ends_with(['\'', '’']);
    let gender = match (words.is(token, WordClass::DirectClitic), words.is(token, WordClass::Feminine), elided) {
        (true, feminine, false) => Some(feminine),
        _ => None,
    };
    // "le soutenir": a country or body too, where the pronoun shows the gender.
    let other = |e: usize| gender.is_some_and(|g| discourse.kind(e) != MentionKind::Person && fits(discourse, e, g));
    let fits = |e: usize| !subject.contains(&e) && (agrees(discourse, e, gender) || other(e));
    let near = discourse.salience.near(reader.sentence);
    let near: Vec<(usize, f32)> = near.into_iter().filter(|&(e, _)| fits(e)).collect();
    match near.as_slice() {
        [] => None,
        [one] => Some(one.0),
        _ => reader.leader(discourse, LEAD, fits),
    }
}

/// The subjects of the sentence that act together.
pub(super) fn subjects_together(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>) -> Option<Vec<usize>> {
    let subject = clauses.main_subject();
    let found: Vec<usize> = subject.iter().filter_map(|&c| entity_of(clauses, discourse, c)).collect();
    (found.len() > 1 && found.len() == subject.len()).then_some(found)
}

/// The one who leads among those of the gender.
pub(super) fn person_or_body(
    reader: &Reader<'_, '_, '_>,
    discourse: &Discourse<'_, '_>,
    feminine: bool,
) -> Option<usize> {
    let person = |e: usize| discourse.kind(e) == MentionKind::Person;
    let mut near: Vec<(usize, f32)> = discourse
        .salience
        .near(reader.sentence)
        .into_iter()
        .filter(|&(e, _)| fits(discourse, e, feminine))
        .map(|(e, weight)| (e, if person(e) { weight * PERSON } else { weight }))
        .collect();
    near.sort_by(|a, b| b.1.total_cmp(&a.1));
    match near.as_slice() {
        [] => None,
        [one] => Some(one.0),
        [first, second, ..] => {
            let lead = if person(first.0) || person(second.0) { LEAD } else { CLEAR_LEAD };
            (first.1 >= lead * second.1).then_some(first.0)
        }
    }
}

fn fits(discourse: &Discourse<'_, '_>, entity: usize, feminine: bool) -> bool {
    match discourse.kind(entity) {
        MentionKind::Person => discourse.is_female(entity).is_none_or(|f| f == feminine),
        MentionKind::Country => discourse.entry(entity).is_some_and(|e| e.is_female() == Some(feminine)),
        MentionKind::Organisation => discourse.is_feminine_name(entity) == Some(feminine),
        _ => false,
    }
}
