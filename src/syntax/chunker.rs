use super::chunk::{Chunk, Mark, Status, VerbMode};
use super::noun_group::{self, Names};
use super::verb_group::{self, is_adverb, quoted_infinitive};
use super::words::Words;
use crate::grammar::{VerbClass, WordClass};
use crate::token::TokenKind;
use std::ops::Range;

/// Cuts a sentence into noun groups, verb groups and marks.
pub(crate) fn chunk(words: &Words<'_, '_>, names: &Names<'_, '_>, tokens: Range<usize>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::with_capacity(tokens.len() / 2 + 1);
    let mut at = tokens.start;
    while at < tokens.end {
        // "de nouveau", "en revanche": before the preposition in them is read.
        if names.starts[at].is_none()
            && let Some(next) = words.phrase(at, tokens.end, WordClass::Adverb).filter(|&n| n > at + 1)
            && words.preposition(at, tokens.end).is_none_or(|(p, _)| p <= next)
        {
            at = next;
            continue;
        }
        // "Visiblement agacée, A …": before a participle at the head of the sentence.
        if chunks.is_empty()
            && names.starts[at].is_none()
            && at + 1 < tokens.end
            && verb_group::is_manner(words, at)
            && words.verb_forms(at + 1).any(|f| f.tense == crate::morphology::Tense::Participle)
        {
            at += 1;
            continue;
        }
        let before = chunks.last();
        let after_noun = before.is_some_and(|c| c.noun().is_some());
        let after_subject = after_subject(&chunks) || awaited(&chunks);
        if names.starts[at].is_none() {
            if let Some((preposition, next)) = relative(words, at, tokens.end) {
                chunks.push(Chunk::Mark(Mark::Which(preposition), at));
                at = next;
                continue;
            }
            if alias(words, &chunks, at, tokens.end) {
                at += 1;
                continue;
            }
            let behind_verb = before.is_some_and(|c| c.verb().is_some());
            if let Some((mark, next)) = mark(words, at, tokens.end, behind_verb) {
                chunks.push(Chunk::Mark(mark, at));
                at = next;
                continue;
            }
            let opened = matches!(before, Some(Chunk::Mark(Mark::Who | Mark::That | Mark::Which(_), _)));
            let pronoun = opened && pronoun_first(words, at, tokens.end)
                || ambiguous(words, names, &chunks, at, tokens.end)
                || before.is_some_and(|c| c.verb().is_some() || c.is(Mark::Coordinator))
                    && pronoun_infinitive(words, at, tokens.end);
            // "pourrait désigner": behind a verb an infinitive is one, whatever noun looks like it.
            let infinitive = before.is_some_and(|c| c.verb().is_some())
                && words.verb_forms(at).any(|f| f.tense == crate::morphology::Tense::Infinitive);
            if (pronoun || is_verb_first(words, at, tokens.end, after_subject || infinitive))
                && !object_noun(words, &chunks, at)
                && let Some(mut group) = verb_group::read(words, at, tokens.end, after_noun)
            {
                govern(words, &chunks, &mut group);
                at = group.end;
                chunks.push(Chunk::Verb(group));
                continue;
            }
        }
        // Behind a time or a name "des" is the article: "fournit à A des armes".
        let complete = |n: &super::NounGroup| {
            n.time && n.names.is_empty() || n.preposition.is_some() && ends_in_name(words, names, n)
        };
        let article = !after_noun || before.and_then(Chunk::noun).is_some_and(complete);
        let negated = before.and_then(Chunk::verb).is_some_and(|v| v.negated);
        if let Some(group) = noun_group::read(words, names, at, tokens.end, article, negated) {
            at = group.end;
            chunks.push(Chunk::Noun(group));
        } else {
            at = words.phrase(at, tokens.end, WordClass::Adverb).unwrap_or(at + 1);
        }
    }
    super::addition::join_added(words, &mut chunks);
    suppose(&mut chunks);
    foresee(&mut chunks);
    chunks
}

/// "A, qui a vu B, contrôle": behind an aside, whether the main verb is still to come.
fn awaited(chunks: &[Chunk]) -> bool {
    let Some((Chunk::Mark(Mark::Comma, _), before)) = chunks.split_last() else { return false };
    let open = before.iter().position(|c| c.is(Mark::Comma));
    let Some(open) = open.filter(|&o| o > 0) else { return false };
    let finite = |c: &Chunk| c.verb().is_some_and(|v| v.mode == super::VerbMode::Finite);
    let relative = before[open + 1..]
        .first()
        .is_some_and(|c| matches!(c, Chunk::Mark(Mark::Who | Mark::That | Mark::Which(_), _)));
    let subject = before[0].noun().is_some_and(|n| n.preposition.is_none() && !n.time);
    subject
        && !before[..open].iter().any(finite)
        && relative
        && before[open..].iter().any(finite)
        && !before[open + 1..].iter().any(|c| c.is(Mark::Comma) || c.is(Mark::Coordinator))
}

/// Whether the group ends with a name.
fn ends_in_name(words: &Words<'_, '_>, names: &Names<'_, '_>, group: &super::NounGroup) -> bool {
    let end = words.lexed.tokens[group.end - 1].span().end;
    group.names.last().is_some_and(|&n| names.mentions[n].span().end == end)
}

/// Whether what stands just before calls for a verb: "qui", a pronoun, a noun group without preposition.
fn after_subject(chunks: &[Chunk]) -> bool {
    let idle = |c: &&Chunk| {
        c.is(Mark::Quote) || c.noun().is_some_and(|n| n.time && n.names.is_empty() && n.preposition.is_none())
    };
    let Some(last) = chunks.iter().rev().find(|c| !idle(c)) else { return !chunks.is_empty() };
    match last {
        Chunk::Noun(noun) => noun.preposition.is_none(),
        Chunk::Mark(mark, _) => *mark == Mark::Who,
        Chunk::Verb(_) => false,
    }
}

/// "si A attaque": what stands behind the conjunction is supposed.
fn suppose(chunks: &mut [Chunk]) {
    let mut supposed = false;
    for chunk in chunks {
        match chunk {
            Chunk::Mark(Mark::Condition, _) => supposed = true,
            Chunk::Mark(Mark::Comma | Mark::Semicolon | Mark::Quote, _) => supposed = false,
            Chunk::Verb(verb) if supposed && verb.status == Status::Actual => verb.status = Status::Hypothetical,
            _ => {}
        }
    }
}

/// "avait annoncé qu'elle reconnaîtrait B": said in the past, the conditional is what was to come.
fn foresee(chunks: &mut [Chunk]) {
    let mut said = false;
    let mut open = false;
    for chunk in chunks {
        match chunk {
            Chunk::Mark(Mark::That, _) => open = said,
            Chunk::Mark(Mark::Semicolon | Mark::Quote | Mark::Adversative, _) => (said, open) = (false, false),
            Chunk::Verb(verb) if verb.mode == VerbMode::Finite => {
                if open && verb.status == Status::Unconfirmed && !verb.compound {
                    verb.status = Status::Planned;
                }
                (said, open) = (verb.past, false);
            }
            _ => {}
        }
    }
}

/// "avec lequel", "à qui", "dont", "où": a relative with its preposition.
fn relative(words: &Words<'_, '_>, at: usize, end: usize) -> Option<(u8, usize)> {
    let number = |name| words.grammar.preposition(name);
    for (class, name) in [(WordClass::RelativeOf, "de"), (WordClass::RelativeTo, "à"), (WordClass::RelativePlace, "à")]
    {
        if let Some(next) = words.phrase(at, end, class) {
            return Some((number(name)?, next));
        }
    }
    let (next, preposition) = words.preposition(at, end)?;
    let who = next < end && words.is(next, WordClass::RelativeSubject);
    who.then_some((preposition, next + 1))
}

/// "A, dit « B »": between a name and a by-name stands no verb.
fn alias(words: &Words<'_, '_>, chunks: &[Chunk], at: usize, end: usize) -> bool {
    words.is(at, WordClass::Alias)
        && chunks.iter().rev().find(|c| !c.is(Mark::Comma)).and_then(Chunk::noun).is_some_and(|n| !n.names.is_empty())
        && at + 1 < end
        && (words.kind(at + 1) == TokenKind::Quote && at + 4 < end
            || words.shape(at + 1).has(crate::token::Shape::CAPITALISED))
}

/// "fait partie", "pris position": behind a verb that is no copula a participle is a noun.
fn object_noun(words: &Words<'_, '_>, chunks: &[Chunk], at: usize) -> bool {
    let Some(verb) = chunks.last().and_then(Chunk::verb) else { return false };
    verb.mode != VerbMode::Participle
        && !words.grammar.verb_is(verb.lemma, VerbClass::Copula)
        && words.verb_forms(at).all(|f| f.tense == crate::morphology::Tense::Participle)
        && words.verb_forms(at).next().is_some()
        && !words.is(at, WordClass::Ne)
}

/// Ties an infinitive to the verb just before it and passes the status on.
fn govern(words: &Words<'_, '_>, chunks: &[Chunk], group: &mut super::VerbGroup) {
    if group.mode != VerbMode::Infinitive {
        return;
    }
    let above = chunks.iter().enumerate().rev().find_map(|(i, c)| match c {
        Chunk::Verb(verb) => Some((i, verb)),
        Chunk::Mark(Mark::Semicolon | Mark::Colon, _) => None,
        _ => None,
    });
    let noun = meant(words, chunks, group.start);
    let without = words.phrase(group.start, group.end, WordClass::Without).is_some();
    let Some((index, above)) = above else {
        if group.status == Status::Actual {
            group.status = if without { Status::Negated } else { noun.unwrap_or_default() };
        }
        return;
    };
    // "pourrait dénoncer l'accord qui lie A à B, voire quitter C", "de voir A et de quitter B".
    let separated = matches!(chunks.last(), Some(Chunk::Mark(Mark::Comma | Mark::Coordinator, _)));
    let sibling = chunks.iter().rev().filter_map(Chunk::verb).find(|v| {
        let alike = v.preposition == group.preposition || group.preposition.is_none();
        v.mode == VerbMode::Infinitive && alike && v.governor.is_some()
    });
    if separated && let Some(sibling) = sibling {
        group.governor = sibling.governor;
        if group.status == Status::Actual {
            group.status = sibling.status;
        }
        return;
    }
    group.governor = Some(index);
    let class = |class| words.grammar.verb_is(above.lemma, class);
    let adjacent = index + 1 == chunks.len();
    let actual = above.status == Status::Actual;
    let inherited = if without {
        Status::Negated
    } else if let Some(status) = noun.filter(|_| actual) {
        status
    } else if class(VerbClass::Entrust) && actual && adjacent {
        // "chargé de convaincre B": the task is to come.
        Status::Planned
    } else if class(VerbClass::Alleged) && actual {
        Status::Unconfirmed
    } else if class(VerbClass::Negative) {
        if above.status == Status::Negated { Status::Actual } else { Status::Negated }
    } else if class(VerbClass::Ended) && above.status == Status::Negated {
        // "n'a cessé de promettre": he did.
        Status::Actual
    } else if above.status == Status::Negated && adjacent {
        Status::Negated
    } else if class(VerbClass::Ended) {
        Status::Ended
    } else if class(VerbClass::Factual) && adjacent {
        above.status
    } else if class(VerbClass::Obliged) && adjacent && above.compound {
        // "a dû démissionner": he did.
        above.status
    } else if class(VerbClass::Planned) && adjacent {
        if above.status == Status::Actual { Status::Planned } else { above.status }
    } else if class(VerbClass::Hypothetical) {
        Status::Hypothetical
    } else if above.status == Status::Actual && words.is(group.start, WordClass::Purpose) && !group.compound {
        // What somebody acts for has not happened yet.
        Status::Planned
    } else {
        above.status
    };
    if group.status == Status::Actual {
        group.status = inherited;
    }
}

/// "le projet de A de quitter B", "prêt à quitter B": what the noun or adjective before says of the infinitive or deed at the token.
pub(crate) fn meant(words: &Words<'_, '_>, chunks: &[Chunk], at: usize) -> Option<Status> {
    let of = words.grammar.preposition("de");
    let said = |token: usize| {
        [
            (WordClass::Intention, Status::Planned),
            (WordClass::Refusal, Status::Negated),
            (WordClass::Chance, Status::Hypothetical),
        ]
        .into_iter()
        .find_map(|(class, status)| words.phrase(token, at, class).map(|_| status))
    };
    let mut last = chunks.len().checked_sub(1)?;
    loop {
        let group = chunks[last].noun()?;
        // The words of the group, and those that a phrase has taken out of it.
        let head = (group.start..group.end).find_map(&said);
        if head.is_some() {
            return head;
        }
        if of.is_none() || group.preposition != of || group.start == group.inner {
            return None;
        }
        last = last.checked_sub(1)?;
    }
}

/// "et menace B", "que porte A", "puis rencontré A": a word that looks like a noun and has no article is a verb, where one is awaited and
/// a group without preposition follows.
fn ambiguous(words: &Words<'_, '_>, names: &Names<'_, '_>, chunks: &[Chunk], at: usize, end: usize) -> bool {
    use crate::morphology::Tense as T;
    let Some((Chunk::Mark(mark, _), above)) = chunks.split_last() else { return false };
    let listed = matches!(mark, Mark::Coordinator | Mark::Comma);
    if !listed && !matches!(mark, Mark::That | Mark::Which(_)) || at + 1 >= end {
        return false;
    }
    let first = above.iter().rev().filter_map(Chunk::verb).find(|v| v.mode != VerbMode::Participle);
    let finite = |f: &crate::grammar::VerbForm| {
        f.person == 3 && !matches!(f.tense, T::Participle | T::Infinitive | T::Gerund | T::Subjunctive)
    };
    // "a accueilli A puis rencontré B": the auxiliary is that of the verb before.
    let shared = || {
        *mark == Mark::Coordinator
            && first.is_some_and(|v| v.mode == VerbMode::Finite && v.compound)
            && words.verb_forms(at).any(|f| f.tense == T::Participle)
            && words.noun(at).is_none()
    };
    let verb = words.verb_forms(at).any(|f| finite(&f)) && (!listed || first.is_some()) || listed && shared();
    if !verb || words.preposition(at, end).is_some() || words.is(at, WordClass::Determiner) {
        return false;
    }
    let next = at + 1;
    let group = names.starts[next].is_some() && !words.shape(at).has(crate::token::Shape::CAPITALISED)
        || words.is(next, WordClass::Determiner) && words.preposition(next, end).is_none();
    // "rencontre le 3 mai", "visite ce lundi": a time follows nouns too.
    let time = next + 1 < end && (words.kind(next + 1) == TokenKind::Number || words.is(next + 1, WordClass::Time));
    group && !time
}

/// "doit la recevoir", "souhaite l'aider": behind a verb a pronoun before an infinitive that is no noun.
fn pronoun_infinitive(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    words.is(at, WordClass::ObjectClitic)
        && at + 1 < end
        && words.noun(at + 1).is_none()
        && words.verb_forms(at + 1).any(|f| f.tense == crate::morphology::Tense::Infinitive)
        && words.lexed.word_senses(at + 1).next().is_none()
}

/// "qui l'a vu", "où les accueillait A": behind a relative a pronoun before a finite verb that is no noun.
fn pronoun_first(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    use crate::morphology::Tense as T;
    let finite =
        |f: &crate::grammar::VerbForm| f.person == 3 && !matches!(f.tense, T::Participle | T::Infinitive | T::Gerund);
    words.is(at, WordClass::ObjectClitic)
        && at + 1 < end
        && words.noun(at + 1).is_none()
        && words.verb_forms(at + 1).any(|f| finite(&f))
        && words.lexed.word_senses(at + 1).next().is_none()
}

/// Whether a verb group rather than a noun group begins at the token.
fn is_verb_first(words: &Words<'_, '_>, at: usize, end: usize, after_subject: bool) -> bool {
    use WordClass as C;
    if words.is(at, C::Ne) || words.is(at, C::Reflexive) {
        return true;
    }
    if let Some((next, _)) = words.preposition(at, end) {
        // "de rencontrer", "pour le libérer", "en visitant", and not "de la rencontre".
        let mut verb = next + usize::from(quoted_infinitive(words, next, end));
        while verb < end
            && (words.is(verb, C::Reflexive)
                || words.is(verb, C::ObjectClitic)
                || words.is(verb, C::Ne)
                || words.is(verb, C::Negation))
        {
            verb += 1;
        }
        let unfinished = |f: &crate::grammar::VerbForm| {
            matches!(f.tense, crate::morphology::Tense::Infinitive | crate::morphology::Tense::Gerund)
        };
        if verb < end && words.verb_forms(verb).any(|f| unfinished(&f)) && words.noun(verb).is_none() {
            return true;
        }
        // "A entre au capital": a preposition before a preposition is a verb; before "des" it may stand before an article.
        let finite = words.verb_forms(at).any(|f| f.person == 3 && !unfinished(&f));
        if next == at + 1
            && finite
            && after_subject
            && next < end
            && words.preposition(next, end).is_some()
            && !words.is(next, C::IndefinitePlural)
        {
            return true;
        }
        return words.is(at, C::ObjectClitic)
            && at + 1 < end
            && words.verb_forms(at + 1).any(|f| !unfinished(&f))
            && words.noun(at + 1).is_none();
    }
    if words.is(at, C::ObjectClitic)
        && at + 2 < end
        && words.verb_forms(at + 1).any(|f| f.person == 3 && words.grammar.verb_is(f.lemma, VerbClass::Have))
    {
        // "l'a relâché"
        return true;
    }
    if words.is(at, C::ObjectClitic) && at + 1 < end {
        let determiner = words.is(at, C::Determiner);
        let verb = words.verb_forms(at + 1).any(|f| f.person == 3 || f.person == 0);
        let finite = words.verb_forms(at + 1).any(|f| f.person == 3 && f.tense != crate::morphology::Tense::Participle);
        let reflexive =
            words.is(at + 1, C::Reflexive) || words.is(at + 1, C::ObjectClitic) && !words.is(at + 1, C::Determiner);
        return (verb || reflexive) && (!determiner || after_subject && finite);
    }
    if words.is(at, C::Determiner) || words.is(at, C::Pronoun) {
        return false;
    }
    if words.verb_forms(at).next().is_none() || words.is(at, C::Negation) {
        return false;
    }
    let noun = words.noun(at).is_some() || words.is_title_or_noun(at);
    // A word that can be a noun or a verb is a verb behind a subject, and a participle before an agent:
    // "Accusée par A de …".
    let agent = at + 1 < end
        && words.verb_forms(at).any(|f| f.tense == crate::morphology::Tense::Participle)
        && words.preposition(at + 1, end).is_some_and(|(_, p)| words.grammar.preposition("par") == Some(p));
    !noun || after_subject || agent || dated(words, at, end) || qualified(words, at, end)
}

/// "A, chef de B, critique vivement C": a noun has no adverb behind it.
fn qualified(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    use crate::morphology::Tense as T;
    let finite = |f: &crate::grammar::VerbForm| {
        f.person == 3 && !matches!(f.tense, T::Participle | T::Infinitive | T::Gerund | T::Subjunctive)
    };
    let adverb = |t: usize| words.text(t).ends_with("ment") && (is_adverb(words, t) || words.is(t, WordClass::Adverb));
    at + 2 < end && words.verb_forms(at).any(|f| finite(&f)) && adverb(at + 1)
}

/// "A, élue en 2020", "élu le 4 mai", "élue présidente": a participle that could be a title, before its date or the office it gives.
fn dated(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    if at + 2 >= end || !words.verb_forms(at).any(|f| f.tense == crate::morphology::Tense::Participle) {
        return false;
    }
    let next = words
        .preposition(at + 1, end)
        .map(|(next, _)| next)
        .or_else(|| words.is(at + 1, WordClass::Definite).then_some(at + 2))
        .unwrap_or(at + 1);
    let year = |t: usize| words.text(t).len() == 4 && words.text(t).bytes().all(|b| b.is_ascii_digit());
    let date = |t: usize| year(t) || words.is(t, WordClass::Time) || words.kind(t) == TokenKind::Number;
    let title = words.lexed.word_has(at + 1, [crate::table::Tag::Title]) && next == at + 1;
    next < end && (date(next) || title)
}

fn mark(words: &Words<'_, '_>, at: usize, end: usize, behind_verb: bool) -> Option<(Mark, usize)> {
    use WordClass as C;
    let one = |mark| Some((mark, at + 1));
    match words.kind(at) {
        TokenKind::Punctuation => {
            return one(match words.text(at) {
                "," => Mark::Comma,
                ":" => Mark::Colon,
                ";" => Mark::Semicolon,
                _ => Mark::Other,
            });
        }
        TokenKind::Bracket => {
            return one(if words.text(at).starts_with(['(', '[', '{']) { Mark::Open } else { Mark::Close });
        }
        TokenKind::Quote => return one(Mark::Quote),
        TokenKind::Dash => return one(Mark::Dash),
        TokenKind::Symbol if at > 0 && words.kind(at - 1) == TokenKind::Number => {}
        TokenKind::Symbol | TokenKind::Address | TokenKind::Tag if words.text(at) != "&" => {
            return one(Mark::Other);
        }
        _ => {}
    }
    let phrase = |class| words.phrase(at, end, class);
    let found = [
        (C::Adversative, Mark::Adversative),
        (C::Subordinator, Mark::Subordinator),
        (C::Condition, Mark::Condition),
        (C::Coordinator, Mark::Coordinator),
        (C::RelativeSubject, Mark::Who),
        (C::Que, Mark::That),
    ]
    .into_iter()
    .filter_map(|(class, mark)| phrase(class).map(|next| (mark, next)))
    .max_by_key(|&(_, next)| next)?;
    if found.0 == Mark::Subordinator && as_preposition(words, at, found.1, end, behind_verb) {
        return None;
    }
    // "alors que" before "alors", "quelque" before "que": the longest phrase decides.
    (words.phrase(at, end, C::Adverb).is_none_or(|next| next <= found.1)).then_some(found)
}

/// "choisi comme ministre", "dénoncé comme une provocation": before a noun without article, or right behind a verb before an indefinite
/// one, a conjunction that can be a preposition is one.
fn as_preposition(words: &Words<'_, '_>, at: usize, next: usize, end: usize, behind_verb: bool) -> bool {
    use WordClass as C;
    next < end
        && words.preposition(at, end).is_some_and(|(stop, _)| stop == next)
        && words.kind(next) == TokenKind::Word
        && words.text(next).starts_with(char::is_lowercase)
        && (!words.is(next, C::Determiner)
            || behind_verb && !words.is(next, C::Definite) && !words.is(next, C::Possessive))
        && ![C::Pronoun, C::Reflexive, C::ObjectClitic, C::Ne].iter().any(|&class| words.is(next, class))
}
