//! What a character is to the scanner.

use unicode_normalization::char::is_combining_mark;

/// What a character is to the scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Upper,
    /// A small letter, or a letter of a script without capitals.
    Lower,
    Digit,
    /// Belongs to the character before it.
    Mark,
    Space,
    /// Breaks a line.
    Line,
    /// Breaks a paragraph.
    Paragraph,
    /// Stands in text without being read: soft hyphen, zero-width characters, byte order mark, controls.
    Ignorable,
    Apostrophe,
    Hyphen,
    Dash,
    Quote,
    Bracket,
    Stop,
    Currency,
    Symbol,
}

/// What `c` is.
#[inline]
pub(crate) fn kind(c: char) -> Kind {
    match c as usize {
        code @ 0..=0xFF => LATIN[code],
        code @ 0x2000..=0x206F => PUNCTUATION[code - 0x2000],
        _ => other(c),
    }
}

/// ASCII and Latin-1.
static LATIN: [Kind; 0x100] = table(0);
/// The block of general punctuation.
static PUNCTUATION: [Kind; 0x70] = table(0x2000);

const fn table<const N: usize>(first: u32) -> [Kind; N] {
    let mut table = [Kind::Symbol; N];
    let mut at = 0;
    while at < N {
        if let Some(c) = char::from_u32(first + at as u32) {
            table[at] = match (sign(c), c) {
                (Some(kind), _) => kind,
                (None, '0'..='9' | '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}') => Kind::Digit,
                (None, 'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ') => Kind::Upper,
                (None, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'µ') => Kind::Lower,
                (
                    None,
                    '\t' | ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}',
                ) => Kind::Space,
                (None, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}') => Kind::Ignorable,
                _ => Kind::Symbol,
            };
        }
        at += 1;
    }
    table
}

/// What a sign of French text is.
const fn sign(c: char) -> Option<Kind> {
    Some(match c {
        '\n' | '\r' | '\u{0B}' | '\u{85}' | '\u{2028}' => Kind::Line,
        '\u{0C}' | '\u{2029}' => Kind::Paragraph,
        '\'' | '’' | 'ʼ' | '＇' | '′' | '´' | '‘' | 'ʹ' | '`' => Kind::Apostrophe,
        '-' | '‐' | '\u{2011}' => Kind::Hyphen,
        '\u{2012}'..='\u{2015}' | '−' | '⸺' | '⸻' | '﹘' | '－' => Kind::Dash,
        '"'
        | '«'
        | '»'
        | '“'
        | '”'
        | '„'
        | '‟'
        | '‚'
        | '‛'
        | '‹'
        | '›'
        | '″'
        | '〝'..='〟'
        | '「'..='』'
        | '＂' => Kind::Quote,
        '(' | ')' | '[' | ']' | '{' | '}' | '⟨' | '⟩' | '【' | '】' | '（' | '）' | '〈'..='》' => {
            Kind::Bracket
        }
        '.'
        | ','
        | ';'
        | ':'
        | '!'
        | '?'
        | '…'
        | '‥'
        | '¿'
        | '¡'
        | '‼'
        | '⁇'..='⁉'
        | '،'
        | '؛'
        | '؟'
        | '。'
        | '、'
        | '！'
        | '，'
        | '：'
        | '；'
        | '？'
        | '।' => Kind::Stop,
        '$' | '€' | '£' | '¥' | '¢' | '₠'..='₿' => Kind::Currency,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Kind::Ignorable,
        'ª' | 'º' => Kind::Symbol,
        '\u{FE00}'..='\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{20E3}'
        | '\u{E0020}'..='\u{E007F}' => Kind::Mark,
        _ => return None,
    })
}

/// What a character is that stands in neither table.
fn other(c: char) -> Kind {
    match sign(c) {
        Some(kind) => kind,
        None if c.is_uppercase() => Kind::Upper,
        None if c.is_alphabetic() => Kind::Lower,
        None if c.is_numeric() => Kind::Digit,
        None if c.is_whitespace() => Kind::Space,
        None if c.is_control() => Kind::Ignorable,
        None if is_combining_mark(c) => Kind::Mark,
        None => Kind::Symbol,
    }
}
