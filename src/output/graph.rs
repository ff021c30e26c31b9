use super::escape::{Dot, Xml};
use crate::Document;
use crate::entity::Entity;
use crate::mention::MentionKind;
use crate::relation::Status;
use std::collections::HashMap;
use std::io::{self, Write};

/// The network of the entities of one document or many: who did what to whom, and how often.
///
/// Entities are nodes, the same one in several documents one node: those with the same Wikidata id, else those of the same kind and
/// name. What is stated of two of them is an edge with its kind, its status and the number of events (see [`Document::events`]); an edge
/// leads from the subject to the object also where the kind is symmetric. Nodes and edges stand in the order in which they first occur. A
/// graph grows with what is different in the documents, not with their number.
///
/// ```
/// use depeche::output::Graph;
///
/// let extractor = depeche::Extractor::new();
/// let mut graph = Graph::new();
/// for text in ["Joe Biden a rencontré Xi Jinping.", "Xi Jinping a reçu Joe Biden. Joe Biden a rencontré Xi Jinping."] {
///     graph.add(&extractor.extract(text));
/// }
/// assert_eq!((graph.nodes(), graph.edges()), (2, 2));
///
/// let mut out = Vec::new();
/// graph.dot(&mut out)?;
/// let lines: Vec<_> = std::str::from_utf8(&out).unwrap().lines().map(str::trim).collect();
/// assert!(lines.contains(&"n0 -> n1 [label=\"met_with ×2\", kind=\"met_with\", status=\"actual\", count=2];"));
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Graph {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    by_entity: HashMap<Key, usize>,
    by_relation: HashMap<(usize, usize, String, Status), usize>,
}

/// What tells an entity from others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Id(String),
    Name(MentionKind, String),
}

#[derive(Clone, Debug)]
struct Node {
    key: Key,
    kind: MentionKind,
    name: String,
    wikidata: String,
    iso: String,
    mentions: usize,
}

#[derive(Clone, Debug)]
struct Edge {
    source: usize,
    target: usize,
    kind: String,
    status: Status,
    count: usize,
}

impl Graph {
    /// A graph without nodes.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of nodes.
    pub fn nodes(&self) -> usize {
        self.nodes.len()
    }

    /// The number of edges.
    pub fn edges(&self) -> usize {
        self.edges.len()
    }

    /// Adds what a document says.
    pub fn add(&mut self, document: &Document<'_>) {
        let nodes: Vec<usize> = document.entities().iter().map(|e| self.node(Node::new(e))).collect();
        for event in document.events() {
            self.edge(Edge {
                source: nodes[event.subject()],
                target: nodes[event.object()],
                kind: event.kind().as_str().to_owned(),
                status: event.status(),
                count: 1,
            });
        }
    }

    /// Adds what another graph says: the same as adding its documents.
    pub fn merge(&mut self, other: Self) {
        let nodes: Vec<usize> = other.nodes.into_iter().map(|node| self.node(node)).collect();
        for edge in other.edges {
            self.edge(Edge { source: nodes[edge.source], target: nodes[edge.target], ..edge });
        }
    }

    fn node(&mut self, node: Node) -> usize {
        if let Some(&known) = self.by_entity.get(&node.key) {
            self.nodes[known].mentions += node.mentions;
            return known;
        }
        self.by_entity.insert(node.key.clone(), self.nodes.len());
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn edge(&mut self, edge: Edge) {
        let key = (edge.source, edge.target, edge.kind.clone(), edge.status);
        if let Some(&known) = self.by_relation.get(&key) {
            self.edges[known].count += edge.count;
            return;
        }
        self.by_relation.insert(key, self.edges.len());
        self.edges.push(edge);
    }

    /// Writes the graph as `GraphML`. Edges between the same two nodes stand side by side: readers make it a multigraph.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn graphml(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
        for (id, of, name, kind) in [
            ("name", "node", "name", "string"),
            ("type", "node", "kind", "string"),
            ("wikidata", "node", "wikidata", "string"),
            ("iso", "node", "iso", "string"),
            ("mentions", "node", "mentions", "long"),
            ("kind", "edge", "kind", "string"),
            ("status", "edge", "status", "string"),
            ("count", "edge", "count", "long"),
        ] {
            writeln!(out, "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
        }
        writeln!(out, "  <graph edgedefault=\"directed\">")?;
        for (number, node) in self.nodes.iter().enumerate() {
            write!(out, "    <node id=\"n{number}\">")?;
            data(&mut out, "name", &node.name)?;
            data(&mut out, "type", node.kind.as_str())?;
            data(&mut out, "wikidata", &node.wikidata)?;
            data(&mut out, "iso", &node.iso)?;
            data(&mut out, "mentions", &node.mentions.to_string())?;
            writeln!(out, "</node>")?;
        }
        for (number, edge) in self.edges.iter().enumerate() {
            write!(out, "    <edge id=\"e{number}\" source=\"n{}\" target=\"n{}\">", edge.source, edge.target)?;
            data(&mut out, "kind", &edge.kind)?;
            data(&mut out, "status", edge.status.as_str())?;
            data(&mut out, "count", &edge.count.to_string())?;
            writeln!(out, "</edge>")?;
        }
        writeln!(out, "  </graph>\n</graphml>")
    }

    /// Writes the graph in the language of Graphviz. What did not happen, or not yet, is dashed.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn dot(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(
            out,
            "digraph depeche {{\n  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];"
        )?;
        for (number, node) in self.nodes.iter().enumerate() {
            let shape = match node.kind {
                MentionKind::Person => "ellipse",
                MentionKind::Country => "box",
                MentionKind::Place => "house",
                _ => "hexagon",
            };
            write!(out, "  n{number} [label=\"{}\", shape={shape}, kind=\"{}\"", Dot(&node.name), node.kind.as_str())?;
            for (name, value) in [("wikidata", &node.wikidata), ("iso", &node.iso)] {
                if !value.is_empty() {
                    write!(out, ", {name}=\"{}\"", Dot(value))?;
                }
            }
            writeln!(out, ", mentions={}];", node.mentions)?;
        }
        for Edge { source, target, kind, status, count } in &self.edges {
            let kind = Dot(kind);
            write!(out, "  n{source} -> n{target} [label=\"{kind}")?;
            if *status != Status::Actual {
                write!(out, " ({})", status.as_str())?;
            }
            if *count > 1 {
                write!(out, " ×{count}")?;
            }
            write!(out, "\", kind=\"{kind}\", status=\"{}\", count={count}", status.as_str())?;
            let dashed = !matches!(status, Status::Actual | Status::Ended);
            writeln!(out, "{}];", if dashed { ", style=dashed" } else { "" })?;
        }
        writeln!(out, "}}")
    }
}

impl Node {
    fn new(entity: &Entity) -> Self {
        let key = match entity.wikidata() {
            Some(id) => Key::Id(id.to_owned()),
            None => Key::Name(entity.kind(), entity.name().to_owned()),
        };
        Self {
            key,
            kind: entity.kind(),
            name: entity.name().to_owned(),
            wikidata: entity.wikidata().unwrap_or_default().to_owned(),
            iso: entity.iso().unwrap_or_default().to_owned(),
            mentions: entity.mentions().len(),
        }
    }
}

/// A value of a node or edge; none that is empty.
fn data(out: &mut impl Write, key: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    write!(out, "<data key=\"{key}\">{}</data>", Xml(value))
}
