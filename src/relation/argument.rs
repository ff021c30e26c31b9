//! Arguments of frames: which groups stand in a slot, and whom they mean.

use super::calling::called;
use super::discourse::Discourse;
use super::referent::{body, clitic, resolve, scope, tied};
use super::relation::Argument;
use super::source::source_of;
use super::trigger::Trigger;
use crate::grammar::{CALLINGS, COUNTRY, LOCATION, ORGANISATION, PERSON, PLACE, Slot, VerbClass, WordClass};
use crate::mention::MentionKind;
use crate::syntax::{Clauses, Head, Mark, NounGroup, VerbGroup, VerbMode};

/// Fills the slots of a frame from what stands around its trigger.
pub(super) struct Filler<'c, 'w, 't> {
    pub(super) clauses: &'c Clauses<'w, 't>,
    pub(super) trigger: &'c Trigger<'c>,
    /// The token behind the literal words of the frame.
    pub(super) from: usize,
    /// The groups that fill a slot already.
    pub(super) used: Vec<usize>,
    /// The groups without preposition behind the words that the frame needs, wherever they stand.
    pub(super) behind_needed: Vec<usize>,
    /// The object is looked for.
    pub(super) objects: bool,
    /// A place behind "de" is the scene, and not the country of which it is the capital.
    pub(super) scene: bool,
    /// So is a place that is the object.
    pub(super) struck: bool,
}

impl Filler<'_, '_, '_> {
    /// The groups behind "avec" around the trigger.
    pub(super) fn others_with(&self) -> impl Iterator<Item = usize> + '_ {
        let with = self.clauses.words.grammar.preposition("avec");
        let others = self.trigger.around.others.iter().copied();
        others.filter(move |&c| self.clauses.noun(c).is_some_and(|n| n.preposition == with))
    }

    /// "l'a accusé", "lui a succédé": the pronoun before the verb in the slot.
    pub(super) fn pronoun(&self, discourse: &mut Discourse<'_, '_>, slots: &[Slot], except: &[usize]) -> Vec<Argument> {
        self.clitic(discourse, slots, except).unwrap_or_default()
    }

    fn clitic(&self, discourse: &mut Discourse<'_, '_>, slots: &[Slot], except: &[usize]) -> Option<Vec<Argument>> {
        let (clauses, trigger) = (self.clauses, self.trigger);
        // "a tenté de l'assassiner": the pronoun stands before the infinitive.
        let infinitive = || clauses.infinitive(trigger.chunk).filter(|_| slots.contains(&Slot::Infinitive));
        let token = clauses.verb(infinitive().unwrap_or(trigger.chunk))?.clitic?;
        let class = |class| clauses.words.is(token, class);
        let number = |name| clauses.words.grammar.preposition(name);
        let has = |wanted: &dyn Fn(u8) -> bool| slots.iter().any(|s| matches!(s, Slot::Preposition(p) if wanted(*p)));
        let locative = |p: u8| clauses.words.grammar.data.locative.contains(&p);
        if class(WordClass::PlaceClitic) && has(&locative)
            || class(WordClass::SourceClitic) && has(&|p| Some(p) == number("de"))
        {
            return place_clitic(clauses, discourse, token, except).map(|a| vec![a]);
        }
        let direct =
            (slots.contains(&Slot::Object) || slots.contains(&Slot::Infinitive)) && class(WordClass::DirectClitic);
        let dative = has(&|p| Some(p) == number("à")) && class(WordClass::DativeClitic);
        if !direct && !dative {
            return None;
        }
        if clauses.words.is(token, WordClass::Plural) {
            return Some(several(clauses, discourse, token, except));
        }
        clitic(clauses, discourse, token, except).map(|a| vec![a])
    }

    /// The arguments in the first slot that has one of the types.
    // One slot after the other, each with its reasons: cut in two it would pass a dozen things on.
    #[allow(clippy::too_many_lines)]
    pub(super) fn find(
        &mut self,
        discourse: &mut Discourse<'_, '_>,
        slots: &[Slot],
        types: u8,
        several: bool,
        except: &[usize],
    ) -> Vec<Argument> {
        let (clauses, trigger, from) = (self.clauses, self.trigger, self.from);
        let used = &mut self.used;
        let nominal = clauses.noun(trigger.chunk).is_some();
        for slot in slots {
            let mut found = Vec::new();
            let mut locative = self.struck && matches!(slot, Slot::Object | Slot::Infinitive);
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
                    // "reconnu coupable A": behind the words that the frame needs.
                    object.extend(self.behind_needed.iter().copied().filter(|c| !trigger.around.object.contains(c)));
                    object
                }
                Slot::EachOther | Slot::Seat => Vec::new(),
                Slot::Apposed => clauses.apposed(trigger.chunk),
                Slot::Purpose => clauses.purpose(trigger.chunk),
                Slot::Held => clauses.held(trigger.chunk).into_iter().collect(),
                Slot::Quoted => clauses.quoted_subject(trigger.chunk),
                Slot::Source => {
                    found.extend(source_of(clauses, discourse, trigger.chunk));
                    Vec::new()
                }
                // "pour le soutien de B": what for is no help.
                Slot::Course if trigger.weighs && purpose(clauses, trigger.chunk) => Vec::new(),
                Slot::Course => trigger.course.to_vec(),
                Slot::That => clauses.that_subject(trigger.chunk),
                Slot::Infinitive => {
                    let infinitive = clauses.infinitive(trigger.chunk);
                    infinitive.map_or_else(Vec::new, |w| clauses.frame(w).object.clone())
                }
                Slot::Deed => {
                    let others = trigger.around.others.iter().copied();
                    others.filter(|&c| deed(clauses, c)).collect()
                }
                Slot::Preposition(p) => {
                    let name = clauses.words.grammar.data.prepositions[usize::from(*p)].as_str();
                    let to_place = clauses.words.grammar.data.locative.contains(p);
                    // "l'attentat de Bruxelles"
                    locative = to_place || self.scene && name == "de";
                    let mut others = before_verb(clauses, trigger);
                    others.extend(&trigger.around.others);
                    if let Some((preposition, antecedent)) = trigger.around.relative
                        && (preposition == *p
                            || to_place && clauses.words.grammar.preposition("à") == Some(preposition))
                        && !used.contains(&antecedent)
                    {
                        used.push(antecedent);
                        found.extend(
                            resolve(clauses, discourse, antecedent).into_iter().filter(|a| !except.contains(&a.entity)),
                        );
                    }
                    if name == "de" {
                        // "l'aide américaine"; "condamné la politique américaine", "les tirs de B".
                        let noun = if nominal { Some(trigger.chunk) } else { trigger.with };
                        // "la suspension de l'aide américaine": of the noun that completes another.
                        for noun in noun.into_iter().chain(trigger.with.filter(|_| nominal)) {
                            if found.is_empty() {
                                let marked = used.len();
                                let own = genitive(clauses, discourse, noun, used);
                                let mut own = own;
                                // "Londres a rappelé ses soldats": the town is the subject itself.
                                own.retain(|a| !except.contains(&a.entity) && !stands_for(discourse, a, except));
                                let own = own.into_iter();
                                // "la victoire de A à la présidentielle américaine": no country is elected.
                                found.extend(own.filter(|&a| fit(discourse, a, types, locative).is_some()));
                                if found.is_empty() {
                                    // "le régime syrien de A": left for the other argument.
                                    used.truncate(marked);
                                }
                            }
                        }
                        if let Some(with) = trigger.with {
                            let complements = clauses.complements(with).filter(|c| !trigger.around.others.contains(c));
                            others.extend(complements);
                        }
                    }
                    others
                        .into_iter()
                        .filter(|&c| {
                            let complement = trigger.with.is_some_and(|w| {
                                c > w && (c < trigger.chunk || clauses.complements(w).any(|x| x == c))
                            });
                            clauses
                                .noun(c)
                                .is_some_and(|n| n.preposition == Some(*p) && (n.inner >= from || complement))
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
                    let stands = match slot {
                        // "a condamné la décision de B", "a bombardé des positions de B": B is meant.
                        Slot::Object | Slot::Infinitive => trigger.acts,
                        // "Des tirs de B ont visé", "Un drone israélien a frappé".
                        Slot::Subject => trigger.judged || trigger.acts && deed(clauses, c),
                        Slot::That => trigger.judges,
                        // "la condamnation de la décision de B", "des frappes contre des positions de B"
                        // "proteste contre la décision de B"
                        Slot::Preposition(p)
                            if trigger.acts
                                && self.objects
                                && (nominal || Some(*p) == clauses.words.grammar.preposition("contre")) =>
                        {
                            true
                        }
                        Slot::Preposition(p) => {
                            trigger.acts && Some(*p) == clauses.words.grammar.preposition("par") && deed(clauses, c)
                                || trigger.weighs
                                    && clauses.noun(c).is_some_and(|n| n.definite)
                                    && (deed(clauses, c) || made(clauses, c))
                                // "à la présidentielle argentine": the country is meant.
                                || trigger.elects && super::office::is_election(clauses, c)
                        }
                        Slot::Deed => true,
                        _ => false,
                    };
                    if arguments.is_empty() && stands {
                        arguments.extend(act_of(clauses, discourse, c, trigger));
                    }
                    // "son projet de quitter B", "le refus russe de quitter B": whose plan it is.
                    if arguments.is_empty() && *slot == Slot::Subject && planned(clauses, c) {
                        arguments = genitive(clauses, discourse, c, &mut Vec::new());
                    }
                    // "B, dont A conteste l'autorité"
                    if arguments.is_empty()
                        && *slot == Slot::Object
                        && trigger.acts
                        && let Some((preposition, antecedent)) = trigger.around.relative
                        && Some(preposition) == clauses.words.grammar.preposition("de")
                    {
                        arguments = resolve(clauses, discourse, antecedent);
                    }
                    if self.scene && types & LOCATION == 0 {
                        // "A a quitté Paris": no country is left.
                        arguments.retain(|a| discourse.kind(a.entity) != MentionKind::Place);
                    }
                    let mut fitting: Vec<Argument> = arguments
                        .into_iter()
                        .filter_map(|a| fit(discourse, a, types, locative))
                        .filter(|a| !except.contains(&a.entity))
                        .collect();
                    fitting.retain(|a| types & CALLINGS == 0 || called(clauses, discourse, c, a.entity, types));
                    if !fitting.is_empty() {
                        used.push(c);
                        found.append(&mut fitting);
                        // Of two complements with "de" the first is one argument, the second the other.
                        let completed = nominal || trigger.with.is_some() && c < trigger.chunk;
                        if completed && !several && clauses.noun(c).is_some_and(|n| n.preposition.is_some()) {
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
            if *slot == Slot::Subject
                && found.is_empty()
                && trigger.around.inverted_pronoun
                && let Some(argument) = tied(clauses, discourse, trigger.chunk)
            {
                found.extend(fit(discourse, argument, types, false));
            }
            found.dedup_by_key(|a| a.entity);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

/// "où C les accueillait": those who are the subject together, here or before.
fn several(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    token: usize,
    except: &[usize],
) -> Vec<Argument> {
    let span = clauses.words.lexed.tokens[token].span();
    let mut meant: Vec<usize> = Vec::new();
    for &chunk in clauses.main_subject() {
        if clauses.chunks[chunk].tokens().end <= token {
            meant.extend(resolve(clauses, discourse, chunk).iter().map(|a| a.entity));
        }
    }
    if meant.len() < 2 {
        meant.clone_from(&discourse.subjects);
    }
    meant.retain(|e| !except.contains(e));
    if meant.len() < 2 {
        return Vec::new();
    }
    meant.into_iter().map(|e| discourse.nominal(span, e)).collect()
}

/// "Les sanctions contre B ont été levées": the complements of a noun that completes the verb behind it.
fn before_verb(clauses: &Clauses<'_, '_>, trigger: &Trigger<'_>) -> Vec<usize> {
    let Some(with) = trigger.with.filter(|&w| w < trigger.chunk) else { return Vec::new() };
    (with + 1..trigger.chunk)
        .take_while(|&c| clauses.noun(c).is_some_and(|n| n.preposition.is_some()))
        .filter(|c| !trigger.around.others.contains(c))
        .collect()
}

/// The last place named, for which "y" and "en" stand.
fn place_clitic(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    token: usize,
    except: &[usize],
) -> Option<Argument> {
    let span = clauses.words.lexed.tokens[token].span();
    let place =
        |e: &usize| matches!(discourse.kind(*e), MentionKind::Place | MentionKind::Country) && !except.contains(e);
    let found = discourse.names_before(span.start).find(place)?;
    Some(discourse.nominal(span, found))
}

fn purpose(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    clauses.noun(chunk).is_some_and(|n| clauses.words.is(n.start, WordClass::Purpose))
}

/// Whether the group is a deed, weapon or text that stands for its doer.
fn deed(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    clauses.noun(chunk).is_some_and(|n| n.names.is_empty() && clauses.words.is(n.head_tokens.0, WordClass::Deed))
}

/// Whether the group is a thing that somebody can have made: "les quotas imposés par B", and not "l'homme accusé par B".
fn made(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    clauses.noun(chunk).is_some_and(|n| {
        let word = clauses.words.text(n.head_tokens.0).to_lowercase();
        n.names.is_empty()
            && match n.head {
                Some(Head::Unknown) => true,
                // "réserves", "campagne": nouns of places and events are also what somebody makes.
                Some(Head::Common(noun)) => matches!(clauses.words.lexed.gazetteer.entry(noun).subtype(), "event"),
                _ => false,
            }
            && clauses.words.grammar.data.nominals.person(&word) == (false, false)
    })
}

/// Whether the group is a plan, refusal or chance that an infinitive behind it completes.
fn planned(clauses: &Clauses<'_, '_>, chunk: usize) -> bool {
    let plans = [WordClass::Intention, WordClass::Refusal, WordClass::Chance];
    clauses.noun(chunk).is_some_and(|n| {
        n.names.is_empty() && (n.inner..n.end).any(|t| plans.iter().any(|&plan| clauses.words.is(t, plan)))
    })
}

/// The actor of an act or thing: "la décision de B", "les positions de B".
fn act_of(
    clauses: &Clauses<'_, '_>,
    discourse: &mut Discourse<'_, '_>,
    chunk: usize,
    trigger: &Trigger,
) -> Option<Argument> {
    let chunk = clauses.whole(chunk);
    let group = clauses.noun(chunk)?;
    // "un employé de B": of people only where nobody definite is meant.
    let people = matches!(group.head, Some(Head::Title(_))) && !group.definite && group.names.is_empty();
    if !people && !matches!(group.head, Some(Head::Unknown | Head::Common(_))) || group.counterpart {
        return None;
    }
    // "prendre acte du départ de B": without an article the noun belongs to the verb.
    if !group.determined && group.demonyms.is_empty() && !deed(clauses, chunk) {
        return None;
    }
    // "des tirs menés par B": the agent of a participle behind the deed.
    let by = clauses.words.grammar.preposition("par");
    let to = clauses.words.grammar.preposition("à");
    let ascribed = |v: &VerbGroup| clauses.words.grammar.verb_is(v.lemma, VerbClass::Ascribes);
    if let Some(verb) = clauses.verb(chunk + 1).filter(|v| v.mode == VerbMode::Participle)
        && let Some(agent) = clauses
            .noun(chunk + 2)
            .filter(|n| n.preposition == by || n.preposition == to && ascribed(verb))
            .map(|_| chunk + 2)
        && (deed(clauses, chunk) || trigger.judges && made(clauses, chunk))
    {
        return resolve(clauses, discourse, agent).into_iter().next();
    }
    // "cette reconnaissance par B"
    if clauses.noun(chunk + 1).is_some_and(|n| n.preposition == by && by.is_some()) {
        return resolve(clauses, discourse, chunk + 1).into_iter().next();
    }
    if suffered(clauses, group) {
        // "contre l'arrestation de A par B": A is not the doer.
        let agent = clauses.after(chunk);
        clauses.noun(agent).filter(|n| n.preposition == by && by.is_some())?;
        return resolve(clauses, discourse, agent).into_iter().next();
    }
    scope(clauses, discourse, chunk)
        .or_else(|| {
            let complement = clauses.complements(chunk).next()?;
            resolve(clauses, discourse, complement).into_iter().next()
        })
        .or_else(|| {
            // "A a vu B et dénonce sa politique": whom the possessive means; A does not blame A.
            let whose = trigger.blames && group.possessive && clauses.after(chunk) == chunk + 1;
            let owner = *discourse.pointers.get(&group.inner).filter(|_| whose)?.first()?;
            let span = clauses.words.lexed.tokens[group.inner].span();
            Some(discourse.nominal(span, owner))
        })
        .or_else(|| {
            // "regrette cette décision": that of the subject of the sentence before.
            let back = clauses.words.is(group.inner, WordClass::Demonstrative) && deed(clauses, chunk);
            let doer = *discourse.subjects.last().filter(|_| back && clauses.after(chunk) == chunk + 1)?;
            let span = clauses.words.lexed.tokens[group.inner].span();
            Some(discourse.nominal(span, doer))
        })
}

/// Whether what stands behind the noun and "de" suffers the deed, as a frame of the noun says.
fn suffered(clauses: &Clauses<'_, '_>, group: &NounGroup) -> bool {
    let grammar = clauses.words.grammar;
    let (Some(lemma), Some(of)) = (group.lemma, grammar.preposition("de")) else { return false };
    let of = Slot::Preposition(of);
    grammar.lemma(lemma).frames.iter().any(|&number| {
        let frame = &grammar.data.frames[usize::from(number)];
        frame.nominal && frame.with.is_none() && frame.object.contains(&of) && !frame.subject.contains(&of)
    })
}

/// Whether the argument is a place that stands for one of the entities.
fn stands_for(discourse: &mut Discourse<'_, '_>, argument: &Argument, entities: &[usize]) -> bool {
    discourse.kind(argument.entity) == MentionKind::Place
        && discourse.metonym(argument.entity).is_some_and(|meant| entities.contains(&meant))
}

/// Whether a name of the group begins at the token or behind it.
fn named_from(clauses: &Clauses<'_, '_>, discourse: &Discourse<'_, '_>, group: &NounGroup, from: usize) -> bool {
    let byte = clauses.words.lexed.tokens.get(from).map_or(usize::MAX, |t| t.span().start);
    group.names.last().is_some_and(|&name| discourse.mentions[name].span().start >= byte)
}

/// Whether a complement with "de" belongs to the trigger rather than to another noun group.
fn attached(clauses: &Clauses<'_, '_>, trigger: &Trigger<'_>, chunk: usize, nominal: bool, from: usize) -> bool {
    if nominal {
        // "rachat de B par A", "désignation par A de B", and not "hommage à A, un médecin de B".
        let by = clauses.words.grammar.preposition("par");
        return trigger.with.is_some()
            || clauses.complements(trigger.chunk).any(|c| c == chunk)
            || clauses.verb(chunk - 1).is_some()
            || clauses.noun(chunk - 1).is_some_and(|n| n.preposition == by || n.time)
            || name_between(clauses, trigger.chunk, chunk);
    }
    let before = chunk - 1;
    let Some(noun) = clauses.noun(before) else { return true };
    before <= trigger.chunk
        || noun.time
        || noun.end <= from
        || trigger.with == Some(before)
        || trigger.with.is_some_and(|w| w < chunk && clauses.complements(w).any(|c| c == chunk))
}

/// "l'adhésion à B de A", "la visite en B de A": only a name, which takes no complement, stands between the trigger and the complement.
fn name_between(clauses: &Clauses<'_, '_>, trigger: usize, chunk: usize) -> bool {
    let bare_name = |c: usize| {
        clauses.noun(c).is_some_and(|n| {
            !n.names.is_empty()
                && n.head.is_none()
                && n.preposition.is_some()
                && n.preposition != clauses.words.grammar.preposition("de")
        })
    };
    trigger + 2 == chunk && bare_name(chunk - 1)
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
    let mut found = Vec::new();
    if used.contains(&marker) {
        // "son allié russe": the adjective says one, the possessive the other.
        if group.possessive && !group.demonyms.is_empty() {
            let span = clauses.words.lexed.tokens[group.inner].span();
            let possessors = possessors(clauses, discourse, chunk);
            found.extend(possessors.into_iter().map(|p| discourse.nominal(span, p)));
        }
        return found;
    }
    // "son partenaire japonais A": the adjective tells of A.
    let told = group.possessive && !group.names.is_empty();
    for &(country, token) in group.demonyms.iter().filter(|_| !told) {
        let span = clauses.words.lexed.tokens[token].span();
        let entity = discourse.of_entry(country);
        let demonym = discourse.nominal(span, entity);
        found.push(body(discourse, demonym));
    }
    if found.is_empty() && group.possessive {
        let span = clauses.words.lexed.tokens[group.inner].span();
        for possessor in possessors(clauses, discourse, chunk) {
            found.push(discourse.nominal(span, possessor));
        }
    }
    if !found.is_empty() {
        used.push(marker);
    }
    found
}

/// Whose the group is: the subject of its clause, or whom the text before means.
fn possessors(clauses: &Clauses<'_, '_>, discourse: &mut Discourse<'_, '_>, chunk: usize) -> Vec<usize> {
    let Some(group) = clauses.noun(chunk) else { return Vec::new() };
    // "a vu A et son allié B": A's.
    if let Some(before) = chunk.checked_sub(2).filter(|&b| {
        clauses.is(chunk - 1, Mark::Coordinator) && group.preposition.is_none() && clauses.noun(b).is_some()
    }) {
        let owner = resolve(clauses, discourse, clauses.chain_start(before));
        return owner.into_iter().map(|a| a.entity).take(1).collect();
    }
    let verb = (0..chunk).rev().find(|&c| clauses.verb(c).is_some_and(|v| v.mode == VerbMode::Finite));
    let mut subject = verb.map_or_else(Vec::new, |v| clauses.subject(v, 4));
    // "appelle B à poursuivre sa coopération": B's, who is to carry it on.
    let carried = |v: &usize| {
        let grammar = clauses.words.grammar;
        let class = |class| clauses.verb(*v).is_some_and(|g| grammar.verb_is(g.lemma, class));
        (class(VerbClass::Light) || class(VerbClass::Ended))
            && clauses.verb(*v).is_some_and(|g| g.mode == VerbMode::Infinitive)
            && clauses.frame(*v).object.contains(&chunk)
    };
    if let Some(v) = chunk.checked_sub(1).filter(carried) {
        let controlled = clauses.subject(v, 4);
        if !controlled.is_empty() {
            subject = controlled;
        }
    }
    let mut found: Vec<usize> = subject
        .into_iter()
        .filter(|&c| c < chunk)
        .flat_map(|c| resolve(clauses, discourse, c))
        .map(|a| a.entity)
        .collect();
    found.dedup();
    if !clauses.words.is(group.inner, WordClass::OfSeveral) {
        found.truncate(1);
    }
    if found.is_empty() {
        found.extend(discourse.pointers.get(&group.inner).into_iter().flatten());
    }
    found
}

/// The argument if it has one of the types, or the country that it stands for.
pub(super) fn fit(
    discourse: &mut Discourse<'_, '_>,
    argument: Argument,
    types: u8,
    locative: bool,
) -> Option<Argument> {
    let bit = match discourse.kind(argument.entity) {
        MentionKind::Person => PERSON,
        MentionKind::Country => COUNTRY,
        MentionKind::Organisation => ORGANISATION,
        MentionKind::Place => PLACE,
        _ => return None,
    };
    let located = locative && types & LOCATION != 0;
    // What asks for countries and not for places takes the country for which a place stands.
    let actor = types & COUNTRY != 0 && (types & (PERSON | ORGANISATION) != 0 || types & LOCATION == 0);
    if !located
        && actor
        && bit & (PLACE | ORGANISATION) != 0
        && let Some(country) = discourse.metonym(argument.entity)
    {
        let span = discourse.mentions[argument.mention].span();
        return Some(discourse.nominal(span, country));
    }
    // "La Catalogne a signé un accord avec B": a region has a government of its own.
    let governed = |e: usize| discourse.entry(e).is_some_and(|known| matches!(known.subtype(), "region" | "province"));
    if bit == PLACE && !locative && actor && governed(argument.entity) {
        return Some(argument);
    }
    // A place that stands for nobody acts only where the schema asks for places.
    (types & bit != 0 && (bit != PLACE || types & LOCATION != 0)).then_some(argument)
}
