//! The learned weights, read in place from the bytes that the trainer wrote.

use super::lattice::OUTPUTS;

/// Keys → row numbers: buckets by the upper bits of the key, told apart by sixteen more.
#[derive(Clone, Debug)]
struct Index {
    bits: u32,
    /// Of each bucket the number of its first row, and the checks of that and the two behind it, so that one look at memory
    /// answers nearly all questions; one more at the end.
    buckets: Vec<[u16; 4]>,
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
        let buckets = all(buckets).into_iter().map(|row| [row, check(row, 0), check(row, 1), check(row, 2)]).collect();
        Self { bits, buckets, checks }
    }

    #[inline]
    fn get(&self, key: u64) -> Option<usize> {
        let bucket = (key >> (64 - self.bits)) as usize;
        let wanted = (key >> (48 - self.bits)) as u16;
        let [[row, checks @ ..], [end, ..]] = self.buckets.get(bucket..bucket + 2)? else { return None };
        let count = usize::from(end - row);
        // Which of the three it is, without a jump that depends on the key.
        let equal = checks.iter().enumerate().fold(0u32, |bits, (i, c)| bits | u32::from(*c == wanted) << i);
        let equal = equal & !(u32::MAX << count.min(31));
        if equal != 0 {
            return Some(usize::from(*row) + equal.trailing_zeros() as usize);
        }
        let (from, to) = (usize::from(*row) + 3, usize::from(*end));
        if count <= 3 { None } else { (from..to).find(|&row| self.checks[row] == wanted) }
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
}

/// The length of the head: step, then bits and rows of both indices, each four bytes.
const HEAD: usize = 20;

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
        Self { words, levels, features, weights, step }
    }

    /// How common the word is in lower case: 0 (unknown) to 3.
    #[inline]
    pub(crate) fn level(&self, lower: u64) -> u8 {
        self.words.get(lower).map_or(0, |row| self.levels[row])
    }

    /// The weights of the features, added up.
    #[inline]
    pub(crate) fn sum(&self, keys: &[u64]) -> Sums {
        let mut sums = [0; OUTPUTS];
        self.add(keys, &mut sums);
        sums
    }

    /// Adds the weights of the features.
    #[inline]
    pub(crate) fn add(&self, keys: &[u64], sums: &mut Sums) {
        for &key in keys {
            if let Some(row) = self.features.get(key)
                && let Some(weights) = self.weights.get(row)
            {
                for (sum, &weight) in sums.iter_mut().zip(weights) {
                    // A word or run of words has far fewer than the 258 features that could overflow.
                    *sum = sum.wrapping_add(i16::from(weight.cast_signed()));
                }
            }
        }
    }
}

/// Writes a model: words with their levels, features with their weights.
#[cfg(feature = "train")]
pub(crate) fn write(mut words: Vec<(u64, u8)>, mut features: Vec<(u64, [i8; OUTPUTS])>, step: f32) -> Vec<u8> {
    let bits = |rows: usize| rows.next_power_of_two().trailing_zeros().clamp(4, 16);
    let (word_bits, feature_bits) = (bits(words.len()), bits(features.len()));
    words.sort_unstable();
    features.sort_unstable();
    let mut out = Vec::new();
    out.extend(step.to_le_bytes());
    for number in [word_bits, words.len() as u32, feature_bits, features.len() as u32] {
        out.extend(number.to_le_bytes());
    }
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
