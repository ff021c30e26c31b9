//! More keys for a table that is built: the words of the user's rules beside the bundled ones.

use super::compile::{Compiler, LONGER, bucket, print};
use super::sense::Sense;
use super::table::{Node, Table, word};
use std::borrow::Cow;

/// A key that the table does not have.
struct Key {
    bucket: usize,
    print: u32,
    value: u32,
}

impl Table {
    /// The table with the keys and senses of the compiler behind its own; entries are not taken over.
    ///
    /// The number of buckets stays, so that the table need not be built anew. That a new key is taken for one that is there is as
    /// unlikely as that a word of a text is.
    pub(crate) fn with(&self, more: Compiler) -> Self {
        let mut table = self.clone();
        let mut new = Vec::new();
        for (hash, longer, senses) in more.keys() {
            let at = table.find(hash);
            let before = at.map_or(0, |at| word(&table.values, at));
            let mut all: Vec<Sense> = table.senses(Node::of(before)).collect();
            for sense in senses {
                if !all.contains(&sense) {
                    all.push(sense);
                }
            }
            let value = table.value(&all) | before & LONGER | if longer { LONGER } else { 0 };
            match at {
                Some(at) => table.set(at, value),
                None => new.push(Key { bucket: bucket(hash, table.bucket_count), print: print(hash), value }),
            }
        }
        table.insert(&new);
        table
    }

    /// Inserts keys, which are sorted, at the ends of their buckets.
    fn insert(&mut self, keys: &[Key]) {
        let mut rest = keys.iter().peekable();
        let (mut starts, mut prints, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let push = |list: &mut Vec<u8>, word: u32| list.extend(word.to_le_bytes());
        for at in 0..self.bucket_count {
            push(&mut starts, (prints.len() / 4) as u32);
            let range = 4 * word(&self.buckets, at) as usize..4 * word(&self.buckets, at + 1) as usize;
            prints.extend_from_slice(&self.prints[range.clone()]);
            values.extend_from_slice(&self.values[range]);
            while let Some(key) = rest.next_if(|key| key.bucket == at) {
                push(&mut prints, key.print);
                push(&mut values, key.value);
            }
        }
        push(&mut starts, (prints.len() / 4) as u32);
        (self.buckets, self.prints, self.values) = (Cow::Owned(starts), Cow::Owned(prints), Cow::Owned(values));
    }
}
