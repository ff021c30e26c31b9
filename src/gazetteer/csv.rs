use std::borrow::Cow;

/// The records of comma-separated text (RFC 4180; either line end; any separator of one byte).
pub(super) struct Records<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    /// The line of `at`.
    line: usize,
    cells: Vec<Cow<'a, str>>,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Self {
        Self { text, separator, at: 0, line: 1, cells: Vec::new() }
    }

    /// The next record that is not blank: its first line and cells, or what is wrong with it.
    #[allow(clippy::should_implement_trait, clippy::type_complexity)]
    pub(super) fn next(&mut self) -> Option<Result<(usize, &mut Vec<Cow<'a, str>>), (usize, &'static str)>> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let line = self.line;
            self.cells.clear();
            if let Err(found) = self.record() {
                self.skip_line();
                return Some(Err((line, found)));
            }
            let blank = matches!(&self.cells[..], [one] if one.trim().is_empty());
            if !blank {
                return Some(Ok((line, &mut self.cells)));
            }
        }
    }

    /// Reads cells to the end of the record and goes past it.
    fn record(&mut self) -> Result<(), &'static str> {
        loop {
            let cell = self.cell()?;
            self.cells.push(cell);
            let Some(&byte) = self.text.as_bytes().get(self.at) else {
                return Ok(());
            };
            self.at += 1;
            if byte == self.separator {
                continue;
            }
            if byte == b'\r' {
                if self.text.as_bytes().get(self.at) != Some(&b'\n') {
                    return Err("a carriage return within a record");
                }
                self.at += 1;
            }
            self.line += 1;
            return Ok(());
        }
    }

    /// Reads a cell up to the separator or line end after it.
    fn cell(&mut self) -> Result<Cow<'a, str>, &'static str> {
        let text = self.text;
        let bytes = text.as_bytes();
        let ends = |byte: u8| byte == self.separator || byte == b'\n' || byte == b'\r';
        let start = self.at;
        if bytes.get(start) != Some(&b'"') {
            let length = bytes[start..].iter().position(|&b| ends(b)).unwrap_or(bytes.len() - start);
            self.at = start + length;
            let cell = &text[start..self.at];
            return if cell.contains('"') {
                Err("a quote within a field without quotes")
            } else {
                Ok(Cow::Borrowed(cell))
            };
        }
        let mut at = start + 1;
        let mut doubled = false;
        loop {
            let Some(length) = bytes[at..].iter().position(|&b| b == b'"') else {
                self.at = start;
                return Err("a quote that is not closed");
            };
            at += length;
            if bytes.get(at + 1) == Some(&b'"') {
                doubled = true;
                at += 2;
                continue;
            }
            break;
        }
        if bytes.get(at + 1).is_some_and(|&b| !ends(b)) {
            self.at = start;
            return Err("text after a closing quote");
        }
        let cell = &text[start + 1..at];
        self.line += cell.bytes().filter(|&b| b == b'\n').count();
        self.at = at + 1;
        Ok(if doubled { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) })
    }

    /// Goes on after the line of a fault.
    fn skip_line(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|&b| b == b'\n').map_or(rest.len(), |end| end + 1);
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records() {
        for (text, expected) in [
            ("", vec![]),
            ("a,b\n\n c ,\n", vec![Ok((1, vec!["a", "b"])), Ok((3, vec![" c ", ""]))]),
            ("a,b\r\nc,d", vec![Ok((1, vec!["a", "b"])), Ok((2, vec!["c", "d"]))]),
            ("\"a,\"\"b\"\"\",\"x\ny\"\nc,d", vec![Ok((1, vec!["a,\"b\"", "x\ny"])), Ok((3, vec!["c", "d"]))]),
            ("a\"b,c\nd", vec![Err((1, "a quote within a field without quotes")), Ok((2, vec!["d"]))]),
            ("x\n\"a\"b\nd", vec![Ok((1, vec!["x"])), Err((2, "text after a closing quote")), Ok((3, vec!["d"]))]),
            ("x\n\"a\nb\n", vec![Ok((1, vec!["x"])), Err((2, "a quote that is not closed")), Ok((3, vec!["b"]))]),
        ] {
            let mut records = Records::new(text, b',');
            let mut found = Vec::new();
            while let Some(record) = records.next() {
                found.push(record.map(|(line, cells)| (line, cells.iter().map(Cow::to_string).collect::<Vec<_>>())));
            }
            let expected: Vec<Result<_, _>> = expected
                .into_iter()
                .map(|r| r.map(|(line, cells)| (line, cells.iter().map(ToString::to_string).collect::<Vec<_>>())))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
