//! Who is named with whom: the pairs of entities that a folder of texts names in one sentence, the most frequent first, as CSV.
//!
//! ```sh
//! cargo run --example cooccurrence -- examples/texts
//! ```
//!
//! For the network of who did what to whom, `extract --format graphml FOLDER` writes the graph of [`depeche::output::Graph`].

use depeche::{Document, Extractor};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs, io};

/// Two names, in the order of the alphabet.
type Pair = (String, String);

/// The pairs of entities that each sentence names.
fn count(document: &Document<'_>, pairs: &mut BTreeMap<Pair, usize>) {
    for sentence in document.sentences() {
        let within = |at: usize| sentence.span().start <= at && at < sentence.span().end;
        let mentions = document.mentions().iter().filter(|m| within(m.span().start));
        // A nominal or pronoun names nobody, but stands for an entity too.
        let entities: BTreeSet<usize> = mentions.filter_map(depeche::mention::Mention::entity).collect();
        let names: BTreeSet<&str> = entities.iter().map(|&e| document.entities()[e].name()).collect();
        for (at, first) in names.iter().enumerate() {
            for second in names.iter().skip(at + 1) {
                *pairs.entry(((*first).to_owned(), (*second).to_owned())).or_default() += 1;
            }
        }
    }
}

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();

    let extractor = Extractor::new();
    let mut pairs = BTreeMap::new();
    for file in files {
        count(&extractor.extract(&fs::read_to_string(file)?), &mut pairs);
    }

    let mut sorted: Vec<(Pair, usize)> = pairs.into_iter().collect();
    // A stable sort keeps the alphabet among equals.
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(["source", "target", "sentences"])?;
    for ((source, target), count) in sorted {
        out.write_record([&source, &target, &count.to_string()])?;
    }
    out.flush()
}
