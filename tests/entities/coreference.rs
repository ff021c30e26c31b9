//! Measures of coreference: MUC, B³, CEAFe and their mean, on mentions that the program had to find itself.
//!
//! MUC: Vilain et al. 1995. B³: Bagga & Baldwin 1998. CEAFe: Luo 2005, with φ4. Mentions of one side only count as in Pradhan et
//! al. 2014, "Scoring Coreference Partitions of Predicted Mentions", whose example is among the tests.

use std::collections::BTreeSet;

/// The mentions of one entity.
pub type Cluster = BTreeSet<usize>;

/// Sums over documents from which precision and recall are made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    recall: (f64, f64),
    precision: (f64, f64),
}

impl Sums {
    pub fn add(&mut self, other: Self) {
        self.recall = (self.recall.0 + other.recall.0, self.recall.1 + other.recall.1);
        self.precision = (self.precision.0 + other.precision.0, self.precision.1 + other.precision.1);
    }

    pub fn recall(&self) -> f64 {
        ratio(self.recall)
    }

    pub fn precision(&self) -> f64 {
        ratio(self.precision)
    }

    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        ratio((2.0 * p * r, p + r))
    }
}

fn ratio((part, whole): (f64, f64)) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn common(a: &Cluster, b: &Cluster) -> f64 {
    a.intersection(b).count() as f64
}

/// Links kept: how few cuts turn the clusters of one side into those of the other.
pub fn muc(key: &[Cluster], response: &[Cluster]) -> Sums {
    let side = |from: &[Cluster], to: &[Cluster]| {
        let mut sum = (0.0, 0.0);
        for cluster in from {
            let parts = to.iter().filter(|t| common(cluster, t) > 0.0).count();
            let lone = cluster.iter().filter(|m| !to.iter().any(|t| t.contains(m))).count();
            sum.0 += (cluster.len() - parts - lone) as f64;
            sum.1 += (cluster.len() - 1) as f64;
        }
        sum
    };
    Sums { recall: side(key, response), precision: side(response, key) }
}

/// For each mention, how much of its cluster on the one side is in its cluster on the other.
pub fn b_cubed(key: &[Cluster], response: &[Cluster]) -> Sums {
    let side = |from: &[Cluster], to: &[Cluster]| {
        let mut sum = (0.0, 0.0);
        for cluster in from {
            sum.0 += to.iter().map(|t| common(cluster, t).powi(2)).sum::<f64>() / cluster.len() as f64;
            sum.1 += cluster.len() as f64;
        }
        sum
    };
    Sums { recall: side(key, response), precision: side(response, key) }
}

/// The best pairing of the clusters of both sides.
pub fn ceaf_e(key: &[Cluster], response: &[Cluster]) -> Sums {
    let likeness = |k: &Cluster, r: &Cluster| 2.0 * common(k, r) / (k.len() + r.len()) as f64;
    let best = best_pairing(&key.iter().map(|k| response.iter().map(|r| likeness(k, r)).collect()).collect::<Vec<_>>());
    Sums { recall: (best, key.len() as f64), precision: (best, response.len() as f64) }
}

/// The greatest sum of one gain a row, no column twice: the Hungarian method on a square matrix of costs.
fn best_pairing(gains: &[Vec<f64>]) -> f64 {
    let columns = gains.first().map_or(0, Vec::len);
    let n = gains.len().max(columns);
    let cost = |i: usize, j: usize| -gains.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0.0);
    // Potentials of rows and columns; index 0 is nobody.
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    let mut row_of = vec![0; n + 1];
    for i in 1..=n {
        row_of[0] = i;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; n + 1];
        let mut from = vec![0; n + 1];
        let mut used = vec![false; n + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let row = row_of[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for j in 1..=n {
                if used[j] {
                    continue;
                }
                let reduced = cost(row - 1, j - 1) - u[row] - v[j];
                if reduced < least[j] {
                    (least[j], from[j]) = (reduced, column);
                }
                if least[j] < delta {
                    (delta, next) = (least[j], j);
                }
            }
            for j in 0..=n {
                if used[j] {
                    u[row_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[from[column]];
            column = from[column];
        }
    }
    (1..=n).map(|j| -cost(row_of[j] - 1, j - 1)).sum()
}

/// What the three measures say of a set of documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    pub muc: Sums,
    pub b_cubed: Sums,
    pub ceaf_e: Sums,
}

impl Scores {
    pub fn add(&mut self, key: &[Cluster], response: &[Cluster]) {
        self.muc.add(muc(key, response));
        self.b_cubed.add(b_cubed(key, response));
        self.ceaf_e.add(ceaf_e(key, response));
    }

    /// The CoNLL figure: the mean of the three F1.
    pub fn conll(&self) -> f64 {
        (self.muc.f1() + self.b_cubed.f1() + self.ceaf_e.f1()) / 3.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clusters(text: &str) -> Vec<Cluster> {
        text.split(' ').map(|c| c.bytes().map(usize::from).collect()).collect()
    }

    #[track_caller]
    fn check(sums: Sums, precision: f64, recall: f64) {
        assert!((sums.precision() - precision).abs() < 5e-4, "precision {} not {precision}", sums.precision());
        assert!((sums.recall() - recall).abs() < 5e-4, "recall {} not {recall}", sums.recall());
    }

    #[test]
    fn bagga_and_baldwin_1998() {
        // Joining the two large clusters is worse than joining a large and a small one; MUC does not see it.
        let key = clusters("12345 67 89ABC");
        let (small, large) = (clusters("12345 6789ABC"), clusters("1234589ABC 67"));
        check(muc(&key, &small), 0.9, 1.0);
        check(muc(&key, &large), 0.9, 1.0);
        check(b_cubed(&key, &small), 0.762, 1.0);
        check(b_cubed(&key, &large), 0.583, 1.0);
    }

    #[test]
    fn pradhan_2014() {
        let (key, response) = (clusters("abc defg"), clusters("ab cd fghi"));
        check(muc(&key, &response), 0.4, 0.4);
        check(b_cubed(&key, &response), 0.5, 0.4167);
        check(ceaf_e(&key, &response), 0.4333, 0.65);
    }

    #[test]
    fn vilain_1995() {
        check(muc(&clusters("abcd"), &clusters("ab cd")), 1.0, 0.6667);
        check(muc(&clusters("ab cd"), &clusters("abcd")), 0.6667, 1.0);
    }

    #[test]
    fn same_and_nothing() {
        let key = clusters("abc d ef");
        for sums in [muc(&key, &key), b_cubed(&key, &key), ceaf_e(&key, &key)] {
            check(sums, 1.0, 1.0);
        }
        for sums in [muc(&key, &[]), b_cubed(&key, &[]), ceaf_e(&key, &[])] {
            check(sums, 0.0, 0.0);
        }
        let mut scores = Scores::default();
        scores.add(&key, &key);
        assert!((scores.conll() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn pairing_is_the_best_not_the_first() {
        let gains = [vec![0.9, 0.8, 0.0], vec![0.9, 0.1, 0.0]];
        assert!((best_pairing(&gains) - 1.7).abs() < 1e-9);
        assert!(best_pairing(&[]).abs() < 1e-9);
    }
}
