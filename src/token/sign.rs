//! Everything that is neither letter nor digit.

use super::{
    TokenKind, address,
    character::{self, Kind},
    lexicon, number, run,
    tokenizer::{Context, Piece},
    word::Joint,
};

/// No tag of HTML that is worth reading as one is longer.
const LONGEST_TAG: usize = 256;

/// Reads the sign that starts at `start`.
#[inline]
pub(super) fn read(context: Context<'_>, start: usize) -> Piece {
    match context.text.as_bytes()[start..] {
        [b',' | b';' | b':', ..] | [b'.', b' ' | b'\n', ..] | [b'.'] => {
            Piece::plain(start + 1, TokenKind::Punctuation)
        }
        [b'"', next, ..] if next != b'"' => Piece::plain(start + 1, TokenKind::Quote),
        // « and »
        [0xC2, 0xAB | 0xBB, ..] => Piece::plain(start + 2, TokenKind::Quote),
        [b'(' | b')' | b'[' | b']', ..] => Piece::plain(start + 1, TokenKind::Bracket),
        _ => any(context, start),
    }
}

fn any(context: Context<'_>, start: usize) -> Piece {
    let text = context.text;
    let Some(c) = run::character(text, start) else {
        return Piece::plain(start, TokenKind::Symbol);
    };
    let after = start + c.len_utf8();
    match character::kind(c) {
        Kind::Stop => Piece::plain(stops(text, c, after), TokenKind::Punctuation),
        // Marks that look the same at both ends are doubled in CSV, TeX and wikis.
        Kind::Apostrophe => Piece::plain(same(text, c, after), TokenKind::Quote),
        Kind::Quote if c == '"' => Piece::plain(same(text, c, after), TokenKind::Quote),
        Kind::Quote => Piece::plain(after, TokenKind::Quote),
        Kind::Bracket => Piece::plain(after, TokenKind::Bracket),
        Kind::Hyphen | Kind::Dash if is_sign_of_number(text, start, c, after) => {
            number::read(context, start, after)
        }
        Kind::Hyphen | Kind::Dash => Piece::plain(same(text, c, after), TokenKind::Dash),
        _ => symbol(context, start, c, after),
    }
}

fn symbol(context: Context<'_>, start: usize, c: char, after: usize) -> Piece {
    let text = context.text;
    let end = match c {
        '+' if text[after..].starts_with("/-") => after + 2,
        '+' if is_sign_of_number(text, start, c, after) => {
            return number::read(context, start, after);
        }
        '#' if matches!(run::kind(text, after), Some(Kind::Upper | Kind::Lower)) => {
            return Piece::plain(run::word(text, after).0, TokenKind::Tag);
        }
        '@' if run::is_word(text, after) => {
            return Piece::plain(run::word(text, after).0, TokenKind::Tag);
        }
        '<' | '>' if text[after..].starts_with(c) => {
            return Piece::plain(after + 1, TokenKind::Quote);
        }
        '<' => tag(text, after).unwrap_or(after),
        '&' => entity(text, after).unwrap_or(after),
        '°' => degree(text, after),
        '/' if text[after..].starts_with("/www.") => match address::end(text, after) {
            Joint::End(end, _) => end,
            _ => after,
        },
        '*' | '#' | '=' | '_' | '~' | '+' | '|' | '^' | '/' => same(text, c, after),
        '\u{1F1E6}'..='\u{1F1FF}' => flag(text, after),
        _ => cluster(text, after),
    };
    Piece::plain(end, TokenKind::Symbol)
}

/// Where a run of `c` ends.
fn same(text: &str, c: char, after: usize) -> usize {
    text.len() - text[after..].trim_start_matches(c).len()
}

/// Points make ellipses, and exclamation marks and question marks stand together.
fn stops(text: &str, c: char, after: usize) -> usize {
    let rest = match c {
        '.' | '…' => text[after..].trim_start_matches(['.', '…']),
        '!' | '?' => text[after..].trim_start_matches(['!', '?']),
        _ => return after,
    };
    text.len() - rest.len()
}

/// Whether the sign from `start` to `after` makes a signed number: " -6", "(+14".
fn is_sign_of_number(text: &str, start: usize, c: char, after: usize) -> bool {
    matches!(c, '-' | '+' | '−')
        && text.as_bytes().get(after).is_some_and(u8::is_ascii_digit)
        && text[..start].chars().next_back().is_none_or(|before| {
            matches!(
                character::kind(before),
                Kind::Space | Kind::Line | Kind::Paragraph | Kind::Bracket | Kind::Quote
            )
        })
}

/// "<br/>", "</a>", "<p class=x>"
fn tag(text: &str, after: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[after..];
    if !bytes
        .first()
        .is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, b'/' | b'!'))
    {
        return None;
    }
    let end = bytes
        .iter()
        .take(LONGEST_TAG)
        .position(|byte| matches!(byte, b'>' | b'<' | b'\n'))?;
    (bytes[end] == b'>').then_some(after + end + 1)
}

/// "&nbsp;", "&#233;"
fn entity(text: &str, after: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[after..];
    let end = bytes
        .iter()
        .take(12)
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    (end > 1 && bytes[end] == b';').then_some(after + end + 1)
}

/// "°C"
fn degree(text: &str, after: usize) -> usize {
    let end = run::letters(text, after);
    if lexicon::exact(&text.as_bytes()[after..end]) & lexicon::DEGREE_UNITS != 0 {
        end
    } else {
        after
    }
}

/// Two letters of a flag.
fn flag(text: &str, after: usize) -> usize {
    match run::character(text, after) {
        Some(second @ '\u{1F1E6}'..='\u{1F1FF}') => after + second.len_utf8(),
        _ => after,
    }
}

/// A sign with its marks, and the signs that a zero-width joiner ties to it.
fn cluster(text: &str, mut at: usize) -> usize {
    while let Some(c) = run::character(text, at) {
        let next = at + c.len_utf8();
        if character::kind(c) == Kind::Mark {
            at = next;
        } else if c == '\u{200D}' && matches!(run::kind(text, next), Some(Kind::Symbol)) {
            at = next + run::character(text, next).map_or(0, char::len_utf8);
        } else {
            break;
        }
    }
    at
}
