use super::compile::{Compiled, INLINE, LONGER, SECTIONS, bucket, code_key, print};
use super::record::{RECORD, Text, number};
use super::sense::Sense;
use std::borrow::Cow;

type Section = Cow<'static, [u8]>;

/// The compiled names: arrays of little-endian numbers and texts, bundled or built at run time.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Where the keys of each bucket start; one more at the end.
    pub(super) buckets: Section,
    /// Of each key, 32 bits that tell it from its neighbours.
    pub(super) prints: Section,
    /// Of each key, a [`Node`].
    pub(super) values: Section,
    /// Lists of senses, each after its length.
    senses: Section,
    entries: Section,
    strings: Section,
    terms: Section,
    pub(super) bucket_count: usize,
    /// The number of the first entry.
    base: u32,
}

/// What the table says of a beginning of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

impl Node {
    pub(super) fn of(value: u32) -> Self {
        Self(value)
    }

    /// Whether a name ends here.
    pub(crate) fn named(self) -> bool {
        self.0 & !LONGER != 0
    }

    /// Whether longer names begin so.
    pub(crate) fn longer(self) -> bool {
        self.0 & LONGER != 0
    }
}

/// The senses of a name: one that stands in its node, or a list.
#[derive(Clone, Debug)]
pub(crate) struct Senses<'b> {
    one: Option<Sense>,
    list: &'b [u8],
}

impl Iterator for Senses<'_> {
    type Item = Sense;

    #[inline]
    fn next(&mut self) -> Option<Sense> {
        if let Some((&sense, rest)) = self.list.split_first_chunk::<4>() {
            self.list = rest;
            return Some(Sense(u32::from_le_bytes(sense)));
        }
        self.one.take()
    }
}

#[inline]
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(4 * at..4 * at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

impl Table {
    /// Opens what [`Compiled::to_bytes`] wrote.
    pub(crate) fn bundled(bytes: &'static [u8]) -> Self {
        let mut rest = bytes.get(4 * SECTIONS..).unwrap_or_default();
        let mut section = 0;
        Self::new(
            0,
            [(); SECTIONS].map(|()| {
                let (now, later) = rest.split_at(rest.len().min(word(bytes, section) as usize));
                section += 1;
                rest = later;
                Cow::Borrowed(now)
            }),
        )
    }

    /// The tables of a compiler that counted its entries from `base`.
    pub(crate) fn built(base: u32, compiled: Compiled) -> Self {
        Self::new(base, compiled.sections.map(Cow::Owned))
    }

    fn new(base: u32, sections: [Section; SECTIONS]) -> Self {
        let [buckets, prints, values, senses, entries, strings, terms] = sections;
        let bucket_count = (buckets.len() / 4).saturating_sub(1);
        Self { buckets, prints, values, senses, entries, strings, terms, bucket_count, base }
    }

    /// The size of the tables.
    #[allow(dead_code)] // for the bench
    pub(crate) fn bytes(&self) -> usize {
        [&self.buckets, &self.prints, &self.values, &self.senses, &self.entries, &self.strings, &self.terms]
            .iter()
            .map(|s| s.len())
            .sum()
    }

    /// Where the key stands.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> Option<usize> {
        let bucket = bucket(hash, self.bucket_count);
        let start = word(&self.buckets, bucket) as usize;
        let end = word(&self.buckets, bucket + 1) as usize;
        let print = print(hash).to_le_bytes();
        let prints = self.prints.get(4 * start..4 * end)?;
        prints.chunks_exact(4).position(|p| p == print).map(|i| start + i)
    }

    /// Looks a hash up; `None` when no name begins so.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<Node> {
        self.find(hash).map(|at| Node(word(&self.values, at)))
    }

    /// The senses of the name that ends at the node.
    #[inline]
    pub(crate) fn senses(&self, node: Node) -> Senses<'_> {
        if node.0 & INLINE != 0 {
            return Senses { one: Some(Sense::unpack(node.0 & (INLINE - 1))), list: &[] };
        }
        let at = (node.0 & (INLINE - 1)) as usize;
        let count = word(&self.senses, at) as usize;
        Senses { one: None, list: self.senses.get(4 * (at + 1)..4 * (at + 1 + count)).unwrap_or_default() }
    }

    /// The entry with this ISO code.
    pub(crate) fn by_code(&self, code: &str) -> Option<u32> {
        let node = self.get(code_key(code))?;
        self.senses(node).next().map(Sense::index)
    }

    /// The numbers of the entries.
    pub(crate) fn entries(&self) -> std::ops::Range<u32> {
        self.base..self.base + (self.entries.len() / RECORD) as u32
    }

    fn record(&self, entry: u32) -> &[u8] {
        let at = (entry - self.base) as usize * RECORD;
        &self.entries[at..at + RECORD]
    }

    /// Kind, sex and flags of the entry.
    pub(crate) fn head(&self, entry: u32) -> u16 {
        let record = self.record(entry);
        u16::from_le_bytes([record[8], record[9]])
    }

    fn term(&self, at: [u8; 2]) -> &str {
        let at = usize::from(u16::from_le_bytes(at));
        let length = usize::from(self.terms.get(at).copied().unwrap_or(0));
        std::str::from_utf8(self.terms.get(at + 1..at + 1 + length).unwrap_or_default()).unwrap_or("")
    }

    /// The kind of the entry in finer grain.
    pub(crate) fn subtype(&self, entry: u32) -> &str {
        let record = self.record(entry);
        self.term([record[4], record[5]])
    }

    /// The countries of the entry.
    pub(crate) fn country(&self, entry: u32) -> &str {
        let record = self.record(entry);
        self.term([record[6], record[7]])
    }

    /// The bytes from the length of this text on.
    fn bytes_from(&self, entry: u32, text: Text) -> &[u8] {
        let mut bytes = self.strings.get(word(self.record(entry), 0) as usize..).unwrap_or_default();
        for _ in 0..text as usize {
            let (length, rest) = number(bytes);
            bytes = rest.get(length as usize..).unwrap_or_default();
        }
        bytes
    }

    /// A text of the entry.
    pub(crate) fn text(&self, entry: u32, text: Text) -> &str {
        let (length, rest) = number(self.bytes_from(entry, text));
        std::str::from_utf8(rest.get(..length as usize).unwrap_or_default()).unwrap_or("")
    }

    /// The weight of the entry.
    pub(crate) fn weight(&self, entry: u32) -> u32 {
        number(self.bytes_from(entry, Text::Weight)).0
    }

    /// Keeps, of the senses of the name with this hash, those that `keep` accepts.
    pub(crate) fn retain_at(&mut self, hash: u64, keep: impl Fn(Sense) -> bool) {
        if let Some(at) = self.find(hash) {
            self.retain_value(at, &keep);
        }
    }

    /// Keeps, of all senses of all names, those that `keep` accepts.
    pub(crate) fn retain(&mut self, keep: impl Fn(&Self, Sense) -> bool) {
        let whole = self.clone();
        for at in 0..self.values.len() / 4 {
            self.retain_value(at, &|sense| keep(&whole, sense));
        }
    }

    fn retain_value(&mut self, at: usize, keep: &impl Fn(Sense) -> bool) {
        let value = word(&self.values, at);
        let senses: Vec<Sense> = self.senses(Node(value)).collect();
        let kept: Vec<Sense> = senses.iter().copied().filter(|&s| keep(s)).collect();
        if kept.len() == senses.len() {
            return;
        }
        let new = value & LONGER | self.value(&kept);
        self.set(at, new);
    }

    /// The value of a key with these senses.
    pub(super) fn value(&mut self, senses: &[Sense]) -> u32 {
        if let [one] = senses
            && let Some(packed) = one.pack()
        {
            return INLINE | packed;
        }
        if senses.is_empty() {
            return 0;
        }
        // Lists are shared between names, so what stands is left alone.
        let list = self.senses.to_mut();
        let at = (list.len() / 4) as u32;
        list.extend((senses.len() as u32).to_le_bytes());
        list.extend(senses.iter().flat_map(|s| s.0.to_le_bytes()));
        at
    }

    pub(super) fn set(&mut self, at: usize, value: u32) {
        self.values.to_mut()[4 * at..4 * at + 4].copy_from_slice(&value.to_le_bytes());
    }
}
