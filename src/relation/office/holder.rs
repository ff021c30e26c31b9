//! Who holds an office: the names beside a title.

use super::extent::Extent;
use crate::grammar::{VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::relation::Status;
use crate::relation::discourse::Discourse;
use crate::relation::referent::resolve;
use crate::relation::relation::Argument;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbMode};

/// How many appositions are passed over between a name and a title: "A, 54 ans, avocat, président de B".
const APPOSITIONS: usize = 4;

/// One who is given a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    pub(super) person: Argument,
    /// The chunk of the name.
    pub(super) chunk: usize,
    pub(super) status: Status,
}

/// Finds those to whom a title is given.
pub(super) struct Holders<'c, 'w, 't> {
    pub(super) clauses: &'c Clauses<'w, 't>,
    /// Countries and organisations hold the title too: "membre".
    pub(super) bodies: bool,
}

/// The people to whom the noun group gives its title.
pub(super) fn holders(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
    Holders { clauses, bodies: false }.of(discourse, chunk)
}

impl Holders<'_, '_, '_> {
    /// Those to whom the noun group gives its title, in the order of the text.
    pub(super) fn of(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let Some(group) = self.clauses.noun(chunk) else { return Vec::new() };
        let inside = self.inside(discourse, chunk, group);
        if !inside.is_empty() {
            return inside;
        }
        // "A, président de B, C, ministre": without an article the title belongs to the name before.
        if !group.determined {
            let before = self.apposed(discourse, chunk, group.plural);
            if !before.is_empty() {
                return before;
            }
        }
        let behind = if self.within_title(chunk) { Vec::new() } else { self.behind(discourse, chunk, group) };
        if !behind.is_empty() {
            return behind;
        }
        // "ministre de B puis de C", "ministre de B dans les années 1990 et députée": the holder of the first title.
        if chunk >= 2 && self.clauses.is(chunk - 1, Mark::Coordinator) {
            let completes = |c: &usize| self.clauses.noun(*c).is_some_and(|n| n.preposition.is_some() || n.time);
            let start = (0..chunk - 1).rev().find(|c| !completes(c));
            let first = start.and_then(|c| self.clauses.noun(c));
            if first.is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && !n.plural) {
                return self.of(discourse, start.unwrap_or(chunk));
            }
        }
        let before = self.apposed(discourse, chunk, group.plural);
        if !before.is_empty() {
            return before;
        }
        [Self::copula, Self::serving, Self::posted]
            .into_iter()
            .map(|find| find(self, discourse, chunk))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// "le conseiller du président russe, A": what completes another title says nothing of the name behind it.
    fn within_title(&self, chunk: usize) -> bool {
        let clauses = self.clauses;
        if clauses.noun(chunk).is_none_or(|n| n.preposition.is_none()) {
            return false;
        }
        let before = (0..chunk).rev().take_while(|&c| clauses.noun(c).is_some());
        before
            .filter(|&c| clauses.noun(c).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty()))
            .any(|c| Extent { clauses, chunk: c }.end() > chunk)
    }

    /// The name of the group, where it can hold a title.
    fn name(&self, discourse: &Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
        let name = *self.clauses.noun(chunk)?.names.last()?;
        self.fits(discourse.mentions[name].kind).then(|| discourse.of_name(name)).flatten()
    }

    fn fits(&self, kind: MentionKind) -> bool {
        kind == MentionKind::Person || self.bodies && matches!(kind, MentionKind::Country | MentionKind::Organisation)
    }

    fn named(&self, discourse: &Discourse<'_, '_>, chunks: Vec<usize>) -> Vec<Holder> {
        chunks
            .into_iter()
            .filter_map(|chunk| Some((chunk, self.name(discourse, chunk)?)))
            .map(|(chunk, person)| Holder { person, chunk, status: Status::Actual })
            .collect()
    }

    /// "le président Bazoum", "les ministres Fekl et Bareigts"
    fn inside(&self, discourse: &Discourse<'_, '_>, chunk: usize, group: &NounGroup) -> Vec<Holder> {
        let person = |d: &Discourse<'_, '_>, c: usize| {
            self.clauses
                .noun(c)
                .and_then(|n| n.names.last())
                .is_some_and(|&n| d.mentions[n].kind == MentionKind::Person)
        };
        if !person(discourse, chunk) {
            return Vec::new();
        }
        let mut all = if group.plural { self.clauses.coordination(chunk) } else { vec![chunk] };
        all.retain(|&c| person(discourse, c));
        self.named(discourse, all)
    }

    /// "le président russe, A", "le président du Niger A", "les ministres de B et de C, A et D", "trois candidats sont en lice : A, B et C"
    fn behind(&self, discourse: &Discourse<'_, '_>, chunk: usize, group: &NounGroup) -> Vec<Holder> {
        let clauses = self.clauses;
        let mut after = Extent { clauses, chunk }.end();
        // "le candidat de B à la présidentielle A": the name stands in the last complement.
        let last = after - 1;
        if last > chunk
            && clauses.noun(last).is_some_and(|n| n.head == Some(Head::Unknown) && n.lemma.is_some() && n.definite)
            && self.name(discourse, last).is_some()
            && !clauses.complements(chunk).any(|c| c == last)
        {
            return self.named(discourse, vec![last]);
        }
        let bare = |c: usize| clauses.noun(c).is_some_and(|n| n.preposition.is_none());
        if !bare(after) {
            let opened = clauses.is(after, Mark::Comma)
                || clauses.is(after, Mark::Open)
                || clauses.is(after, Mark::Colon) && group.plural;
            // "plusieurs ministres, dont A et B"
            let among = if clauses.is(after, Mark::Comma) { after + 1 } else { after };
            if group.plural && clauses.among(among) && bare(among + 1) && !self.subject_of_verb(among + 1) {
                return self.named(discourse, clauses.coordination(among + 1));
            }
            if !opened {
                return if group.plural && (group.two || !group.definite) {
                    self.listed(discourse, after)
                } else {
                    Vec::new()
                };
            }
            after += 1;
            if clauses.is(after - 1, Mark::Comma) && self.fronted(chunk) && !self.closes(after) {
                return Vec::new();
            }
        }
        if !bare(after) {
            return Vec::new();
        }
        let all = if group.plural { clauses.coordination(after) } else { vec![after] };
        self.named(discourse, all)
    }

    /// Whether a verb says something of the group: "dont A fait partie".
    fn subject_of_verb(&self, chunk: usize) -> bool {
        let last = self.clauses.coordination(chunk).last().copied().unwrap_or(chunk);
        self.clauses.verb(self.clauses.after(last)).is_some_and(|v| v.mode == VerbMode::Finite)
    }

    /// "Trois candidats sont en lice : A (D), B et C": the names of the list behind the colon.
    fn listed(&self, discourse: &Discourse<'_, '_>, from: usize) -> Vec<Holder> {
        let clauses = self.clauses;
        let Some(colon) = (from..clauses.chunks.len()).find(|&c| clauses.is(c, Mark::Colon)) else { return Vec::new() };
        let mut names = Vec::new();
        for c in colon + 1..clauses.chunks.len() {
            let stated = clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite);
            if stated || clauses.is(c, Mark::Quote) || clauses.is(c, Mark::Colon) {
                return Vec::new();
            }
            if clauses.noun(c).is_some_and(|n| n.preposition.is_none()) {
                names.push(c);
            }
        }
        let found = self.named(discourse, names);
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// "Selon le ministre, A viendra": a group with preposition before any verb; what follows the comma may be the subject.
    fn fronted(&self, chunk: usize) -> bool {
        let start = self.clauses.chain_start(chunk);
        self.clauses.noun(start).is_some_and(|n| n.preposition.is_some())
            && !(0..start).any(|c| self.clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite))
    }

    /// Whether the name is set off by a comma or ends the sentence.
    fn closes(&self, chunk: usize) -> bool {
        let after = self.clauses.after(chunk);
        after >= self.clauses.chunks.len()
            || self.clauses.is(after, Mark::Comma)
            || self.clauses.is(after, Mark::Other)
            || self.clauses.is(after, Mark::Open)
            || self.clauses.is(after, Mark::Close)
            || self.clauses.is(after, Mark::Coordinator)
    }

    /// "A, président de B", "A (57 ans), président de B", "A, 54 ans, patron de B", "A et B, députés de C"
    fn apposed(&self, discourse: &Discourse<'_, '_>, chunk: usize, plural: bool) -> Vec<Holder> {
        let clauses = self.clauses;
        let mut at = chunk;
        for _ in 0..APPOSITIONS {
            let set_off = at >= 2
                && (clauses.is(at - 1, Mark::Comma)
                    || clauses.is(at - 1, Mark::Open)
                    || clauses.is(at - 1, Mark::Dash));
            if !set_off {
                break;
            }
            let mut before = at - 2;
            if clauses.is(before, Mark::Close) {
                let open = (0..before).rev().find(|&c| clauses.is(c, Mark::Open));
                let Some(outside) = open.and_then(|o| o.checked_sub(1)) else { break };
                before = outside;
            }
            let start = clauses.chain_start(before);
            if self.name(discourse, start).is_some() {
                // "par A et B, députés de C"
                let mut all = vec![start];
                let mut first = start;
                while plural
                    && first >= 2
                    && (clauses.is(first - 1, Mark::Coordinator) || clauses.is(first - 1, Mark::Comma))
                    && self.name(discourse, first - 2).is_some()
                {
                    first -= 2;
                    all.insert(0, first);
                }
                return self.named(discourse, all);
            }
            // "l'avocat de A, président de B"
            if start < before && self.name(discourse, before).is_some() {
                return self.named(discourse, vec![before]);
            }
            let passed = clauses.noun(start).is_some_and(|n| {
                n.names.is_empty() && n.preposition.is_none() && !n.pronoun && (n.time || n.head.is_some())
            });
            if !passed {
                break;
            }
            at = start;
        }
        Vec::new()
    }

    /// "A est président de B", "A, qui était ministre de B".
    /// "il est président de B", "le président russe, ancien membre de B": those whom a nominal or pronoun means.
    pub(super) fn meant(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let found = self.copula(discourse, chunk);
        let clauses = self.clauses;
        if found.is_empty() && self.restates(discourse, chunk) {
            let persons = resolve(clauses, discourse, chunk)
                .into_iter()
                .filter(|a| discourse.kind(a.entity) == MentionKind::Person);
            return persons.map(|person| Holder { person, chunk, status: Status::Actual }).collect();
        }
        let apposed = chunk >= 2
            && clauses.is(chunk - 1, Mark::Comma)
            && clauses.noun(chunk).is_some_and(|n| !n.determined && n.preposition.is_none() && n.names.is_empty());
        if !found.is_empty() || !apposed {
            return found;
        }
        let start = clauses.chain_start(chunk - 2);
        let titled = clauses
            .noun(start)
            .is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.definite && !n.plural && n.names.is_empty());
        if !titled {
            return found;
        }
        let persons = resolve(clauses, discourse, start).into_iter().filter(|a| self.fits(discourse.kind(a.entity)));
        persons.map(|person| Holder { person, chunk: start, status: Status::Actual }).collect()
    }

    /// "le président américain a déclaré": a nominal that says the office whole, with the country or body that it is of, states it again.
    fn restates(&self, discourse: &Discourse<'_, '_>, chunk: usize) -> bool {
        let clauses = self.clauses;
        let of = clauses.words.grammar.preposition("de");
        let plain = |n: &&NounGroup| n.definite && !n.plural && !n.possessive && n.preposition != of;
        // "le nouveau président" has only been spoken of so far.
        let Some(group) = clauses.noun(chunk).filter(plain).filter(|n| n.head_tokens.0 <= n.inner + 1) else {
            return false;
        };
        let Some(Head::Title(title)) = group.head.filter(|_| group.names.is_empty()) else { return false };
        let office = discourse.lexed.gazetteer.entry(title).subtype() == "office";
        let complement = clauses.complements(chunk).next().and_then(|c| clauses.noun(c)?.names.last().copied());
        let body = complement
            .is_some_and(|n| matches!(discourse.mentions[n].kind, MentionKind::Country | MentionKind::Organisation));
        office && (!group.demonyms.is_empty() || body)
    }

    /// "A a servi comme ministre de B", "en tant que conseiller de B": the subject of the verb before.
    fn serving(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let clauses = self.clauses;
        let Some(group) = clauses.noun(chunk).filter(|g| g.head_tokens.0 > 0) else { return Vec::new() };
        let first = clauses.chunks.first().map_or(0, |c| c.tokens().start);
        let before = (first..group.head_tokens.0).rev().take(3);
        let serves = before
            .into_iter()
            .any(|t| clauses.words.phrase(t, group.head_tokens.0, WordClass::Capacity) == Some(group.head_tokens.0));
        let Some(v) = (0..chunk).rev().find(|&c| clauses.verb(c).is_some()).filter(|_| serves) else {
            return Vec::new();
        };
        let Some(verb) = clauses.verb(v).filter(|g| !g.passive && clauses.frame(v).object.is_empty()) else {
            return Vec::new();
        };
        let status = match verb.status {
            Status::Actual if verb.past || verb.compound => Status::Ended,
            status => status,
        };
        let mut found = Vec::new();
        for c in clauses.subject(v, 4) {
            let persons = resolve(clauses, discourse, c).into_iter().filter(|a| self.fits(discourse.kind(a.entity)));
            found.extend(persons.map(|person| Holder { person, chunk: c, status }));
        }
        found
    }

    /// "ses fonctions de ministre de B", "au poste de président de B": the subject of the verb before, who takes or leaves it.
    fn posted(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let clauses = self.clauses;
        let of = clauses.words.grammar.preposition("de");
        let post = chunk
            .checked_sub(1)
            .and_then(|c| clauses.noun(c))
            .is_some_and(|n| n.names.is_empty() && clauses.words.is(n.head_tokens.0, WordClass::Post));
        let own = clauses.noun(chunk).is_some_and(|n| n.preposition == of && !n.determined && n.names.is_empty());
        if !post || !own {
            return Vec::new();
        }
        let Some(v) = (0..chunk).rev().find(|&c| clauses.verb(c).is_some()) else { return Vec::new() };
        let Some(verb) = clauses.verb(v) else { return Vec::new() };
        let grammar = clauses.words.grammar;
        let kind = |name: &str| {
            grammar.lemma(verb.lemma).frames.iter().any(|&f| {
                let kind = grammar.data.frames[usize::from(f)].kind;
                grammar.data.kinds[usize::from(kind)].name == name
            })
        };
        // Who leaves an office, or is put out of it, held it; who takes one is another matter, for the frames.
        let (leaves, loses) = (kind("resigned_from"), kind("dismissed"));
        if !(leaves && !verb.passive || loses) {
            return Vec::new();
        }
        let around = clauses.frame(v);
        let holders = if leaves && !verb.passive { &around.subject } else { &around.object };
        let status = if verb.status == Status::Actual { Status::Ended } else { Status::Actual };
        let mut found = Vec::new();
        for &c in holders {
            let persons = resolve(clauses, discourse, c).into_iter().filter(|a| self.fits(discourse.kind(a.entity)));
            found.extend(persons.map(|person| Holder { person, chunk: c, status }));
        }
        found
    }

    pub(super) fn copula(&self, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<Holder> {
        let clauses = self.clauses;
        let Some(verb_chunk) = chunk.checked_sub(1) else { return Vec::new() };
        // "est depuis lundi ministre"
        let timed = clauses.noun(verb_chunk).is_some_and(|n| n.time && n.names.is_empty() && n.head.is_none());
        let Some(verb_chunk) = (if timed { verb_chunk.checked_sub(1) } else { Some(verb_chunk) }) else {
            return Vec::new();
        };
        let Some(verb) = clauses.verb(verb_chunk) else { return Vec::new() };
        let grammar = clauses.words.grammar;
        // "s'est déclaré candidat", "se dit président"
        let declares = verb.pronominal && grammar.verb_is(verb.lemma, VerbClass::Speech);
        let links = declares || grammar.verb_is(verb.lemma, VerbClass::Copula);
        // "pourrait devenir président"
        let governed = verb.mode == VerbMode::Infinitive && verb.governor.is_some();
        if !(verb.mode == VerbMode::Finite || governed) || !links {
            return Vec::new();
        }
        // "A était ministre": no longer; "A est devenu ministre": he is.
        let over = verb.past && !governed && grammar.verb_is(verb.lemma, VerbClass::Be);
        let status = if over && verb.status == Status::Actual && !declares { Status::Ended } else { verb.status };
        let mut found = Vec::new();
        for c in clauses.subject(verb_chunk, 4) {
            for person in resolve(clauses, discourse, c) {
                if self.fits(discourse.kind(person.entity)) {
                    found.push(Holder { person, chunk: c, status });
                }
            }
        }
        found
    }
}

/// "alors ministre de B", "autrefois membre de B": the adverb before the title says that it is over.
pub(super) fn bygone(clauses: &Clauses<'_, '_>, group: &NounGroup) -> bool {
    let first = clauses.chunks.first().map_or(0, |c| c.tokens().start);
    (first..group.start)
        .rev()
        .take(3)
        .any(|t| clauses.words.phrase(t, group.start, WordClass::Bygone) == Some(group.start))
}
