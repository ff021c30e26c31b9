//! Web and mail addresses.

use super::{TokenKind, character::Kind, run, word::Joint};

/// The end of the address that goes on at `at`.
pub(super) fn end(text: &str, mut at: usize) -> Joint {
    let start = at;
    while let Some(c) = run::character(text, at) {
        let kind = super::character::kind(c);
        let inner = match kind {
            Kind::Upper | Kind::Lower | Kind::Digit | Kind::Mark | Kind::Hyphen | Kind::Currency => true,
            Kind::Stop => c.is_ascii(),
            Kind::Symbol => c.is_ascii() && !matches!(c, '<' | '>' | '|' | '^' | '\\'),
            Kind::Bracket => matches!(c, '(' | ')'),
            Kind::Apostrophe => c == '\'',
            _ => false,
        };
        if !inner {
            break;
        }
        at += c.len_utf8();
    }
    // What closes a sentence or bracket around the address is not a part of it.
    let open = text[start..at].contains('(');
    let kept = text[start..at]
        .trim_end_matches(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_') || (c == ')' && !open));
    if kept.is_empty() { Joint::Stop } else { Joint::End(start + kept.len(), TokenKind::Address) }
}
