//! The learned weights, read in place from the bytes that the trainer wrote.

use super::lattice::OUTPUTS;
use std::ops::Range;

/// Keys → row numbers: buckets by the upper bits of the key, told apart by sixteen more.
#[derive(Clone, Debug)]
struct Index {
    bits: u32,
    /// Of each bucket the number of its first row, and the checks of that and the two behind it, so that one look at memory
    /// answers nearly all questions; one more at the end.
    buckets: Vec<u64>,
    checks: Vec<u16>,
}

fn short(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(2 * at..2 * at + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

fn long(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

impl Index {
    fn open(bits: u32, buckets: &[u8], checks: &[u8]) -> Self {
        let all = |bytes: &[u8]| (0..bytes.len() / 2).map(|at| short(bytes, at)).collect::<Vec<u16>>();
        let checks = all(checks);
        let check = |row: u16, on: usize| checks.get(usize::from(row) + on).copied().unwrap_or(0);
        let wide = |row: u16| {
            [row, check(row, 0), check(row, 1), check(row, 2)]
                .into_iter()
                .rev()
                .fold(0, |all, lane| all << 16 | u64::from(lane))
        };
        let buckets = all(buckets).into_iter().map(wide).collect();
        Self { bits, buckets, checks }
    }

    /// The row of the key.
    #[inline]
    fn get(&self, key: u64) -> Option<usize> {
        let (row, found) = self.find(key);
        found.then_some(usize::from(row))
    }

    /// The row of the key, and whether it is there: no jump depends on the key, but where a bucket holds more than three.
    #[inline]
    fn find(&self, key: u64) -> (u16, bool) {
        const LANES: u64 = 0x0001_0001_0001;
        let bucket = (key >> (64 - self.bits)) as usize;
        let wanted = key >> (48 - self.bits) & 0xffff;
        let Some(&[bucket, next]) = self.buckets.get(bucket..bucket + 2) else { return (0, false) };
        let end = next as u16;
        // The lowest lane that is all zero shows its high bit; where there is none, the one behind the three does.
        let lanes = (bucket >> 16) ^ (wanted * LANES);
        let equal = lanes.wrapping_sub(LANES) & !lanes & 0x8000_8000_8000 | 1 << 63;
        let lane = equal.trailing_zeros() / 16;
        // A lane behind the rows of the bucket belongs to another one.
        let row = u32::from(bucket as u16) + lane;
        let found = row < u32::from(end);
        if found && lane == 3 {
            return self.behind(row as u16..end, wanted as u16);
        }
        (row as u16, found)
    }

    #[cold]
    fn behind(&self, mut rows: Range<u16>, wanted: u16) -> (u16, bool) {
        let found = rows.find(|&row| self.checks.get(usize::from(row)) == Some(&wanted));
        (found.unwrap_or(0), found.is_some())
    }
}

/// The weights of some features, added up for each output, in steps.
pub(crate) type Sums = [i16; OUTPUTS];

/// What the trainer learned: which words are common, and how much each feature weighs for each output.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    words: Index,
    levels: &'static [u8],
    features: Index,
    weights: &'static [[u8; OUTPUTS]],
    /// What one step of a weight is worth.
    pub(crate) step: f32,
    calibration: Calibration,
}

/// Of persons, places and organisations: how the logit of the model's probability is stretched and shifted to become the share of
/// such names that are right in texts that it has not seen.
pub(crate) type Calibration = [[f32; 2]; 3];

/// The length of the head: step, bits and rows of both indices, then the calibration, each number four bytes.
const HEAD: usize = 44;

impl Model {
    /// Opens what [`write`] wrote.
    pub(crate) fn open(bytes: &'static [u8]) -> Self {
        let number = |at: usize| long(bytes, 4 * at);
        let step = f32::from_bits(number(0));
        let mut at = HEAD;
        let mut take = |count: usize| {
            let part = bytes.get(at..at + count).unwrap_or(&[]);
            at += count;
            part
        };
        let mut index = |bits: u32, rows: usize| Index::open(bits, take(2 * ((1 << bits) + 1)), take(2 * rows));
        let (word_rows, feature_rows) = (number(2) as usize, number(4) as usize);
        let words = index(number(1), word_rows);
        let features = index(number(3), feature_rows);
        let levels = take(word_rows);
        let weights = take(feature_rows * OUTPUTS).as_chunks().0;
        let scale = |at: usize| f32::from_bits(number(5 + at));
        let calibration = std::array::from_fn(|label| [scale(2 * label), scale(2 * label + 1)]);
        Self { words, levels, features, weights, step, calibration }
    }

    /// How often names of the label that the model finds so probable are right.
    pub(crate) fn confidence(&self, label: usize, probability: f32) -> f32 {
        let Some([slope, shift]) = self.calibration.get(label) else { return probability };
        1.0 / (1.0 + (-slope * logit(probability) - shift).exp())
    }

    /// How common the word is in lower case: 0 (unknown) to 3.
    #[inline]
    pub(crate) fn level(&self, lower: u64) -> u8 {
        self.words.get(lower).map_or(0, |row| self.levels[row])
    }

    /// The weights of the features, added up; the list is empty afterwards.
    #[inline]
    pub(crate) fn sum(&self, keys: &mut Keys) -> Sums {
        let mut sums = [0; OUTPUTS];
        self.add(keys, &mut sums);
        sums
    }

    /// Adds the weights of the features; the list is empty afterwards.
    #[inline(never)]
    pub(crate) fn add(&self, keys: &mut Keys, sums: &mut Sums) {
        // First all rows, then all weights: many looks at memory are under way at once.
        let mut rows = 0u8;
        for at in 0..keys.count {
            let (row, found) = self.features.find(keys.list[usize::from(at)]);
            keys.list[usize::from(rows)] = u64::from(row);
            rows = rows.wrapping_add(u8::from(found));
        }
        keys.count = 0;
        let mut all = *sums;
        for &row in &keys.list[..usize::from(rows)] {
            let Some(weights) = self.weights.get(row as usize) else { continue };
            let wide: Sums = std::array::from_fn(|at| i16::from(weights[at].cast_signed()));
            for (sum, weight) in all.iter_mut().zip(wide) {
                // A list is too short for a sum to overflow.
                *sum = sum.wrapping_add(weight);
            }
        }
        *sums = all;
    }
}

/// The logarithm of the odds, within bounds.
pub(crate) fn logit(probability: f32) -> f32 {
    let p = probability.clamp(1e-4, 1.0 - 1e-4);
    (p / (1.0 - p)).ln()
}

/// The keys of the features of a word or run of words: far fewer than there is room for.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    list: [u64; 256],
    count: u8,
}

impl Default for Keys {
    fn default() -> Self {
        Self { list: [0; 256], count: 0 }
    }
}

impl Keys {
    #[inline]
    pub(crate) fn push(&mut self, key: u64) {
        debug_assert!(self.count < u8::MAX);
        self.list[usize::from(self.count)] = key;
        self.count = self.count.wrapping_add(1);
    }
}

/// Writes a model: words with their levels, features with their weights.
#[cfg(feature = "train")]
pub(crate) fn write(
    mut words: Vec<(u64, u8)>,
    mut features: Vec<(u64, [i8; OUTPUTS])>,
    step: f32,
    calibration: Calibration,
) -> Vec<u8> {
    let bits = |rows: usize| rows.next_power_of_two().trailing_zeros().clamp(4, 16);
    let (word_bits, feature_bits) = (bits(words.len()), bits(features.len()));
    words.sort_unstable();
    features.sort_unstable();
    let mut out = Vec::new();
    out.extend(step.to_le_bytes());
    for number in [word_bits, words.len() as u32, feature_bits, features.len() as u32] {
        out.extend(number.to_le_bytes());
    }
    out.extend(calibration.as_flattened().iter().flat_map(|number| number.to_le_bytes()));
    let mut index = |bits: u32, keys: &mut dyn Iterator<Item = u64>| {
        let keys: Vec<u64> = keys.collect();
        for bucket in 0..=1u64 << bits {
            let from = keys.partition_point(|k| k >> (64 - bits) < bucket) as u16;
            out.extend(from.to_le_bytes());
        }
        out.extend(keys.iter().flat_map(|k| ((k >> (48 - bits)) as u16).to_le_bytes()));
    };
    index(word_bits, &mut words.iter().map(|w| w.0));
    index(feature_bits, &mut features.iter().map(|f| f.0));
    out.extend(words.iter().map(|w| w.1));
    out.extend(features.iter().flat_map(|f| f.1.map(i8::cast_unsigned)));
    out
}
