//! What weighs the same in all texts: features of which there are few, added up once.

use super::feature::{self, INSIDE, Template};
use super::model::{Keys, Model, Sums};

/// The longest run of words that counts by its length; longer ones count as this one.
const LENGTH: usize = 8;

/// The weights of the features that say little but of many runs of words.
#[derive(Clone, Debug)]
pub(crate) struct Usual {
    /// By length.
    lengths: [Sums; LENGTH + 1],
    unknown: Sums,
    /// By the code of [`feature::inside`].
    inside: Vec<Sums>,
}

impl Usual {
    /// Looks the weights up.
    pub(crate) fn new(model: &Model) -> Self {
        let mut keys = Keys::default();
        let mut sum = |emit: &dyn Fn(&mut dyn FnMut(Template, u64))| {
            emit(&mut |template, value| keys.push(feature::key(template, value)));
            model.sum(&mut keys)
        };
        Self {
            lengths: std::array::from_fn(|words| sum(&|mut emit| feature::of_length(words, &mut emit))),
            unknown: sum(&|mut emit| feature::of_unknown(&mut emit)),
            inside: (0..INSIDE as u64).map(|code| sum(&|mut emit| feature::of_inside(code, &mut emit))).collect(),
        }
    }

    /// Adds what weighs in a run of so many words, known to the gazetteers or not, with the code of the names in it.
    pub(crate) fn add(&self, words: usize, known: bool, inside: Option<u64>, sums: &mut Sums) {
        add(sums, &self.lengths[words.min(LENGTH)]);
        if !known {
            add(sums, &self.unknown);
        }
        if let Some(inside) = inside.and_then(|code| self.inside.get(code as usize)) {
            add(sums, inside);
        }
    }
}

/// Adds sums to others.
pub(crate) fn add(sums: &mut Sums, more: &Sums) {
    for (sum, &more) in sums.iter_mut().zip(more) {
        *sum = sum.wrapping_add(more);
    }
}
