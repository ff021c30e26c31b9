//! When two names count as the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name without case, accents, hyphens and the article in front.
pub fn fold(name: &str) -> Vec<String> {
    let plain: String = name.replace('’', "'").to_lowercase().nfd().filter(|&c| !is_combining_mark(c)).collect();
    let spaced = plain.replace(['-', '–'], " ");
    let mut words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    if words.len() > 1 && ["le", "la", "les", "du", "de", "des"].contains(&words[0].as_str()) {
        words.remove(0);
    } else if let Some(first) = words.first_mut()
        && let Some(rest) = first.strip_prefix("l'").or_else(|| first.strip_prefix("d'"))
        && !rest.is_empty()
    {
        *first = rest.to_owned();
    }
    words
}

/// Equal when folded; of persons also when one is the other's first two or more words, or its last ones: a surname.
pub fn same(a: &str, b: &str, person: bool) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() || !person {
        return a == b && !a.is_empty();
    }
    let (short, long) = if a.len() > b.len() { (b, a) } else { (a, b) };
    long.ends_with(&short) || (short.len() > 1 && long.starts_with(&short))
}
