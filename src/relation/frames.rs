//! Frames over clauses: the relations that verbs and nouns state.

use super::discourse::Discourse;
use super::referent::resolve;
use super::relation::{Argument, Relation};
use super::{RelationKind, Status};
use crate::Span;
use crate::grammar::{COUNTRY, Frame, LOCATION, ORGANISATION, PERSON, PLACE, Slot, VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Around, Chunk, Clauses, Head, Mark, NounGroup, VerbMode};

/// A trigger with what stands around it.
#[derive(Clone)]
struct Trigger {
    /// The chunk of the trigger.
    chunk: usize,
    around: Around,
    status: Status,
    span: Span,
    /// The token after the trigger.
    end: usize,
    /// The kind at hand can be about an act of its object.
    acts: bool,
    /// The complement that the frame asks for, once found; "élu président": the title that the verb gives.
    with: Option<usize>,
}

/// Finds the relations of a sentence.
pub(crate) fn frames<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    relations: &mut Vec<Relation<'t>>,
) {
    // Nouns that complete the trigger of a verb say nothing of their own: "a dénoncé l'accord avec B" is no accord.
    let mut taken = Vec::new();
    let tokens = clauses.words.lexed.tokens;
    for chunk in 0..clauses.chunks.len() {
        let Some(verb) = clauses.verb(chunk) else { continue };
        let lemma = clauses.words.grammar.lemma(verb.lemma);
        if lemma.frames.is_empty() {
            continue;
        }
        let trigger = Trigger {
            chunk,
            around: clauses.frame(chunk).clone(),
            status: verb.status,
            span: Span::new(tokens[verb.trigger].span().start, tokens[verb.end - 1].span().end),
            end: verb.end,
            with: predicate(clauses, chunk),
            acts: false,
        };
        apply(clauses, discourse, &trigger, &lemma.frames, relations, &mut taken);
    }
    for chunk in 0..clauses.chunks.len() {
        let Some(group) = clauses.noun(chunk).filter(|_| !taken.contains(&chunk)) else { continue };
        let Some(lemma) = group.lemma.map(|l| clauses.words.grammar.lemma(l)) else { continue };
        if lemma.frames.is_empty() {
            continue;
        }
        let (from, to) = group.head_tokens;
        let (around, status) = nominal(clauses, chunk);
        let trigger = Trigger {
            chunk,
            around,
            status,
            span: Span::new(tokens[from].span().start, tokens[to - 1].span().end),
            end: to,
            with: None,
            acts: false,
        };
        apply(clauses, discourse, &trigger, &lemma.frames, relations, &mut taken);
    }
}

/// "a été élu président de B", "a nommé A ministre": the title that a verb gives.
fn predicate(clauses: &Clauses<'_, '_>, verb: usize) -> Option<usize> {
    let titled = |c: usize| {
        clauses.noun(c).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty() && !n.definite)
    };
    if titled(verb + 1) {
        return Some(verb + 1);
    }
    let behind_object = clauses.noun(verb + 1).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty());
    (behind_object && titled(verb + 2)).then_some(verb + 2)
}

/// What stands around a noun: its complements, and the subject of the light verb it hangs on.
fn nominal(clauses: &Clauses<'_, '_>, chunk: usize) -> (Around, Status) {
    let mut around = Around::default();
    let mut status = Status::Actual;
    let mut c = chunk + 1;
    while c < clauses.chunks.len() {
        match &clauses.chunks[c] {
            Chunk::Noun(group) if group.preposition.is_some() => around.others.push(c),
            Chunk::Noun(group) if group.time => {}
            Chunk::Noun(_) if clauses.is(c - 1, Mark::Coordinator) => {}
            Chunk::Noun(_) => break,
            Chunk::Verb(verb) if verb.mode == VerbMode::Participle => {}
            Chunk::Verb(_) => break,
            Chunk::Mark(mark, _) => match mark {
                Mark::Coordinator | Mark::Quote => {}
                // "Un appel, prévu lundi entre A et B": a participle belongs to the noun.
                Mark::Comma if clauses.verb(c + 1).is_some_and(|v| v.mode == VerbMode::Participle) => {}
                _ => break,
            },
        }
        c += 1;
    }
    // The verb of which the noun is object or subject.
    for v in 0..clauses.chunks.len() {
        let Some(verb) = clauses.verb(v) else { continue };
        let place = clauses.frame(v);
        let is_object = place.object.contains(&chunk);
        let is_subject = place.subject.contains(&chunk);
        if !is_object && !is_subject {
            continue;
        }
        let grammar = clauses.words.grammar;
        let light = is_object && grammar.verb_is(verb.lemma, VerbClass::Light);
        let occurs = grammar.verb_is(verb.lemma, VerbClass::Occurs);
        let class = |class| grammar.verb_is(verb.lemma, class);
        status = if light || occurs && is_subject || occurs && verb.passive {
            if occurs && class(VerbClass::Planned) && verb.status == Status::Actual { Status::Planned } else { verb.status }
        } else if class(VerbClass::Negative) {
            if verb.status == Status::Negated { Status::Actual } else { Status::Negated }
        } else if is_object && class(VerbClass::Hypothetical) {
            Status::Hypothetical
        } else if is_object && class(VerbClass::Planned) {
            Status::Planned
        } else {
            Status::Actual
        };
        if is_object && grammar.verb_is(verb.lemma, VerbClass::Light) {
            around.subject.clone_from(&place.subject);
            let behind: Vec<usize> =
                place.others.iter().copied().filter(|o| v > chunk || !around.others.contains(o)).collect();
            around.others.extend(behind);
        }
        break;
    }
    if let Some(before) = clauses.noun(chunk).and_then(|n| n.start.checked_sub(1))
        && clauses.words.is(before, WordClass::Negation)
        && chunk > 0
        && clauses.verb(chunk - 1).is_none()
    {
        // "pas d'alliance entre A et B"
        status = Status::Negated;
    }
    if clauses.noun(chunk).is_some_and(|n| n.coming) && status == Status::Actual {
        status = Status::Planned;
    }
    (around, status)
}

fn apply<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    trigger: &Trigger,
    numbers: &[u16],
    relations: &mut Vec<Relation<'t>>,
    taken: &mut Vec<usize>,
) {
    for &number in numbers {
        let frame = &clauses.words.grammar.data.frames[usize::from(number)];
        if let Some(found) = matched(clauses, discourse, trigger, frame, taken) {
            relations.extend(found);
            return;
        }
    }
}

fn matched<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    trigger: &Trigger,
    frame: &Frame,
    taken: &mut Vec<usize>,
) -> Option<Vec<Relation<'t>>> {
    let verb = clauses.verb(trigger.chunk);
    if let Some(verb) = verb {
        // A pronominal frame wants the pronoun; another frame has none, but for "se" as each other.
        if frame.nominal || frame.pronominal != verb.pronominal {
            return None;
        }
        if let Some(clitic) = &frame.clitic
            && verb.clitic.is_none_or(|c| clauses.words.text(c).to_lowercase() != *clitic)
        {
            return None;
        }
    } else if !frame.nominal {
        return None;
    }
    let mut from = trigger.end;
    if !frame.fixed.is_empty() {
        from = fixed(clauses, trigger.end, &frame.fixed)?;
    }
    if !frame.unless.is_empty() && occurs(clauses, trigger, &frame.unless) {
        return None;
    }
    let mut trigger = trigger.clone();
    if let Some(with) = &frame.with {
        let fits = |c: &usize| {
            clauses.noun(*c).is_some_and(|n| n.lemma.is_some_and(|l| with.nouns.contains(&l)))
        };
        let found = match with.preposition {
            None => trigger.around.object.iter().copied().find(fits),
            Some(p) => trigger.around.others.iter().copied().find(|c| {
                clauses.noun(*c).is_some_and(|n| n.preposition == Some(p)) && fits(c)
            }),
        };
        trigger.with = Some(found?);
    }
    let info = &clauses.words.grammar.data.kinds[usize::from(frame.kind)];
    trigger.acts = matches!(info.family.as_str(), "statement" | "violence")
        || matches!(info.name.as_str(), "supported" | "praised" | "rejected");
    let trigger = &trigger;
    let mut used = Vec::new();
    let narrow = |signature: u8, more: u8| if more == 0 { signature } else { signature & more };
    let subject_types = narrow(info.subject, frame.subject_is);
    let object_types = narrow(info.object, frame.object_is);
    let mut relations = Vec::new();
    // "entretien entre A et B", "A et B se sont vus": the pairs within one group.
    let within: Vec<Slot> = frame
        .subject
        .iter()
        .copied()
        .filter(|slot| frame.object.contains(&Slot::EachOther) || info.symmetric && frame.object.contains(slot))
        .collect();
    // "renforcer la coopération entre A et B": whoever does it, the two are meant.
    let between = clauses.words.grammar.preposition("entre").map(Slot::Preposition);
    if let Some(between) = between.filter(|b| info.symmetric && !within.contains(b)) {
        let all = slots(clauses, discourse, trigger, &[between], from, subject_types, &mut used, true, &[]);
        for i in 0..all.len() {
            for j in i + 1..all.len() {
                push(clauses, discourse, trigger, frame, all[i], all[j], &mut relations);
            }
        }
    }
    if relations.is_empty() && !within.is_empty() {
        let all = slots(clauses, discourse, trigger, &within, from, subject_types, &mut used, true, &[]);
        for i in 0..all.len() {
            for j in i + 1..all.len() {
                push(clauses, discourse, trigger, frame, all[i], all[j], &mut relations);
            }
        }
    }
    if relations.is_empty() && frame.nominal && info.symmetric && trigger.around.subject.len() > 1 {
        // "A et B ont tenu un sommet"
        let all = slots(clauses, discourse, trigger, &[Slot::Subject], from, subject_types, &mut used, true, &[]);
        for i in 0..all.len() {
            for j in i + 1..all.len() {
                push(clauses, discourse, trigger, frame, all[i], all[j], &mut relations);
            }
        }
    }
    if relations.is_empty() {
        used.clear();
        let mut subjects = slots(clauses, discourse, trigger, &frame.subject, from, subject_types, &mut used, false, &[]);
        if frame.nominal && subjects.is_empty() {
            // "A a eu un entretien avec B": the subject of the light verb.
            subjects = slots(clauses, discourse, trigger, &[Slot::Subject], from, subject_types, &mut used, false, &[]);
        }
        let except: Vec<usize> = subjects.iter().map(|s| s.entity).collect();
        let mut objects =
            slots(clauses, discourse, trigger, &frame.object, from, object_types, &mut used, false, &except);
        if objects.is_empty() && !subjects.is_empty() {
            objects.extend(
                pronoun_slot(clauses, discourse, trigger, &frame.object, &except)
                    .and_then(|a| fit(discourse, a, object_types, false)),
            );
        }
        if subjects.is_empty() && !objects.is_empty() {
            let except: Vec<usize> = objects.iter().map(|o| o.entity).collect();
            subjects.extend(
                pronoun_slot(clauses, discourse, trigger, &frame.subject, &except)
                    .and_then(|a| fit(discourse, a, subject_types, false)),
            );
        }
        if subjects.is_empty() && objects.is_empty() && info.symmetric && frame.with.is_some()
            && verb.is_some_and(|v| v.passive && v.mode == VerbMode::Finite)
            && let Some((a, b)) = discourse.last_pair
        {
            // "Des accords ont été signés": by the two of the sentence before.
            let (a, b) = (discourse.nominal(trigger.span, a), discourse.nominal(trigger.span, b));
            push(clauses, discourse, trigger, frame, a, b, &mut relations);
            relations.iter_mut().for_each(|r| r.confidence = 0.5);
        }
        if objects.is_empty() && matches!(info.name.as_str(), "resigned_from" | "elected_to") {
            // "A a démissionné": from the office that the text has given him.
            for &subject in &subjects {
                let scope = discourse.offices.iter().find(|o| o.person == subject.entity).and_then(|o| o.scope);
                if let Some(scope) = scope {
                    let object = discourse.nominal(trigger.span, scope);
                    push(clauses, discourse, trigger, frame, subject, object, &mut relations);
                }
            }
        }
        for &subject in &subjects {
            for &object in &objects {
                push(clauses, discourse, trigger, frame, subject, object, &mut relations);
            }
        }
    }
    if relations.is_empty() {
        return None;
    }
    if frame.with.is_some() {
        taken.extend(trigger.with);
    }
    if !frame.fixed.is_empty() {
        taken.extend((0..clauses.chunks.len()).filter(|&c| {
            clauses.noun(c).is_some_and(|n| n.head_tokens.0 >= trigger.end && n.head_tokens.1 <= from)
        }));
    }
    Some(relations)
}

/// "l'a accusé", "lui a succédé": the pronoun before the verb in the slot.
fn pronoun_slot(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    trigger: &Trigger,
    slots: &[Slot],
    except: &[usize],
) -> Option<Argument> {
    let token = clauses.verb(trigger.chunk)?.clitic?;
    let class = |class| clauses.words.is(token, class);
    let dative = clauses.words.grammar.preposition("à");
    let wanted = slots.iter().any(|slot| match slot {
        Slot::Object => class(WordClass::DirectClitic),
        Slot::Preposition(p) => Some(*p) == dative && class(WordClass::DativeClitic),
        _ => false,
    });
    if wanted { super::referent::clitic(clauses, discourse, token, except) } else { None }
}

/// The arguments in the first slot that has one of the types.
#[allow(clippy::too_many_arguments)]
fn slots(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    trigger: &Trigger,
    slots: &[Slot],
    from: usize,
    types: u8,
    used: &mut Vec<usize>,
    several: bool,
    except: &[usize],
) -> Vec<Argument> {
    let nominal = clauses.noun(trigger.chunk).is_some();
    for slot in slots {
        let mut found = Vec::new();
        let mut locative = false;
        let chunks: Vec<usize> = match slot {
            Slot::Subject => trigger.around.subject.clone(),
            Slot::Object => {
                let mut object = trigger.around.object.clone();
                object.retain(|&c| clauses.noun(c).is_some_and(|n| n.start >= from || n.start < trigger.end));
                if object.is_empty() {
                    // The preposition may belong to the fixed words: "prendre le contrôle de B".
                    object.extend(trigger.around.others.iter().copied().filter(|&c| {
                        clauses.noun(c).is_some_and(|n| {
                            n.start < from && (n.inner >= from || named_from(clauses, discourse, n, from))
                        })
                    }));
                }
                object
            }
            Slot::EachOther => Vec::new(),
            Slot::Preposition(p) => {
                let name = clauses.words.grammar.data.prepositions[usize::from(*p)].as_str();
                locative = matches!(name, "à" | "en" | "dans" | "sur" | "vers" | "depuis" | "chez");
                let mut others = trigger.around.others.clone();
                if let Some((preposition, antecedent)) = trigger.around.relative
                    && (preposition == *p || locative && clauses.words.grammar.preposition("à") == Some(preposition))
                    && !used.contains(&antecedent)
                {
                    used.push(antecedent);
                    found.extend(resolve(clauses, discourse, antecedent).into_iter().filter(|a| !except.contains(&a.entity)));
                }
                if name == "de" {
                    // "l'aide américaine"; "condamné la politique américaine", "les tirs de B".
                    let noun = if nominal { Some(trigger.chunk) } else { trigger.with };
                    if let Some(noun) = noun {
                        let own = genitive(clauses, discourse, noun, used);
                        found.extend(own.into_iter().filter(|a| !except.contains(&a.entity)));
                    }
                    if let Some(with) = trigger.with {
                        let complements = clauses.complements(with).filter(|c| !trigger.around.others.contains(c));
                        others.extend(complements);
                    }
                }
                others
                    .into_iter()
                    .filter(|&c| {
                        let complement = trigger.with.is_some_and(|w| c > w && clauses.complements(w).any(|x| x == c));
                        clauses.noun(c).is_some_and(|n| n.preposition == Some(*p) && (n.inner >= from || complement))
                            && !used.contains(&c)
                            && (name != "de" || attached(clauses, trigger, c, nominal, from))
                    })
                    .flat_map(|c| if clauses.noun(c).is_some() { clauses.coordination(c) } else { vec![c] })
                    .collect()
            }
        };
        if found.is_empty() || several {
            for c in chunks {
                if used.contains(&c) {
                    continue;
                }
                let mut arguments = resolve(clauses, discourse, c);
                if arguments.is_empty() && *slot == Slot::Object && trigger.acts {
                    // "a condamné la décision de B", "a bombardé des positions de B": B is meant.
                    arguments.extend(act_of(clauses, discourse, c));
                }
                let mut fitting: Vec<Argument> = arguments
                    .into_iter()
                    .filter_map(|a| fit(discourse, a, types, locative))
                    .filter(|a| !except.contains(&a.entity))
                    .collect();
                if !fitting.is_empty() {
                    used.push(c);
                    found.append(&mut fitting);
                    // Of two complements with "de" the first is one argument, the second the other.
                    if nominal && !several && clauses.noun(c).is_some_and(|n| n.preposition.is_some()) {
                        let group = clauses.coordination(c);
                        if group.len() == 1 {
                            break;
                        }
                    }
                }
            }
        } else {
            found = found.into_iter().filter_map(|a| fit(discourse, a, types, locative)).collect();
        }
        if *slot == Slot::Subject && found.is_empty() && trigger.around.inverted_pronoun
            && let Some(&subject) = discourse.subjects.last()
        {
            let argument = discourse.nominal(trigger.span, subject);
            found.extend(fit(discourse, argument, types, false));
        }
        found.dedup_by_key(|a| a.entity);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The actor of an act or thing: "la décision de B", "les positions de B".
fn act_of(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Option<Argument> {
    let group = clauses.noun(chunk)?;
    if !matches!(group.head, Some(Head::Unknown | Head::Common(_))) || group.counterpart {
        return None;
    }
    super::referent::scope(clauses, discourse, chunk).or_else(|| {
        let complement = clauses.complements(chunk).next()?;
        resolve(clauses, discourse, complement).into_iter().next()
    })
}

/// Whether a name of the group begins at the token or behind it.
fn named_from(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup, from: usize) -> bool {
    let byte = clauses.words.lexed.tokens.get(from).map_or(usize::MAX, |t| t.span().start);
    group.names.last().is_some_and(|&name| discourse.mentions[name].span().start >= byte)
}

/// Whether a complement with "de" belongs to the trigger rather than to another noun group.
fn attached(clauses: &Clauses<'_, '_>, trigger: &Trigger, chunk: usize, nominal: bool, from: usize) -> bool {
    if nominal {
        // "rachat de B par A", "désignation par A de B", and not "hommage à A, un médecin de B".
        let by = clauses.words.grammar.preposition("par");
        return trigger.with.is_some()
            || clauses.complements(trigger.chunk).any(|c| c == chunk)
            || clauses.verb(chunk - 1).is_some()
            || clauses.noun(chunk - 1).is_some_and(|n| n.preposition == by || n.time);
    }
    let before = chunk - 1;
    let Some(noun) = clauses.noun(before) else { return true };
    before <= trigger.chunk || noun.time || noun.end <= from || trigger.with == Some(before)
        || trigger.with.is_some_and(|w| w < chunk && clauses.complements(w).any(|c| c == chunk))
}

/// The demonym of a noun group ("l'aide américaine") or its possessor ("sa visite").
fn genitive(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    used: &mut Vec<usize>,
) -> Vec<Argument> {
    // Once for a group: the marker beyond all chunks says that it is taken.
    let marker = clauses.chunks.len() + chunk;
    let Some(group) = clauses.noun(chunk) else { return Vec::new() };
    if used.contains(&marker) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for &(country, token) in &group.demonyms {
        let span = clauses.words.lexed.tokens[token].span();
        let entity = discourse.of_entry(country);
        found.push(discourse.nominal(span, entity));
    }
    if found.is_empty() && group.possessive
        && let Some(&possessor) = discourse.subjects.last()
    {
        let span = clauses.words.lexed.tokens[group.inner].span();
        found.push(discourse.nominal(span, possessor));
    }
    if !found.is_empty() {
        used.push(marker);
    }
    found
}

/// The argument if it has one of the types, or the country that it stands for.
fn fit(discourse: &mut Discourse<'_, '_>, argument: Argument, types: u8, locative: bool) -> Option<Argument> {
    let bit = match discourse.kind(argument.entity) {
        MentionKind::Person => PERSON,
        MentionKind::Country => COUNTRY,
        MentionKind::Organisation => ORGANISATION,
        MentionKind::Place => PLACE,
        _ => return None,
    };
    let actor = PERSON | COUNTRY | ORGANISATION | PLACE;
    let located = locative && types & LOCATION != 0;
    if !located && types & actor == actor && bit & (PLACE | ORGANISATION) != 0
        && let Some(country) = discourse.metonym(argument.entity)
    {
        let span = discourse.mentions[argument.mention].span();
        return Some(discourse.nominal(span, country));
    }
    (types & bit != 0).then_some(argument)
}

fn push<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &Discourse<'_, 't>,
    trigger: &Trigger,
    frame: &Frame,
    subject: Argument,
    object: Argument,
    relations: &mut Vec<Relation<'t>>,
) {
    if subject.entity == object.entity {
        return;
    }
    let info = &clauses.words.grammar.data.kinds[usize::from(frame.kind)];
    let status = match frame.status.as_deref() {
        Some("ended") => Status::Ended,
        Some("planned") => Status::Planned,
        Some("negated") => Status::Negated,
        Some("hypothetical") => Status::Hypothetical,
        Some("unconfirmed") => Status::Unconfirmed,
        _ => trigger.status,
    };
    let span = Span::new(trigger.span.start, trigger.span.end);
    relations.push(Relation {
        kind: RelationKind::from_name(&info.name),
        status,
        subject,
        object,
        trigger: span,
        trigger_text: span.of(discourse.lexed.text),
        role: frame.role.clone().or_else(|| given_role(clauses, trigger, &info.family)).or_else(|| {
            match info.name.as_str() {
                "candidate_for" | "elected_to" => super::office::election_role(clauses, trigger.end),
                "resigned_from" => discourse.office_of(subject.entity),
                "dismissed" => discourse.office_of(object.entity),
                _ => None,
            }
        }),
        date: None,
        place: None,
        source: None,
        confidence: frame.confidence,
        refined_by: frame.refined_by,
        found_by: frame.name.clone(),
    });
}

/// "élu président": the title as the role.
fn given_role(clauses: &Clauses<'_, '_>, trigger: &Trigger, family: &str) -> Option<String> {
    let group = clauses.noun(trigger.with?)?;
    let titled = matches!(group.head, Some(Head::Title(_))) && family == "institution";
    titled.then(|| super::office::role(clauses, group))
}

/// Whether one of the phrases stands right behind the trigger; the token after it.
fn fixed(clauses: &Clauses<'_, '_>, end: usize, phrases: &[String]) -> Option<usize> {
    let words = clauses.words;
    let limit = words.lexed.tokens.len().min(end + 12);
    let mut at = end;
    for _ in 0..3 {
        let found = phrases.iter().filter_map(|p| literal(clauses, at, limit, p)).max();
        if found.is_some() {
            return found;
        }
        // An adverb or a time may stand between: "a mis de nouveau en garde", "joue depuis des mois les bons offices".
        let adverb = words.phrase(at.min(limit.saturating_sub(1)), limit, WordClass::Adverb);
        let between = || {
            clauses.chunks.iter().filter_map(Chunk::noun).find(|n| n.start == at && n.time).map(|n| n.end)
        };
        at = adverb.or_else(between)?;
    }
    None
}

/// The token after the phrase, when it stands at the token.
fn literal(clauses: &Clauses<'_, '_>, at: usize, limit: usize, phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    let mut token = at;
    while !rest.is_empty() {
        if token >= limit {
            return None;
        }
        let word = clauses.words.text(token);
        rest = match strip(rest, word) {
            Some(after) => after,
            // "de" of a phrase is also "du", "des", "d'"; "à" also "au", "aux".
            None if contraction(clauses, token, rest) => &rest[rest.find(' ').unwrap_or(rest.len())..],
            None => return None,
        };
        let spaced = rest.strip_prefix(' ');
        if spaced.is_none() && !rest.is_empty() && !word.ends_with(['\'', '’']) {
            return None;
        }
        rest = spaced.unwrap_or(rest);
        token += 1;
    }
    Some(token)
}

/// What follows the word in the phrase, when the phrase begins with it; case and the kind of apostrophe do not matter.
fn strip<'p>(phrase: &'p str, word: &str) -> Option<&'p str> {
    let mut rest = phrase.chars();
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        let expected = rest.next()?;
        if c != expected && !c.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    Some(rest.as_str())
}

fn contraction(clauses: &Clauses<'_, '_>, token: usize, rest: &str) -> bool {
    let first = &rest[..rest.find(' ').unwrap_or(rest.len())];
    if first.chars().count() > 2 {
        return false;
    }
    let number = clauses.words.grammar.preposition(first);
    number.is_some() && clauses.words.preposition(token, token + 1).map(|(_, n)| n) == number
}

/// Whether one of the phrases occurs behind the trigger in its clause.
fn occurs(clauses: &Clauses<'_, '_>, trigger: &Trigger, phrases: &[String]) -> bool {
    let end = clauses.chunks.last().map_or(trigger.end, |c| c.tokens().end);
    let stop = (trigger.chunk + 1..clauses.chunks.len())
        .find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite))
        .map_or(end, |c| clauses.chunks[c].tokens().start);
    (trigger.end..stop).any(|at| phrases.iter().any(|p| literal(clauses, at, end, p).is_some()))
}
