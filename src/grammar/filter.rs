//! A small set of hashes that answers "no" to nearly all that is not in it.

use serde::{Deserialize, Serialize};

/// Bits by hash: a hash whose bit is not set is not in the set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Filter(Vec<u64>);

/// The size in bits; the few hundred words of a set fill few of them.
const BITS: usize = 1 << 13;

fn place(hash: u64) -> (usize, u64) {
    // The lowest bit of a hash is always set.
    let bit = (hash >> 1) as usize % BITS;
    (bit / 64, 1 << (bit % 64))
}

impl Filter {
    pub(super) fn new(hashes: impl IntoIterator<Item = u64>) -> Self {
        let mut bits = vec![0; BITS / 64];
        for hash in hashes {
            let (at, bit) = place(hash);
            bits[at] |= bit;
        }
        Self(bits)
    }

    /// Whether the hash may be in the set.
    #[inline]
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (at, bit) = place(hash);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}
