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
pub(crate) fn kind(c: char) -> Kind {
    match c {
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
        c if c.is_ascii_digit() => Kind::Digit,
        c if c.is_alphabetic() => {
            if c.is_uppercase() {
                Kind::Upper
            } else {
                Kind::Lower
            }
        }
        c if c.is_numeric() => Kind::Digit,
        c if c.is_whitespace() => Kind::Space,
        c if c.is_control() => Kind::Ignorable,
        c if is_combining_mark(c) => Kind::Mark,
        _ => Kind::Symbol,
    }
}
