use super::codes;
use super::files::{FrameRow, Lemmas, OneOrMany, Rules, Source, Words};
use super::frame::{Frame, Slot, With};
use super::grammar::{Compiled, Grammar, Lemma, class_of, verb_class_of};
use super::phrases::Phrases;
use super::reading::{Reading, VerbForm};
use super::schema::{KindInfo, type_bits};
use crate::fold::lower_hash;
use crate::morphology::{Conjugator, plural};
use crate::table::{self, Compiler, Sense};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap, HashSet};
use toml::Spanned;

/// How many kinds, frames and lemmas their numbers have room for.
const KINDS: usize = 1 << 8;
const FRAMES: usize = 1 << 16;
const LEMMAS: usize = 1 << 16;

pub(super) const STATUSES: [&str; 6] = ["actual", "planned", "unconfirmed", "negated", "hypothetical", "ended"];

/// Compiles the rules; on faults, all of them, each with file and line.
#[allow(dead_code)] // for the build script
pub(crate) fn compile(
    words: &Source,
    models: &Source,
    lemmas: &Source,
    [codes, topics, actors, nominals, parties]: [&Source; 5],
    rules: &[Source],
) -> Result<(table::Compiled, Compiled), Vec<String>> {
    let conjugator = Conjugator::new(&models.text).map_err(|error| {
        let place = models.locate(error.span().unwrap_or(0..0));
        vec![format!("{place}: {}", error.message())]
    })?;
    let mut build = Build::new(&conjugator);
    build.words(words);
    build.lemmas(lemmas);
    build.data.actors = super::actors::read(actors, &mut build.faults);
    build.data.parties = super::parties::read(parties, &mut build.faults);
    build.data.nominals = super::nominals::read(nominals, &mut build.faults);
    let file = codes::open(codes, &mut build.faults);
    if let Some(file) = &file {
        build.data.codes = file.system();
    }
    build.rules(rules, |build| {
        if let Some(file) = &file {
            codes::read((codes, file), topics, &mut build.data, &mut build.faults);
        }
    });
    let Build { table, data, .. } = build.finish()?;
    Ok((table.finish(), data))
}

/// The grammar with more kinds and frames; on faults, all of them, each with file and line.
pub(crate) fn extend(grammar: &Grammar, conjugator: &Conjugator, rules: &[Source]) -> Result<Grammar, Vec<String>> {
    let mut build = Build::over(&grammar.data, conjugator);
    build.rules(rules, |_| {});
    let Build { table, data, .. } = build.finish()?;
    Ok(Grammar { table: grammar.table.with(table), data })
}

pub(super) fn parse<T: DeserializeOwned>(source: &Source, faults: &mut Vec<String>) -> Option<T> {
    match toml::from_str(&source.text) {
        Ok(parsed) => Some(parsed),
        Err(error) => {
            let place = source.locate(error.span().unwrap_or(0..0));
            faults.push(format!("{place}: {}", fault(&error)));
            None
        }
    }
}

/// What is wrong with a file, as found and expected.
fn fault(error: &toml::de::Error) -> String {
    let message = error.message().lines().next().unwrap_or_default();
    match (message.split_once(", expected "), message.strip_prefix("missing field ")) {
        (Some((found, expected)), _) => format!("found {found}, expected {expected}"),
        (_, Some(field)) => format!("found no {field}, expected it"),
        _ => format!("found no TOML of rules ({message}), expected kinds and frames"),
    }
}

/// The rules of a file; when one is faulty, each row is read by itself, so that the faults of all rows are reported.
fn blocks(source: &Source, faults: &mut Vec<String>) -> Vec<(Source, Rules)> {
    let mut whole = Vec::new();
    if let Some(rules) = parse(source, &mut whole) {
        return vec![(source.clone(), rules)];
    }
    let before = faults.len();
    let rules = source.rows().filter_map(|row| parse(&row, faults).map(|rules| (row, rules))).collect();
    if faults.len() == before {
        faults.append(&mut whole);
    }
    rules
}

struct Build<'c> {
    faults: Vec<String>,
    table: Compiler,
    data: Compiled,
    verbs: HashMap<String, u16>,
    nouns: HashMap<String, u16>,
    /// The names of the frames.
    names: HashSet<String>,
    /// The lists that are full, reported once.
    full: HashSet<String>,
    /// Frames before this one were there before.
    own: usize,
    conjugator: &'c Conjugator,
}

impl<'c> Build<'c> {
    fn new(conjugator: &'c Conjugator) -> Self {
        Self::over(&Compiled::default(), conjugator)
    }

    /// Starts from what is compiled.
    fn over(data: &Compiled, conjugator: &'c Conjugator) -> Self {
        let numbered = |noun: bool| {
            let lemmas = data.lemmas.iter().enumerate().filter(move |(_, l)| l.noun == noun);
            lemmas.map(|(number, l)| (l.text.clone(), number as u16)).collect()
        };
        Self {
            faults: Vec::new(),
            table: Compiler::default(),
            verbs: numbered(false),
            nouns: numbered(true),
            names: data.frames.iter().map(|f| f.name.clone()).collect(),
            full: HashSet::new(),
            own: data.frames.len(),
            data: data.clone(),
            conjugator,
        }
    }

    /// Reads the files of kinds and frames: all kinds first.
    fn rules(&mut self, rules: &[Source], between: impl FnOnce(&mut Self)) {
        let parsed: Vec<(Source, Rules)> = rules.iter().flat_map(|s| blocks(s, &mut self.faults)).collect();
        for (source, file) in &parsed {
            self.kinds(source, file);
        }
        between(self);
        for (source, file) in &parsed {
            self.frames(source, file);
        }
    }

    /// Makes a phrase a key, token by token, with the variants of a final "de" and "à".
    fn phrase(&mut self, phrase: &str, reading: Reading) {
        let sense = Sense(reading.encode());
        let tokens = tokens(phrase);
        self.table.chain(tokens.iter().map(|t| lower_hash(t)), sense);
        let variants: &[&str] = match tokens.last().copied() {
            _ if tokens.len() < 2 => &[],
            Some("de") => &["du", "des", "d'"],
            Some("à") => &["au", "aux"],
            _ => &[],
        };
        for variant in variants {
            let start = tokens[..tokens.len() - 1].iter().copied();
            self.table.chain(start.chain([*variant]).map(lower_hash), sense);
        }
    }

    fn words(&mut self, words: &Source) {
        let Some(file) = parse::<Words>(words, &mut self.faults) else { return };
        for (name, list) in &file.classes {
            let Some(class) = class_of(name.get_ref()) else {
                let place = words.locate(name.span());
                self.faults
                    .push(format!("{place}: found the class {:?}, expected one that the code knows", name.get_ref()));
                continue;
            };
            for word in list {
                self.phrase(word, Reading::Class(class as u8));
            }
        }
        for (name, list) in &file.prepositions {
            let number = self.data.prepositions.len() as u8;
            self.data.prepositions.push(name.clone());
            for word in list.as_array().into_iter().flatten().filter_map(|w| w.as_str()) {
                self.phrase(word, Reading::Preposition(number));
            }
        }
        let mut numbers =
            |names: &[String]| -> Vec<u8> { names.iter().filter_map(|n| self.preposition(&words.name, n)).collect() };
        let (locative, workplace, inside) =
            (numbers(&file.asked.locative), numbers(&file.asked.workplace), numbers(&file.asked.inside));
        let office_of = numbers(&file.asked.office_of);
        let between = numbers(std::slice::from_ref(&file.asked.between)).pop();
        (self.data.between, self.data.locative) = (between, locative);
        (self.data.workplace, self.data.inside) = (workplace, inside);
        self.data.office_of = office_of;
        self.data.election_roles.clone_from(&file.election_roles);
        self.data.spellings = file.spellings.clone().into_iter().collect();
        self.data.spellings.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        for (name, list) in &file.verbs {
            let Some(class) = verb_class_of(name.get_ref()) else {
                let place = words.locate(name.span());
                self.faults
                    .push(format!("{place}: found the class {:?}, expected one that the code knows", name.get_ref()));
                continue;
            };
            for verb in list {
                if let Some(lemma) = self.verb(words, name.span(), verb) {
                    self.data.lemmas[usize::from(lemma)].classes |= class.bit();
                }
            }
        }
    }

    fn lemmas(&mut self, source: &Source) {
        let Some(file) = parse::<Lemmas>(source, &mut self.faults) else { return };
        for verb in file.verbs.get_ref().split_whitespace() {
            self.verb(source, file.verbs.span(), verb);
        }
    }

    /// The lemma of the verb; its forms become keys the first time.
    fn verb(&mut self, source: &Source, span: std::ops::Range<usize>, verb: &str) -> Option<u16> {
        if let Some(&lemma) = self.verbs.get(verb) {
            return Some(lemma);
        }
        let place = source.locate(span);
        let Some(forms) = self.conjugator.conjugate(verb) else {
            self.faults.push(format!("{place}: found {verb:?}, expected the infinitive of a verb"));
            return None;
        };
        let lemma = self.lemma(&place, verb, false)?;
        self.verbs.insert(verb.to_owned(), lemma);
        for form in forms {
            let reading = VerbForm {
                lemma,
                tense: form.tense,
                person: form.person,
                plural: form.plural,
                feminine: form.feminine,
            };
            self.phrase(&form.text, Reading::Verb(reading));
        }
        Some(lemma)
    }

    /// Adds a lemma; a fault when there is no number left.
    fn lemma(&mut self, place: &str, text: &str, noun: bool) -> Option<u16> {
        let number = self.number(place, self.data.lemmas.len(), "verb or noun", LEMMAS)?;
        self.data.lemmas.push(Lemma { text: text.to_owned(), noun, ..Lemma::default() });
        Some(number)
    }

    /// The next number of a list; a fault, once, when the list is full.
    fn number(&mut self, place: &str, next: usize, what: &str, most: usize) -> Option<u16> {
        if next < most {
            return u16::try_from(next).ok();
        }
        if self.full.insert(what.to_owned()) {
            self.faults.push(format!("{place}: found one {what} more, expected at most {most} with the bundled ones"));
        }
        None
    }

    fn noun(&mut self, place: &str, noun: &str) -> Option<u16> {
        if let Some(&lemma) = self.nouns.get(noun) {
            return Some(lemma);
        }
        let lemma = self.lemma(place, noun, true)?;
        self.nouns.insert(noun.to_owned(), lemma);
        self.phrase(noun, Reading::Noun { lemma, plural: false });
        // Of a phrase the first word takes the plural: "coups d'État".
        let (head, rest) = noun.split_at(noun.find(' ').unwrap_or(noun.len()));
        let many = format!("{}{rest}", plural(head));
        if many != noun {
            self.phrase(&many, Reading::Noun { lemma, plural: true });
        }
        Some(lemma)
    }

    fn types(&mut self, place: &str, names: &OneOrMany) -> u8 {
        names.iter().fold(0, |bits, name| {
            if let Some(more) = type_bits(name) {
                bits | more
            } else {
                let expected = "actor, force, person, country, organisation or place";
                self.faults.push(format!("{place}: found the argument type {name:?}, expected {expected}"));
                bits
            }
        })
    }

    fn kinds(&mut self, source: &Source, file: &Rules) {
        for row in &file.kind {
            let place = source.locate(row.span());
            let kind = row.get_ref();
            if self.data.kinds.iter().any(|k| k.name == kind.name) {
                self.faults.push(format!("{place}: found the kind {:?} twice, expected it once", kind.name));
                continue;
            }
            if self.number(&place, self.data.kinds.len(), "kind", KINDS).is_none() {
                return;
            }
            for fault in self.data.codes.faults(&kind.cameo, &kind.plover, &kind.mode) {
                self.faults.push(format!("{place}: {fault}, in the kind {:?}", kind.name));
            }
            if kind.subject.is_empty() || kind.object.is_empty() {
                self.faults.push(format!(
                    "{place}: found no argument type in the kind {:?}, expected at least one",
                    kind.name
                ));
            }
            let info = KindInfo {
                name: kind.name.clone(),
                family: kind.family.clone(),
                symmetric: kind.symmetric,
                subject: self.types(&place, &OneOrMany::Many(kind.subject.clone())),
                object: self.types(&place, &OneOrMany::Many(kind.object.clone())),
                cameo: kind.cameo.clone(),
                plover: kind.plover.clone(),
                mode: kind.mode.clone(),
            };
            self.data.kinds.push(info);
        }
    }

    fn frames(&mut self, source: &Source, file: &Rules) {
        let stem = stem(source);
        for row in &file.frame {
            let place = source.locate(row.span());
            self.frame(source, &place, stem, row);
        }
    }

    fn frame(&mut self, source: &Source, place: &str, stem: &str, spanned: &Spanned<FrameRow>) {
        let row = spanned.get_ref();
        let before = self.faults.len();
        let kind = self.data.kinds.iter().position(|k| k.name == *row.kind.get_ref());
        if kind.is_none() {
            let at = source.locate(row.kind.span());
            self.faults.push(format!("{at}: found the kind {:?}, expected one of the schema", row.kind.get_ref()));
        }
        let name = format!("{stem}/{}", row.name);
        if !self.names.insert(name.clone()) {
            self.faults.push(format!("{place}: found the frame {name:?} twice, expected a name of its own"));
        }
        if row.verb.iter().next().is_none() == row.noun.iter().next().is_none() {
            let found = if row.noun.iter().next().is_none() { "neither verb nor noun" } else { "verb and noun" };
            self.faults.push(format!("{place}: found {found} in the frame {name:?}, expected one of them"));
        }
        if row.examples.is_empty() {
            self.faults.push(format!("{place}: found no examples in the frame {name:?}, expected at least one"));
        }
        if row.rejects.is_empty() && row.examples.len() == 1 {
            self.faults.push(format!("{place}: found one example and no rejects in the frame {name:?}, expected more"));
        }
        for example in row.examples.iter().chain(&row.headlines).filter(|e| !e.contains("=>")) {
            self.faults.push(format!("{place}: found the example {example:?}, expected text => subject -> object"));
        }
        if let Some(status) = row.status.as_deref().filter(|s| !STATUSES.contains(s)) {
            self.faults.push(format!("{place}: found the status {status:?}, expected one of {}", STATUSES.join(", ")));
        }
        if let Some(confidence) = row.confidence.filter(|c| !(0.0..=1.0).contains(c)) {
            self.faults.push(format!("{place}: found the confidence {confidence}, expected 0 to 1"));
        }
        let with = row.with.as_ref().map(|with| With {
            nouns: with.noun.iter().filter_map(|n| self.noun(place, n)).collect(),
            subject: with.prep.as_deref() == Some("subject"),
            preposition: with.prep.as_deref().filter(|p| *p != "subject").and_then(|p| self.preposition(place, p)),
        });
        let refined_by = row.refined_by.as_ref().and_then(|name| {
            let found = self.data.kinds.iter().position(|k| k.name == *name).map(|k| k as u8);
            if found.is_none() {
                self.faults.push(format!("{place}: found {name:?} in refined_by, expected a kind of the schema"));
            }
            found
        });
        let infinitive = row.infinitive.iter().filter_map(|v| self.verb(source, spanned.span(), v)).collect();
        let list = |words: &OneOrMany| Phrases::new(words.iter().map(|w| w.replace('’', "'")).collect());
        let mut frame = Frame {
            name,
            kind: kind.unwrap_or(0) as u8,
            with,
            fixed: list(&row.fixed),
            needs: list(&row.needs),
            beside: row.beside,
            negated: row.negated,
            infinitive,
            unless: list(&row.unless),
            subject: self.slots(place, &row.subject),
            object: self.slots(place, &row.object),
            subject_is: self.types(place, &row.subject_is),
            object_is: self.types(place, &row.object_is),
            status: row.status.clone(),
            role: row.role.clone(),
            refined_by,
            confidence: row.confidence.unwrap_or(0.85),
            ..Frame::default()
        };
        let mut triggers: BTreeMap<(bool, Option<String>), Vec<u16>> = BTreeMap::new();
        for verb in row.verb.iter() {
            let bare = verb.strip_prefix("s'").or_else(|| verb.strip_prefix("se "));
            // "s'en prendre": another pronoun before the infinitive.
            let (clitic, infinitive) = match bare.unwrap_or(verb).rsplit_once(' ') {
                Some((clitic, infinitive)) => (Some(clitic.to_owned()), infinitive),
                None => (None, bare.unwrap_or(verb)),
            };
            let lemma = self.verb(source, spanned.span(), infinitive);
            triggers.entry((bare.is_some(), clitic)).or_default().extend(lemma);
        }
        if self.faults.len() > before {
            return;
        }
        for ((pronominal, clitic), lemmas) in triggers {
            frame.pronominal = pronominal;
            frame.clitic = clitic;
            self.add(place, frame.clone(), &lemmas);
        }
        let nouns: Vec<u16> = row.noun.iter().filter_map(|n| self.noun(place, n)).collect();
        if !nouns.is_empty() {
            frame.nominal = true;
            frame.pronominal = false;
            frame.clitic = None;
            self.add(place, frame, &nouns);
        }
    }

    fn add(&mut self, place: &str, frame: Frame, lemmas: &[u16]) {
        let Some(number) = self.number(place, self.data.frames.len(), "frame", FRAMES) else { return };
        self.data.frames.push(frame);
        for &lemma in lemmas {
            self.data.lemmas[usize::from(lemma)].frames.push(number);
        }
    }

    fn preposition(&mut self, place: &str, name: &str) -> Option<u8> {
        let found = self.data.prepositions.iter().position(|p| p == name).map(|p| p as u8);
        if found.is_none() {
            let expected = format!("one of {}", self.data.prepositions.join(", "));
            self.faults.push(format!("{place}: found the preposition {name:?}, expected {expected}"));
        }
        found
    }

    fn slots(&mut self, place: &str, names: &OneOrMany) -> Vec<Slot> {
        names
            .iter()
            .filter_map(|name| match name {
                "subject" => Some(Slot::Subject),
                "object" => Some(Slot::Object),
                "each_other" => Some(Slot::EachOther),
                "seat" => Some(Slot::Seat),
                "que" => Some(Slot::That),
                "apposed" => Some(Slot::Apposed),
                "held" => Some(Slot::Held),
                "quoted" => Some(Slot::Quoted),
                "infinitive" => Some(Slot::Infinitive),
                "deed" => Some(Slot::Deed),
                "course" => Some(Slot::Course),
                "source" => Some(Slot::Source),
                other => {
                    let known = self.data.prepositions.iter().any(|p| p == other);
                    if !known {
                        let expected = format!(
                            "subject, object, each_other, que, apposed, quoted, infinitive, deed, course, source or a preposition: {}",
                            self.data.prepositions.join(", ")
                        );
                        self.faults.push(format!("{place}: found the slot {other:?}, expected {expected}"));
                    }
                    known.then(|| self.preposition(place, other)).flatten().map(Slot::Preposition)
                }
            })
            .collect()
    }

    fn finish(mut self) -> Result<Self, Vec<String>> {
        let frames = &self.data.frames;
        for lemma in &mut self.data.lemmas {
            // A stable sort keeps the order of the files among equals; the user's stand before the bundled ones.
            lemma.frames.sort_by_key(|&f| {
                let f = usize::from(f);
                (std::cmp::Reverse(frames[f].specificity()), f < self.own)
            });
        }
        if self.faults.is_empty() { Ok(self) } else { Err(self.faults) }
    }
}

/// The tokens of a phrase of the rules: cut at spaces and after apostrophes.
pub(super) fn tokens(phrase: &str) -> Vec<&str> {
    if phrase.starts_with("aujourd'") || phrase.starts_with("quelqu'") || phrase.starts_with("prud'") {
        return vec![phrase];
    }
    phrase
        .split(' ')
        .flat_map(|word| {
            let cut = word.find('\'').map_or(0, |at| at + 1);
            let (elision, rest) = word.split_at(cut);
            [elision, rest]
        })
        .filter(|t| !t.is_empty())
        .collect()
}

/// The examples of a frame.
#[derive(Clone, Debug)]
pub(crate) struct FrameExamples {
    pub(crate) place: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) symmetric: bool,
    pub(crate) status: Option<String>,
    pub(crate) examples: Vec<String>,
    pub(crate) headlines: Vec<String>,
    pub(crate) rejects: Vec<String>,
}

/// The examples that the frames of a rule file carry.
pub(crate) fn examples(source: &Source) -> Result<Vec<FrameExamples>, Vec<String>> {
    let mut faults = Vec::new();
    let Some(file) = parse::<Rules>(source, &mut faults) else { return Err(faults) };
    let rows = file.frame.iter().map(|spanned| {
        let row = spanned.get_ref();
        FrameExamples {
            place: source.locate(spanned.span()),
            name: format!("{}/{}", stem(source), row.name),
            kind: row.kind.get_ref().clone(),
            symmetric: row.object.iter().eq(row.subject.iter()) || row.object.iter().any(|o| o == "each_other"),
            status: row.status.clone(),
            examples: row.examples.clone(),
            headlines: row.headlines.clone(),
            rejects: row.rejects.clone(),
        }
    });
    Ok(rows.collect())
}

fn stem(source: &Source) -> &str {
    source.name.rsplit(['/', '\\']).next().unwrap_or_default().trim_end_matches(".toml")
}
