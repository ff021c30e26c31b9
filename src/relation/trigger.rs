//! Triggers of frames, and what stands around them.

use super::Status;
use crate::Span;
use crate::grammar::{VerbClass, WordClass};
use crate::syntax::{Around, Chunk, Clauses, Head, Mark, VerbMode, meant};
use std::borrow::Cow;

/// A trigger with what stands around it.
#[derive(Clone)]
pub(super) struct Trigger<'c> {
    /// The chunk of the trigger.
    pub(super) chunk: usize,
    pub(super) around: Cow<'c, Around>,
    pub(super) status: Status,
    pub(super) span: Span,
    /// The token after the trigger.
    pub(super) end: usize,
    /// Who took part in what a noun names: the subject of its clause.
    pub(super) course: Cow<'c, [usize]>,
    /// The kind at hand can be about an act of its object.
    pub(super) acts: bool,
    /// The kind at hand judges: what somebody made stands for who made it.
    pub(super) judges: bool,
    /// The kind at hand is said against somebody, who is another than the speaker.
    pub(super) blames: bool,
    /// The kind at hand weighs what somebody did, behind whatever preposition: "s'en prend à la politique de B".
    pub(super) weighs: bool,
    /// The frame at hand is about its subject: "la décision de B est une faute".
    pub(super) judged: bool,
    /// The kind at hand is about elections.
    pub(super) elects: bool,
    /// The complement that the frame asks for, once found; "élu président": the title that the verb gives.
    pub(super) with: Option<usize>,
}

impl Trigger<'_> {
    /// The same, to be changed for one frame: nothing is copied before it is.
    pub(super) fn lend(&self) -> Trigger<'_> {
        Trigger { around: Cow::Borrowed(&self.around), course: Cow::Borrowed(&self.course), ..*self }
    }
}

/// "a été élu président de B", "a nommé A ministre": the title that a verb gives.
pub(super) fn predicate(clauses: &Clauses<'_, '_>, verb: usize) -> Option<usize> {
    let titled = |c: usize| {
        clauses.noun(c).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty() && !n.definite)
    };
    let idle = |c: &usize| clauses.noun(*c).is_some_and(|n| n.time && n.names.is_empty());
    let next = (verb + 1..clauses.chunks.len()).find(|c| !idle(c))?;
    if titled(next) {
        return Some(next);
    }
    // "a été nommé par B Premier ministre"
    let by = clauses.words.grammar.preposition("par");
    if clauses.verb(verb).is_some_and(|v| v.passive)
        && clauses.noun(next).is_some_and(|n| n.preposition == by && by.is_some())
        && titled(next + 1)
    {
        return Some(next + 1);
    }
    let verb = next - 1;
    let behind_object = clauses.noun(verb + 1).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty());
    (behind_object && titled(verb + 2)).then_some(verb + 2)
}

/// "le lancement de l'offensive": the noun that says which part of the deed is meant stands in its place.
fn held(clauses: &Clauses<'_, '_>, chunk: usize) -> usize {
    let of = clauses.words.grammar.preposition("de");
    let mut held = chunk;
    while held > 0
        && clauses.noun(held).is_some_and(|n| n.preposition == of && of.is_some())
        && clauses
            .noun(held - 1)
            .is_some_and(|n| n.names.is_empty() && clauses.words.is(n.head_tokens.0, WordClass::Phase))
    {
        held -= 1;
    }
    held
}

/// Whether the noun states something that is said against somebody.
fn accuses(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let grammar = clauses.words.grammar;
    let lemma = clauses.noun(chunk).and_then(|n| n.lemma);
    lemma.is_some_and(|l| {
        let kinds = grammar.lemma(l).frames.iter().map(|&f| &grammar.data.frames[usize::from(f)]);
        kinds.filter(|f| f.nominal).any(|f| grammar.data.kinds[usize::from(f.kind)].family == "statement")
    })
}

/// The status that the verb gives of which the noun is object or subject; a light verb also gives its arguments.
fn governed(clauses: &Clauses<'_, '_>, chunk: usize, around: &mut Around) -> Option<Status> {
    let grammar = clauses.words.grammar;
    for v in 0..clauses.chunks.len() {
        let Some(verb) = clauses.verb(v) else { continue };
        let place = clauses.frame(v);
        let is_object = place.object.contains(&chunk);
        let is_subject = place.subject.contains(&chunk);
        if !is_object && !is_subject {
            continue;
        }
        let class = |class| grammar.verb_is(verb.lemma, class);
        if is_object && class(VerbClass::Denies) && accuses(clauses, chunk) {
            // "A a démenti les accusations de B": they are against A.
            around.object.clone_from(&place.subject);
            return Some(Status::Actual);
        }
        // "a écourté sa visite", "a annulé une rencontre avec A": whoever does so is a party to it.
        let ended = is_object && class(VerbClass::Ended);
        let light = is_object && (class(VerbClass::Light) || class(VerbClass::Negative)) || ended;
        let occurs = class(VerbClass::Occurs);
        // "exige de A la libération de B": A is to do it.
        let asked = is_object && (class(VerbClass::ObjectControl) || class(VerbClass::Demand));
        if asked {
            let prepositions = ["à", "de"].map(|p| grammar.preposition(p));
            let addressed = place.others.iter().copied().filter(|&o| o < chunk);
            let to = |c: &usize| clauses.noun(*c).is_some_and(|n| prepositions.contains(&n.preposition) && !n.time);
            around.subject = addressed.filter(to).take(1).collect();
        }
        if light {
            around.subject.clone_from(&place.subject);
            let behind: Vec<usize> =
                place.others.iter().copied().filter(|o| v > chunk || !around.others.contains(o)).collect();
            around.others.extend(behind);
        }
        if occurs && (is_subject || verb.passive) {
            // "Un entretien a eu lieu entre A et B"
            let behind: Vec<usize> = place.others.iter().copied().filter(|o| !around.others.contains(o)).collect();
            around.others.extend(behind);
        }
        return Some(if class(VerbClass::Negative) {
            if verb.status == Status::Negated { Status::Actual } else { Status::Negated }
        } else if ended && verb.status != Status::Negated {
            // "a stoppé son offensive contre B"
            Status::Ended
        } else if light && class(VerbClass::Planned) && !verb.compound && verb.status == Status::Actual {
            Status::Planned
        } else if light || occurs && (is_subject || verb.passive) {
            if occurs && class(VerbClass::Planned) && verb.status == Status::Actual {
                Status::Planned
            } else {
                verb.status
            }
        } else if is_object && class(VerbClass::Hypothetical) {
            Status::Hypothetical
        } else if is_object && class(VerbClass::Planned) && !verb.compound {
            Status::Planned
        } else {
            Status::Actual
        });
    }
    None
}

/// "A, en visite à B,", "chargé d'une médiation": who is in the state or has the task that the noun names.
fn state_of(clauses: &Clauses<'_, '_>, chunk: usize) -> Vec<usize> {
    let Some(group) = clauses.noun(chunk) else { return Vec::new() };
    let words = clauses.words;
    let preposition = group.preposition.filter(|_| group.start < group.inner);
    let entrusted = |v: usize| {
        clauses.verb(v).is_some_and(|g| words.grammar.verb_is(g.lemma, VerbClass::Entrust))
            && clauses.frame(v).others.contains(&chunk)
    };
    if preposition.is_some() && preposition == words.grammar.preposition("de") {
        let verb = (0..chunk).rev().find(|&c| clauses.verb(c).is_some());
        return verb.filter(|&v| entrusted(v)).map_or_else(Vec::new, |v| clauses.frame(v).object.clone());
    }
    if preposition.is_none() || !words.is(group.start, WordClass::State) {
        return Vec::new();
    }
    let Some(before) = chunk.checked_sub(1) else {
        // "En visite à B, A a …": the subject of the verb that follows.
        return clauses.main_subject().to_vec();
    };
    let apposed = if clauses.is(before, Mark::Comma) { before.checked_sub(1) } else { Some(before) };
    if let Some(near) = apposed.filter(|&n| clauses.noun(n).is_some_and(|g| !g.time)) {
        let start = clauses.chain_start(near);
        let person = clauses.noun(start).is_some_and(|n| n.preposition.is_none());
        // The object of a verb just before is no one in a state: "a mis A en garde".
        if person && !(near == before && start > 0 && clauses.verb(start - 1).is_some()) {
            return vec![start];
        }
    }
    let verb = (0..chunk).rev().find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite));
    verb.filter(|&v| clauses.frame(v).others.contains(&chunk)).map_or_else(Vec::new, |v| {
        let frame = clauses.frame(v);
        if clauses.verb(v).is_some_and(|g| g.passive) { frame.object.clone() } else { frame.subject.clone() }
    })
}

/// "A, victime d'une attaque de B", "A fait l'objet d'une plainte de B": whom the deed strikes.
fn victims(clauses: &Clauses<'_, '_>, chunk: usize) -> Vec<usize> {
    let words = clauses.words;
    let of = words.grammar.preposition("de");
    let hit = |c: &usize| {
        clauses.noun(*c).is_some_and(|n| n.names.is_empty() && words.is(n.head_tokens.0, WordClass::Victim))
            && clauses.noun(chunk).is_some_and(|n| n.preposition == of && n.inner > n.start)
    };
    let Some(before) = chunk.checked_sub(1).filter(hit) else { return Vec::new() };
    match before.checked_sub(1).filter(|&v| clauses.verb(v).is_some_and(|g| g.mode != VerbMode::Participle)) {
        Some(verb) => clauses.frame(verb).subject.clone(),
        None => clauses.apposed(before),
    }
}

/// "ont signé au terme de deux ans de négociations": the subject of the clause took part.
pub(super) fn course(clauses: &Clauses<'_, '_>, chunk: usize) -> Vec<usize> {
    let words = clauses.words;
    let start = clauses.chain_start(chunk);
    let Some(group) = clauses.noun(start).filter(|n| n.preposition.is_some() && n.inner > n.start) else {
        return Vec::new();
    };
    // Of a chain only the last of a measure: "deux ans de négociations".
    if words.phrase(group.start, group.inner, WordClass::Course) != Some(group.inner)
        || !(start..chunk)
            .all(|c| clauses.noun(c).is_some_and(|n| n.time || words.is(n.head_tokens.0, WordClass::Time)))
    {
        return Vec::new();
    }
    let finite =
        |c: &usize| clauses.verb(*c).is_some_and(|v| matches!(v.mode, VerbMode::Finite | VerbMode::Participle));
    let verb = (0..start).rev().find(finite).filter(|&v| clauses.frame(v).others.contains(&start));
    let verb = verb.or_else(|| (chunk + 1..clauses.chunks.len()).find(finite).filter(|_| start == 0));
    verb.map_or_else(Vec::new, |v| {
        let frame = clauses.frame(v);
        // "a été inaugurée par A en hommage à B": a thing takes part in nothing.
        let named = frame.object.iter().any(|&c| clauses.noun(c).is_some_and(|n| !n.names.is_empty() || n.pronoun));
        let passive = clauses.verb(v).is_some_and(|g| g.passive) && (named || frame.subject.is_empty());
        if passive { frame.object.clone() } else { frame.subject.clone() }
    })
}

/// What stands around a noun: its complements, and the subject of the light verb it hangs on.
pub(super) fn nominal(clauses: &Clauses<'_, '_>, chunk: usize) -> (Around, Status) {
    let mut around = Around::default();
    let mut status = Status::Actual;
    let mut c = chunk + 1;
    while c < clauses.chunks.len() {
        match &clauses.chunks[c] {
            Chunk::Noun(group) if group.preposition.is_some() => around.others.push(c),
            Chunk::Noun(group) if !group.time && !clauses.is(c - 1, Mark::Coordinator) => break,
            Chunk::Verb(verb) if verb.mode != VerbMode::Participle => break,
            Chunk::Noun(_) | Chunk::Verb(_) => {}
            Chunk::Mark(mark, _) => match mark {
                Mark::Coordinator | Mark::Quote => {}
                // "Un appel, prévu lundi entre A et B": a participle belongs to the noun.
                Mark::Comma if clauses.verb(c + 1).is_some_and(|v| v.mode == VerbMode::Participle) => {}
                _ => break,
            },
        }
        c += 1;
    }
    if let Some(above) = governed(clauses, held(clauses, chunk), &mut around) {
        status = above;
    } else if around.subject.is_empty() {
        around.subject = state_of(clauses, chunk);
    }
    if let Some(before) = clauses.noun(chunk).and_then(|n| n.start.checked_sub(1))
        && clauses.words.is(before, WordClass::Negation)
        && chunk > 0
        && clauses.verb(chunk - 1).is_none()
    {
        // "pas d'alliance entre A et B"
        status = Status::Negated;
    }
    if around.object.is_empty() {
        around.object = victims(clauses, chunk);
    }
    // "le projet de rencontre entre A et B", "l'absence d'accord avec B"
    let of = clauses.words.grammar.preposition("de");
    if status == Status::Actual
        && let Some(group) = clauses.noun(chunk).filter(|n| n.preposition == of && n.inner > n.start)
        && let Some(before) = chunk.checked_sub(1)
        && clauses.noun(before).is_some_and(|n| n.names.is_empty())
    {
        status = meant(clauses.words, &clauses.chunks[before..chunk], group.start).unwrap_or_default();
    }
    if clauses.noun(chunk).is_some_and(|n| n.former) && status == Status::Actual {
        // "ancien allié de A"
        status = Status::Ended;
    }
    if clauses.noun(chunk).is_some_and(|n| n.coming) && status == Status::Actual {
        status = Status::Planned;
    }
    (around, status)
}
