//! Bytes → text: unpacking, encodings, web pages.

use crate::inputs::{Input, Kind};
use crate::page::{article, declared};
use depeche::date::{Date, Precision};
use encoding_rs::{Encoding, UTF_8};
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text to read, with what its source says of it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub text: String,
    /// The day on which it was written, where its source says so.
    pub date: Option<Date>,
}

/// Counts the bytes read, packed as they are.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Opens an input; what is packed (it begins as gzip does) is unpacked.
pub fn open(input: &Input, count: &Arc<AtomicU64>) -> io::Result<Box<dyn BufRead>> {
    let inner: Box<dyn Read> = match &input.path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    };
    let mut raw = BufReader::with_capacity(1 << 16, Counted { inner, count: count.clone() });
    if raw.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(raw))));
    }
    Ok(Box::new(raw))
}

/// The text of a file; else what is wrong with it, in the form `:line: what` or `: what`.
pub fn read(input: &Input, encoding: Option<&'static Encoding>, count: &Arc<AtomicU64>) -> Result<Text, String> {
    let mut bytes = Vec::new();
    open(input, count).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(|error| format!(": {error}"))?;
    if input.kind != Kind::Html {
        return Ok(Text { text: decode(bytes, encoding)?, date: None });
    }
    let declared = encoding.or_else(|| declared(&bytes));
    article(&decode(bytes, declared)?).map_err(|error| format!(": {error}"))
}

/// The text of the bytes: UTF-8, unless another encoding is named.
pub fn decode(bytes: Vec<u8>, encoding: Option<&'static Encoding>) -> Result<String, String> {
    let Some(encoding) = encoding.filter(|&e| e != UTF_8) else {
        return String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].split(|&b| b == b'\n').count();
            format!(":{line}: found bytes that are not UTF-8 at byte {at}, expected UTF-8 text or --encoding")
        });
    };
    let (text, used, faulty) = encoding.decode(&bytes);
    if faulty { Err(format!(": found bytes that are not {}", used.name())) } else { Ok(text.into_owned()) }
}

/// The day with which a time begins, in the form YYYY-MM-DD.
pub fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok().filter(|date: &Date| date.precision() == Precision::Day)
}
