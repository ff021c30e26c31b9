/// How many sentences back somebody is still thought of.
const WINDOW: usize = 4;

/// How prominent a mention is by its place in the sentence.
///
/// After Lappin & Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994): subjects before objects before the rest, halved
/// with each sentence. Scope words and names within a title ("le président du Niger") count little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Within,
    Other,
    Object,
    Subject,
    Main,
}

impl Rank {
    fn weight(self) -> f32 {
        match self {
            Self::Within => 15.0,
            Self::Other => 40.0,
            Self::Object => 60.0,
            Self::Subject => 80.0,
            Self::Main => 100.0,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Note {
    entity: usize,
    sentence: usize,
    weight: f32,
}

/// Who has been spoken of lately, and how prominently.
#[derive(Debug, Default)]
pub(crate) struct Salience {
    notes: Vec<Note>,
}

impl Salience {
    /// Notes a mention; `faint` for headlines and quotations, whose people are not those of the text around.
    pub(crate) fn note(&mut self, entity: usize, sentence: usize, rank: Rank, faint: bool) {
        let weight = rank.weight() * if faint { 0.4 } else { 1.0 };
        self.notes.push(Note { entity, sentence, weight });
    }

    /// Those spoken of in the last sentences up to this one, the most prominent first.
    pub(crate) fn near(&self, sentence: usize) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        // The heaviest mention of each sentence counts; the notes of a sentence stand together.
        let mut best: Vec<(usize, f32)> = Vec::new();
        let mut current = None;
        let settle = |best: &mut Vec<(usize, f32)>, found: &mut Vec<(usize, f32)>| {
            for (entity, weight) in best.drain(..) {
                match found.iter_mut().find(|f| f.0 == entity) {
                    Some(known) => known.1 += weight,
                    None => found.push((entity, weight)),
                }
            }
        };
        for note in self.notes.iter().rev().take_while(|n| n.sentence + WINDOW > sentence) {
            if current != Some(note.sentence) {
                settle(&mut best, &mut found);
                current = Some(note.sentence);
            }
            let weight = note.weight / f32::from(1_u8 << (sentence.saturating_sub(note.sentence)).min(7));
            match best.iter_mut().find(|b| b.0 == note.entity) {
                Some(known) => known.1 = known.1.max(weight),
                None => best.push((note.entity, weight)),
            }
        }
        settle(&mut best, &mut found);
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    }

    /// The one who stands out among those near, if one does: `lead` times as prominent as the next.
    pub(crate) fn leader(&self, sentence: usize, lead: f32, mut fits: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut near = self.near(sentence).into_iter().filter(|&(e, _)| fits(e));
        let first = near.next()?;
        near.next().is_none_or(|second| first.1 >= lead * second.1).then_some(first.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_lead_and_fade() {
        let mut salience = Salience::default();
        salience.note(1, 0, Rank::Main, false);
        salience.note(2, 0, Rank::Object, false);
        assert_eq!(salience.leader(1, 1.2, |_| true), Some(1));
        assert_eq!(salience.leader(1, 1.2, |e| e != 1), Some(2));
        salience.note(2, 1, Rank::Subject, false);
        // 2 has 80 of this sentence and 30 of the one before, 1 has 50.
        assert_eq!(salience.near(1), [(2, 110.0), (1, 50.0)]);
        assert_eq!(salience.near(9), []);
    }

    #[test]
    fn nobody_stands_out_of_equals() {
        let mut salience = Salience::default();
        salience.note(1, 0, Rank::Subject, false);
        salience.note(2, 0, Rank::Subject, false);
        assert_eq!(salience.leader(0, 1.2, |_| true), None);
    }
}
