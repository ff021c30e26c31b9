//! Entities → relations: who did what to whom, as the text states it.

mod actor;
mod antecedent;
mod argument;
mod attributes;
mod check;
mod codes;
mod dating;
mod discourse;
mod event;
mod force;
mod frames;
mod kind;
mod nationality;
mod office;
mod omitted;
mod phrase;
mod reference;
mod referent;
#[allow(clippy::module_inception)]
mod relation;
mod salience;
mod scene;
mod source;
mod tidy;
mod title;
mod topic;
mod trigger;

pub use crate::syntax::Status;
pub use actor::ActorRole;
pub(crate) use actor::Actors;
pub use check::{Failure, Setting, check};
pub use event::Event;
pub use kind::RelationKind;
pub use relation::{Argument, Relation};
pub use topic::Topic;

use crate::date::TimeExpression;
use crate::entity::Entity;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionKind};
use crate::sentence::Sentence;
use crate::syntax::{Clauses, Names, Words, chunk_sentence};
use discourse::Discourse;
use office::Holding;

/// What the relation stage hands back: the mentions and entities with the nominals added, and the relations.
pub(crate) struct Found<'t> {
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) relations: Vec<Relation<'t>>,
    pub(crate) actors: Actors,
}

/// Finds the relations of the text; nominals that stand for entities join the mentions.
pub(crate) fn extract<'t>(
    lexed: &Lexed<'_, 't>,
    grammar: &Grammar,
    sentences: &[Sentence],
    mentions: Vec<Mention<'t>>,
    entities: Vec<Entity>,
    dates: &[TimeExpression<'t>],
) -> Found<'t> {
    let words = Words::new(grammar, lexed);
    let names = mentions.len();
    let mut parsed = Vec::with_capacity(sentences.len());
    {
        let names = Names::new(lexed, &mentions);
        for sentence in sentences {
            let tokens = dating::behind_dateline(lexed, sentence, dates);
            parsed.push(Clauses::new(&words, chunk_sentence(&words, &names, tokens)));
        }
    }
    let mut discourse = Discourse::new(lexed, mentions, entities);
    let mut relations = Vec::new();
    // Offices of the whole document first: a headline may speak of "le président russe" before the text names him.
    for clauses in &parsed {
        office::offices(clauses, &mut discourse, Holding::Named, &mut relations);
        office::leads(clauses, &discourse, &mut relations);
        office::memberships(clauses, &mut discourse, &mut relations);
    }
    let quoted = reference::quoted(lexed.text, lexed.tokens);
    for (number, clauses) in parsed.iter().enumerate() {
        reference::read(clauses, &mut discourse, sentences, number, &quoted);
        office::offices(clauses, &mut discourse, Holding::Meant, &mut relations);
    }
    for (clauses, sentence) in parsed.iter().zip(sentences) {
        let mut found = Vec::new();
        scene::remember(clauses, &mut discourse);
        frames::frames(clauses, &mut discourse, &mut found);
        office::successions(clauses, &mut discourse, &mut found);
        attributes::attributes(clauses, sentence, &discourse, dates, &mut found);
        topic::topics(clauses, &mut found);
        codes::threats(clauses, &mut found);
        source::sources(clauses, &mut discourse, &mut found);
        discourse.last_pair = pair(&mut discourse, &found);
        relations.append(&mut found);
        remember_subjects(clauses, &mut discourse);
    }
    refine(&mut relations, grammar);
    relations.sort_by_key(|r| r.trigger);
    once_a_sentence(&mut relations, sentences, grammar);
    codes::code(&mut relations, sentences, &grammar.data, &discourse.entities);
    let Discourse { mut mentions, mut entities, .. } = discourse;
    tidy::tidy(&mut mentions, &mut entities, &mut relations);
    let actors = actor::actors(&grammar.data.actors, lexed.gazetteer, &mentions, &entities, &relations);
    title::titles(&parsed, &relations, &mut mentions);
    nationality::nationalities(lexed, names, &mut mentions);
    mentions.extend(dates.iter().map(Mention::from));
    Found { mentions, entities, relations, actors }
}

/// The two actors between whom all relations of the sentence are, places standing for their countries.
fn pair(discourse: &mut Discourse<'_, '_>, relations: &[Relation<'_>]) -> Option<(usize, usize)> {
    let mut pair = None;
    for relation in relations.iter().filter(|r| r.kind != RelationKind::HoldsOffice && r.kind != RelationKind::MemberOf)
    {
        let mut actor = |e: usize| match discourse.kind(e) {
            MentionKind::Place => discourse.metonym(e),
            _ => Some(e),
        };
        let (a, b) = (actor(relation.subject.entity)?, actor(relation.object.entity)?);
        if a == b || pair.is_some_and(|p| p != (a, b) && p != (b, a)) {
            return None;
        }
        pair = Some((a, b));
    }
    pair
}

/// Makes relations more precise by what the document says elsewhere of the same two.
fn refine(relations: &mut [Relation<'_>], grammar: &Grammar) {
    let pair = |r: &Relation<'_>| (r.subject.entity.min(r.object.entity), r.subject.entity.max(r.object.entity));
    for i in 0..relations.len() {
        let Some(kind) = relations[i].refined_by else { continue };
        let name = &grammar.data.kinds[usize::from(kind)].name;
        let (this, status) = (pair(&relations[i]), relations[i].status);
        if relations.iter().any(|r| r.kind.as_str() == name && pair(r) == this && r.status == status) {
            relations[i].kind = RelationKind::from_name(name);
        }
    }
}

/// Keeps one of the relations that say the same of the same two in one sentence: "signé un accord avec" is found at the verb
/// and at the noun. Two offices are two relations; of one office the longer role stays.
fn once_a_sentence(relations: &mut Vec<Relation<'_>>, sentences: &[Sentence], grammar: &Grammar) {
    let mut kept: Vec<Relation<'_>> = Vec::with_capacity(relations.len());
    let mut first = 0;
    let mut current = 0;
    for relation in relations.drain(..) {
        let sentence = sentences.partition_point(|s| s.span().start <= relation.trigger.start);
        if sentence != current {
            // Only the sentence at hand matters.
            (current, first) = (sentence, kept.len());
        }
        let symmetric = grammar.data.kinds.iter().any(|k| k.symmetric && k.name == relation.kind.as_str());
        let (a, b) = (relation.subject.entity, relation.object.entity);
        let same = kept[first..].iter_mut().find(|k| {
            let pair = (k.subject.entity, k.object.entity);
            k.kind == relation.kind && (pair == (a, b) || symmetric && pair == (b, a)) && one_office(k, &relation)
        });
        match same {
            None => kept.push(relation),
            Some(known) if relation.kind == RelationKind::HoldsOffice => {
                let longer = |role: &String| known.role.as_ref().is_none_or(|r| r.len() < role.len());
                if relation.role.as_ref().is_some_and(longer) {
                    known.role = relation.role;
                }
            }
            Some(_) => {}
        }
    }
    *relations = kept;
}

/// Whether two relations of one kind are of one office: "ministres A (ministre de la Défense)", and not "ministre de la Défense
/// puis de l'Intérieur".
fn one_office(a: &Relation<'_>, b: &Relation<'_>) -> bool {
    if a.kind != RelationKind::HoldsOffice {
        return true;
    }
    match (&a.role, &b.role) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_lowercase(), b.to_lowercase());
            a.starts_with(&b) || b.starts_with(&a)
        }
        _ => true,
    }
}

/// Keeps the subject of the sentence's first main verb for the pronouns of the next one.
fn remember_subjects(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>) {
    let groups = clauses.main_subject();
    let mut subjects = Vec::new();
    for &chunk in groups {
        for argument in referent::resolve(clauses, discourse, chunk) {
            if !subjects.contains(&argument.entity) {
                subjects.push(argument.entity);
            }
        }
    }
    if !subjects.is_empty() {
        discourse.subjects = subjects;
    }
}
