//! Frames over clauses: the relations that verbs and nouns state.

use super::argument::{Filler, fit};
use super::discourse::Discourse;
use super::omitted::omitted;
use super::phrase::{fixed, occurrence, occurs};
use super::relation::{Argument, Relation};
use super::trigger::{Trigger, course, nominal, predicate};
use super::{RelationKind, Status};
use crate::Span;
use crate::grammar::{CALLINGS, Frame, KindInfo, Slot, VerbClass, WordClass};
use crate::syntax::{Clauses, Head};
use std::borrow::Cow;

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
        strike(clauses, discourse, chunk, relations, &mut taken);
    }
    for chunk in 0..clauses.chunks.len() {
        let Some(verb) = clauses.verb(chunk).filter(|_| !taken.contains(&chunk)) else { continue };
        let lemma = clauses.words.grammar.lemma(verb.lemma);
        if lemma.frames.is_empty() {
            continue;
        }
        let trigger = Trigger {
            chunk,
            around: Cow::Borrowed(clauses.frame(chunk)),
            status: verb.status,
            span: Span::new(tokens[verb.trigger].span().start, tokens[verb.end - 1].span().end),
            end: verb.end,
            with: predicate(clauses, chunk),
            course: Cow::Borrowed(&[]),
            acts: false,
            judges: false,
            weighs: false,
            blames: false,
            judged: false,
            elects: false,
        };
        apply(clauses, discourse, &trigger, &lemma.frames, relations, &mut taken);
        for around in clauses.gaps(chunk) {
            // "A accuse B et C D": once more with the parties of the clause that leaves the verb out.
            let again = Trigger { around: Cow::Owned(around), ..trigger.clone() };
            apply(clauses, discourse, &again, &lemma.frames, relations, &mut taken);
        }
    }
    // Mediation last: its parties may be those whose accord or talks the sentence states.
    let mediation = |chunk: &usize| {
        let lemma = clauses.noun(*chunk).and_then(|n| n.lemma).map(|l| clauses.words.grammar.lemma(l));
        let data = &clauses.words.grammar.data;
        lemma
            .and_then(|l| l.frames.first())
            .is_some_and(|&f| data.kinds[usize::from(data.frames[usize::from(f)].kind)].name == "mediated_between")
    };
    let all = 0..clauses.chunks.len();
    let first = all.clone().filter(|c| !mediation(c));
    for chunk in first.chain(all.filter(&mediation)) {
        let Some(group) = clauses.noun(chunk).filter(|_| !taken.contains(&chunk)) else { continue };
        let Some(lemma) = group.lemma.map(|l| clauses.words.grammar.lemma(l)) else { continue };
        let judged = taken.contains(&(chunk + clauses.chunks.len()));
        let data = &clauses.words.grammar.data;
        // "salue le soutien de A à B": what is judged has been done, but is no judgement of its own.
        let told = |number: &&u16| {
            let kind = &data.kinds[usize::from(data.frames[usize::from(**number)].kind)];
            !judged || kind.family != "statement" && kind.name != "praised"
        };
        let frames: Vec<u16> = lemma.frames.iter().filter(told).copied().collect();
        if frames.is_empty() {
            continue;
        }
        if let Some(mut trigger) = of_noun(clauses, chunk) {
            if judged {
                trigger.around.to_mut().subject.clear();
            }
            apply(clauses, discourse, &trigger, &frames, relations, &mut taken);
        }
    }
}

/// The noun as a trigger.
fn of_noun<'c>(clauses: &'c Clauses<'_, '_>, chunk: usize) -> Option<Trigger<'c>> {
    let tokens = clauses.words.lexed.tokens;
    let group = clauses.noun(chunk)?;
    // A measure of time has no head: "vingt ans à la tête de B".
    let (from, to) = if group.head.is_some() { group.head_tokens } else { (group.inner, group.end) };
    let (around, status) = nominal(clauses, chunk);
    Some(Trigger {
        chunk,
        around: Cow::Owned(around),
        status,
        span: Span::new(tokens[from].span().start, tokens[to.checked_sub(1)?].span().end),
        end: to,
        with: None,
        course: Cow::Owned(course(clauses, chunk)),
        acts: false,
        judges: false,
        weighs: false,
        blames: false,
        judged: false,
        elects: false,
    })
}

/// "les sanctions de A qui visent B", "B visé par une plainte de A": the deed is what the noun says, and the verb tells whom it strikes.
fn strike<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    chunk: usize,
    relations: &mut Vec<Relation<'t>>,
    taken: &mut Vec<usize>,
) {
    let grammar = clauses.words.grammar;
    let class = |class| clauses.verb(chunk).is_some_and(|v| grammar.verb_is(v.lemma, class) && !v.pronominal);
    let joins = class(VerbClass::Joins);
    let Some(verb) = clauses.verb(chunk).filter(|_| joins || class(VerbClass::Strikes)) else { return };
    let around = clauses.frame(chunk);
    let Some(&[noun]) = around.subject.first_chunk().filter(|_| around.subject.len() == 1) else { return };
    let noun = clauses.whole(noun);
    let Some(lemma) = clauses.noun(noun).and_then(|n| n.lemma) else { return };
    let fits = |number: &&u16| {
        let data = &grammar.data;
        let frame = &data.frames[usize::from(**number)];
        let kind = &data.kinds[usize::from(frame.kind)];
        let against = matches!(kind.family.as_str(), "violence" | "statement" | "coercion" | "breaking");
        frame.nominal && if kind.symmetric { joins } else { against && !joins }
    };
    let frames: Vec<u16> = grammar.lemma(lemma).frames.iter().filter(fits).copied().collect();
    if frames.is_empty() || around.object.is_empty() {
        return;
    }
    let Some(mut trigger) = of_noun(clauses, noun) else { return };
    trigger.around.to_mut().object.clone_from(&around.object);
    trigger.status = verb.status;
    let before = relations.len();
    apply(clauses, discourse, &trigger, &frames, relations, taken);
    if relations.len() > before {
        taken.extend([chunk, noun]);
    }
}

fn apply<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    trigger: &Trigger<'_>,
    numbers: &[u16],
    relations: &mut Vec<Relation<'t>>,
    taken: &mut Vec<usize>,
) {
    for &number in numbers {
        let frame = &clauses.words.grammar.data.frames[usize::from(number)];
        if let Some(found) = matched(clauses, discourse, trigger, (frame, numbers), (relations, taken)) {
            relations.extend(found);
            if !frame.beside {
                return;
            }
        }
    }
}

fn matched<'t>(
    clauses: &Clauses<'_, 't>,
    discourse: &mut Discourse<'_, 't>,
    trigger: &Trigger<'_>,
    (frame, rivals): (&Frame, &[u16]),
    (stated, taken): (&[Relation<'t>], &mut Vec<usize>),
) -> Option<Vec<Relation<'t>>> {
    let verb = clauses.verb(trigger.chunk);
    if !of_form(clauses, trigger, frame) {
        return None;
    }
    // The cheapest question first: what most frames of a common verb ask for is not there.
    let complement = completed(clauses, trigger, frame, rivals);
    if frame.with.is_some() && complement.is_none() && frame.fixed.is_empty() {
        return None;
    }
    let mut from = trigger.end;
    if !frame.fixed.is_empty() {
        from = fixed(clauses, trigger.end, &frame.fixed)?;
    }
    let mut behind_needed = Vec::new();
    if !frame.needs.is_empty() {
        let (needed, stop) = occurrence(clauses, trigger, &frame.needs)?;
        let apart = |c: &usize| clauses.noun(*c).is_some_and(|n| n.start >= stop || n.end <= needed);
        behind_needed = trigger.around.bare.iter().copied().filter(apart).collect();
    }
    let mut dependent = Vec::new();
    if !frame.infinitive.is_empty() {
        let infinitive = clauses.infinitive(trigger.chunk)?;
        clauses.verb(infinitive).filter(|g| frame.infinitive.contains(&g.lemma))?;
        dependent.clone_from(&clauses.frame(infinitive).others);
    }
    if !frame.unless.is_empty() && occurs(clauses, trigger, &frame.unless) {
        return None;
    }
    let mut trigger = trigger.lend();
    // "appelle à voter pour A"
    if !dependent.is_empty() {
        trigger.around.to_mut().others.extend(dependent);
    }
    // "appeler à voter pour A", "faire part de B à A": what stands around a verb among the fixed words belongs to all of them.
    for inner in (trigger.chunk + 1..clauses.chunks.len()).take_while(|&c| clauses.chunks[c].tokens().end <= from) {
        if clauses.verb(inner).is_some() {
            let around = clauses.frame(inner);
            let own = trigger.around.to_mut();
            own.others.extend(&around.others);
            if own.object.is_empty() {
                own.object.extend(&around.object);
            }
        }
    }
    if frame.with.is_some() {
        trigger.with = Some(complement.or_else(|| completed(clauses, &trigger, frame, rivals))?);
    }
    let info = &clauses.words.grammar.data.kinds[usize::from(frame.kind)];
    weigh(&mut trigger, frame, info);
    widen(clauses, &mut trigger, info);
    let trigger = &trigger;
    let mut filler =
        Filler { clauses, trigger, from, used: Vec::new(), behind_needed, objects: false, scene: false, struck: false };
    let mut relations = pairs(&mut filler, discourse, frame, info);
    if relations.is_empty() && verb.is_some_and(|v| v.pronominal && !frame.pronominal) {
        filler.used.clear();
        relations = each_other(&mut filler, discourse, frame, info);
    }
    if relations.is_empty() {
        filler.used.clear();
        relations = crossed(&mut filler, discourse, frame, info);
    }
    if relations.is_empty() && info.name == "mediated_between" {
        filler.used.clear();
        relations = mediated(&mut filler, discourse, frame, stated);
    }
    if relations.is_empty() {
        return None;
    }
    if frame.with.is_some() {
        // The marker beyond all chunks says that the noun is judged, and may still say what was done.
        let judged = trigger.judges && info.name != "rejected";
        taken.extend(trigger.with.map(|w| if judged { w + clauses.chunks.len() } else { w }));
    }
    if !frame.infinitive.is_empty() && !frame.beside {
        taken.extend(clauses.infinitive(trigger.chunk));
    }
    if !frame.fixed.is_empty() {
        taken.extend(
            (0..clauses.chunks.len()).filter(|&c| {
                clauses.noun(c).is_some_and(|n| n.head_tokens.0 >= trigger.end && n.head_tokens.1 <= from)
            }),
        );
    }
    Some(relations)
}

/// Adds those who stand farther off than the parties of other kinds do.
fn widen(clauses: &Clauses<'_, '_>, trigger: &mut Trigger<'_>, info: &KindInfo) {
    if info.family == "consultation" {
        join_companions(clauses, trigger);
    }
    if info.family == "violence" {
        let scene = super::scene::outcome(clauses, trigger);
        if !scene.is_empty() {
            trigger.around.to_mut().others.extend(scene);
        }
    }
}

/// Notes what the kind at hand makes of those around the trigger.
fn weigh(trigger: &mut Trigger<'_>, frame: &Frame, info: &KindInfo) {
    // "a pris la défense de B" takes nothing of B's.
    let held = matches!(info.name.as_str(), "occupied" | "deployed_to");
    trigger.acts = matches!(info.family.as_str(), "statement" | "violence") && !held
        || matches!(info.name.as_str(), "supported" | "praised" | "rejected" | "protested_against");
    trigger.judges = info.family == "statement" || matches!(info.name.as_str(), "supported" | "praised" | "rejected");
    trigger.blames = info.family == "statement";
    trigger.weighs = matches!(info.name.as_str(), "criticised" | "accused" | "supported" | "praised" | "rejected");
    trigger.judged = trigger.judges && frame.object.contains(&Slot::Subject);
    trigger.elects = matches!(info.name.as_str(), "candidate_for" | "elected_to");
}

/// "trêve entre A et B sous l'égide de C": between the two whose accord or talks the sentence, or the one before, states.
fn mediated<'t>(
    filler: &mut Filler<'_, '_, 't>,
    discourse: &mut Discourse<'_, 't>,
    frame: &Frame,
    stated: &[Relation<'t>],
) -> Vec<Relation<'t>> {
    let kinds = &filler.clauses.words.grammar.data.kinds;
    let info = &kinds[usize::from(frame.kind)];
    let symmetric = |r: &&Relation<'_>| kinds.iter().any(|k| k.symmetric && k.name == r.kind.as_str());
    let mut subjects = filler.find(discourse, &frame.subject, info.subject, false, &[]);
    if frame.nominal && subjects.is_empty() {
        subjects = filler.find(discourse, &[Slot::Subject], info.subject, false, &[]);
    }
    let Some(&subject) = subjects.first() else { return Vec::new() };
    let mut parties: Vec<Argument> = Vec::new();
    for argument in stated.iter().filter(symmetric).flat_map(|r| [r.subject, r.object]) {
        if argument.entity != subject.entity && !parties.iter().any(|p| p.entity == argument.entity) {
            parties.push(argument);
        }
    }
    let mut relations = Vec::new();
    for object in parties {
        push(filler, discourse, frame, subject, object, &mut relations);
    }
    relations
}

/// The complement that the frame asks for.
fn completed(clauses: &Clauses<'_, '_>, trigger: &Trigger<'_>, frame: &Frame, rivals: &[u16]) -> Option<usize> {
    let with = frame.with.as_ref()?;
    let named = |lemma: Option<u16>| lemma.is_some_and(|l| with.nouns.contains(&l));
    // "condamné à une peine de mort": the first word will do, unless another frame of the trigger asks for the whole.
    let fits = |c: &usize| {
        clauses.noun(*c).is_some_and(|n| named(n.lemma) || named(n.base) && !claimed(clauses, rivals, n.lemma))
    };
    match with.preposition {
        None if with.subject => trigger.around.subject.iter().map(|&c| clauses.whole(c)).find(fits),
        None => {
            // "a requis vingt ans": a measure of time is an object too, but fills no slot.
            // "fournit du riz": so is what the partitive article makes of it.
            let of = clauses.words.grammar.preposition("de");
            let partitive = |c: usize| {
                let near = c == trigger.chunk + 1 && trigger.around.object.is_empty();
                near && clauses.noun(c).is_some_and(|n| n.preposition == of && n.definite && n.names.is_empty())
            };
            let measures = trigger.around.others.iter().copied();
            let measures = measures
                .filter(|&c| partitive(c) || clauses.noun(c).is_some_and(|n| n.preposition.is_none() && n.time));
            trigger.around.object.iter().map(|&c| clauses.whole(c)).chain(measures).find(fits)
        }
        Some(p) => trigger
            .around
            .others
            .iter()
            .copied()
            .find(|c| clauses.noun(*c).is_some_and(|n| n.preposition == Some(p)) && fits(c)),
    }
}

/// Whether one of the frames asks for a complement with the lemma.
fn claimed(clauses: &Clauses<'_, '_>, frames: &[u16], lemma: Option<u16>) -> bool {
    let data = &clauses.words.grammar.data;
    let with = |&number: &u16| data.frames[usize::from(number)].with.as_ref();
    lemma.is_some_and(|l| frames.iter().filter_map(with).any(|w| w.nouns.contains(&l)))
}

/// What a signature leaves of argument types once the frame narrows it.
fn narrow(signature: u8, more: u8) -> u8 {
    let kinds = more & !CALLINGS;
    (if kinds == 0 { signature } else { signature & kinds }) | more & CALLINGS
}

/// The relations between any two of one group: "entretien entre A et B", "A et B se sont vus".
fn pairs<'t>(
    filler: &mut Filler<'_, '_, 't>,
    discourse: &mut Discourse<'_, 't>,
    frame: &Frame,
    info: &KindInfo,
) -> Vec<Relation<'t>> {
    let within: Vec<Slot> = frame
        .subject
        .iter()
        .copied()
        .filter(|slot| frame.object.contains(&Slot::EachOther) || info.symmetric && frame.object.contains(slot))
        .filter(|slot| !(frame.nominal && nested(filler, *slot)))
        .collect();
    let mut tries: Vec<Vec<Slot>> = Vec::new();
    if info.symmetric {
        // "renforcer la coopération entre A et B": whoever does it, the two are meant.
        tries.extend(filler.clauses.words.grammar.data.between.map(|p| vec![Slot::Preposition(p)]));
    }
    tries.push(within);
    if frame.nominal && info.symmetric && filler.trigger.around.subject.len() > 1 {
        // "A et B ont tenu un sommet"
        tries.push(vec![Slot::Subject]);
    }
    if frame.nominal && info.symmetric && filler.trigger.around.object.len() > 1 {
        // "les pourparlers qui réunissent A et B"
        tries.push(vec![Slot::Object]);
    }
    if frame.nominal && info.symmetric && filler.trigger.course.len() > 1 {
        tries.push(vec![Slot::Course]);
    }
    let types = narrow(info.subject, frame.subject_is);
    // "A et B négocient avec les chefs du mouvement": the third party is meant, whoever it is.
    let third = filler.others_with().any(|c| {
        filler
            .clauses
            .noun(c)
            .is_some_and(|n| !n.names.is_empty() || matches!(n.head, Some(Head::Title(_) | Head::Common(_))))
    });
    let among = |t: &&Vec<Slot>| !t.iter().any(|s| matches!(s, Slot::Subject | Slot::Course));
    for slots in tries.iter().filter(|t| !t.is_empty() && (!third || among(t))) {
        let all = filler.find(discourse, slots, types, true, &[]);
        let mut relations = Vec::new();
        for (i, &one) in all.iter().enumerate() {
            for &other in &all[i + 1..] {
                push(filler, discourse, frame, one, other, &mut relations);
            }
        }
        if !relations.is_empty() {
            return relations;
        }
    }
    Vec::new()
}

/// "A, accompagné de B, a rencontré C": those who go along meet and visit too.
fn join_companions(clauses: &Clauses<'_, '_>, trigger: &mut Trigger<'_>) {
    let along = |group: &[usize]| group.iter().flat_map(|&c| clauses.companions(c)).collect::<Vec<usize>>();
    let (subject, object) = (along(&trigger.around.subject), along(&trigger.around.object));
    if !subject.is_empty() || !object.is_empty() {
        let around = trigger.around.to_mut();
        around.subject.extend(subject);
        around.object.extend(object);
    }
}

/// Whether the trigger is the verb, with the pronouns and negation, or the noun that the frame is of.
fn of_form(clauses: &Clauses<'_, '_>, trigger: &Trigger, frame: &Frame) -> bool {
    let Some(verb) = clauses.verb(trigger.chunk) else { return frame.nominal };
    // A pronominal frame wants the pronoun; another frame has none, but for "se" as each other.
    let mutual = || verb.pronominal && !frame.pronominal && mutual(clauses, trigger, frame);
    let clitic = |wanted: &String| verb.clitic.is_some_and(|c| clauses.words.text(c).to_lowercase() == *wanted);
    !frame.nominal
        && (frame.pronominal == verb.pronominal || mutual())
        && (!frame.negated || verb.negated)
        && frame.clitic.as_ref().is_none_or(clitic)
}

/// "A et B s'accusent mutuellement": whether the verb with its pronoun is the frame's own, done by each to the other.
fn mutual(clauses: &Clauses<'_, '_>, trigger: &Trigger, frame: &Frame) -> bool {
    let words = clauses.words;
    let end = clauses.chunks.last().map_or(trigger.end, |c| c.tokens().end);
    let Some(verb) = clauses.verb(trigger.chunk) else { return false };
    frame.object.contains(&Slot::Object)
        && trigger.around.subject.len() > 1
        && (verb.start..end.min(verb.end + 1)).any(|t| words.phrase(t, end, WordClass::Mutual).is_some())
}

/// The relations of each of the subjects with each other one.
fn each_other<'t>(
    filler: &mut Filler<'_, '_, 't>,
    discourse: &mut Discourse<'_, 't>,
    frame: &Frame,
    info: &KindInfo,
) -> Vec<Relation<'t>> {
    let all = filler.find(discourse, &[Slot::Subject], narrow(info.subject, frame.subject_is) & info.object, true, &[]);
    let mut relations = Vec::new();
    for &one in &all {
        for &other in all.iter().filter(|o| o.entity != one.entity) {
            push(filler, discourse, frame, one, other, &mut relations);
        }
    }
    relations
}

/// "le sommet du G20 de Pékin": of two complements with "de" one completes the other, and they are no pair.
fn nested(filler: &Filler<'_, '_, '_>, slot: Slot) -> bool {
    let clauses = filler.clauses;
    let of = clauses.words.grammar.preposition("de");
    matches!(slot, Slot::Preposition(p) if Some(p) == of) && clauses.complements(filler.trigger.chunk).nth(1).is_some()
}

/// The relations between each subject and each object.
fn crossed<'t>(
    filler: &mut Filler<'_, '_, 't>,
    discourse: &mut Discourse<'_, 't>,
    frame: &Frame,
    info: &KindInfo,
) -> Vec<Relation<'t>> {
    let subject_types = narrow(info.subject, frame.subject_is);
    let object_types = narrow(info.object, frame.object_is);
    let mut subjects = filler.find(discourse, &frame.subject, subject_types, false, &[]);
    if frame.nominal && subjects.is_empty() {
        // "A a eu un entretien avec B": the subject of the light verb.
        subjects = filler.find(discourse, &[Slot::Subject], subject_types, false, &[]);
        if matches!(info.family.as_str(), "violence" | "coercion" | "easing") {
            // "L'agence A a annoncé l'arrestation de B": who reports it has not done it.
            subjects.retain(|s| discourse.entry(s.entity).is_none_or(|known| known.subtype() != "media"));
        }
    }
    if frame.nominal && subjects.is_empty() && (info.symmetric || info.name == "visited") {
        subjects = filler.find(discourse, &[Slot::Course], subject_types, false, &[]);
    }
    if info.name == "protested_against" {
        // Police that demonstrate are not the state.
        subjects.retain(|&s| !super::force::serves(discourse, s));
    }
    let entities = |arguments: &[Argument]| arguments.iter().map(|a| a.entity).collect::<Vec<usize>>();
    filler.objects = true;
    filler.scene = matches!(info.name.as_str(), "bombed" | "occupied" | "attacked" | "withdrew_from" | "deployed_to");
    // "A a attaqué B" may mean the state of which B is the capital; a deed that struck B struck the town.
    filler.struck = filler.scene && (info.name != "attacked" || frame.nominal || frame.with.is_some());
    let mut objects = filler.find(discourse, &frame.object, object_types, false, &entities(&subjects));
    if frame.nominal && objects.is_empty() && !subjects.is_empty() && !info.symmetric {
        // "A, victime d'une attaque de B": whom the deed strikes.
        objects = filler.find(discourse, &[Slot::Object], object_types, false, &entities(&subjects));
    }
    if objects.is_empty() && !subjects.is_empty() {
        let pronoun = filler.pronoun(discourse, &frame.object, &entities(&subjects));
        objects.extend(pronoun.into_iter().filter_map(|a| fit(discourse, a, object_types, false)));
    } else if subjects.is_empty() && !objects.is_empty() {
        let pronoun = filler.pronoun(discourse, &frame.subject, &entities(&objects));
        subjects.extend(pronoun.into_iter().filter_map(|a| fit(discourse, a, subject_types, false)));
    }
    filler.objects = false;
    let mut relations = Vec::new();
    for &subject in &subjects {
        for &object in &objects {
            push(filler, discourse, frame, subject, object, &mut relations);
        }
    }
    if relations.is_empty() {
        omitted(filler, discourse, frame, info, (&subjects, &objects), &mut relations);
    }
    relations
}

pub(super) fn push<'t>(
    filler: &Filler<'_, '_, 't>,
    discourse: &Discourse<'_, 't>,
    frame: &Frame,
    subject: Argument,
    object: Argument,
    relations: &mut Vec<Relation<'t>>,
) {
    if subject.entity == object.entity {
        return;
    }
    let (clauses, trigger) = (filler.clauses, filler.trigger);
    let info = &clauses.words.grammar.data.kinds[usize::from(frame.kind)];
    let status = match frame.status.as_deref() {
        // "ne tarit pas d'éloges": the negation belongs to the phrase.
        Some("actual") => Status::Actual,
        Some("ended") => Status::Ended,
        Some("planned") => Status::Planned,
        Some("negated") => Status::Negated,
        Some("hypothetical") => Status::Hypothetical,
        Some("unconfirmed") => Status::Unconfirmed,
        _ if frame.negated && trigger.status == Status::Negated => Status::Actual,
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
                "resigned_from" => discourse.office_of(subject.entity, Some(object.entity)),
                "dismissed" => discourse.office_of(object.entity, None),
                _ => None,
            }
        }),
        date: None,
        place: None,
        source: None,
        coding: super::codes::Coding::default(),
        confidence: frame.confidence,
        refined_by: frame.refined_by,
        found_by: frame.name.clone(),
    });
}

/// "élu président": the title as the role.
fn given_role(clauses: &Clauses<'_, '_>, trigger: &Trigger<'_>, family: &str) -> Option<String> {
    let group = clauses.noun(trigger.with?)?;
    // "s'est déclaré candidat à la présidentielle": the election says for what.
    let title = |t: u32| clauses.words.lexed.gazetteer.entry(t).subtype() != "candidate";
    let titled = matches!(group.head, Some(Head::Title(t)) if title(t)) && family == "institution";
    titled.then(|| super::office::role(clauses, group))
}
