//! Web pages → text.

use crate::text::{Text, day};
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::{Encoding, UTF_8};

/// The encoding that a web page says it has, where browsers look for it.
pub fn declared(page: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(page) {
        return Some(encoding);
    }
    let head = page[..page.len().min(1024)].to_ascii_lowercase();
    let at = head.windows(8).position(|bytes| bytes == b"charset=")? + 8;
    let label =
        head[at..].split(|b| !b.is_ascii_alphanumeric() && !b"-_:.".contains(b)).find(|label| !label.is_empty())?;
    // A page whose first bytes can be read as they are is not UTF-16, whatever it says.
    Encoding::for_label(label).map(|e| if e.is_ascii_compatible() { e } else { UTF_8 })
}

/// The article of a web page: headline and text, without what stands around them.
pub fn article(page: &str) -> Result<Text, String> {
    if depth(page) > DEEPEST {
        return Err(format!("found no article in the page (nested more than {DEEPEST} deep)"));
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MOST_ELEMENTS,
        char_threshold: SHORTEST,
        ..Config::default()
    };
    let parsed = Readability::new(page, None, Some(config)).and_then(|mut page| page.parse());
    let article = parsed.map_err(|error| format!("found no article in the page ({error})"))?;
    let (title, body) = (article.title.trim(), article.text_content.trim());
    let text = if body.starts_with(title) { body.to_owned() } else { format!("{title}\n\n{body}") };
    Ok(Text { text, date: article.published_time.as_deref().and_then(day) })
}

/// The largest page that is looked through, in elements: no article has more.
const MOST_ELEMENTS: usize = 100_000;

/// The shortest text that is taken for an article at the first look, in characters: a dispatch of two sentences is one. Of a page with
/// less, what looks like a menu is taken in as well.
const SHORTEST: usize = 150;

/// The deepest nesting that is looked through: browsers go to 512, and the time that it takes grows with the square.
const DEEPEST: usize = 1000;

/// Elements that end where the next one begins, or have no content: they may stand open without being nested.
#[rustfmt::skip]
const OPEN: &[&[u8]] = &[
    b"area", b"base", b"body", b"br", b"col", b"colgroup", b"dd", b"dt", b"embed", b"head", b"hr", b"html", b"img", b"input", b"li", b"link",
    b"meta", b"option", b"optgroup", b"p", b"param", b"path", b"rp", b"rt", b"source", b"tbody", b"td", b"tfoot", b"th", b"thead", b"tr",
    b"track", b"use", b"wbr",
];

/// How deeply the elements of a page are nested, about: by its tags.
fn depth(page: &str) -> usize {
    let page = page.as_bytes();
    let (mut at, mut depth, mut deepest) = (0, 0usize, 0);
    while let Some(next) = find(page, at, b"<") {
        at = next + 1;
        if page[at..].starts_with(b"!--") {
            at = find(page, at, b"-->").unwrap_or(page.len());
            continue;
        }
        let closing = page.get(at) == Some(&b'/');
        let name = &page[at + usize::from(closing)..];
        let length = name.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        let name = name[..length].to_ascii_lowercase();
        if !name.first().is_some_and(u8::is_ascii_alphabetic) || OPEN.contains(&name.as_slice()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        if name == b"script" || name == b"style" {
            at = find(page, at, b"</").unwrap_or(page.len());
        }
        depth += 1;
        deepest = deepest.max(depth);
    }
    deepest
}

/// Where the bytes stand next.
fn find(page: &[u8], from: usize, bytes: &[u8]) -> Option<usize> {
    page.get(from..)?.windows(bytes.len()).position(|window| window == bytes).map(|at| from + at)
}
