//! What a title beside a name states: an office, a membership, a candidacy.

use super::counterpart::counterpart;
use super::extent::Extent;
use super::holder::{Holder, Holders, bygone};
use super::role::{self, election_role, repeated, role};
use super::scope::{self, Scope};
use crate::Span;
use crate::gazetteer::Entry;
use crate::grammar::WordClass;
use crate::mention::MentionKind;
use crate::relation::discourse::{Discourse, Office};
use crate::relation::reference::title_gender;
use crate::relation::relation::{Argument, Relation};
use crate::relation::{RelationKind, Status};
use crate::syntax::{Clauses, Head, Mark, NounGroup};

/// To whom offices are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::relation) enum Holding {
    /// To those named beside them: what nominals and pronouns mean is not known yet.
    Named,
    /// To the subject of a copula that is a nominal or pronoun: "il est président de B".
    Meant,
}

/// Finds the offices that a sentence gives to people.
pub(in crate::relation) fn offices<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    holding: Holding,
    relations: &mut Vec<Relation<'t>>,
) {
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk) else { continue };
        if group.counterpart || clauses.words.is(group.head_tokens.0, WordClass::Counterpart) && group.head.is_some() {
            if holding == Holding::Named {
                counterpart(clauses, discourse, chunk, group, relations);
            }
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
            "founder" => RelationKind::Founded,
            // "médecin de la Croix-Rouge", "commandant du Hezbollah": of what they work for, when the text says so.
            "profession" | "rank" => RelationKind::MemberOf,
            _ => continue,
        };
        // "la Suède, membre de l'Otan"
        let bodies = entry.subtype() == "member" && entry.country() == "organisation";
        let finder = Holders { clauses, bodies };
        let mut holders = match holding {
            Holding::Named => finder.of(discourse, chunk),
            Holding::Meant => finder.meant(discourse, chunk),
        };
        // A woman may be "ministre" or even "le ministre", but no man is "avocate".
        let feminine = title_gender(clauses, group) == Some(true);
        holders.retain(|h| {
            let person = &discourse.entities[h.person.entity];
            let man = person.sex_is_sure && discourse.is_female(h.person.entity) == Some(false);
            let named = discourse.mentions[h.person.mention].kind.is_name();
            !(feminine && man) && named == (holding == Holding::Named)
        });
        let count = holders.len();
        let countries: Vec<_> = holders.iter().map(|h| discourse.country_code(h.person.entity)).collect();
        let compatriots = countries.windows(2).all(|pair| pair[0].is_some() && pair[0] == pair[1]);
        for (number, holder) in holders.into_iter().enumerate() {
            let given = Given { clauses, chunk, group, compatriots, title, entry, holder, number, count };
            given.state(discourse, kind.clone(), relations);
        }
    }
}

/// A title that is given to one of its holders.
struct Given<'c, 'w, 'g, 't> {
    clauses: &'c Clauses<'w, 't>,
    chunk: usize,
    group: &'c NounGroup,
    /// All holders are of one country, as far as the gazetteer knows.
    compatriots: bool,
    title: u32,
    entry: Entry<'g>,
    holder: Holder,
    /// Which of the holders, and how many there are.
    number: usize,
    count: usize,
}

/// What one title states.
struct Stated {
    kind: RelationKind,
    objects: Vec<Argument>,
    party: Option<Argument>,
    confidence: f32,
}

impl<'t> Given<'_, '_, '_, 't> {
    fn state(&self, discourse: &mut Discourse<'_, 't>, kind: RelationKind, relations: &mut Vec<Relation<'t>>) {
        let stated = self.stated(discourse, kind);
        let role = self.role(discourse, stated.objects.first().map(|o| o.entity));
        discourse.offices.push(Office {
            person: self.holder.person.entity,
            title: self.title,
            scope: stated.objects.first().map(|o| o.entity),
            role: Some(role.clone()),
            over: self.status() == Status::Ended,
        });
        let of_kind = match stated.kind {
            RelationKind::CandidateFor => election_role(self.clauses, self.group.head_tokens.0),
            RelationKind::Founded => None,
            _ => Some(role),
        };
        for &object in &stated.objects {
            self.push(discourse, stated.kind.clone(), object, of_kind.clone(), stated.confidence, relations);
        }
        if let Some(party) = stated.party {
            self.push(discourse, RelationKind::MemberOf, party, None, stated.confidence, relations);
        }
    }

    /// What the title is of, and what that makes of it.
    fn stated(&self, discourse: &mut Discourse<'_, 't>, mut kind: RelationKind) -> Stated {
        let (clauses, group, person) = (self.clauses, self.group, self.holder.person);
        let heads = self.entry.country();
        let public = heads.contains("country") || heads.contains("ministry");
        let mut objects = self.objects(discourse, heads);
        // "l'entraîneur basque" trains no country.
        let by_demonym = !group.demonyms.is_empty() && !public;
        let organisation = |d: &Discourse<'_, '_>, o: &Argument| d.kind(o.entity) == MentionKind::Organisation;
        if by_demonym {
            objects.retain(|o| organisation(discourse, o));
        }
        let works = matches!(self.entry.subtype(), "profession" | "rank");
        // "député LR de B", "le candidat LR": the party stands in the group itself.
        let inner = group
            .names
            .last()
            .and_then(|&n| discourse.of_name(n))
            .filter(|a| organisation(discourse, a) && a.entity != person.entity);
        let mut party = None;
        match inner {
            Some(inner) if kind == RelationKind::HoldsOffice && objects.is_empty() => objects.push(inner),
            // "le maire PS de B": the party stands in the group of the title.
            Some(inner) if kind == RelationKind::HoldsOffice => {
                let known = discourse.entry(inner.entity);
                let acronym = !discourse.mentions[inner.mention].text.chars().any(char::is_lowercase);
                if known.map_or(acronym && heads.contains("place"), |e| e.subtype() == "party")
                    && !objects.iter().any(|o| o.entity == inner.entity)
                {
                    party = Some(inner);
                }
            }
            Some(inner) if !objects.is_empty() || kind == RelationKind::CandidateFor => party = Some(inner),
            Some(inner) => objects.push(inner),
            None => {}
        }
        let of_organisation = objects.first().is_some_and(|o| organisation(discourse, o));
        // "l'attaquant lyonnais": of the club, where the text names one of that city.
        let games = matches!(heads, "organisation" | "organisation|country");
        objects = objects
            .into_iter()
            .filter_map(|o| match discourse.kind(o.entity) {
                MentionKind::Place if games && !group.demonyms.is_empty() => scope::club(discourse, o),
                _ => Some(o),
            })
            .collect();
        let club = |o: &Argument| discourse.entry(o.entity).is_some_and(|e| e.subtype() == "club");
        match kind {
            // "le capitaine du PSG": leads it.
            RelationKind::MemberOf if self.entry.subtype() == "rank" && objects.first().is_some_and(club) => {
                kind = RelationKind::HoldsOffice;
            }
            // "le diplomate russe": serves a country.
            RelationKind::MemberOf if works && public && self.entry.subtype() == "profession" && !of_organisation => {
                kind = RelationKind::HoldsOffice;
            }
            // "député de la Sarthe" holds a seat; "député PS" belongs to a party.
            RelationKind::MemberOf if !works && !of_organisation && (public || heads.contains("place")) => {
                kind = RelationKind::HoldsOffice;
            }
            // "candidat du PS à la présidentielle": of the party, for the country.
            RelationKind::CandidateFor => {
                if of_organisation {
                    party = objects.first().copied().or(party);
                    objects.clear();
                }
                if let Some(election) = scope::election(clauses, discourse, self.chunk) {
                    objects = vec![election];
                }
                if objects.is_empty() {
                    objects.extend(scope::vacancy(clauses, discourse, self.chunk));
                }
            }
            _ => {}
        }
        let mut confidence = 0.9;
        if objects.is_empty()
            && let Some(country) = self.country(discourse, &kind, heads)
        {
            confidence = 0.7;
            objects.push(discourse.nominal(self.trigger(), country));
        }
        Stated { kind, objects, party, confidence }
    }

    /// What the words say that the title is of.
    fn objects(&self, discourse: &mut Discourse<'_, 't>, heads: &str) -> Vec<Argument> {
        let (clauses, chunk) = (self.clauses, self.chunk);
        if self.group.repeats {
            return Vec::new();
        }
        let scope = Scope { clauses, chunk };
        // "les présidents rwandais A et congolais B"
        if self.count > 1 && self.holder.chunk != chunk {
            let own = clauses.noun(self.holder.chunk).and_then(|n| n.demonyms.first().copied());
            if let Some((country, token)) = own {
                let entity = discourse.of_entry(country);
                return vec![discourse.nominal(clauses.words.lexed.tokens[token].span(), entity)];
            }
        }
        let several = scope.several(discourse);
        if several.len() > 1 {
            // "les présidents du Mali et du Niger, A et B": to each his own.
            return if several.len() == self.count { vec![several[self.number]] } else { several };
        }
        let one = scope
            .one(discourse)
            .or_else(|| scope.shared(discourse))
            .or_else(|| scope.workplace(discourse))
            .or_else(|| scope.possessor(discourse, heads));
        one.into_iter().collect()
    }

    /// The country of an office of state that names none: the person's, or the one the text is about.
    fn country(&self, discourse: &mut Discourse<'_, 't>, kind: &RelationKind, heads: &str) -> Option<usize> {
        let person = self.holder.person.entity;
        let of_state = heads.starts_with("country")
            || heads.starts_with("ministry")
            || self.entry.subtype() == "member" && heads.starts_with("place");
        match kind {
            // Rivals of several countries run for a body that the text does not repeat.
            RelationKind::CandidateFor if self.elsewhere() => return None,
            RelationKind::CandidateFor if self.count > 1 && !self.compatriots => return discourse.sole_country(),
            RelationKind::CandidateFor => {}
            RelationKind::HoldsOffice if self.entry.subtype() == "profession" => return None,
            // "président de la chaîne" presides no country.
            RelationKind::HoldsOffice if heads.contains("organisation") && self.of_something(discourse) => return None,
            RelationKind::HoldsOffice if of_state => {}
            // "le préfet A": of a country when only one can be meant.
            RelationKind::HoldsOffice if heads.starts_with("place|country") => return discourse.sole_country(),
            _ => return None,
        }
        discourse.country_of(person).or_else(|| discourse.main_country())
    }

    /// "prétendante à la victoire", "candidate de l'émission": runs in no election.
    fn elsewhere(&self) -> bool {
        let (clauses, chunk) = (self.clauses, self.chunk);
        let rest = chunk + 1..(Extent { clauses, chunk }).end();
        let electoral = |c: usize| {
            scope::is_election(clauses, c)
                || clauses.noun(c).is_some_and(|n| {
                    matches!(n.head, Some(Head::Title(_))) || clauses.words.is(n.head_tokens.0, WordClass::Camp)
                })
        };
        let unknown = |c: usize| {
            clauses.noun(c).is_some_and(|n| {
                let small = clauses.words.text(n.head_tokens.0).starts_with(char::is_lowercase);
                n.names.is_empty() && !n.time && n.head == Some(Head::Unknown) && small
            })
        };
        !scope::is_election(clauses, chunk) && !rest.clone().any(electoral) && rest.clone().any(unknown)
    }

    /// Whether a complement says what the office is of, other than a title: "président de la chaîne".
    fn of_something(&self, discourse: &Discourse<'_, '_>) -> bool {
        let complement = self.clauses.complements(self.chunk).next().and_then(|c| self.clauses.noun(c));
        // "président et chef de la direction de la chaîne"
        let second = self.clauses.is(self.chunk + 1, Mark::Coordinator)
            && self
                .clauses
                .noun(self.chunk + 2)
                .is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty());
        second
            || complement.is_some_and(|n| match n.names.last().and_then(|&name| discourse.of_name(name)) {
                // "ancien président de Tata", read as the man
                Some(named) => discourse.kind(named.entity) == MentionKind::Person,
                None => matches!(n.head, Some(Head::Common(_) | Head::Unknown)),
            })
    }

    fn role(&self, discourse: &Discourse<'_, '_>, object: Option<usize>) -> String {
        let shared =
            (self.count > 1).then(|| role::shared(self.clauses, self.group, self.number, self.count)).flatten();
        shared.unwrap_or_else(|| match self.entry.subtype() {
            "office" => role::completed(self.clauses, discourse, self.chunk, object),
            _ => role(self.clauses, self.group),
        })
    }

    fn trigger(&self) -> Span {
        let tokens = self.clauses.words.lexed.tokens;
        let (from, to) = self.group.head_tokens;
        Span::new(tokens[from].span().start, tokens[to - 1].span().end)
    }

    /// "ministre de A puis de B": a career.
    fn in_turn(&self) -> bool {
        let clauses = self.clauses;
        let then = |c: usize| {
            clauses.is(c, Mark::Coordinator) && clauses.words.is(clauses.chunks[c].tokens().start, WordClass::InTurn)
        };
        let before = self.chunk.checked_sub(1).is_some_and(then);
        before || then((Extent { clauses, chunk: self.chunk }).end())
    }

    fn status(&self) -> Status {
        let (clauses, group) = (self.clauses, self.group);
        let designate = group.head_tokens.1 > group.head_tokens.0 + 1
            && clauses.words.is(group.head_tokens.1 - 1, WordClass::Designate);
        if group.former
            || overthrown(clauses, self.chunk)
            || bygone(clauses, group)
            || self.in_turn()
            || (Extent { clauses, chunk: self.chunk }).closed()
        {
            Status::Ended
        } else if group.coming || designate {
            Status::Planned
        } else {
            self.holder.status
        }
    }

    fn push(
        &self,
        discourse: &Discourse<'_, 't>,
        kind: RelationKind,
        object: Argument,
        role: Option<String>,
        confidence: f32,
        relations: &mut Vec<Relation<'t>>,
    ) {
        let fits = match kind {
            RelationKind::MemberOf | RelationKind::Founded => {
                discourse.kind(object.entity) == MentionKind::Organisation
            }
            _ => discourse.kind(object.entity) != MentionKind::Person,
        };
        if !fits || object.entity == self.holder.person.entity {
            return;
        }
        let status = match kind {
            // What was founded stays so.
            RelationKind::Founded if self.group.former => Status::Actual,
            _ => self.status(),
        };
        relations.push(Relation {
            role,
            confidence,
            ..Relation::stated(
                kind,
                status,
                self.holder.person,
                object,
                self.trigger(),
                discourse.lexed.text,
                format!("office/{}", self.entry.name()),
            )
        });
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
