//! Corpora: many texts, one after another or on all cores.

use crate::{Document, Extractor};

/// How many texts each thread is given at a time: enough that threads seldom wait for each other, few enough to hold in memory.
#[cfg(feature = "rayon")]
const EACH: usize = 64;

impl Extractor {
    /// The documents of many texts, in the order of the texts.
    ///
    /// With the feature `rayon` the texts are read on all threads of the rayon pool that calls [`Iterator::next`]; the order and the
    /// documents are the same. The iterator is lazy and looks ahead by 64 texts a thread at most, so memory does not grow with the
    /// corpus. The texts must outlive the documents: for texts that are read one by one see [`map_many`](Self::map_many).
    ///
    /// ```
    /// let texts = ["Joe Biden a rencontré Xi Jinping.", "Rien.", "Moscou a accusé Kiev."];
    /// let extractor = depeche::Extractor::new();
    /// let found: Vec<_> = extractor.extract_many(texts).map(|document| document.relations().len()).collect();
    /// assert_eq!(found, [1, 0, 1]);
    /// ```
    pub fn extract_many<'e, 't, I>(&'e self, texts: I) -> impl Iterator<Item = Document<'t>> + use<'e, 't, I>
    where
        I: IntoIterator<Item = &'t str>,
    {
        spread(texts.into_iter(), move |text| self.extract(text))
    }

    /// What `map` makes of each of many texts and its document, in the order of the texts.
    ///
    /// The texts may be owned, and are dropped when `map` has returned: it keeps what it wants to keep. As lazy, as parallel and as
    /// ordered as [`extract_many`](Self::extract_many).
    ///
    /// ```
    /// let lines = "Joe Biden a rencontré Xi Jinping.\nMoscou a accusé Kiev.".lines().map(str::to_owned);
    /// let extractor = depeche::Extractor::new();
    /// let kinds: Vec<_> = extractor
    ///     .map_many(lines, |_, document| document.relations().iter().map(|r| r.kind().to_string()).collect::<Vec<_>>())
    ///     .collect();
    /// assert_eq!(kinds, [["met_with"], ["accused"]]);
    /// ```
    pub fn map_many<I, T, R, F>(&self, texts: I, map: F) -> impl Iterator<Item = R> + use<'_, I, T, R, F>
    where
        I: IntoIterator<Item = T>,
        T: AsRef<str> + Send,
        R: Send,
        F: Fn(&T, Document<'_>) -> R + Sync,
    {
        spread(texts.into_iter(), move |text: T| map(&text, self.extract(text.as_ref())))
    }
}

#[cfg(not(feature = "rayon"))]
fn spread<I: Iterator, R>(items: I, map: impl Fn(I::Item) -> R) -> impl Iterator<Item = R> {
    items.map(map)
}

#[cfg(feature = "rayon")]
fn spread<I, R>(mut items: I, map: impl Fn(I::Item) -> R + Sync) -> impl Iterator<Item = R>
where
    I: Iterator<Item: Send>,
    R: Send,
{
    use rayon::prelude::*;
    let mut ready = Vec::new().into_iter();
    std::iter::from_fn(move || {
        if ready.len() == 0 {
            let wanted = EACH * rayon::current_num_threads();
            let chunk: Vec<I::Item> = items.by_ref().take(wanted).collect();
            ready = chunk.into_par_iter().map(&map).collect::<Vec<R>>().into_iter();
        }
        ready.next()
    })
}
