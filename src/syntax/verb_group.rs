//! Verb groups: from the first pronoun to the participle.

use super::chunk::{Status, VerbGroup, VerbMode};
use super::words::Words;
use crate::grammar::{VerbClass, VerbForm, WordClass};
use crate::morphology::Tense;
use crate::token::TokenKind;

/// Reads the verb group that begins at the token, if one does.
///
/// `after_noun`: a noun group ends just before, so that a word that can be a noun or a verb is a verb.
pub(crate) fn read(words: &Words<'_, '_>, start: usize, end: usize, after_noun: bool) -> Option<VerbGroup> {
    let mut at = start;
    let mut preposition = None;
    let mut before = Before::default();
    if let Some((next, number)) = words.preposition(start, end) {
        // "de rencontrer", "pour les libérer", "en visitant".
        // "menace de « frapper » B": one verb in quotes.
        let next = if quoted_infinitive(words, next, end) { next + 1 } else { next };
        let (verb, pronouns) = pronouns(words, next, end).unwrap_or((start, Before::default()));
        let wanted = if words.grammar.data.prepositions[usize::from(number)] == "en" {
            Tense::Gerund
        } else {
            Tense::Infinitive
        };
        if words.verb_forms(verb).any(|f| f.tense == wanted) {
            (at, before, preposition) = (verb, pronouns, Some(number));
        } else {
            // "en" may be a pronoun, "entre" a verb: "en a parlé", "entre au capital".
            let verb_itself = words.verb_forms(start).next().is_some();
            if !(words.is(start, WordClass::ObjectClitic) || verb_itself) || next != start + 1 {
                return None;
            }
        }
    }
    if preposition.is_none() {
        (at, before) = pronouns(words, start, end)?;
    }
    let marked = before.ne || before.reflexive || before.clitic.is_some();
    let form = choose(words, at, marked, after_noun, preposition.is_some())?;
    let mode = match form.tense {
        Tense::Infinitive => VerbMode::Infinitive,
        Tense::Gerund => VerbMode::Gerund,
        Tense::Participle => VerbMode::Participle,
        _ => VerbMode::Finite,
    };
    let mut group = VerbGroup {
        start,
        end: at + 1,
        trigger: at,
        lemma: form.lemma,
        mode,
        passive: mode == VerbMode::Participle && !words.grammar.verb_is(form.lemma, VerbClass::MovesWithBe),
        pronominal: before.reflexive,
        negated: false,
        plural: form.plural,
        feminine: form.feminine,
        status: Status::Actual,
        preposition,
        inverted: false,
        speaker: form.person == 1,
        clitic: before.clitic,
        governor: None,
        compound: false,
        past: matches!(form.tense, Tense::Imperfect | Tense::Past),
    };
    let mut negation = false;
    if mode != VerbMode::Participle {
        auxiliaries(words, end, &mut group, &mut negation);
    }
    trailing(words, end, &mut group, &mut negation);
    group.end += usize::from(at > start && quoted_infinitive(words, at - 1, end));
    // "n'a retiré qu'une partie": it did.
    let only = before.ne && !negation && !before.negation && group.end < end && words.is(group.end, WordClass::Que);
    group.end += usize::from(only);
    group.negated = before.ne && !only && (negation || before.negation || mode == VerbMode::Finite);
    group.past |= group.compound && form.tense == Tense::Present;
    group.status = status(words, form, &group);
    Some(group)
}

/// Whether an infinitive stands alone in quotes at the token.
pub(crate) fn quoted_infinitive(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    at + 2 < end
        && words.kind(at) == TokenKind::Quote
        && words.kind(at + 2) == TokenKind::Quote
        && words.verb_forms(at + 1).any(|f| f.tense == Tense::Infinitive)
}

#[derive(Clone, Copy, Default)]
struct Before {
    ne: bool,
    negation: bool,
    reflexive: bool,
    clitic: Option<usize>,
}

/// Passes over `ne` and the pronouns before a verb; `None` when no verb follows.
fn pronouns(words: &Words<'_, '_>, start: usize, end: usize) -> Option<(usize, Before)> {
    let mut before = Before::default();
    let mut at = start;
    while at < end {
        if words.is(at, WordClass::Ne) {
            before.ne = true;
        } else if before.ne && words.is(at, WordClass::Negation) {
            before.negation = true;
        } else if words.is(at, WordClass::Reflexive) {
            before.reflexive = true;
        } else if words.is(at, WordClass::ObjectClitic) && at + 1 < end && verb_ahead(words, at + 1, end) {
            before.clitic.get_or_insert(at);
        } else {
            break;
        }
        at += 1;
    }
    (at < end && words.verb_forms(at).next().is_some()).then_some((at, before))
}

/// Whether a verb stands at the token, or after pronouns there.
fn verb_ahead(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    if words.is(at, WordClass::ObjectClitic) && at + 1 < end {
        return verb_ahead(words, at + 1, end);
    }
    words.verb_forms(at).next().is_some()
}

/// Chooses among the readings of a form.
fn choose(
    words: &Words<'_, '_>,
    at: usize,
    marked: bool,
    after_noun: bool,
    after_preposition: bool,
) -> Option<VerbForm> {
    let forms = || words.verb_forms(at);
    let pick = |wanted: &dyn Fn(&VerbForm) -> bool| forms().find(|f| wanted(f));
    if after_preposition {
        return pick(&|f| matches!(f.tense, Tense::Infinitive | Tense::Gerund));
    }
    let finite = |f: &VerbForm| !matches!(f.tense, Tense::Infinitive | Tense::Gerund | Tense::Participle);
    // The auxiliary before all: "a", "est".
    let auxiliary = |f: &VerbForm| {
        finite(f) && (words.grammar.verb_is(f.lemma, VerbClass::Have) || words.grammar.verb_is(f.lemma, VerbClass::Be))
    };
    // The indicative before the subjunctive, the third person before the others.
    let plain = |f: &VerbForm| finite(f) && f.person == 3 && f.tense != Tense::Subjunctive;
    let other = |f: &VerbForm| finite(f) && f.person == 3;
    let first = pick(&|f| auxiliary(f) && f.person == 3)
        .or_else(|| pick(&auxiliary))
        .or_else(|| pick(&plain))
        .or_else(|| pick(&other));
    let bare = pick(&|f| f.tense == Tense::Participle);
    let rest = || pick(&|f| matches!(f.tense, Tense::Infinitive | Tense::Gerund)).or_else(|| pick(&finite));
    // "dit", "fait", "réunit": without anything before it, behind a noun, the verb; otherwise the participle.
    match (first, bare) {
        (Some(first), Some(bare)) => Some(if marked || after_noun { first } else { bare }),
        (Some(form), None) | (None, Some(form)) => Some(form),
        (None, None) => rest(),
    }
}

/// Reads what follows an auxiliary: "a (pas) rencontré", "a été reçu", "est reçu", "s'est rendu".
fn auxiliaries(words: &Words<'_, '_>, end: usize, group: &mut VerbGroup, negation: &mut bool) {
    let have = words.grammar.verb_is(group.lemma, VerbClass::Have);
    let be = words.grammar.verb_is(group.lemma, VerbClass::Be);
    if !have && !be {
        return;
    }
    let mut at = skip(words, group.end, end, negation, &mut group.inverted);
    let Some(participle) = participle(words, at, end).or_else(|| {
        at = incise(words, at, end).or_else(|| timed(words, at, end))?;
        at = skip(words, at, end, negation, &mut group.inverted);
        self::participle(words, at, end)
    }) else {
        return;
    };
    if words.grammar.verb_is(participle.lemma, VerbClass::Be) {
        // "a été": passive when another participle follows.
        let mut inverted = false;
        let next = skip(words, at + 1, end, negation, &mut inverted);
        group.end = at + 1;
        group.lemma = participle.lemma;
        group.compound = true;
        if let Some(second) = self::participle(words, next, end)
            && !words.grammar.verb_is(second.lemma, VerbClass::Be)
        {
            take(group, second, next);
            group.passive = true;
        }
        return;
    }
    take(group, participle, at);
    group.compound = have || group.pronominal || words.grammar.verb_is(participle.lemma, VerbClass::MovesWithBe);
    group.passive = be && !group.compound;
}

/// "a, ce mercredi, menacé": the token behind an aside of a few words between commas.
fn incise(words: &Words<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let is_comma = |t: usize| words.kind(t) == TokenKind::Punctuation && words.text(t) == ",";
    if at >= end || !is_comma(at) {
        return None;
    }
    let close = (at + 1..end.min(at + LONGEST)).find(|&t| is_comma(t))?;
    // A verb between the commas makes it a clause of its own.
    let finite = (at + 1..close).any(|t| words.is(t, WordClass::RelativeSubject) || words.is(t, WordClass::Que));
    (!finite && close + 1 < end).then_some(close + 1)
}

/// "avait dès le lendemain appelé", "a lundi rencontré": the token behind a time between the auxiliary and the participle.
fn timed(words: &Words<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    // "a dix jours consacrés": a bare number is what the verb has.
    let opens = |t: usize| {
        words.is(t, WordClass::Time) || words.is(t, WordClass::Definite) || words.preposition(t, end).is_some()
    };
    if at >= end || !(opens(at) || words.is(at, WordClass::Demonstrative)) {
        return None;
    }
    let of_time = |t: &usize| {
        words.is(*t, WordClass::Time)
            || words.is(*t, WordClass::Determiner)
            || words.preposition(*t, end).is_some()
            || words.kind(*t) == TokenKind::Number
    };
    let stop = (at..end.min(at + LONGEST)).take_while(of_time).last()? + 1;
    let named = (at..stop).any(|t| words.is(t, WordClass::Time));
    (named && (words.is(stop - 1, WordClass::Time) || words.kind(stop - 1) == TokenKind::Number)).then_some(stop)
}

fn take(group: &mut VerbGroup, participle: VerbForm, at: usize) {
    group.lemma = participle.lemma;
    group.end = at + 1;
    group.feminine = participle.feminine;
}

fn participle(words: &Words<'_, '_>, at: usize, end: usize) -> Option<VerbForm> {
    if at >= end {
        return None;
    }
    words.verb_forms(at).find(|f| f.tense == Tense::Participle)
}

/// Passes over adverbs, the second half of a negation and an inverted subject pronoun.
fn skip(words: &Words<'_, '_>, mut at: usize, end: usize, negation: &mut bool, inverted: &mut bool) -> usize {
    while at < end {
        if let Some(next) = words.phrase(at, end, WordClass::Negation) {
            *negation = true;
            at = next;
        } else if let Some(next) = words.phrase(at, end, WordClass::Adverb) {
            at = next;
        } else if is_inverted(words, at) {
            *inverted = true;
            at += 1;
        } else if is_adverb(words, at) || words.kind(at) == TokenKind::Quote {
            // "ont « échangé » sur …"
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn is_inverted(words: &Words<'_, '_>, at: usize) -> bool {
    words.text(at).starts_with(['-', '‑']) && words.is(at, WordClass::Pronoun)
}

/// Adverbs in -ment that no list holds.
pub(crate) fn is_adverb(words: &Words<'_, '_>, at: usize) -> bool {
    words.text(at).starts_with(char::is_lowercase) && is_manner(words, at)
}

/// The same at the head of a sentence, where it has a capital.
pub(crate) fn is_manner(words: &Words<'_, '_>, at: usize) -> bool {
    let text = words.text(at);
    text.len() > 6
        && text.ends_with("ment")
        && words.noun(at).is_none()
        && words.lexed.word_senses(at).next().is_none()
        && words.verb_forms(at).next().is_none()
}

/// Takes in the negation and inverted pronoun behind a verb.
fn trailing(words: &Words<'_, '_>, end: usize, group: &mut VerbGroup, negation: &mut bool) {
    let mut at = group.end;
    while at < end {
        if is_inverted(words, at) {
            group.inverted = true;
            at += 1;
        } else if let Some(next) = words.phrase(at, end, WordClass::Negation) {
            *negation = true;
            at = next;
        } else {
            break;
        }
        group.end = at;
    }
}

/// What the form says of the truth.
fn status(words: &Words<'_, '_>, form: VerbForm, group: &VerbGroup) -> Status {
    if group.negated {
        return Status::Negated;
    }
    match form.tense {
        Tense::Future if !group.compound || group.passive => Status::Planned,
        Tense::Conditional if group.compound => Status::Unconfirmed,
        Tense::Conditional if words.grammar.verb_is(form.lemma, VerbClass::Planned) => Status::Planned,
        Tense::Conditional if words.grammar.verb_is(form.lemma, VerbClass::Hypothetical) => Status::Hypothetical,
        Tense::Conditional => Status::Unconfirmed,
        _ => Status::Actual,
    }
}
