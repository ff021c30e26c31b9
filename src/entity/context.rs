use crate::fold;
use crate::grammar::{Grammar, WordClass};
use crate::lexicon::Lexed;
use crate::mention::Mention;
use crate::sentence::Sentence;
use crate::table::{FEMININE, MASCULINE, PLURAL, SINGULAR, Sense, Tag};

/// How far before a name its title begins, in atoms.
const TITLE: usize = 4;
/// The least letters of a word whose sound tells names apart.
const SOUNDING: usize = 4;

/// What stands around the names: the words of the text and the grammar.
#[derive(Clone, Copy)]
pub(super) struct Context<'a, 't> {
    pub(super) lexed: &'a Lexed<'a, 't>,
    pub(super) grammar: &'a Grammar,
    pub(super) sentences: &'a [Sentence],
    /// The first bytes of the spellings that sound like others, as bits.
    spellings: u128,
}

impl<'a, 't> Context<'a, 't> {
    pub(super) fn new(lexed: &'a Lexed<'a, 't>, grammar: &'a Grammar, sentences: &'a [Sentence]) -> Self {
        let firsts = grammar.data.spellings.iter().filter_map(|(from, _)| from.bytes().next());
        let spellings = firsts.fold(0, |bits, first| bits | bit(first));
        Self { lexed, grammar, sentences, spellings }
    }
}

/// The bit of a byte; those that begin letters beyond ASCII share one.
fn bit(byte: u8) -> u128 {
    1 << byte.min(127)
}

impl Context<'_, '_> {
    /// The number of the sentence.
    pub(super) fn sentence(&self, mention: &Mention<'_>) -> usize {
        self.sentences.partition_point(|s| s.span().start <= mention.start)
    }

    fn is(&self, token: usize, class: WordClass) -> bool {
        let node = self.lexed.word(token).or_else(|| self.grammar.table.get(self.lexed.lower(token)));
        node.into_iter().flat_map(|n| self.grammar.readings(n)).any(|r| r.is(class))
    }

    /// The token before the mention.
    fn before(&self, mention: &Mention<'_>) -> Option<usize> {
        self.lexed.tokens.partition_point(|t| t.span().start < mention.start).checked_sub(1)
    }

    /// "les Obiang", "deux Martin", "les frères Dardenne", "M. et Mme Fillon".
    pub(super) fn is_family(&self, mention: &Mention<'_>) -> bool {
        let Some(before) = self.before(mention) else { return false };
        let plural = |token: usize| self.is(token, WordClass::Plural) || self.is(token, WordClass::Numeral);
        if plural(before) {
            return true;
        }
        let kin = self.lexed.word_senses(before).any(|s| {
            s.tag() == Tag::Title && s.has(PLURAL) && self.lexed.gazetteer.entry(s.index()).subtype() == "kin"
        });
        let Some(second) = before.checked_sub(1) else { return false };
        if kin && plural(second) {
            return true;
        }
        let title = |token: usize| self.lexed.word_senses(token).any(|s| s.tag() == Tag::Title && s.has(SINGULAR));
        title(before) && self.is(second, WordClass::Coordinator) && second > 0 && title(second - 1)
    }

    /// "son fils, Edson Braga": introduced as somebody's relative.
    pub(super) fn is_relative(&self, mention: &Mention<'_>) -> bool {
        let Some(mut before) = self.before(mention) else { return false };
        if self.lexed.tokens[before].text() == "," {
            let Some(second) = before.checked_sub(1) else { return false };
            before = second;
        }
        let kin = |s: Sense| s.tag() == Tag::Title && self.lexed.gazetteer.entry(s.index()).subtype() == "kin";
        self.lexed.word_senses(before).any(kin)
    }

    /// What the title just before the name says: "Mme", "la ministre".
    pub(super) fn title_sex(&self, mention: &Mention<'_>) -> Option<bool> {
        let lexed = self.lexed;
        let at = lexed.atoms.partition_point(|a| a.start < mention.start);
        // "du Fonds monétaire international, A": across a comma only a title with its article is one.
        let apart = self.before(mention).is_some_and(|t| lexed.tokens[t].text() == ",");
        let articled = |token: usize| token.checked_sub(1).is_some_and(|t| self.is(t, WordClass::Determiner));
        (at.saturating_sub(TITLE)..at).rev().filter(|&f| !apart || articled(lexed.atoms[f].token)).find_map(|first| {
            lexed.matches_at(first).iter().filter(|m| m.end == at).find_map(|m| {
                if !m.has([Tag::Title]) {
                    return None;
                }
                let titles: Vec<Sense> =
                    lexed.senses(m).filter(|s| s.tag() == Tag::Title && s.has(SINGULAR) && !s.has(PLURAL)).collect();
                // "M." is also the short form of a pair; what speaks for one sex only counts.
                let mut sexes = titles.iter().filter_map(|s| sex(*s));
                match sexes.next() {
                    Some(first) => sexes.all(|s| s == first).then_some(first),
                    // "la ministre": the article tells.
                    None if !titles.is_empty() => self.article_sex(lexed.atoms[first].token),
                    None => None,
                }
            })
        })
    }

    fn article_sex(&self, title: usize) -> Option<bool> {
        let article = title.checked_sub(1)?;
        if self.is(article, WordClass::Plural) || self.lexed.tokens[article].text().ends_with(['\'', '’']) {
            return None;
        }
        if self.is(article, WordClass::Feminine) {
            return Some(true);
        }
        self.is(article, WordClass::Definite).then_some(false)
    }

    /// What the word sounds like, the same for spellings that differ: "Zelensky", "Zelenskyy".
    pub(super) fn sound(&self, word: &str) -> Option<u64> {
        let folded = fold::fold(word);
        if folded.chars().count() < SOUNDING {
            return None;
        }
        let mut sound = String::with_capacity(folded.len());
        let mut rest = folded.as_str();
        while let Some(c) = rest.chars().next() {
            let some = rest.bytes().next().is_some_and(|first| self.spellings & bit(first) != 0);
            let spellings = if some { self.grammar.data.spellings.as_slice() } else { &[] };
            let spelling = spellings.iter().find(|(from, _)| rest.starts_with(from.as_str()));
            let start = sound.len();
            let used = if let Some((from, to)) = spelling {
                sound.push_str(to);
                from.len()
            } else {
                sound.push(c);
                c.len_utf8()
            };
            if sound[..start].ends_with(&sound[start..]) {
                // A letter doubled sounds like one.
                sound.truncate(start);
            }
            rest = &rest[used..];
        }
        Some(fold::folded_hash(&sound))
    }
}

/// The one sex of the sense.
fn sex(sense: Sense) -> Option<bool> {
    match (sense.has(MASCULINE), sense.has(FEMININE)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    }
}
