//! A corpus, one JSON object a text, with little memory: texts come one by one, results go out one by one, in the order of the texts.
//!
//! With the feature `rayon` the same lines read on all cores.
//!
//! ```sh
//! cargo run --example batch < examples/texts/corpus.jsonl
//! ```

use depeche::Extractor;
use depeche::output::Csv;
use serde::Deserialize;
use std::io::{self, BufWriter, Write};

#[derive(Deserialize)]
struct Article {
    id: String,
    date: String,
    text: String,
}

impl AsRef<str> for Article {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

fn main() -> io::Result<()> {
    let extractor = Extractor::new();
    // A line that is no article is reported, and the rest goes on.
    let articles = io::stdin().lines().map_while(Result::ok).enumerate().filter_map(|(number, line)| {
        let article = serde_json::from_str::<Article>(&line);
        article.map_err(|error| eprintln!("line {}: {error}", number + 1)).ok()
    });

    // What stands here runs on the threads that read; it hands back what is to be kept.
    let rows = extractor.map_many(articles, |article, document| {
        let mut csv = Csv::new(&document).with_id(&article.id);
        if let Ok(date) = article.date.parse() {
            csv = csv.with_date(date);
        }
        let mut rows = Vec::new();
        csv.write(&mut rows).map(|()| (rows, document.relations().len()))
    });

    let mut out = BufWriter::new(io::stdout().lock());
    Csv::header(&mut out)?;
    let mut statements = 0;
    for row in rows {
        let (row, stated) = row?;
        out.write_all(&row)?;
        statements += stated;
    }
    out.flush()?;
    eprintln!("{statements} statements");
    Ok(())
}
