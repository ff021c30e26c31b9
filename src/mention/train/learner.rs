//! The islands as numbers, and the weights learned from them.

use super::calibration::Verdict;
use super::corpus::Sink;
use super::random::Random;
use super::{Settings, Trained};
use crate::lexicon::Lexed;
use crate::mention::feature::{self, Template};
use crate::mention::finder::column;
use crate::mention::lattice::{self, Arc, LABELS, OUTPUTS, PathSums, Segment};
use crate::mention::line::Line;
use crate::mention::memory::Memory;
use crate::mention::model::{self, Calibration};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

struct Island {
    document: usize,
    start: usize,
    len: usize,
    words: Vec<Vec<u32>>,
    arcs: Vec<(usize, usize, Vec<u32>)>,
    gold: Vec<(usize, usize)>,
}

struct Feature {
    key: u64,
    template: Template,
    value: u64,
    documents: u32,
    last: usize,
}

pub(super) struct Learner<'s> {
    settings: &'s Settings,
    ids: HashMap<u64, u32>,
    features: Vec<Feature>,
    islands: Vec<Island>,
    /// What a value stands for, where a text was seen for it.
    names: HashMap<u64, String>,
    pub(super) lost: usize,
}

pub(super) type Weights = Vec<[f32; OUTPUTS]>;

impl Sink for Learner<'_> {
    fn island(
        &mut self,
        document: usize,
        line: &Line<'_>,
        lexed: &Lexed<'_, '_>,
        island: Range<usize>,
        memory: Option<&Memory>,
        gold: &[Segment],
    ) {
        let mut arcs = Vec::new();
        let mut runs = Vec::new();
        lattice::spans(line, island.clone(), |start, end| runs.push((start, end)));
        for (start, end) in runs {
            let mut ids = Vec::new();
            let mut push = |t, v| self.push(document, t, v, &mut ids);
            feature::of_span(line, start, end, &mut push);
            if let Some(memory) = memory {
                feature::of_span_elsewhere(line, start, end, memory, &mut push);
            }
            arcs.push((start, end, ids));
        }
        let mut words = Vec::new();
        for at in island.clone() {
            let mut ids = Vec::new();
            let text = lexed.tokens[line.word(at as isize).token as usize].text();
            self.names.entry(line.word(at as isize).lower).or_insert_with(|| text.to_lowercase());
            let mut push = |t, v| self.push(document, t, v, &mut ids);
            feature::of_word(line, text, at, &mut push);
            if let Some(memory) = memory {
                feature::of_word_elsewhere(line, at, memory, &mut push);
            }
            words.push(ids);
        }
        let mut known = Vec::new();
        for g in gold {
            match arcs.iter().position(|a| (a.0, a.1) == (g.start, g.end)) {
                Some(arc) => known.push((arc, g.label)),
                None => self.lost += 1,
            }
        }
        self.islands.push(Island { document, start: island.start, len: island.len(), words, arcs, gold: known });
    }
}

impl<'s> Learner<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self {
            settings,
            ids: HashMap::new(),
            features: Vec::new(),
            islands: Vec::new(),
            names: HashMap::new(),
            lost: 0,
        }
    }

    pub(super) fn islands(&self) -> usize {
        self.islands.len()
    }

    pub(super) fn document(&self, island: usize) -> usize {
        self.islands[island].document
    }

    fn push(&mut self, document: usize, template: Template, value: u64, ids: &mut Vec<u32>) {
        if !self.settings.without.is_empty() {
            let name = format!("{template:?}");
            if self.settings.without.iter().any(|w| name.starts_with(w.as_str())) {
                return;
            }
        }
        let key = feature::key(template, value);
        let next = self.features.len() as u32;
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.features.push(Feature { key, template, value, documents: 0, last: usize::MAX });
        }
        let feature = &mut self.features[id as usize];
        if feature.last != document {
            feature.last = document;
            feature.documents += 1;
        }
        ids.push(id);
    }

    /// Drops features of too few documents.
    pub(super) fn prune_rare(&mut self) {
        let least = self.settings.documents;
        let features = &self.features;
        let kept = |id: &u32| features[*id as usize].documents >= least;
        for island in &mut self.islands {
            island.words.iter_mut().for_each(|w| w.retain(kept));
            island.arcs.iter_mut().for_each(|a| a.2.retain(kept));
        }
    }

    /// Learns from the islands of the documents chosen.
    pub(super) fn learn(&self, chosen: impl Fn(usize) -> bool, epochs: usize) -> Weights {
        let s = self.settings;
        let mut weights: Weights = vec![[0.0; OUTPUTS]; self.features.len()];
        let mut squares: Weights = vec![[1e-6; OUTPUTS]; self.features.len()];
        let mut mean: Weights = vec![[0.0; OUTPUTS]; self.features.len()];
        let mut order: Vec<usize> = (0..self.islands.len()).filter(|&i| chosen(self.islands[i].document)).collect();
        let mut random = Random(0x1234_5678_9abc_def1);
        let mut desk = Desk::default();
        for epoch in 0..epochs {
            random.shuffle(&mut order);
            for &i in &order {
                let island = &self.islands[i];
                if island.arcs.is_empty() {
                    continue;
                }
                let hide = [random.chance(s.hide_words), random.chance(s.hide_names), random.chance(s.hide_memory)];
                self.step(island, hide, &mut weights, &mut squares, &mut desk);
            }
            if epoch >= epochs / 2 {
                let share = 1.0 / (epochs - epochs / 2) as f32;
                for (m, w) in mean.iter_mut().zip(&weights) {
                    for (m, w) in m.iter_mut().zip(w) {
                        *m += w * share;
                    }
                }
            }
        }
        mean
    }

    fn hidden(&self, id: u32, hide: [bool; 3]) -> bool {
        let template = self.features[id as usize].template;
        hide[0] && template.is_lexical() || hide[1] && template.is_gazetteer() || hide[2] && template.is_memory()
    }

    fn scores(&self, island: &Island, hide: [bool; 3], weights: &Weights, desk: &mut Desk) {
        desk.words.clear();
        for ids in &island.words {
            let mut total = [0.0f32; OUTPUTS];
            for &id in ids.iter().filter(|&&id| !self.hidden(id, hide)) {
                for (t, w) in total.iter_mut().zip(&weights[id as usize]) {
                    *t += w;
                }
            }
            desk.words.push(total);
        }
        desk.arcs.clear();
        for (start, end, ids) in &island.arcs {
            let mut score = [0.0f32; LABELS];
            let column = column(end - start);
            for &id in ids.iter().filter(|&&id| !self.hidden(id, hide)) {
                for (label, s) in score.iter_mut().enumerate() {
                    *s += weights[id as usize][4 * label + column];
                }
            }
            desk.arcs.push(Arc { start: *start, end: *end, score });
        }
        lattice::add_words(&mut desk.arcs, &desk.words, island.start);
    }

    fn step(&self, island: &Island, hide: [bool; 3], weights: &mut Weights, squares: &mut Weights, desk: &mut Desk) {
        self.scores(island, hide, weights, desk);
        let range = island.start..island.start + island.len;
        desk.sums.run(&desk.arcs, range);
        let Settings { rate, decay, word_decay, .. } = *self.settings;
        let mut update = |id: u32, output: usize, gradient: f32| {
            let w = &mut weights[id as usize][output];
            let lexical = self.features[id as usize].template.is_lexical();
            let g = gradient + if lexical { decay * word_decay } else { decay } * *w;
            let q = &mut squares[id as usize][output];
            *q += g * g;
            *w -= rate * g / q.sqrt();
        };
        let mut word_gradients = vec![[0.0f32; OUTPUTS]; island.len];
        for (number, (start, end, ids)) in island.arcs.iter().enumerate() {
            for label in 0..LABELS {
                let mut gradient = desk.sums.probability(&desk.arcs[number], label, island.start);
                if island.gold.contains(&(number, label)) {
                    gradient -= 1.0;
                }
                if gradient.abs() < 1e-4 {
                    continue;
                }
                let column = column(end - start);
                for &id in ids.iter().filter(|&&id| !self.hidden(id, hide)) {
                    update(id, 4 * label + column, gradient);
                }
                let (first, last) = (start - island.start, end - island.start - 1);
                if first == last {
                    word_gradients[first][4 * label + 3] += gradient;
                } else {
                    word_gradients[first][4 * label] += gradient;
                    word_gradients[last][4 * label + 2] += gradient;
                    for inner in &mut word_gradients[first + 1..last] {
                        inner[4 * label + 1] += gradient;
                    }
                }
            }
        }
        for (ids, gradients) in island.words.iter().zip(&word_gradients) {
            for (output, &gradient) in gradients.iter().enumerate().filter(|(_, g)| g.abs() > 1e-4) {
                for &id in ids.iter().filter(|&&id| !self.hidden(id, hide)) {
                    update(id, output, gradient);
                }
            }
        }
    }

    /// The best cut of an island.
    pub(super) fn predict(&self, weights: &Weights, number: usize) -> Vec<Segment> {
        let island = &self.islands[number];
        let mut desk = Desk::default();
        self.scores(island, [false; 3], weights, &mut desk);
        let mut cut = Vec::new();
        let range = island.start..island.start + island.len;
        lattice::best(&desk.arcs, range.clone(), &mut cut);
        desk.sums.run(&desk.arcs, range);
        cut.into_iter()
            .map(|(arc, label)| Segment {
                start: desk.arcs[arc].start,
                end: desk.arcs[arc].end,
                label,
                probability: desk.sums.probability(&desk.arcs[arc], label, island.start),
            })
            .collect()
    }

    /// What was predicted of an island, name by name, against its gold.
    pub(super) fn verdicts(&self, number: usize, cut: &[Segment]) -> impl Iterator<Item = Verdict> {
        let island = &self.islands[number];
        cut.iter().filter(|s| s.label < 3).map(|s| {
            let arc = |&(arc, label): &(usize, usize)| {
                label == s.label && (island.arcs[arc].0, island.arcs[arc].1) == (s.start, s.end)
            };
            (s.label, s.probability, island.gold.iter().any(arc))
        })
    }

    /// The strongest features, quantised.
    pub(super) fn finish(&self, weights: &Weights, words: Vec<(u64, u8)>, calibration: Calibration) -> Trained {
        let size = |w: &[f32; OUTPUTS]| w.iter().map(|x| x * x).sum::<f32>();
        let mut order: Vec<usize> = (0..weights.len()).filter(|&i| size(&weights[i]) > 0.0).collect();
        // The biases stay, however small: the user's are added to them.
        let bias = |i: usize| self.features[i].template == Template::SpanBias;
        order.sort_by(|&a, &b| {
            bias(b)
                .cmp(&bias(a))
                .then(size(&weights[b]).total_cmp(&size(&weights[a])))
                .then(self.features[a].key.cmp(&self.features[b].key))
        });
        let all = order.len();
        order.truncate(self.settings.rows.min(60_000));
        let largest = order.iter().flat_map(|&i| weights[i]).fold(0.0f32, |m, w| m.max(w.abs()));
        let step = largest.min(4.0) / 127.0;
        let mut weights = weights.clone();
        for (i, feature) in self.features.iter().enumerate().filter(|(_, f)| f.template == Template::SpanBias) {
            for (label, bias) in self.settings.bias.into_iter().enumerate() {
                weights[i][4 * label..4 * label + 4].iter_mut().for_each(|w| *w += bias);
            }
            debug_assert!(order.contains(&i), "{}", feature.key);
        }
        let weights = &weights;
        let rows = order
            .iter()
            .map(|&i| (self.features[i].key, weights[i].map(|w| (w / step).round().clamp(-127.0, 127.0) as i8)))
            .collect();
        let mut table = String::new();
        let _ = writeln!(
            table,
            "# {} of {all} features, largest weight {largest:.2}, names in reach {}, out of reach {}, islands {}, words {}, arcs {}",
            order.len(),
            self.islands.iter().map(|i| i.gold.len()).sum::<usize>(),
            self.lost,
            self.islands.len(),
            self.islands.iter().map(|i| i.len).sum::<usize>(),
            self.islands.iter().map(|i| i.arcs.len()).sum::<usize>()
        );
        for &i in order.iter().take(400) {
            let feature = &self.features[i];
            let value = self.names.get(&feature.value).cloned().unwrap_or_else(|| format!("{:x}", feature.value));
            let _ = write!(table, "{:?}\t{value}", feature.template);
            for w in weights[i] {
                let _ = write!(table, "\t{w:.1}");
            }
            table.push('\n');
        }
        Trained { bytes: model::write(words, rows, step, calibration), table }
    }
}

#[derive(Default)]
struct Desk {
    words: Vec<[f32; OUTPUTS]>,
    arcs: Vec<Arc>,
    sums: PathSums,
}
