//! The chunks of a sentence in writing, for those who write frames.

use super::chunk::Chunk;
use super::clause::Clauses;
use std::fmt::Write;

impl Clauses<'_, '_> {
    /// One line a chunk: its number, what it is, its words, and around a verb the chunks in its slots.
    pub(crate) fn outline(&self) -> String {
        let mut out = String::new();
        for (number, chunk) in self.chunks.iter().enumerate() {
            let tokens = self.words.lexed.tokens;
            let range = chunk.tokens();
            let (first, last) = (tokens[range.start].span().start, tokens[range.end - 1].span().end);
            let text = &self.words.lexed.text[first..last];
            // Writing to a string cannot fail.
            let _ = match chunk {
                Chunk::Noun(n) => {
                    let preposition =
                        n.preposition.map_or("", |p| &self.words.grammar.data.prepositions[usize::from(p)]);
                    let lemma = n.lemma.map_or("", |l| &self.words.grammar.lemma(l).text);
                    let time = if n.time { " time" } else { "" };
                    writeln!(
                        out,
                        "{number:3} N {text:?} head {:?} lemma {lemma:?} preposition {preposition:?} names {}{time}",
                        n.head,
                        n.names.len()
                    )
                }
                Chunk::Verb(v) => {
                    let lemma = &self.words.grammar.lemma(v.lemma).text;
                    let voice = if v.passive { " passive" } else { "" };
                    let around = self.frame(number);
                    writeln!(
                        out,
                        "{number:3} V {text:?} {lemma} {:?}{voice} {:?} subject {:?} object {:?} others {:?}",
                        v.mode, v.status, around.subject, around.object, around.others
                    )
                }
                Chunk::Mark(mark, _) => writeln!(out, "{number:3} M {text:?} {mark:?}"),
            };
        }
        out.push('\n');
        out
    }
}
