//! Learns the weights of the mention stage from annotated text: a semi-Markov conditional random field.
//!
//! Only built with the feature `train`; see `examples/train_mentions.rs`.

mod calibration;
mod corpus;
mod explain;
mod learner;
mod lore;
mod random;
mod report;
mod variety;

pub use corpus::{Corpus, Gold};
pub use report::Score;

use super::model::{self, Model};
use learner::Learner;

/// What the trainer is told.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Passes over the data.
    pub epochs: usize,
    /// Step of the first updates.
    pub rate: f32,
    /// How strongly weights are pulled to nothing.
    pub decay: f32,
    /// How much more strongly those about the very words are.
    pub word_decay: f32,
    /// Added to the score of each label when scoring.
    pub bias: [f32; 4],
    /// How often what is known of the very words is hidden.
    pub hide_words: f32,
    /// How often what the gazetteers know is hidden.
    pub hide_names: f32,
    /// How often what the rest of the document says is hidden.
    pub hide_memory: f32,
    /// In how many documents a feature must occur.
    pub documents: u32,
    /// How many features are kept.
    pub rows: usize,
    /// Parts for the predictions from which the document's memory is learned.
    pub folds: usize,
    /// How often each article is read once more with other names.
    pub copies: usize,
    /// Templates left out, by name: for ablations.
    pub without: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 20,
            rate: 0.02,
            decay: 1e-3,
            word_decay: 1.0,
            bias: [0.0; 4],
            hide_words: 0.4,
            hide_names: 0.15,
            hide_memory: 0.1,
            documents: 3,
            rows: 30_000,
            folds: 4,
            copies: 1,
            without: Vec::new(),
        }
    }
}

/// A trained model.
pub struct Trained {
    /// The model file.
    pub bytes: Vec<u8>,
    /// The strongest features, one a line.
    pub table: String,
}

/// Learns from the articles of the corpus.
pub fn train(corpus: &Corpus, settings: &Settings) -> Trained {
    let mut words = corpus.common_words();
    let corpus = &corpus.varied(settings.copies);
    words.extend(lore::learn(corpus));
    let plain = Model::open(model::write(words.clone(), Vec::new(), 1.0, [[1.0, 0.0]; 3]).leak());
    let originals = corpus.len() / (settings.copies + 1);
    let mut learner = Learner::new(settings);
    for document in 0..corpus.len() {
        corpus.read(document, &plain, None, &mut learner);
    }
    let first = learner.islands();
    learner.prune_rare();
    // The memory of a document is learned from predictions of models that have not seen the document.
    let mut predicted = vec![Vec::new(); first];
    for fold in 0..settings.folds {
        let weights = learner.learn(|d| d % originals % settings.folds != fold, settings.epochs.min(8));
        for (island, cut) in predicted.iter_mut().enumerate() {
            if learner.document(island) % originals % settings.folds == fold {
                *cut = learner.predict(&weights, island);
            }
        }
    }
    let originals_first = (0..first).filter(|&island| learner.document(island) < originals);
    let verdicts: Vec<_> = originals_first.flat_map(|island| learner.verdicts(island, &predicted[island])).collect();
    let mut next = 0;
    for document in 0..corpus.len() {
        next = corpus.read(document, &plain, Some((&predicted, next)), &mut learner);
    }
    learner.prune_rare();
    let weights = learner.learn(|_| true, settings.epochs);
    learner.finish(&weights, words, calibration::fit(&verdicts))
}

/// Scores a model on the articles of the corpus.
pub fn evaluate(corpus: &Corpus, bytes: Vec<u8>) -> Score {
    report::score(corpus, &Model::open(bytes.leak()))
}

/// Scores models on the stretches of time that each has not seen.
///
/// # Panics
///
/// When training does.
pub fn cross(corpus: &Corpus, settings: &Settings, stretches: usize) -> Score {
    let parts = corpus.stretches(stretches);
    let run = |(learn, rest): &(Corpus, Corpus)| evaluate(rest, train(learn, settings).bytes);
    let mut all = Score::default();
    for pair in parts.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|part| scope.spawn(|| run(part))).collect();
            for one in running {
                all.add(one.join().expect("a score"));
            }
        });
    }
    all
}

/// Prints how a model weighs a text.
pub fn explain(bytes: Vec<u8>, text: &str) {
    let (corpus, _) = Corpus::read_jsonl("", &[]);
    explain::explain(&corpus, &Model::open(bytes.leak()), text);
}
