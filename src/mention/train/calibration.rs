//! How often names are right by how probable the model finds them: a logistic curve for each label.

use crate::mention::model::{Calibration, logit};

/// What a model said of a name in a text that it had not seen: label, probability, whether it was right.
pub(super) type Verdict = (usize, f32, bool);

/// Rounds of Newton's method; it settles in fewer.
const ROUNDS: usize = 30;
/// How strongly the curve is drawn to the model's own probability where verdicts are few.
const PRIOR: f64 = 5.0;

/// The curves that fit the verdicts best.
pub(super) fn fit(verdicts: &[Verdict]) -> Calibration {
    std::array::from_fn(|label| {
        let own: Vec<(f64, f64)> = verdicts
            .iter()
            .filter(|v| v.0 == label)
            .map(|v| (f64::from(logit(v.1)), f64::from(u8::from(v.2))))
            .collect();
        let (mut slope, mut shift) = (1.0f64, 0.0f64);
        for _ in 0..ROUNDS {
            let mut gradient = [PRIOR * (slope - 1.0), PRIOR * shift];
            let mut curve = [PRIOR, 0.0, PRIOR];
            for &(x, right) in &own {
                let p = 1.0 / (1.0 + (-slope * x - shift).exp());
                let (error, weight) = (p - right, p * (1.0 - p));
                gradient = [gradient[0] + error * x, gradient[1] + error];
                curve = [curve[0] + weight * x * x, curve[1] + weight * x, curve[2] + weight];
            }
            let determinant = curve[0] * curve[2] - curve[1] * curve[1];
            slope -= (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant;
            shift -= (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant;
        }
        [slope as f32, shift as f32]
    })
}
