//! Text made safe for the formats that it is written in.

use std::borrow::Cow;
use std::fmt;

/// Text within an element or a quoted attribute, of XML.
pub(super) struct Xml<'a>(pub(super) &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        replace(f, self.0, |c| match c {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '"' => Some("&quot;"),
            '\'' => Some("&#39;"),
            // A parser would make it a line feed.
            '\r' => Some("&#13;"),
            // In an attribute it would become a space.
            '\n' => Some("&#10;"),
            '\t' => Some("&#9;"),
            // XML has no way to write these.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => Some("\u{fffd}"),
            _ => None,
        })
    }
}

/// Text of a web page, within an element or a quoted attribute, with its line ends.
pub(super) struct Text<'a>(pub(super) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        replace(f, self.0, |c| match c {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '"' => Some("&quot;"),
            '\'' => Some("&#39;"),
            '\n' | '\t' => None,
            '\r' => Some("&#13;"),
            c if c.is_control() => Some("\u{fffd}"),
            // The order of the letters of this page is not for the text to say.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("\u{fffd}"),
            _ => None,
        })
    }
}

/// A string of DOT, without its quotes.
pub(super) struct Dot<'a>(pub(super) &'a str);

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        replace(f, self.0, |c| match c {
            '"' => Some("\\\""),
            '\\' => Some("\\\\"),
            '\n' => Some("\\n"),
            // Labels know entities of HTML.
            '&' => Some("&amp;"),
            c if c.is_control() => Some(" "),
            _ => None,
        })
    }
}

fn replace(f: &mut fmt::Formatter<'_>, text: &str, by: impl Fn(char) -> Option<&'static str>) -> fmt::Result {
    let mut written = 0;
    for (at, c) in text.char_indices() {
        if let Some(replacement) = by(c) {
            f.write_str(&text[written..at])?;
            f.write_str(replacement)?;
            written = at + c.len_utf8();
        }
    }
    f.write_str(&text[written..])
}

/// Text on one line: white space of any kind and control characters become one space.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    if !text.contains(|c| blank(c) && c != ' ' && c != '\u{a0}' && c != '\u{202f}') {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // The spaces of French typography.
            '\u{a0}' | '\u{202f}' => line.push(c),
            c if blank(c) => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            c => line.push(c),
        }
    }
    Cow::Owned(line)
}
