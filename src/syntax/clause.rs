//! Clauses: which noun groups are subject and object of a verb, and what stands after it.

use super::chunk::{Chunk, Head, Mark, NounGroup, VerbGroup, VerbMode};
use super::words::Words;
use crate::grammar::{VerbClass, WordClass};
use std::cell::OnceCell;

/// The chunks of a sentence with the ties between them.
pub(crate) struct Clauses<'a, 't> {
    pub(crate) words: &'a Words<'a, 't>,
    pub(crate) chunks: Vec<Chunk>,
    /// Of each verb group that shares the auxiliary of one before it, that one.
    shared: Vec<Option<usize>>,
    /// What stands around each verb group, once asked for.
    frames: Vec<OnceCell<Box<Frame>>>,
    /// The numbers of the prepositions the syntax itself asks for.
    pub(super) of: Option<u8>,
    pub(super) by: Option<u8>,
    to: Option<u8>,
}

/// What stands around a verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    /// Noun groups of the deep subject: who acts.
    pub(crate) subject: Vec<usize>,
    /// Noun groups of the deep direct object.
    pub(crate) object: Vec<usize>,
    /// Noun groups without preposition behind the verb, up to a comma.
    pub(crate) bare: Vec<usize>,
    /// Noun groups with preposition behind the verb.
    pub(crate) others: Vec<usize>,
    /// The subject is a pronoun tied behind the verb.
    pub(crate) inverted_pronoun: bool,
    /// "avec lequel", "dont": the preposition and the noun group meant.
    pub(crate) relative: Option<(u8, usize)>,
}

const DEPTH: usize = 6;

impl<'a, 't> Clauses<'a, 't> {
    pub(crate) fn new(words: &'a Words<'a, 't>, chunks: Vec<Chunk>) -> Self {
        let preposition = |name| words.grammar.preposition(name);
        let mut clauses = Self {
            words,
            shared: vec![None; chunks.len()],
            frames: vec![OnceCell::new(); chunks.len()],
            chunks,
            of: preposition("de"),
            by: preposition("par"),
            to: preposition("à"),
        };
        clauses.share_auxiliaries();
        clauses
    }

    pub(crate) fn noun(&self, chunk: usize) -> Option<&NounGroup> {
        self.chunks.get(chunk).and_then(Chunk::noun)
    }

    pub(crate) fn verb(&self, chunk: usize) -> Option<&VerbGroup> {
        self.chunks.get(chunk).and_then(Chunk::verb)
    }

    pub(crate) fn is(&self, chunk: usize, mark: Mark) -> bool {
        self.chunks.get(chunk).is_some_and(|c| c.is(mark))
    }

    /// "a tourné le dos à A et quitté B": the second participle has the auxiliary of the first.
    fn share_auxiliaries(&mut self) {
        for v in 1..self.chunks.len() {
            let Some(verb) = self.verb(v).filter(|g| g.mode == VerbMode::Participle) else { continue };
            let joined = self.is(v - 1, Mark::Coordinator);
            // "a vu A, reçu B et quitté C", and not "a vu A, reçu par B".
            let listed = self.is(v - 1, Mark::Comma) && !verb.feminine && self.active(v) && self.lists(v);
            if !joined && !listed {
                continue;
            }
            // "a dénoncé l'accord conclu avec A et rappelé B": a participle with an object is the main verb's.
            let active = self.active(v);
            let own = |p: &usize| self.verb(*p).is_some_and(|g| !(active && g.mode == VerbMode::Participle));
            let Some(above) = (0..v - 1).rev().find(own) else { continue };
            let Some(first) = self.verb(above) else { continue };
            if first.mode != VerbMode::Finite || !(first.compound || first.passive) {
                continue;
            }
            let (passive, compound, status, negated) = (first.passive, first.compound, first.status, first.negated);
            if let Chunk::Verb(group) = &mut self.chunks[v] {
                group.mode = VerbMode::Finite;
                group.passive = passive;
                group.compound = compound;
                group.status = status;
                group.negated = negated;
            }
            self.shared[v] = Some(above);
        }
    }

    /// Whether an object stands right behind the participle.
    fn active(&self, v: usize) -> bool {
        let next = (v + 1..self.chunks.len()).find(|&c| !self.noun(c).is_some_and(|n| n.time && n.names.is_empty()));
        next.is_some_and(|c| self.noun(c).is_some_and(|n| n.preposition.is_none()))
    }

    /// Whether one more participle behind "et" closes the list.
    fn lists(&self, v: usize) -> bool {
        (v + 1..self.chunks.len() - 1)
            .take_while(|&c| self.verb(c).is_none_or(|g| g.mode == VerbMode::Participle))
            .any(|c| self.is(c, Mark::Coordinator) && self.verb(c + 1).is_some())
    }

    /// Whether the chunk is a noun group without preposition that can be subject or object.
    pub(super) fn bare(&self, chunk: usize) -> bool {
        let plain = self.noun(chunk).is_some_and(|n| n.preposition.is_none() && !(n.time && n.names.is_empty()));
        // "entre A et B": the second has the preposition of the first.
        let continued = chunk >= 2
            && self.is(chunk - 1, Mark::Coordinator)
            && self.noun(chunk - 2).is_some_and(|n| n.preposition.is_some())
            && (!self.heads_clause(chunk) || self.between(chunk - 2));
        plain && !continued
    }

    /// Whether the noun group stands behind "entre": the one coordinated with it does so too.
    fn between(&self, chunk: usize) -> bool {
        let between = self.words.grammar.data.between;
        between.is_some() && self.noun(chunk).is_some_and(|n| n.preposition == between)
    }

    /// "une partie de ses troupes", "l'un de ses chefs": the group that is meant.
    pub(crate) fn whole(&self, chunk: usize) -> usize {
        let Some(group) = self.noun(chunk).filter(|n| n.names.is_empty() && n.end > n.inner) else { return chunk };
        let part = self.words.is(group.end - 1, WordClass::Part)
            || self.words.phrase(group.inner, group.end, WordClass::Part) == Some(group.end);
        let next = chunk + 1;
        if part && self.noun(next).is_some_and(|n| n.preposition.is_some() && n.preposition == self.of) {
            self.whole(next)
        } else {
            chunk
        }
    }

    /// The subject of the clause with "que" behind the verb.
    pub(crate) fn that_subject(&self, v: usize) -> Vec<usize> {
        for c in v + 1..self.chunks.len() {
            match &self.chunks[c] {
                Chunk::Noun(noun) if noun.time || noun.preposition.is_some() => {}
                Chunk::Mark(Mark::Comma | Mark::Quote, _) => {}
                Chunk::Mark(Mark::That, _) => {
                    let inner =
                        (c + 1..self.chunks.len()).find(|&w| self.verb(w).is_some_and(|g| g.mode == VerbMode::Finite));
                    return inner.map_or_else(Vec::new, |w| self.subject(w, DEPTH));
                }
                _ => break,
            }
        }
        Vec::new()
    }

    /// "« A a menti », a accusé B": the subject of what is quoted before the verb.
    pub(crate) fn quoted_subject(&self, v: usize) -> Vec<usize> {
        let close = (0..v)
            .rev()
            .take_while(|&c| self.is(c, Mark::Quote) || self.is(c, Mark::Comma))
            .find(|&c| self.is(c, Mark::Quote));
        let Some(close) = close else { return Vec::new() };
        let open = (0..close).rev().find(|&c| self.is(c, Mark::Quote)).unwrap_or(0);
        // "« Si A ne cède pas, il paiera »": who is named first rather than the pronoun.
        let named = |c: &usize| {
            self.bare(*c) && self.noun(*c).is_some_and(|n| !n.names.is_empty()) && self.verb(c - 1).is_none()
        };
        if let Some(first) = (open + 1..close).find(named) {
            return self.coordination(first);
        }
        let finite = (open..close).filter(|&w| self.verb(w).is_some_and(|g| g.mode == VerbMode::Finite && !g.speaker));
        finite.map(|w| self.subject(w, DEPTH)).find(|s| !s.is_empty()).unwrap_or_default()
    }

    /// "A, fondateur de B", "B a vu A, un ami de C", "A est un partisan de B": those of whom the noun group says what they are.
    pub(crate) fn apposed(&self, chunk: usize) -> Vec<usize> {
        // "A est l'un des bastions de B": one of them stands in their place.
        if let Some(one) = chunk.checked_sub(1).filter(|&one| self.whole(one) == chunk) {
            return self.apposed_plain(one);
        }
        self.apposed_plain(chunk)
    }

    fn apposed_plain(&self, chunk: usize) -> Vec<usize> {
        let Some(group) = self.noun(chunk).filter(|n| n.preposition.is_none()) else { return Vec::new() };
        // "le cofondateur de B, A": the name stands in the group or right behind it.
        if !group.names.is_empty() {
            return vec![chunk];
        }
        let Some(before) = chunk.checked_sub(1) else { return self.named_behind(chunk) };
        let copula = |g: &VerbGroup| self.words.grammar.verb_is(g.lemma, VerbClass::Copula);
        if self.verb(before).is_some_and(copula) {
            return self.subject(before, DEPTH);
        }
        if let Some(named) = self.headlined(chunk) {
            return vec![named];
        }
        if self.is(before, Mark::Comma)
            && let Some(near) = self.before_aside(before)
            && self.noun(near).is_some()
        {
            let start = self.chain_start(near);
            if self.noun(start).is_some_and(|n| !n.names.is_empty() || n.pronoun) {
                // "A et B, filiales de C"
                let first = if group.plural { self.coordination_start(start) } else { start };
                return if first < start { self.coordination(first) } else { vec![start] };
            }
            // "vers la ville de A, bastion de B": the name that the noun before it is of.
            if start + 1 == near && self.noun(near).is_some_and(|n| !n.names.is_empty()) {
                return vec![start];
            }
        }
        self.named_behind(chunk)
    }

    /// "l'offensive pour reprendre B", "une opération visant à libérer B": what the first infinitive behind has as its object.
    pub(crate) fn purpose(&self, chunk: usize) -> Vec<usize> {
        let verbs = (chunk + 1..self.chunks.len())
            .take_while(|&c| !matches!(self.chunks[c], Chunk::Mark(Mark::Semicolon | Mark::Colon | Mark::That, _)))
            .filter_map(|c| self.verb(c).map(|g| (c, g)));
        let next = verbs.take_while(|(_, g)| g.mode != VerbMode::Finite).find(|(_, g)| g.mode == VerbMode::Infinitive);
        next.map_or_else(Vec::new, |(c, _)| self.frame(c).object.clone())
    }

    /// "A, aux mains de B": the noun group right before one with a preposition.
    pub(crate) fn held(&self, chunk: usize) -> Option<usize> {
        self.noun(chunk).filter(|n| n.preposition.is_some() && n.preposition != self.of)?;
        let near = self.before_aside(chunk)?;
        self.noun(near).filter(|n| !n.time)?;
        Some(self.chain_start(near))
    }

    /// "le fondateur de B, A"
    fn named_behind(&self, chunk: usize) -> Vec<usize> {
        let after = self.after(chunk);
        let name = if self.is(after, Mark::Comma) { after + 1 } else { after };
        let named = self.noun(name).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty());
        if named { vec![name] } else { Vec::new() }
    }

    /// The infinitive that depends on the verb.
    pub(crate) fn infinitive(&self, v: usize) -> Option<usize> {
        (v + 1..self.chunks.len()).find(|&w| self.verb(w).is_some_and(|g| g.governor == Some(v)))
    }

    /// The complements with "de" just behind the noun group.
    pub(crate) fn complements(&self, chunk: usize) -> impl Iterator<Item = usize> + '_ {
        // "le maire (ABC) de B": what stands in brackets right behind the noun says more of it.
        let beyond = self.past_brackets(chunk + 1);
        let aside = self.noun(chunk).is_some_and(|n| matches!(n.head, Some(Head::Title(_))) && n.names.is_empty())
            && beyond > chunk + 1
            && beyond <= chunk + 4;
        let first = if aside { beyond } else { chunk + 1 };
        (first..self.chunks.len())
            .take_while(move |&c| self.is(c, Mark::Quote) || self.noun(c).is_some_and(|n| n.preposition == self.of))
            .filter(move |&c| self.noun(c).is_some())
    }

    /// "le parti « B »": the chunk behind the quotation marks that hold nothing but a name.
    pub(crate) fn quoted_apposition(&self, chunk: usize) -> Option<usize> {
        let opened = self.is(chunk + 1, Mark::Quote) && self.is(chunk + 3, Mark::Quote);
        let named = self.noun(chunk + 2).is_some_and(|n| n.preposition.is_none() && !n.names.is_empty());
        let bare = self.noun(chunk).is_some_and(|n| n.names.is_empty());
        (opened && named && bare).then_some(chunk + 4)
    }

    /// The first chunk behind the noun group and its complements.
    pub(crate) fn after(&self, chunk: usize) -> usize {
        let last = self.complements(chunk).last().unwrap_or(chunk);
        let next = self.quoted_apposition(last).unwrap_or(last + 1);
        // "A (ABC) et B": what stands in brackets belongs to the group before.
        if !self.is(next, Mark::Open) {
            return next;
        }
        (next..self.chunks.len()).find(|&c| self.is(c, Mark::Close)).map_or(next, |close| close + 1)
    }

    /// The chunk before this one, brackets and a comma passed over.
    fn before_aside(&self, chunk: usize) -> Option<usize> {
        let mut before = chunk.checked_sub(1)?;
        if self.is(before, Mark::Comma) || self.is(before, Mark::Quote) {
            before = before.checked_sub(1)?;
        }
        if self.is(before, Mark::Close) {
            before = (0..before).rev().find(|&c| self.is(c, Mark::Open))?.checked_sub(1)?;
        }
        Some(before)
    }

    /// The noun group and those coordinated with it behind it.
    pub(crate) fn coordination(&self, first: usize) -> Vec<usize> {
        let mut groups = vec![first];
        let Some(preposition) = self.noun(first).map(|n| n.preposition) else { return groups };
        let mut at = self.past_brackets(self.after(first));
        let mut commas = Vec::new();
        // "A, B et C": commas count once an "et" closes the list.
        while at + 1 < self.chunks.len() {
            let coordinator = self.is(at, Mark::Coordinator);
            if !coordinator && !self.is(at, Mark::Comma) {
                break;
            }
            let Some(next) = self.noun(at + 1) else { break };
            if self.gapped(at + 1) {
                break;
            }
            if next.preposition.is_some() && next.preposition != preposition || next.time {
                // "…, à Paris et Berlin" stays with its own head.
                if coordinator {
                    break;
                }
                at += 2;
                continue;
            }
            if coordinator {
                // "Alors que A part, B, C et D critiquent E": commas before "et" make a list of subjects.
                if !self.between(first)
                    && commas.is_empty()
                    && self.heads_clause(at + 1)
                    && next.preposition.is_none()
                    && groups.len() == 1
                    && !self.subject_side(first)
                {
                    break;
                }
                groups.append(&mut commas);
                groups.push(at + 1);
            } else if next.names.is_empty() && !next.determined && next.demonyms.is_empty() && !next.pronoun {
                // "A, pays voisin de B et allié de C, quitte D": an apposition and no part of the list.
                let close = (at + 1..self.chunks.len())
                    .take_while(|&c| self.verb(c).is_none())
                    .find(|&c| self.is(c, Mark::Comma));
                match close {
                    Some(close) if !commas.is_empty() || self.bare(close + 1) => at = close,
                    _ => break,
                }
                continue;
            } else {
                commas.push(at + 1);
            }
            at = self.past_brackets(self.after(at + 1));
        }
        if let Some(named) = self.first_named(first) {
            groups.extend(self.coordination(named));
        }
        groups
    }

    /// The chunk behind the brackets that open at the chunk, or the chunk: "A (PS), B (LR) et C".
    fn past_brackets(&self, chunk: usize) -> usize {
        if !self.is(chunk, Mark::Open) {
            return chunk;
        }
        (chunk..self.chunks.len()).find(|&c| self.is(c, Mark::Close)).map_or(chunk, |close| close + 1)
    }

    /// The first chunk behind the noun group and those coordinated with it by "et".
    pub(super) fn after_list(&self, chunk: usize) -> usize {
        let mut at = self.after(chunk);
        while self.is(at, Mark::Coordinator) && self.bare(at + 1) {
            at = self.after(at + 1);
        }
        at
    }

    /// Whether the noun group is followed by a finite verb of which it can be the subject.
    fn heads_clause(&self, chunk: usize) -> bool {
        let next = self.after(chunk);
        self.verb(next).is_some_and(|v| v.mode == VerbMode::Finite)
    }

    /// Whether no verb stands before the noun group in its clause.
    fn subject_side(&self, chunk: usize) -> bool {
        for c in (0..chunk).rev() {
            match &self.chunks[c] {
                Chunk::Verb(_) => return false,
                Chunk::Mark(Mark::Colon | Mark::Semicolon | Mark::That | Mark::Subordinator | Mark::Adversative, _) => {
                    return true;
                }
                _ => {}
            }
        }
        true
    }

    /// The subject of the first finite verb of the sentence.
    pub(crate) fn main_subject(&self) -> &[usize] {
        let first = (0..self.chunks.len()).find(|&c| self.verb(c).is_some_and(|v| v.mode == VerbMode::Finite));
        first.map_or(&[], |v| {
            let verb = self.frame(v);
            if self.verb(v).is_some_and(|g| g.passive) { &verb.object } else { &verb.subject }
        })
    }

    /// Whether the chunk is "dont", which opens a list of some of those before or a relative.
    pub(crate) fn among(&self, chunk: usize) -> bool {
        matches!(self.chunks.get(chunk), Some(Chunk::Mark(Mark::Which(p), _)) if Some(*p) == self.of)
    }

    fn is_which(&self, chunk: usize) -> bool {
        matches!(self.chunks.get(chunk), Some(Chunk::Mark(Mark::Which(_), _)))
    }

    /// The relative with preposition that opens the clause of the verb, and its antecedent.
    fn relative(&self, v: usize) -> Option<(u8, usize)> {
        let open = (0..v).rev().take_while(|&c| self.verb(c).is_none()).find(|&c| self.is_which(c))?;
        let Chunk::Mark(Mark::Which(preposition), _) = self.chunks[open] else { return None };
        let before = self.before_aside(open)?;
        self.noun(before)?;
        Some((preposition, self.chain_start(before)))
    }

    /// What stands around the verb group.
    pub(crate) fn frame(&self, v: usize) -> &Frame {
        self.frames[v].get_or_init(|| Box::new(self.read_frame(v)))
    }

    fn read_frame(&self, v: usize) -> Frame {
        let mut frame = Frame::default();
        let Some(verb) = self.verb(v) else { return frame };
        frame.relative = self.relative(v);
        let mut surface = self.subject(v, DEPTH);
        frame.inverted_pronoun = verb.inverted && surface.is_empty();
        let mut direct: Vec<usize> = Vec::new();
        let mut passed_comma = false;
        let mut closing = Vec::new();
        self.behind(v, |c| {
            if self.is(c, Mark::Comma) {
                passed_comma |= !(closing.contains(&c) || direct.is_empty() && self.aside(c));
                closing.extend(self.closing(c));
            } else if self.bare(c) {
                if surface.contains(&c) {
                    return;
                }
                if !passed_comma {
                    frame.bare.push(c);
                }
                if direct.is_empty() && !passed_comma && !self.noun(c).is_some_and(|n| n.pronoun && !n.latter) {
                    direct = self.coordination(c);
                }
            } else if self.noun(c).is_some() {
                frame.others.push(c);
            }
        });
        if let Some(antecedent) = self.object_antecedent(v) {
            direct = vec![antecedent];
        }
        let agent = |others: &[usize]| -> Vec<usize> {
            others
                .iter()
                .find(|&&c| {
                    // "la ville assiégée de A, où B, appuyé par C": the agent of another participle.
                    let other = c > v + 1 && self.verb(c - 1).is_some_and(|g| g.mode == VerbMode::Participle);
                    self.noun(c).is_some_and(|n| n.preposition == self.by) && !other
                })
                .map_or_else(Vec::new, |&c| self.coordination(c))
        };
        if verb.passive {
            frame.subject = agent(&frame.others);
            // "accusé de soutenir B par C": the agent stands behind the infinitive.
            if frame.subject.is_empty()
                && let Some(infinitive) = self.infinitive(v).filter(|&w| w == v + 1)
                && self.verb(infinitive).is_some_and(|g| !g.passive)
            {
                let mut behind = Vec::new();
                self.behind(infinitive, |c| {
                    if self.noun(c).is_some() {
                        behind.push(c);
                    }
                });
                frame.subject = agent(&behind);
            }
            frame.object = surface;
        } else {
            if surface.is_empty()
                && !verb.inverted
                && verb.mode == VerbMode::Finite
                && let Some(inverted) = self.inverted_subject(v)
            {
                surface = self.coordination(inverted);
                // "l'accord qu'ont signé A et B entre en vigueur": the main verb has its subject before the relative.
                let next = self.after(inverted);
                if surface.len() == 1
                    && v > 0
                    && (self.is(v - 1, Mark::That) || self.is_which(v - 1))
                    && self.is(next, Mark::Coordinator)
                    && self.bare(next + 1)
                {
                    surface.push(next + 1);
                }
                if direct.first() == Some(&inverted) {
                    direct.clear();
                }
            }
            frame.subject = surface;
            frame.object = direct;
        }
        frame
    }

    /// The comma that closes the aside of prepositional groups that this one opens.
    fn closing(&self, comma: usize) -> Option<usize> {
        let close = (comma + 1..self.chunks.len()).find(|&c| self.is(c, Mark::Comma))?;
        let plain = |c: usize| self.noun(c).is_some_and(|n| n.preposition.is_some() || n.time && n.names.is_empty());
        (close > comma + 1 && (comma + 1..close).all(plain)).then_some(close)
    }

    /// "a signé, après un an de négociations, un protocole": whether the object stands behind an aside.
    fn aside(&self, comma: usize) -> bool {
        self.closing(comma).is_some_and(|close| self.bare(close + 1) && !self.heads_clause(close + 1))
    }

    /// Calls `each` with the chunks behind the verb that can hold its arguments, commas included.
    fn behind(&self, v: usize, mut each: impl FnMut(usize)) {
        let participle = self.verb(v).is_some_and(|g| g.mode == VerbMode::Participle);
        let mut c = v + 1;
        while c < self.chunks.len() {
            match &self.chunks[c] {
                Chunk::Noun(_) => {
                    let separated = self.is(c - 1, Mark::Coordinator) || self.is(c - 1, Mark::Comma);
                    if separated && (self.bare(c) && self.heads_clause(c) || self.gapped(c)) {
                        break;
                    }
                    each(c);
                }
                Chunk::Verb(verb) => match verb.mode {
                    // "les crédits accordés à A, suivie par B": behind a comma the next participle has its own agent.
                    VerbMode::Participle if participle && self.is(c - 1, Mark::Comma) => break,
                    VerbMode::Participle => {}
                    // "un contrat portant sur B avec C": a present participle tells of the noun before it.
                    VerbMode::Gerund if verb.preposition.is_none() && self.noun(c - 1).is_some() => {}
                    _ => break,
                },
                Chunk::Mark(mark, _) => match mark {
                    Mark::Comma => each(c),
                    Mark::Open => {
                        while c < self.chunks.len() && !self.is(c, Mark::Close) {
                            c += 1;
                        }
                    }
                    Mark::Coordinator | Mark::Quote | Mark::Dash | Mark::Close | Mark::Other => {}
                    _ => break,
                },
            }
            c += 1;
        }
    }

    /// "l'accord que A a signé": the noun group before "que".
    fn object_antecedent(&self, v: usize) -> Option<usize> {
        let that = (0..v).rev().take_while(|&c| self.verb(c).is_none()).find(|&c| self.is(c, Mark::That))?;
        let start = self.before_that(that).map(|before| self.chain_start(before))?;
        // "C'est à B que A a reçu C": no object.
        let cleft = self.noun(start).is_some_and(|n| n.preposition.is_some())
            && start
                .checked_sub(1)
                .and_then(|b| self.verb(b))
                .is_some_and(|g| g.mode == VerbMode::Finite && self.words.grammar.verb_is(g.lemma, VerbClass::Be));
        (!cleft).then_some(start)
    }

    /// The noun group just before "que", a comma between them or not; `None` where "que" is the conjunction.
    fn before_that(&self, that: usize) -> Option<usize> {
        let before = self.before_aside(that)?;
        if self.is(before, Mark::Coordinator) {
            // "que A a créé et que B a racheté"
            let first = (0..before).rev().find(|&c| self.is(c, Mark::That))?;
            return self.before_that(first);
        }
        let noun = self.noun(before)?;
        // "a dit lundi que": the time belongs to the verb before.
        (!noun.time || !noun.names.is_empty()).then_some(before)
    }

    /// The noun group that the chain of complements ending at `chunk` begins with.
    pub(crate) fn chain_start(&self, mut chunk: usize) -> usize {
        let of = |c: usize| self.noun(c).is_some_and(|n| n.preposition.is_some() && n.preposition == self.of);
        while chunk > 0 && of(chunk) {
            if self.noun(chunk - 1).is_some() {
                chunk -= 1;
            } else if chunk > 1 && self.is(chunk - 1, Mark::Coordinator) && of(chunk - 2) {
                // "président du Tchad et de l'Union africaine"
                chunk -= 2;
            } else {
                break;
            }
        }
        chunk
    }

    /// "A toujours mobilisés, qui", "A (ABC) surtout kurdes, qui": the group that a participle or adjectives right behind it tell of.
    fn past_qualities(&self, chunk: usize) -> usize {
        let Some(before) = chunk.checked_sub(1) else { return chunk };
        let participle = self.verb(chunk).is_some_and(|g| g.mode == VerbMode::Participle);
        if participle && self.noun(before).is_some() {
            return before;
        }
        let adjective = self.noun(chunk).is_some_and(|n| {
            !n.determined && n.preposition.is_none() && n.names.is_empty() && matches!(n.head, Some(Head::Demonym(_)))
        });
        let close = adjective && self.is(before, Mark::Close);
        let open = (0..before).rev().take_while(|_| close).find(|&c| self.is(c, Mark::Open));
        open.and_then(|c| c.checked_sub(1)).filter(|&c| self.noun(c).is_some()).unwrap_or(chunk)
    }

    /// The antecedent of a relative at `who`.
    fn antecedent(&self, who: usize, verb: &VerbGroup) -> Option<usize> {
        let before = self.past_qualities(self.before_aside(who)?);
        if self.is(before, Mark::Coordinator) {
            // "A, qui soutient B et qui accuse C"
            let first = (0..before).rev().find(|&c| self.is(c, Mark::Who))?;
            return self.antecedent(first, verb);
        }
        self.noun(before)?;
        let start = self.chain_start(before);
        // "le président du Niger, qui …": the first of the chain that agrees in number.
        (start..=before).find(|&c| self.noun(c).is_some_and(|n| n.plural == verb.plural)).or(Some(start)).map(|c| {
            // An apposition belongs to the group before it: "A, chef de B, qui …".
            let apposed = c >= 2
                && self.is(c - 1, Mark::Comma)
                && self.noun(c).is_some_and(|n| n.names.is_empty() && !n.determined)
                && self.noun(c - 2).is_some_and(|n| !n.names.is_empty());
            if apposed { self.chain_start(c - 2) } else { c }
        })
    }

    /// The surface subject of the verb group.
    pub(crate) fn subject(&self, v: usize, depth: usize) -> Vec<usize> {
        let Some(verb) = self.verb(v) else { return Vec::new() };
        if depth == 0 {
            return Vec::new();
        }
        match verb.mode {
            VerbMode::Infinitive | VerbMode::Gerund => self.controlled_subject(v, depth),
            VerbMode::Participle => self.participle_subject(v, depth),
            VerbMode::Finite => match self.shared[v] {
                Some(above) => self.subject(above, depth - 1),
                None => self.finite_subject(v, verb, depth),
            },
        }
    }

    /// "le projet de A de quitter B", "son refus de quitter B": whose plan or refusal the infinitive completes.
    fn planner(&self, v: usize) -> Option<usize> {
        let before = v.checked_sub(1).filter(|&b| self.noun(b).is_some())?;
        let start = self.chain_start(before);
        super::meant(self.words, &self.chunks[..=start], self.chunks[v].tokens().start)?;
        let group = self.noun(start)?;
        if start < before { Some(start + 1) } else { (group.possessive || !group.demonyms.is_empty()).then_some(start) }
    }

    fn controlled_subject(&self, v: usize, depth: usize) -> Vec<usize> {
        if let Some(planner) = self.planner(v) {
            return self.coordination(planner);
        }
        let governor = self
            .verb(v)
            .and_then(|g| g.governor)
            .or_else(|| (0..v).rev().find(|&c| self.verb(c).is_some_and(|g| g.mode != VerbMode::Participle)));
        if let Some(governor) = governor {
            let above = self.verb(governor).map_or(0, |g| g.lemma);
            // "a fait arrêter B": who has it done acts.
            let causative = self.words.grammar.verb_is(above, VerbClass::Causative) && governor + 1 == v;
            if !causative && self.words.grammar.verb_is(above, VerbClass::ObjectControl) {
                let controlled = (governor + 1..v).find(|&c| {
                    self.noun(c).is_some_and(|n| !n.time && (n.preposition.is_none() || n.preposition == self.to))
                });
                if let Some(controlled) = controlled {
                    return self.coordination(controlled);
                }
                // "l'a accusé de", "lui demande de": the pronoun before the verb, which no group here holds.
                if self.verb(governor).is_some_and(|g| g.clitic.is_some() && !g.passive) {
                    return Vec::new();
                }
                // "a été appelé à", "accusé de": the one called on is the subject.
                return if self.verb(governor).is_some_and(|g| g.passive) {
                    self.subject(governor, depth - 1)
                } else {
                    Vec::new()
                };
            }
            let subject = self.subject(governor, depth - 1);
            if subject.is_empty() && self.verb(governor).is_some_and(|g| g.mode == VerbMode::Finite && !g.passive) {
                return self.inverted_subject(governor).map_or_else(Vec::new, |c| self.coordination(c));
            }
            return subject;
        }
        // "Pour soutenir B, A a …": the subject of the verb that follows.
        (v + 1..self.chunks.len())
            .find(|&c| self.verb(c).is_some_and(|g| g.mode == VerbMode::Finite))
            .map_or_else(Vec::new, |next| self.subject(next, depth - 1))
    }

    fn participle_subject(&self, v: usize, depth: usize) -> Vec<usize> {
        let Some(verb) = self.verb(v) else { return Vec::new() };
        if let Some(before) = v.checked_sub(1) {
            // "L'adhésion reste bloquée": the subject of the copula.
            let copula = |g: &VerbGroup| self.words.grammar.verb_is(g.lemma, VerbClass::Copula);
            if self.verb(before).is_some_and(|g| g.mode == VerbMode::Finite && copula(g)) {
                return self.subject(before, depth - 1);
            }
            let near = if self.is(before, Mark::Comma) { before.checked_sub(1) } else { Some(before) };
            if let Some(near) = near.filter(|&n| self.noun(n).is_some()) {
                let start = self.chain_start(near);
                let fits = |c: &usize| self.noun(*c).is_some_and(|n| n.plural == verb.plural && !n.time);
                // "A a été sortie du parti en décembre, accusée par B": behind a time the subject is meant.
                if near < before
                    && self.noun(near).is_some_and(|n| n.time && n.names.is_empty())
                    && let Some(above) =
                        (0..near).rev().find(|&c| self.verb(c).is_some_and(|g| g.mode == VerbMode::Finite))
                {
                    return self.subject(above, depth - 1);
                }
                if let Some(found) = (start..=near).rev().find(fits).or(Some(start)) {
                    // "A, un mouvement soutenu par B": what is said of the apposition is said of A.
                    if self.noun(found).is_some_and(|n| n.names.is_empty() && !n.definite && n.preposition.is_none())
                        && let Some(named) = self.apposed(found).first().copied().filter(|&a| a < found)
                        && self.is(found - 1, Mark::Comma)
                    {
                        return vec![named];
                    }
                    // In "A et B reçus par C" all are meant.
                    let first = self.coordination_start(found);
                    return if verb.plural { self.coordination(first) } else { vec![found] };
                }
            }
            if self.is(before, Mark::Coordinator)
                && let Some(above) = (0..before).rev().find(|&c| self.verb(c).is_some())
                && self.verb(above).is_some_and(|g| g.mode == VerbMode::Participle)
            {
                return self.subject(above, depth - 1);
            }
        }
        (v + 1..self.chunks.len())
            .find(|&c| self.verb(c).is_some_and(|g| g.mode == VerbMode::Finite))
            .map_or_else(Vec::new, |next| self.subject(next, depth - 1))
    }

    /// The first noun group of the coordination that holds the chunk.
    pub(crate) fn coordination_start(&self, chunk: usize) -> usize {
        (0..chunk)
            .rev()
            .take_while(|&c| self.verb(c).is_none() && !self.is(c, Mark::Colon))
            .filter(|&c| self.bare(c) && self.coordination(c).contains(&chunk))
            .last()
            .unwrap_or(chunk)
    }

    fn finite_subject(&self, v: usize, verb: &VerbGroup, depth: usize) -> Vec<usize> {
        // "Peu après l'annonce, il soutient B": a pronoun right before the verb is its subject, whatever stands before.
        if let Some(before) = v.checked_sub(1)
            && self.noun(before).is_some_and(|n| n.pronoun && !n.latter && n.preposition.is_none())
        {
            return vec![before];
        }
        if verb.speaker {
            return self.speaker(v);
        }
        if self.reports(v, verb) {
            return Vec::new();
        }
        // "Fondée en 2018 par A, B, la société C a levé": behind a participle that opens the sentence, the last group.
        if self.verb(0).is_some_and(|g| g.mode == VerbMode::Participle)
            && !(1..v).any(|c| self.verb(c).is_some_and(|g| g.mode == VerbMode::Finite) || self.is(c, Mark::Who))
            && let Some(comma) = (1..v).rev().find(|&c| self.is(c, Mark::Comma) && self.bare(c + 1))
            && comma + 1 < v
        {
            return self.coordination(comma + 1);
        }
        if let Some(shared) = self.continued(v) {
            return self.subject(shared, depth - 1);
        }
        let mut first = None;
        let mut coordinator = false;
        let mut comma = false;
        let mut c = v;
        while c > 0 {
            c -= 1;
            if let Some(open) = self.before_incise(c) {
                c = open;
                continue;
            }
            match &self.chunks[c] {
                Chunk::Noun(_) => {
                    // The group just behind another verb is that verb's object.
                    let taken = c > 0 && self.verb(c - 1).is_some_and(|g| g.mode != VerbMode::Participle) && c + 1 != v;
                    if self.bare(c) && !taken {
                        first = Some(c);
                    }
                }
                // "…, a décidé de partir et quitte B": go on to the left.
                Chunk::Verb(other) if other.mode != VerbMode::Finite => {}
                Chunk::Verb(_) => {
                    // "A, qui condamne B, quitte": a comma right before the verb closes the relative.
                    if self.is(v - 1, Mark::Comma)
                        && let Some(who) = self.relative_of(c)
                        && let Some(found) = self.antecedent(who, verb)
                    {
                        return self.coordination_of_subject(found, verb);
                    }
                    let relative = self.relative_of(c);
                    // "A qui a vu B quitte", "l'accord qu'ont signé A et B entre": what stands between is of the relative.
                    let taken = relative.is_some() && !comma && (first == Some(c + 1) || self.bare(c + 1)) && c + 1 < v;
                    if let Some(who) = relative.filter(|_| taken && self.after_list(c + 1) == v) {
                        let found = self.antecedent(who, verb);
                        return found.map_or_else(Vec::new, |a| self.coordination_of_subject(a, verb));
                    }
                    if let Some(first) = first.filter(|_| coordinator || comma || c + 2 >= v) {
                        return self.coordination(first);
                    }
                    return match relative {
                        // "A, qui a vu B, a quitté C": the clause of "qui" is closed.
                        Some(who) if comma || !coordinator => {
                            let found = self.antecedent(who, verb);
                            found.map_or_else(Vec::new, |a| self.coordination_of_subject(a, verb))
                        }
                        _ if coordinator || comma => self.subject(c, depth - 1),
                        _ => first.map_or_else(Vec::new, |f| self.coordination(f)),
                    };
                }
                Chunk::Mark(mark, _) => match mark {
                    Mark::Who => {
                        return match first {
                            Some(first) => self.coordination(first),
                            None => self
                                .antecedent(c, verb)
                                .map_or_else(Vec::new, |a| self.coordination_of_subject(a, verb)),
                        };
                    }
                    Mark::Comma => comma = true,
                    Mark::Coordinator => {
                        coordinator = true;
                        // "et B quitte": the group between "et" and the verb, when a verb stands before.
                        if first.is_some()
                            && (0..c).rev().any(|b| self.verb(b).is_some_and(|g| g.mode == VerbMode::Finite))
                            && !self.bare(c.saturating_sub(1))
                        {
                            break;
                        }
                    }
                    Mark::Colon
                    | Mark::Semicolon
                    | Mark::That
                    | Mark::Subordinator
                    | Mark::Condition
                    | Mark::Adversative
                    | Mark::Which(_) => break,
                    Mark::Close => {
                        while c > 0 && !self.is(c, Mark::Open) {
                            c -= 1;
                        }
                    }
                    _ => {}
                },
            }
        }
        first.map_or_else(Vec::new, |f| self.coordination(f))
    }

    /// "A a enlevé B et exige": a verb right behind "et" has the subject of the verb before, whose object stands between.
    fn continued(&self, v: usize) -> Option<usize> {
        let mut before = v.checked_sub(1)?;
        while self.noun(before).is_some_and(|n| n.time && n.names.is_empty()) {
            before = before.checked_sub(1)?;
        }
        if !self.is(before, Mark::Coordinator) {
            return None;
        }
        let above = (0..before).rev().find(|&c| self.verb(c).is_some_and(|g| g.mode == VerbMode::Finite))?;
        // "A, qui a vu B, et quitte": behind the comma the clause of "qui" is closed.
        let closed =
            before.checked_sub(1).is_some_and(|b| self.is(b, Mark::Comma)) && self.relative_of(above).is_some();
        let plain = (above..before)
            .all(|c| !matches!(self.chunks[c], Chunk::Mark(Mark::Semicolon | Mark::Colon | Mark::That, _)));
        (plain && !closed && !self.verb(above).is_some_and(|g| g.inverted)).then_some(above)
    }

    /// "« Nous condamnons B », a dit A": who speaks in the quotation of the verb.
    fn speaker(&self, v: usize) -> Vec<usize> {
        (v + 1..self.chunks.len())
            .filter(|&w| self.verb(w).is_some_and(|g| g.mode == VerbMode::Finite))
            .find(|&w| {
                self.is(w - 1, Mark::Quote) || self.is(w - 1, Mark::Comma) && w > 1 && self.is(w - 2, Mark::Quote)
            })
            .and_then(|w| {
                (w + 1..self.chunks.len()).find(|&c| !self.noun(c).is_some_and(|n| n.time && n.names.is_empty()))
            })
            .filter(|&c| self.bare(c))
            .map_or_else(Vec::new, |c| self.coordination(c))
    }

    /// "…, a déclaré A": a verb of speech between what is said and who says it.
    fn reports(&self, v: usize, verb: &VerbGroup) -> bool {
        if self.incise(v).is_some() {
            return true;
        }
        // "A, selon B, soutient C": without a clause before it the verb is the clause.
        let told = || {
            let main = |u: usize| {
                self.verb(u).is_some_and(|g| g.mode == VerbMode::Finite)
                    && self.relative_of(u).is_none()
                    && self.incise(u).is_none()
            };
            (0..v).any(main) || (0..v).any(|c| self.is(c, Mark::Quote))
        };
        if !told() {
            return false;
        }
        let quoted = v > 1 && self.is(v - 1, Mark::Comma) && self.is(v - 2, Mark::Quote);
        (quoted || self.words.grammar.verb_is(verb.lemma, VerbClass::Speech))
            && v > 0
            && (self.is(v - 1, Mark::Comma) || self.is(v - 1, Mark::Quote))
            && self.inverted_subject(v).is_some()
            && (self.is(v - 1, Mark::Quote)
                || v > 1 && self.is(v - 2, Mark::Quote)
                || self.after(v + 1) >= self.chunks.len() - 1)
    }

    fn coordination_of_subject(&self, antecedent: usize, verb: &VerbGroup) -> Vec<usize> {
        // "A et B, qui coopèrent, signent": of one and one both are meant.
        if verb.plural && self.noun(antecedent).is_some_and(|n| !n.plural) {
            return self.coordination(self.coordination_start(antecedent));
        }
        vec![antecedent]
    }

    /// The "qui", "que", "dont", "où" whose clause the verb is in.
    pub(super) fn relative_of(&self, verb: usize) -> Option<usize> {
        let verb = self.shared[verb].unwrap_or(verb);
        (0..verb).rev().take_while(|&c| self.verb(c).is_none_or(|g| g.mode == VerbMode::Participle)).find(|&c| {
            match self.chunks[c] {
                Chunk::Mark(Mark::Who | Mark::Which(_), _) => true,
                // The conjunction "que" stands behind a verb.
                Chunk::Mark(Mark::That, _) => self.before_that(c).is_some(),
                _ => false,
            }
        })
    }

    /// The chunk behind the verb, times passed over: "a déclaré lundi A".
    pub(super) fn behind_time(&self, v: usize) -> usize {
        let time = |c: usize| self.noun(c).is_some_and(|n| n.time && n.names.is_empty());
        (v + 1..self.chunks.len()).find(|&c| !time(c)).unwrap_or(v + 1)
    }

    /// "a déclaré A": the noun group right behind the verb.
    fn inverted_subject(&self, v: usize) -> Option<usize> {
        let verb = self.verb(v)?;
        let next = self.behind_time(v);
        if !self.bare(next) {
            return None;
        }
        let speech = self.words.grammar.verb_is(verb.lemma, VerbClass::Speech);
        let before = v.checked_sub(1);
        let opened = self.incise(v).is_some()
            || before.is_some_and(|b| self.is(b, Mark::Comma) && b > 0 && self.is(b - 1, Mark::Quote))
            || before.is_none_or(|b| {
                self.is_which(b) || self.is(b, Mark::That) || self.is(b, Mark::Comma) || self.is(b, Mark::Quote)
            });
        (speech || opened).then_some(next)
    }
}
