use super::context::Context;
use crate::fold;
use crate::mention::{Mention, MentionKind};
use crate::table::{FEMININE, MASCULINE, Tag};

/// A name of the text, cut into words.
#[derive(Clone, Debug)]
pub(super) struct Name<'t> {
    pub(super) kind: MentionKind,
    pub(super) entry: Option<u32>,
    pub(super) words: Vec<&'t str>,
    /// The folded hashes of the words.
    pub(super) hashes: Vec<u64>,
    /// What the words sound like, of words long enough to tell.
    sounds: Vec<Option<u64>>,
    /// Woman (`true`) or man, where a title, the given name or the gazetteer tells.
    pub(super) female: Option<bool>,
    /// A title or the gazetteer says so, and not the given name alone.
    pub(super) sure: bool,
    /// All its letters are capitals, and there are at most seven: it may be an acronym.
    pub(super) acronym: bool,
    /// The surname of several people: "les Obiang", "deux Martin".
    pub(super) family: bool,
    /// Introduced as somebody's relative: "son fils, Edson Braga".
    pub(super) relative: bool,
    pub(super) sentence: usize,
}

impl<'t> Name<'t> {
    pub(super) fn new(mention: &Mention<'t>, context: &Context<'_, 't>) -> Self {
        let text = mention.text();
        let pointed = fold::is_pointed_acronym(text);
        let words: Vec<&str> = if pointed { vec![text] } else { fold::atoms(text).map(|(s, e)| &text[s..e]).collect() };
        let hashes =
            if pointed { vec![fold::pointed_hash(text)] } else { words.iter().map(|w| fold::folded_hash(w)).collect() };
        let acronym = words.len() <= 2
            && text.len() <= 12
            && (2..=8).contains(&text.chars().filter(|c| c.is_uppercase()).count())
            && text.chars().filter(|c| c.is_lowercase()).count() <= 4;
        let person = mention.kind == MentionKind::Person;
        let sounds = words.iter().map(|w| if person { context.sound(w) } else { None }).collect();
        let mut name = Self {
            kind: mention.kind,
            entry: mention.entry,
            words,
            hashes,
            sounds,
            female: None,
            sure: false,
            acronym,
            family: person && context.is_family(mention),
            relative: person && context.is_relative(mention),
            sentence: context.sentence(mention),
        };
        if person && !name.family {
            let known = || mention.entry.and_then(|e| context.lexed.gazetteer.entry(e).is_female());
            name.female = context.title_sex(mention).or_else(known);
            name.sure = name.female.is_some();
            name.female = name.female.or_else(|| name.given_sex(context));
        }
        name
    }

    /// The hash of the whole name.
    pub(super) fn key(&self) -> u64 {
        self.hashes.iter().copied().reduce(fold::chain).unwrap_or(0)
    }

    pub(super) fn is_full(&self) -> bool {
        self.hashes.len() > 1
    }

    fn given_sex(&self, context: &Context<'_, 't>) -> Option<bool> {
        if self.hashes.len() < 2 {
            return None;
        }
        let sense = context.lexed.gazetteer.hash_senses(self.hashes[0]).find(|s| s.tag() == Tag::Given)?;
        match (sense.has(MASCULINE), sense.has(FEMININE)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    }

    /// Whether both can be one person's sex.
    pub(super) fn same_sex(&self, other: &Self) -> bool {
        self.female.is_none() || other.female.is_none() || self.female == other.female
    }

    /// Whether the word is one letter that begins the other.
    fn initial_of(short: &str, long: &str) -> bool {
        let mut chars = short.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => {
                long.chars().next().is_some_and(|l| fold::fold(&l.to_string()) == fold::fold(&c.to_string()))
            }
            _ => false,
        }
    }

    fn same_word(&self, at: usize, other: &Self, other_at: usize) -> bool {
        let (a, b) = (self.words[at], other.words[other_at]);
        self.hashes[at] == other.hashes[other_at]
            || Self::initial_of(a, b)
            || Self::initial_of(b, a)
            || self.sounds_like(at, other, other_at)
            || close(a, b)
    }

    fn sounds_like(&self, at: usize, other: &Self, other_at: usize) -> bool {
        self.sounds[at].is_some() && self.sounds[at] == other.sounds[other_at]
    }

    /// Whether two names of several words can be one person's: the shorter one's words all stand in the longer one, in order, from
    /// the first on, and the surname may differ in spelling.
    pub(super) fn fits(&self, other: &Self) -> bool {
        if !self.same_sex(other) {
            return false;
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if !short.same_word(0, long, 0) {
            return false;
        }
        let mut at = 1;
        for i in 1..short.words.len() {
            match (at..long.words.len()).find(|&j| short.same_word(i, long, j)) {
                Some(j) => at = j + 1,
                None => return false,
            }
        }
        // An initial alone must come with the very surname.
        short.words[0].chars().count() > 1 || short.hashes.last() == long.hashes.last()
    }

    /// How well the one word (or last words) alone can stand for this full name; 0 for not at all.
    pub(super) fn answers(&self, short: &Self) -> u32 {
        let (n, m) = (self.hashes.len(), short.hashes.len());
        if m >= n || !self.same_sex(short) {
            return 0;
        }
        if self.hashes[n - m..] == short.hashes {
            return 4;
        }
        if (1..n - m).any(|i| self.hashes[i..i + m] == short.hashes) {
            return 3;
        }
        if self.hashes[..m] == short.hashes {
            return 2;
        }
        // A particle counted with the surname, or a surname in another spelling.
        if m == 1 && (self.sounds_like(n - 1, short, 0) || close(self.words[n - 1], short.words[0])) {
            return 1;
        }
        0
    }

    /// Whether the name is made of the letters with which the words of the long form begin.
    pub(super) fn abbreviates(&self, long: &Self) -> bool {
        if !self.acronym || long.words.len() < 2 {
            return false;
        }
        let letters: Vec<char> = fold::fold(&self.words.concat()).chars().filter(|c| c.is_alphanumeric()).collect();
        let starts = |skip_links: bool| -> Vec<char> {
            long.words
                .iter()
                .filter(|w| !skip_links || w.chars().count() > 3 || w.chars().next().is_some_and(char::is_uppercase))
                .filter_map(|w| fold::fold(w).chars().next())
                .collect()
        };
        let (all, some) = (starts(false), starts(true));
        all == letters || some == letters || letters.len() >= 3 && within(&letters, &all) && within(&some, &letters)
    }
}

/// Whether the letters stand in the list in this order, the first first.
fn within(letters: &[char], list: &[char]) -> bool {
    let mut rest = list.iter();
    letters.first() == list.first() && letters.iter().all(|l| rest.any(|c| c == l))
}

/// The first letter in its comparison form.
fn first(word: &str) -> Option<char> {
    let mut first = None;
    for c in word.chars() {
        fold::fold_char(c, &mut |folded| first = first.or(Some(folded)));
        if first.is_some() {
            break;
        }
    }
    first
}

/// Whether two long words differ by little: one letter, or two in words of eight.
pub(super) fn close(a: &str, b: &str) -> bool {
    if first(a) != first(b) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (fold::fold(a).chars().collect(), fold::fold(b).chars().collect());
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short < 5 || long - short > 2 || a[0] != b[0] {
        return false;
    }
    let allowed = if short >= 8 { 2 } else { 1 };
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()] <= allowed
}
