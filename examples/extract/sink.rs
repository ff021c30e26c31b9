//! Where the results go: standard output, a file, or a folder of files.

use crate::arguments::{Arguments, Format};
use crate::render::Rendered;
use depeche::output::{Brat, Csv, Graph, Html};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

pub struct Sink {
    out: BufWriter<Box<dyn Write>>,
    format: Format,
    /// The folder of formats with several files.
    folder: Option<PathBuf>,
    title: String,
    graph: Graph,
    written: usize,
    /// How often each name was wanted.
    names: HashMap<String, usize>,
}

impl Sink {
    /// Opens the output.
    pub fn new(arguments: &Arguments) -> io::Result<Self> {
        let mut folder = None;
        let out: Box<dyn Write> = match &arguments.out {
            Some(path) if arguments.format == Format::Brat => {
                fs::create_dir_all(path)?;
                folder = Some(path.clone());
                Box::new(io::sink())
            }
            Some(path) => Box::new(File::create(path)?),
            None => Box::new(io::stdout()),
        };
        let title = match arguments.inputs.as_slice() {
            [one] if one.as_os_str() != "-" => one.to_string_lossy().into_owned(),
            _ => "News read".to_owned(),
        };
        let out = BufWriter::with_capacity(1 << 16, out);
        let (graph, names) = (Graph::new(), HashMap::new());
        Ok(Self { out, format: arguments.format, folder, title, graph, written: 0, names })
    }

    /// Writes what stands before the first document.
    pub fn begin(&mut self) -> io::Result<()> {
        match (self.format, &self.folder) {
            (Format::Csv, _) => Csv::header(&mut self.out),
            (Format::Html, _) => Html::head(&self.title, &mut self.out),
            (Format::Brat, Some(folder)) => {
                Brat::configuration(BufWriter::new(File::create(folder.join("annotation.conf"))?))
            }
            _ => Ok(()),
        }
    }

    /// Writes a document.
    pub fn put(&mut self, rendered: Rendered) -> io::Result<()> {
        match rendered {
            Rendered::Part(part) => {
                if self.format == Format::Text && self.written > 0 {
                    self.out.write_all(b"\n")?;
                }
                self.out.write_all(&part)?;
            }
            Rendered::Graph(graph) => self.graph.merge(*graph),
            Rendered::Files { name, text, annotation } => {
                let base = self.free_name(&name);
                if let Some(folder) = &self.folder {
                    fs::write(folder.join(format!("{base}.txt")), text)?;
                    fs::write(folder.join(format!("{base}.ann")), annotation)?;
                }
            }
        }
        self.written += 1;
        Ok(())
    }

    /// Hands on what is written so far.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes what stands behind the last document.
    pub fn end(&mut self) -> io::Result<()> {
        match self.format {
            Format::Html => Html::foot(&mut self.out)?,
            Format::Graphml => self.graph.graphml(&mut self.out)?,
            Format::Dot => self.graph.dot(&mut self.out)?,
            _ => {}
        }
        self.out.flush()
    }

    /// A name for the files of a document that no other has: flat, of characters that every file system takes.
    fn free_name(&mut self, name: &str) -> String {
        let name = name.trim_start_matches(['.', '/', '\\']);
        let name = [".gz", ".txt"].iter().fold(name, |name, ending| name.strip_suffix(ending).unwrap_or(name));
        let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
        // File systems count bytes: 255 at most, of which an ending and a number want some.
        let mut base: String = name.chars().map(plain).collect();
        base.truncate(base.floor_char_boundary(LONGEST));
        if base.is_empty() {
            base.push_str("document");
        }
        loop {
            let before = self.names.entry(base.clone()).or_default();
            *before += 1;
            if *before == 1 {
                return base;
            }
            base = format!("{base}-{before}");
        }
    }
}

/// The longest name of a file, in bytes, without its ending.
const LONGEST: usize = 200;
