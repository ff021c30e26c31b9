use crate::Span;
use serde::{Deserialize, Serialize};

/// What the offsets of an output count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust counts.
    #[default]
    Bytes,
    /// Unicode scalar values, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript, Java and C# count.
    Utf16,
}

impl Offsets {
    /// Whether they are bytes.
    // Serde asks with a reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub(super) fn are_bytes(&self) -> bool {
        *self == Self::Bytes
    }

    /// The byte of `text` at which the offset stands; `None` where it stands within a character or behind the end.
    pub(super) fn byte(self, text: &str, offset: usize) -> Option<usize> {
        if self == Self::Bytes {
            return text.is_char_boundary(offset).then_some(offset);
        }
        let mut count = 0;
        let ends = text.char_indices().map(|(at, c)| (at, if self == Self::Chars { 1 } else { c.len_utf16() }));
        for (at, units) in ends.chain([(text.len(), 1)]) {
            if count >= offset {
                return (count == offset).then_some(at);
            }
            count += units;
        }
        None
    }

    /// The name in the JSON form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Chars => "chars",
            Self::Utf16 => "utf16",
        }
    }
}

/// Turns byte offsets into a text into others.
///
/// ```
/// use depeche::output::{Offsets, Positions};
///
/// let text = "L’été 🌞 fini";
/// let byte = text.find("fini").unwrap();
/// let at = |offsets| Positions::new(text, offsets).of(byte);
/// assert_eq!((at(Offsets::Bytes), at(Offsets::Chars), at(Offsets::Utf16)), (15, 8, 9));
/// ```
#[derive(Clone, Debug)]
pub struct Positions<'t> {
    text: &'t [u8],
    offsets: Offsets,
    /// How many units stand before each block; empty where offsets are bytes.
    marks: Vec<usize>,
}

/// The length of a block, in bytes: what a look-up counts at most.
const BLOCK: usize = 128;

impl<'t> Positions<'t> {
    /// What the offsets count.
    pub fn offsets(&self) -> Offsets {
        self.offsets
    }

    /// Prepares the look-ups in `text`.
    pub fn new(text: &'t str, offsets: Offsets) -> Self {
        let text = text.as_bytes();
        let mut marks = Vec::new();
        if offsets != Offsets::Bytes && !text.is_ascii() {
            let mut sum = 0;
            marks.extend(text.chunks(BLOCK).map(|block| {
                let before = sum;
                sum += units(block, offsets);
                before
            }));
        }
        Self { text, offsets, marks }
    }

    /// The offset that stands for `byte`; of one behind the text, that of its end.
    pub fn of(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.marks.is_empty() {
            return byte;
        }
        let block = (byte / BLOCK).min(self.marks.len() - 1);
        self.marks[block] + units(&self.text[block * BLOCK..byte], self.offsets)
    }

    /// The range that stands for the bytes of `span`.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.of(span.start), self.of(span.end))
    }
}

/// How many units begin within the bytes.
fn units(bytes: &[u8], offsets: Offsets) -> usize {
    match offsets {
        Offsets::Bytes => bytes.len(),
        Offsets::Chars => bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count(),
        // Four bytes of UTF-8 are two units.
        Offsets::Utf16 => bytes.iter().map(|&b| usize::from(b & 0xc0 != 0x80) + usize::from(b >= 0xf0)).sum(),
    }
}
