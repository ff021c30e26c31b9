use super::compile::{Compiled, LONGER, code_key};
use super::sense::Sense;
use std::borrow::Cow;

/// The compiled names: five arrays of little-endian numbers, bundled or built at run time.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    keys: Cow<'static, [u8]>,
    values: Cow<'static, [u8]>,
    senses: Cow<'static, [u8]>,
    entries: Cow<'static, [u8]>,
    strings: Cow<'static, [u8]>,
}

/// What the table says of a beginning of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

impl Node {
    /// Whether a name ends here.
    pub(crate) fn named(self) -> bool {
        self.0 & !LONGER != 0
    }

    /// Whether longer names begin so.
    pub(crate) fn longer(self) -> bool {
        self.0 & LONGER != 0
    }
}

#[inline]
fn word(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(4 * at..4 * at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

#[inline]
fn long(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(8 * at..8 * at + 8) {
        Some(&[a, b, c, d, e, f, g, h]) => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => 0,
    }
}

impl Table {
    pub(crate) const fn bundled(
        keys: &'static [u8],
        values: &'static [u8],
        senses: &'static [u8],
        entries: &'static [u8],
        strings: &'static [u8],
    ) -> Self {
        Self {
            keys: Cow::Borrowed(keys),
            values: Cow::Borrowed(values),
            senses: Cow::Borrowed(senses),
            entries: Cow::Borrowed(entries),
            strings: Cow::Borrowed(strings),
        }
    }

    /// Looks a hash up; `None` when no name begins so.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<Node> {
        let mask = self.keys.len() / 8 - 1;
        let mut at = hash as usize & mask;
        loop {
            match long(&self.keys, at) {
                0 => return None,
                k if k == hash => return Some(Node(word(&self.values, at))),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// The senses of the name that ends at the node.
    #[inline]
    pub(crate) fn senses(&self, node: Node) -> impl Iterator<Item = Sense> + '_ {
        let at = (node.0 & !LONGER) as usize;
        let count = word(&self.senses, at) as usize;
        (at + 1..=at + count).map(|i| Sense(word(&self.senses, i)))
    }

    /// The entry with this ISO code.
    pub(crate) fn by_code(&self, code: &str) -> Option<u32> {
        let node = self.get(code_key(code))?;
        self.senses(node).next().map(Sense::index)
    }

    /// Field `field` of the entry.
    pub(crate) fn field(&self, entry: u32, field: usize) -> u32 {
        word(&self.entries, entry as usize * super::compile::ENTRY_FIELDS + field)
    }

    /// The number of entries.
    pub(crate) fn entry_count(&self) -> u32 {
        (self.entries.len() / (4 * super::compile::ENTRY_FIELDS)) as u32
    }

    /// The text that starts at `at`.
    pub(crate) fn string(&self, at: u32) -> &str {
        let at = at as usize;
        let Some(&[low, high]) = self.strings.get(at..at + 2) else { return "" };
        let length = u16::from_le_bytes([low, high]) as usize;
        std::str::from_utf8(&self.strings[at + 2..at + 2 + length]).unwrap_or("")
    }
}

impl From<Compiled> for Table {
    fn from(compiled: Compiled) -> Self {
        Self {
            keys: compiled.keys.into(),
            values: compiled.values.into(),
            senses: compiled.senses.into(),
            entries: compiled.entries.into(),
            strings: compiled.strings.into(),
        }
    }
}
