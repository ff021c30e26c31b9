//! What a sentence leaves out and the text has said before.

use super::argument::Filler;
use super::discourse::Discourse;
use super::frames::push;
use super::office;
use super::relation::{Argument, Relation};
use crate::gazetteer::EntryKind;
use crate::grammar::{Frame, KindInfo, LOCATION, ORGANISATION, PERSON, Slot};
use crate::mention::MentionKind;
use crate::syntax::{Mark, VerbMode};

/// States the relations of a frame one of whose arguments the sentence leaves out.
pub(super) fn omitted<'t>(
    filler: &Filler<'_, '_, 't>,
    discourse: &mut Discourse<'_, 't>,
    frame: &Frame,
    info: &KindInfo,
    (subjects, objects): (&[Argument], &[Argument]),
    relations: &mut Vec<Relation<'t>>,
) {
    let (clauses, trigger) = (filler.clauses, filler.trigger);
    let verb = clauses.verb(trigger.chunk);
    let passive = verb.is_some_and(|v| v.passive && v.mode == VerbMode::Finite);
    if subjects.is_empty()
        && objects.is_empty()
        && info.symmetric
        && frame.with.is_some()
        && passive
        && trigger.status != crate::relation::Status::Negated
        && let Some((a, b)) = discourse.last_pair
    {
        // "Des accords ont été signés": by the two of the sentence before.
        let (a, b) = (discourse.nominal(trigger.span, a), discourse.nominal(trigger.span, b));
        push(filler, discourse, frame, a, b, relations);
        for relation in relations.iter_mut() {
            relation.confidence = 0.5;
        }
    }
    match info.name.as_str() {
        "resigned_from" | "elected_to" | "candidate_for" if objects.is_empty() => {
            for &subject in subjects {
                // "se présente" alone, but not "se présente à la police", "comme" somebody.
                let certain = frame.specificity() > 1 || frame.nominal || info.name != "candidate_for" || alone(filler);
                if let Some(object) = seat(filler, discourse, info, subject).filter(|_| certain) {
                    push(filler, discourse, frame, subject, object, relations);
                }
            }
        }
        // "L'attentat a été revendiqué par A": the one of which the text has spoken.
        "attacked" if objects.is_empty() => {
            // Frames that ask for a place ask for the scene.
            let scenes = frame.object_is & (PERSON | ORGANISATION) == 0 && frame.object_is & LOCATION != 0;
            let deed = trigger.with.and_then(|c| clauses.noun(c)).filter(|n| n.definite && scenes);
            let deed = deed.map(|n| n.head_tokens.0);
            let (Some(deed), Some(scene)) = (deed, discourse.scene) else { return };
            for &subject in subjects {
                let object = discourse.nominal(clauses.words.lexed.tokens[deed].span(), scene);
                push(filler, discourse, frame, subject, object, relations);
            }
        }
        // "le mandat de A": of the office that he holds.
        "holds_office" if objects.is_empty() && frame.object.contains(&Slot::Seat) => {
            // "son mandat" says nothing new, "A effectue un mandat" is for others to say.
            let named = |a: &&Argument| {
                let mention = &discourse.mentions[a.mention];
                mention.kind.is_name() && mention.start > trigger.span.start
            };
            for subject in subjects.iter().filter(named).copied().collect::<Vec<_>>() {
                if let Some(object) = mandate(discourse, subject.entity) {
                    let object = discourse.nominal(trigger.span, object);
                    push(filler, discourse, frame, subject, object, relations);
                }
            }
        }
        // "A nommé ministre de B": by the state or body whose office it is.
        "appointed" if subjects.is_empty() && verb.is_some_and(|v| v.passive || v.mode == VerbMode::Participle) => {
            let Some(title) = trigger.with.filter(|_| frame.with.is_none()) else { return };
            for &object in objects {
                if let Some(subject) = office::of(clauses, discourse, title, object.entity) {
                    push(filler, discourse, frame, subject, object, relations);
                }
            }
        }
        _ => {}
    }
}

/// "A a démissionné", "A a été élu président", "A est candidat": of the office that the sentence or the text has given him, or of
/// his country where the office is one of state.
fn seat(
    filler: &Filler<'_, '_, '_>,
    discourse: &mut Discourse<'_, '_>,
    info: &KindInfo,
    subject: Argument,
) -> Option<Argument> {
    let (clauses, trigger) = (filler.clauses, filler.trigger);
    if discourse.kind(subject.entity) != MentionKind::Person {
        return None;
    }
    let given = trigger.with.filter(|&c| office::is_title(clauses, c));
    if let Some(given) = given
        && let Some(scope) = office::of(clauses, discourse, given, subject.entity)
    {
        return Some(scope);
    }
    let offices: Vec<_> = discourse.offices.iter().filter(|o| o.person == subject.entity).collect();
    let candidate = |title: u32| discourse.lexed.gazetteer.entry(title).subtype() == "candidate";
    let stood = offices.iter().filter(|o| candidate(o.title)).find_map(|o| o.scope);
    let scopes: Vec<usize> = offices.iter().filter_map(|o| o.scope).collect();
    let scope = match info.name.as_str() {
        "candidate_for" => {
            // "candidat au poste d'entraîneur" runs in no election.
            let complement = trigger.around.others.iter().find(|&&c| office::completes(clauses, c));
            if complement.is_some_and(|&c| !office::is_election(clauses, c)) {
                return None;
            }
            let country = scopes.iter().copied().find(|&s| discourse.kind(s) == MentionKind::Country);
            stood.or(country).or_else(|| discourse.voters_of(subject.entity))
        }
        // Whom a pronoun or nominal means is not sure enough.
        _ if !discourse.mentions[subject.mention].kind.is_name() => None,
        // "réclame la démission de A": only a verb says that there was an office.
        _ if clauses.verb(trigger.chunk).is_some() => {
            scopes.first().copied().or_else(|| known(discourse, subject.entity))
        }
        _ => scopes.first().copied(),
    }?;
    Some(discourse.nominal(trigger.span, scope))
}

/// What the office of somebody is of: as the text says, as the gazetteer knows, or the country he belongs to.
fn mandate(discourse: &mut Discourse<'_, '_>, person: usize) -> Option<usize> {
    let office = |title: u32| discourse.lexed.gazetteer.entry(title).subtype() == "office";
    let stated = discourse.offices.iter().filter(|o| o.person == person && office(o.title)).find_map(|o| o.scope);
    stated.or_else(|| known(discourse, person)).or_else(|| {
        let politician = discourse.entry(person).is_some_and(|e| e.offices().next().is_some());
        if politician { discourse.country_of(person) } else { None }
    })
}

/// Whether nothing but times stands behind the verb, or an election.
fn alone(filler: &Filler<'_, '_, '_>) -> bool {
    let (clauses, trigger) = (filler.clauses, filler.trigger);
    let nothing = |c: &usize| {
        clauses.noun(*c).is_some_and(|n| n.names.is_empty() && (n.time || n.head.is_none()))
            || office::is_election(clauses, *c)
    };
    let around = &trigger.around;
    !clauses.is(trigger.chunk + 1, Mark::Subordinator)
        && around.others.iter().all(nothing)
        && (around.object.is_empty() || around.object.iter().any(|&c| office::is_election(clauses, c)))
}

/// The one country or body in which the gazetteer knows the person to hold or have held offices.
fn known(discourse: &mut Discourse<'_, '_>, person: usize) -> Option<usize> {
    let mut scopes = discourse.entry(person)?.offices().filter_map(|office| {
        let scope = office.split_once('@')?.1;
        Some(scope.split_once(':').map_or(scope, |(scope, _)| scope))
    });
    let first = scopes.next()?;
    if scopes.any(|s| s != first) {
        return None;
    }
    let entry = discourse.lexed.gazetteer.lookup(first).find(|e| e.kind() == EntryKind::Country)?.index();
    Some(discourse.of_entry(entry))
}
