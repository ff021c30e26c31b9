//! Plural of nouns and agreement of adjectives and participles.

/// The regular plural of a noun or masculine adjective.
pub(crate) fn plural(singular: &str) -> String {
    let ends = |s: &str| singular.ends_with(s);
    if ends("s") || ends("x") || ends("z") {
        singular.to_owned()
    } else if ends("al") {
        format!("{}aux", &singular[..singular.len() - 2])
    } else if ends("eau") || ends("eu") || ends("au") {
        format!("{singular}x")
    } else {
        format!("{singular}s")
    }
}

/// The four forms of a past participle: masculine, feminine, their plurals.
pub(crate) fn participle_forms(masculine: &str) -> [String; 4] {
    // The circumflex of "dû" and "mû" tells them from other words and falls with any ending;
    // "dissous" and "absous" have a feminine of their own.
    let stem = match masculine {
        "dû" => "du",
        "mû" => "mu",
        "crû" => "cru",
        _ => masculine,
    };
    let feminine = match stem.strip_suffix("sous") {
        Some(root) => format!("{root}soute"),
        None => format!("{stem}e"),
    };
    let plural = if stem.ends_with('s') { stem.to_owned() } else { format!("{stem}s") };
    let feminine_plural = format!("{feminine}s");
    [masculine.to_owned(), feminine, plural, feminine_plural]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals() {
        for (singular, expected) in
            [("accord", "accords"), ("général", "généraux"), ("bureau", "bureaux"), ("pays", "pays"), ("voix", "voix")]
        {
            assert_eq!(plural(singular), expected);
        }
    }

    #[test]
    fn participles_agree() {
        assert_eq!(participle_forms("reçu"), ["reçu", "reçue", "reçus", "reçues"]);
        assert_eq!(participle_forms("pris"), ["pris", "prise", "pris", "prises"]);
        assert_eq!(participle_forms("dû"), ["dû", "due", "dus", "dues"]);
        assert_eq!(participle_forms("dissous"), ["dissous", "dissoute", "dissous", "dissoutes"]);
    }
}
