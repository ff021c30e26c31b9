use super::Entity;
use super::context::Context;
use super::name::{Name, close};
use super::surname;
use crate::fold;
use crate::grammar::Grammar;
use crate::keyed::Map;
use crate::lexicon::Lexed;
use crate::mention::{Mention, MentionKind};
use crate::sentence::Sentence;

/// Joins the names of the document into entities and notes in each mention which it belongs to.
pub(crate) fn resolve(
    mentions: &mut [Mention<'_>],
    lexed: &Lexed<'_, '_>,
    grammar: &Grammar,
    sentences: &[Sentence],
) -> Vec<Entity> {
    let context = Context::new(lexed, grammar, sentences);
    let numbers: Vec<usize> = (0..mentions.len()).filter(|&n| mentions[n].kind.is_name()).collect();
    let mut names: Vec<Name<'_>> = numbers.iter().map(|&n| Name::new(&mentions[n], &context)).collect();
    let bracketed = bracketed(mentions, &numbers, lexed);
    spelled_out(&mut names, &bracketed, lexed);
    let mut resolver = Resolver {
        names: &names,
        groups: Vec::new(),
        by_entry: Map::default(),
        by_key: Map::default(),
        by_word: Map::default(),
    };
    // Full names first, so that a surname in the headline finds the person named below it.
    let late = |name: &Name<'_>| match name.kind {
        MentionKind::Person => !name.is_full(),
        MentionKind::Organisation => name.acronym || name.hashes.len() == 1,
        _ => false,
    };
    let mut full: Vec<usize> = (0..names.len()).filter(|&n| !late(&names[n])).collect();
    // A person's longest names first: "Van der Velde" finds "Dirk van der Velde".
    full.sort_by_key(|&n| {
        let name = &names[n];
        std::cmp::Reverse(if name.kind == MentionKind::Person { name.hashes.len() } else { usize::MAX })
    });
    for number in full {
        resolver.full(number);
    }
    for number in (0..names.len()).filter(|&n| late(&names[n])) {
        resolver.short(number, bracketed[number]);
    }
    let mut groups = resolver.groups;
    for group in &mut groups {
        group.members.sort_unstable();
        let first = &names[group.members[0]];
        if group.kind == MentionKind::Person && group.entry.is_none() && !first.family {
            group.entry = surname::bearer(first, lexed);
        }
    }
    let mut groups = join_same_entry(groups);
    groups.sort_by_key(|g| g.members[0]);
    groups.iter().enumerate().map(|(id, group)| entity(id, group, mentions, &numbers, lexed)).collect()
}

/// "Syndicat des pêcheurs de l'Ouest (SPO)": not the SPÖ of the gazetteer, in all of the text.
fn spelled_out(names: &mut [Name<'_>], bracketed: &[Option<usize>], lexed: &Lexed<'_, '_>) {
    let mut others = Vec::new();
    for (short, long) in bracketed.iter().enumerate().filter_map(|(n, b)| Some((&names[n], &names[(*b)?]))) {
        let Some(entry) = short.entry.filter(|_| long.entry.is_none() && short.abbreviates(long)) else { continue };
        let entry = lexed.gazetteer.entry(entry);
        let shares = |name: &str| {
            let mut words = fold::atoms(name).map(|(s, e)| &name[s..e]).filter(|w| w.chars().count() > 3);
            words.any(|w| long.hashes.contains(&fold::folded_hash(w)))
        };
        if !std::iter::once(entry.name()).chain(entry.aliases()).any(shares) {
            others.push((short.key(), entry.index()));
        }
    }
    for name in names.iter_mut() {
        if name.entry.is_some_and(|e| others.contains(&(name.key(), e))) {
            name.entry = None;
        }
    }
}

/// One group for those that turned out to be the same entry of the gazetteer.
fn join_same_entry(groups: Vec<Group>) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::with_capacity(groups.len());
    let mut by_entry: Map<u32, usize> = Map::default();
    for group in groups {
        if let Some(first) = group.entry.and_then(|e| by_entry.get(&e).copied()) {
            joined[first].members.extend(group.members);
            joined[first].members.sort_unstable();
        } else {
            if let Some(entry) = group.entry {
                by_entry.insert(entry, joined.len());
            }
            joined.push(group);
        }
    }
    joined
}

/// For each name, the one just before it that it stands behind in brackets, or in whose brackets it is the long form.
fn bracketed(mentions: &[Mention<'_>], numbers: &[usize], lexed: &Lexed<'_, '_>) -> Vec<Option<usize>> {
    let mut all = vec![None; numbers.len()];
    for i in 1..numbers.len() {
        let (before, after) = (&mentions[numbers[i - 1]], &mentions[numbers[i]]);
        let between = lexed.text[before.span().end..after.start].trim();
        let closed = lexed.text[after.span().end..].trim_start().starts_with(')');
        if between == "(" && closed {
            all[i] = Some(i - 1);
            all[i - 1] = Some(i);
        }
    }
    all
}

/// An entity in the making: the names found to be its own.
struct Group {
    kind: MentionKind,
    entry: Option<u32>,
    /// The fullest name.
    name: usize,
    members: Vec<usize>,
    female: Option<bool>,
    sure: bool,
}

impl Group {
    fn new(number: usize, name: &Name<'_>) -> Self {
        let entry = name.entry.filter(|_| !name.family);
        Self { kind: name.kind, entry, name: number, members: Vec::new(), female: name.female, sure: name.sure }
    }
}

struct Resolver<'a, 't> {
    names: &'a [Name<'t>],
    groups: Vec<Group>,
    by_entry: Map<u32, usize>,
    by_key: Map<u64, Vec<usize>>,
    /// Words of full names → groups.
    by_word: Map<u64, Vec<usize>>,
}

/// Country and place are one kind here.
fn alike(a: MentionKind, b: MentionKind) -> bool {
    let place = |k| matches!(k, MentionKind::Country | MentionKind::Place);
    a == b || place(a) && place(b)
}

impl Resolver<'_, '_> {
    fn fits_sex(&self, group: usize, name: &Name<'_>) -> bool {
        let female = self.groups[group].female;
        female.is_none() || name.female.is_none() || female == name.female
    }

    /// The group whose very name this is.
    fn same(&self, name: &Name<'_>) -> Option<usize> {
        if let Some(&group) = name.entry.and_then(|e| self.by_entry.get(&e)) {
            return Some(group);
        }
        let clash = |g: &Group| name.entry.is_some() && g.entry.is_some() && name.entry != g.entry;
        self.by_key
            .get(&name.key())?
            .iter()
            .rev()
            .copied()
            .find(|&g| alike(self.groups[g].kind, name.kind) && !clash(&self.groups[g]) && self.fits_sex(g, name))
    }

    fn full(&mut self, number: usize) {
        let name = &self.names[number];
        if name.family {
            return self.family(number);
        }
        let surname = if name.kind == MentionKind::Person { self.bearer(number) } else { None };
        let found = surname.or_else(|| self.same(name)).or_else(|| match name.kind {
            MentionKind::Person => self.person(name),
            MentionKind::Organisation => self.part(name).or_else(|| self.longer(name)),
            _ => self.spelling(name),
        });
        self.put(number, found);
    }

    /// Those who share a surname are nobody of them alone.
    fn family(&mut self, number: usize) {
        let key = self.names[number].key();
        let found = self.groups.iter().position(|g| {
            let first = &self.names[g.members[0]];
            first.family && first.key() == key
        });
        let id = found.unwrap_or_else(|| {
            self.groups.push(Group::new(number, &self.names[number]));
            self.groups.len() - 1
        });
        self.groups[id].members.push(number);
    }

    /// The person who bears a variant of this full name.
    fn person(&self, name: &Name<'_>) -> Option<usize> {
        let fits = |&g: &usize| {
            let group = &self.groups[g];
            group.kind == MentionKind::Person
                && !(group.entry.is_some() && name.entry.is_some() && group.entry != name.entry)
                && self.names[group.name].fits(name)
        };
        let near = name.hashes.iter().filter_map(|h| self.by_word.get(h)).flatten().copied();
        near.into_iter().find(fits)
    }

    /// The place whose name is spelled a little otherwise.
    fn spelling(&self, name: &Name<'_>) -> Option<usize> {
        if name.entry.is_some() || name.words.len() > 1 {
            return None;
        }
        (0..self.groups.len()).find(|&g| {
            let group = &self.groups[g];
            let other = &self.names[group.name];
            alike(group.kind, name.kind)
                && group.entry.is_none()
                && other.words.len() == 1
                && name.words[0].len() >= 8
                && close(name.words[0], other.words[0])
        })
    }

    /// The organisation whose longer name begins or ends with this one.
    fn part(&self, name: &Name<'_>) -> Option<usize> {
        let m = name.hashes.len();
        self.by_word.get(&name.hashes[0])?.iter().rev().copied().find(|&g| {
            let group = &self.groups[g];
            let long = &self.names[group.name].hashes;
            group.kind == MentionKind::Organisation
                && name.entry.is_none()
                && long.len() > m
                && (long.starts_with(&name.hashes) || long.ends_with(&name.hashes))
        })
    }

    /// The organisation of which a shorter name was read before.
    fn longer(&self, name: &Name<'_>) -> Option<usize> {
        name.hashes.iter().filter_map(|h| self.by_word.get(h)).flatten().copied().find(|&g| {
            let group = &self.groups[g];
            let short = &self.names[group.name].hashes;
            group.kind == MentionKind::Organisation
                && !(name.entry.is_some() && group.entry.is_some())
                && short.len() > 1
                && short.len() < name.hashes.len()
                && (name.hashes.starts_with(short) || name.hashes.ends_with(short))
        })
    }

    fn short(&mut self, number: usize, bracketed: Option<usize>) {
        let name = &self.names[number];
        if name.family {
            return self.family(number);
        }
        let found = match name.kind {
            MentionKind::Person => self.bearer(number).or_else(|| self.same(name)),
            _ => self
                .same(name)
                .or_else(|| self.long_form(name, bracketed))
                .or_else(|| if name.acronym { None } else { self.part(name) })
                .or_else(|| if name.hashes.len() > 1 { self.longer(name) } else { None }),
        };
        self.put(number, found);
    }

    /// The person for whom the word alone stands: by surname first, the last one named before it first.
    fn bearer(&self, number: usize) -> Option<usize> {
        let name = &self.names[number];
        let rank = |g: usize| {
            let group = &self.groups[g];
            if group.kind != MentionKind::Person || !self.fits_sex(g, name) || self.names[group.members[0]].family {
                return None;
            }
            let best = group.members.iter().map(|&m| self.names[m].answers(name)).max().unwrap_or(0);
            let best = if best == 0 && group.entry.is_some() && group.entry == name.entry { 4 } else { best };
            let first = group.members.iter().copied().min()?;
            // "Macron à Rabat avec Brigitte Macron": one whom the same sentence names in full is another.
            let beside = group
                .members
                .iter()
                .any(|&m| self.names[m].sentence == name.sentence && self.names[m].hashes.len() > name.hashes.len());
            // The last one named before the word; otherwise the first one after it.
            let near = group.members.iter().rfind(|&&m| m < number).map_or((0, usize::MAX - first), |&m| (1, m));
            // "son fils, Edson Braga": the surname alone is his father's.
            let relative = group.members.iter().any(|&m| self.names[m].relative);
            (best > 0).then_some((best, !beside, !relative, near))
        };
        (0..self.groups.len()).filter_map(|g| rank(g).map(|r| (r, g))).max().map(|(_, g)| g)
    }

    /// The organisation of which the name is the acronym.
    fn long_form(&self, name: &Name<'_>, bracketed: Option<usize>) -> Option<usize> {
        let group_of = |number: usize| self.groups.iter().position(|g| g.members.contains(&number));
        if let Some(group) = bracketed.filter(|&b| alike(self.names[b].kind, name.kind)).and_then(group_of)
            && (name.acronym || name.hashes.len() == 1)
        {
            return Some(group);
        }
        (0..self.groups.len()).find(|&g| {
            let group = &self.groups[g];
            group.kind == MentionKind::Organisation
                && !(group.entry.is_some() && name.entry.is_some() && group.entry != name.entry)
                && group.members.iter().any(|&m| name.abbreviates(&self.names[m]))
        })
    }

    fn put(&mut self, number: usize, found: Option<usize>) {
        let name = &self.names[number];
        let id = found.unwrap_or_else(|| {
            self.groups.push(Group::new(number, name));
            self.groups.len() - 1
        });
        let group = &mut self.groups[id];
        group.members.push(number);
        group.entry = group.entry.or(name.entry);
        if name.sure && !group.sure {
            (group.female, group.sure) = (name.female, true);
        }
        group.female = group.female.or(name.female);
        if name.hashes.len() > self.names[group.name].hashes.len() && name.kind == group.kind {
            group.name = number;
        }
        if let Some(entry) = name.entry {
            self.by_entry.entry(entry).or_insert(id);
        }
        let keyed = self.by_key.entry(name.key()).or_default();
        if !keyed.contains(&id) {
            keyed.push(id);
        }
        if name.is_full() {
            for &hash in &name.hashes {
                let groups = self.by_word.entry(hash).or_default();
                if groups.last() != Some(&id) {
                    groups.push(id);
                }
            }
        }
    }
}

fn entity(id: usize, group: &Group, mentions: &mut [Mention<'_>], numbers: &[usize], lexed: &Lexed<'_, '_>) -> Entity {
    let entry = group.entry.map(|e| lexed.gazetteer.entry(e));
    let fullest = mentions[numbers[group.name]].text();
    let name = entry.map_or(fullest, |e| e.name()).to_owned();
    let mut aliases: Vec<String> = Vec::new();
    for &member in &group.members {
        let mention = &mut mentions[numbers[member]];
        mention.entity = Some(id);
        if mention.text() != name && !aliases.iter().any(|a| a == mention.text()) {
            aliases.push(mention.text().to_owned());
        }
    }
    Entity {
        id,
        kind: group.kind,
        name,
        wikidata: entry.map_or_else(String::new, |e| e.wikidata().to_owned()),
        iso: entry.map_or_else(String::new, |e| e.country().split('|').next().unwrap_or("").to_owned()),
        aliases,
        mentions: group.members.iter().map(|&m| numbers[m]).collect(),
        entry: group.entry,
        female: group.female,
        sex_is_sure: group.sure,
    }
}
