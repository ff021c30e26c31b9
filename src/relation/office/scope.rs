//! What an office is of: adjectives and complements of the title, what a second title says, whose it is.

use super::extent::Extent;
use crate::Span;
use crate::fold::fold;
use crate::mention::MentionKind;
use crate::relation::discourse::Discourse;
use crate::relation::referent;
use crate::relation::relation::Argument;
use crate::syntax::{Clauses, Head, Mark};

/// The roles of nouns that stand for a state.
const STATE: [&str; 5] = ["government", "military", "police", "judiciary", "parliament"];

/// A title whose country or body is asked for.
pub(super) struct Scope<'c, 'w, 't> {
    pub(super) clauses: &'c Clauses<'w, 't>,
    pub(super) chunk: usize,
}

impl Scope<'_, '_, '_> {
    /// "le président russe", "le président de B".
    pub(super) fn one(&self, discourse: &mut Discourse<'_, '_>) -> Option<Argument> {
        let found = referent::scope(self.clauses, discourse, self.chunk);
        let first = self.clauses.complements(self.chunk).next().and_then(|c| self.clauses.noun(c));
        let Some(first) = first.filter(|n| n.names.is_empty()) else { return found };
        let Some(Head::Common(noun)) = first.head else { return found };
        let entry = discourse.lexed.gazetteer.entry(noun);
        match found {
            // "le président du conseil régional de B": the council stands for its region.
            Some(place) if discourse.kind(place.entity) == MentionKind::Place && entry.subtype() == "organisation" => {
                let tokens = self.clauses.words.lexed.tokens;
                let end = discourse.mentions[place.mention].span().end;
                Some(discourse.nominal(Span::new(tokens[first.head_tokens.0].span().start, end), place.entity))
            }
            // "le porte-parole de l'armée": of the only country that the text is about.
            None if first.definite && entry.subtype() == "actor" && STATE.contains(&entry.country()) => {
                let tokens = self.clauses.words.lexed.tokens;
                let span =
                    Span::new(tokens[first.head_tokens.0].span().start, tokens[first.head_tokens.1 - 1].span().end);
                discourse.sole_country().map(|country| discourse.nominal(span, country))
            }
            found => found,
        }
    }

    /// "les présidents du Mali et du Niger", "directeur général de B et de C": each of the coordinated complements.
    pub(super) fn several(&self, discourse: &mut Discourse<'_, '_>) -> Vec<Argument> {
        let clauses = self.clauses;
        let Some(first) = clauses.complements(self.chunk).next() else { return Vec::new() };
        let coordinated = clauses.coordination(first);
        let mut found = Vec::new();
        for c in coordinated {
            let Some(group) = clauses.noun(c) else { return Vec::new() };
            if group.preposition.is_none() {
                // "…, A et B": those who hold the office.
                continue;
            }
            let named = group.names.last().and_then(|&n| discourse.of_name(n));
            match named.filter(|a| discourse.kind(a.entity) != MentionKind::Person) {
                Some(named) => found.push(named),
                None => return Vec::new(),
            }
        }
        found
    }

    /// "chercheur au CNRS", "infirmière à l'hôpital B": the organisation behind "à", "chez", "au sein de".
    pub(super) fn workplace(&self, discourse: &Discourse<'_, '_>) -> Option<Argument> {
        let next = self.clauses.noun(self.clauses.after(self.chunk))?;
        let preposition = next.preposition?;
        let found = discourse.of_name(*next.names.last()?)?;
        (self.clauses.words.grammar.data.workplace.contains(&preposition)
            && discourse.kind(found.entity) == MentionKind::Organisation)
            .then_some(found)
    }

    /// "sa présidente, A", "son ministre de la Défense, A": the last body or country named before, or what the last one named
    /// presides over.
    pub(super) fn possessor(&self, discourse: &mut Discourse<'_, '_>, heads: &str) -> Option<Argument> {
        let group = self.clauses.noun(self.chunk).filter(|g| g.possessive)?;
        let span = self.clauses.words.lexed.tokens[group.inner].span();
        let public = heads.contains("country") || heads.contains("ministry");
        let bodies = !public || heads.contains("organisation");
        let fits = |d: &Discourse<'_, '_>, e: usize| match d.kind(e) {
            // What a newspaper reports is of others.
            MentionKind::Organisation => {
                (bodies || d.metonym_kind(e)) && d.entry(e).is_none_or(|known| known.subtype() != "media")
            }
            MentionKind::Country => public,
            _ => false,
        };
        // "B distance C et profite de son gardien": rather the subject of the verb before.
        let clauses = self.clauses;
        let verb = (0..self.chunk).rev().find(|&c| clauses.verb(c).is_some());
        let subject = verb.map_or_else(Vec::new, |v| clauses.subject(v, 4));
        let own =
            subject.into_iter().filter(|&c| c < self.chunk).filter_map(|c| clauses.noun(c)?.names.last().copied());
        let own = own.filter_map(|n| discourse.of_name(n)).map(|a| a.entity);
        let found = own.chain(discourse.names_before(span.start)).find_map(|e| match discourse.kind(e) {
            MentionKind::Person => {
                let held = discourse.offices.iter().rev().find(|o| o.person == e && !o.over);
                held.and_then(|o| o.scope).filter(|&s| fits(discourse, s))
            }
            _ => fits(discourse, e).then_some(e),
        })?;
        Some(discourse.nominal(span, found))
    }

    /// "président et directeur général de B": the complement of the second title is the first one's too.
    pub(super) fn shared(&self, discourse: &mut Discourse<'_, '_>) -> Option<Argument> {
        let next = self.chunk + 2;
        let titled = |n: &crate::syntax::NounGroup| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty();
        let shares = self.clauses.is(self.chunk + 1, Mark::Coordinator) && self.clauses.noun(next).is_some_and(titled);
        shares.then(|| referent::scope(self.clauses, discourse, next)).flatten()
    }
}

/// "le gardien parisien": the only club of the text that bears the name of the city.
pub(super) fn club(discourse: &mut Discourse<'_, '_>, city: Argument) -> Option<Argument> {
    let words = |text: &str| {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        parts.map(fold).collect::<Vec<_>>()
    };
    let (adjective, name) = (fold(discourse.mentions[city.mention].text), words(&discourse.entities[city.entity].name));
    let bears = |text: &str| {
        let text = words(text);
        text.contains(&adjective) || text.windows(name.len().max(1)).any(|w| w == name)
    };
    let mut clubs = discourse.entities.iter().filter(|e| {
        let entry = e.entry.map(|known| discourse.lexed.gazetteer.entry(known));
        e.kind == MentionKind::Organisation
            && entry.is_none_or(|known| known.subtype() == "club")
            && (bears(&e.name) || e.aliases.iter().any(|a| bears(a)) || entry.is_some_and(|known| bears(known.name())))
    });
    let found = clubs.next().filter(|_| clubs.next().is_none())?.id;
    Some(discourse.nominal(discourse.mentions[city.mention].span(), found))
}

/// "à l'élection présidentielle française", "à la mairie de B": what a candidate stands for.
pub(super) fn election(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let end = Extent { clauses, chunk }.end();
    (chunk + 1..end).filter(|&c| !clauses.complements(chunk).any(|x| x == c)).find_map(|c| {
        let group = clauses.noun(c).filter(|n| n.preposition.is_some())?;
        let named = group.names.last().and_then(|&n| discourse.of_name(n));
        let named = named.filter(|a| discourse.kind(a.entity) != MentionKind::Person);
        named.or_else(|| referent::scope(clauses, discourse, c))
    })
}

/// Whether the group names an election or the seat that it is about: "la présidentielle argentine", "la mairie".
pub(in crate::relation) fn is_election(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let roles = &clauses.words.grammar.data.election_roles;
    clauses
        .noun(chunk)
        .is_some_and(|n| (n.inner..n.end).any(|t| roles.contains_key(&clauses.words.text(t).to_lowercase())))
}

/// Whether the group is headed by a title.
pub(in crate::relation) fn is_title(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    clauses.noun(chunk).is_some_and(|n| matches!(n.head, Some(Head::Title(_))))
}

/// What the office is of that the title names; of an office of state without more, the country of the person or of the text.
pub(in crate::relation) fn of(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    person: usize,
) -> Option<Argument> {
    let Some(Head::Title(title)) = clauses.noun(chunk)?.head else { return None };
    let scope = Scope { clauses, chunk };
    if let Some(found) = scope.one(discourse).filter(|a| discourse.kind(a.entity) != MentionKind::Person) {
        return Some(found);
    }
    let heads = discourse.lexed.gazetteer.entry(title).country();
    let of_state = heads.starts_with("country") || heads.starts_with("ministry");
    if !of_state || clauses.complements(chunk).next().is_some() {
        return None;
    }
    let country = discourse.country_of(person).or_else(|| discourse.main_country())?;
    let (from, to) = clauses.noun(chunk)?.head_tokens;
    let tokens = clauses.words.lexed.tokens;
    Some(discourse.nominal(Span::new(tokens[from].span().start, tokens[to - 1].span().end), country))
}

/// "candidat pour succéder à A", "en lice pour remplacer A": the office that is to be filled is of what A's is.
pub(super) fn vacancy(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let grammar = clauses.words.grammar;
    let succeeds = |lemma: u16| {
        grammar.lemma(lemma).frames.iter().any(|&f| {
            let kind = grammar.data.frames[usize::from(f)].kind;
            grammar.data.kinds[usize::from(kind)].name == "succeeded"
        })
    };
    let verb = (chunk + 1..clauses.chunks.len()).find(|&v| clauses.verb(v).is_some_and(|g| succeeds(g.lemma)))?;
    let frame = clauses.frame(verb);
    let named = frame.object.iter().chain(&frame.others).filter_map(|&c| clauses.noun(c)?.names.last().copied());
    let person =
        named.filter_map(|n| discourse.of_name(n)).find(|a| discourse.kind(a.entity) == MentionKind::Person)?;
    let scope = discourse.offices.iter().rev().find(|o| o.person == person.entity).and_then(|o| o.scope)?;
    Some(discourse.nominal(discourse.mentions[person.mention].span(), scope))
}
