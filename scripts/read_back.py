#!/usr/bin/env python3
"""Reads outputs of the tool with readers that others wrote: csv by pandas, GraphML by networkx, brat by pybrat, CoNLL by nltk.

    pip install pandas==3.0.* networkx==3.4.* nltk==3.9.* pybrat==0.1.7     (in an environment of its own)
    read_back.py EXTRACT FILE…

EXTRACT is the built tool. What the readers see is compared with the JSON form; prints what was compared, fails at the first difference.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import networkx
import nltk
import pandas
from nltk.corpus.reader import ConllCorpusReader
from pybrat.parser import BratParser

extract, files = sys.argv[1], sys.argv[2:]
folder = pathlib.Path(tempfile.mkdtemp())


def run(form, name):
    out = folder / name
    subprocess.run([extract, "--format", form, "--out", out, *files], check=True)
    return out


documents = [json.loads(line) for line in open(run("jsonl", "all.jsonl"), encoding="utf-8")]
relations = [(d, r) for d in documents for r in d["relations"]]


def key(d, r):
    name = lambda argument: d["entities"][r[argument]["entity"]]["name"]
    return name("subject"), r["kind"], name("object")


table = pandas.read_csv(run("csv", "all.csv"), dtype=str, keep_default_na=False)
found = set(zip(table.source, table.kind, table.target))
stated = {key(d, r) for d, r in relations}
assert found <= stated and table.statements.astype(int).sum() == len(relations), found ^ stated
words = lambda text: " ".join(text.split())
texts = [words(d["text"]) for d in documents]
assert all(any(words(s) in text for text in texts) for s in table.sentence)
print(f"csv by pandas: {len(table)} events of {len(relations)} relations, {len(table.columns)} columns")

graph = networkx.read_graphml(run("graphml", "all.graphml"), force_multigraph=True)
named = lambda n: graph.nodes[n]["name"]
edges = {(named(a), data["kind"], named(b)) for a, b, data in graph.edges(data=True)}
# An entity with an id may have another name in another document.
assert graph.is_directed() and sum(data["count"] for *_, data in graph.edges(data=True)) == len(table)
assert {kind for _, kind, _ in edges} == {kind for _, kind, _ in found}
print(f"GraphML by networkx: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")

brat = run("brat", "brat")
# It would refuse two annotations of one stretch, which brat allows; what it cannot read it leaves out, and the counts below show that.
examples = BratParser(error="ignore").parse(str(brat))
assert len(examples) == len(documents)
mentions = collections.Counter((m["kind"]) for d in documents for m in d["mentions"])
entities = collections.Counter(entity.type for example in examples for entity in example.entities)
events = collections.Counter(event.type for example in examples for event in example.events)
assert all(entities[kind] == count for kind, count in mentions.items()), (entities, mentions)
assert events == collections.Counter(r["kind"] for _, r in relations), events
for example in examples:
    for entity in example.entities:
        parts = " ".join(example.text[span.start : span.end] for span in entity.spans)
        assert parts == entity.mention, (parts, entity)
print(f"brat by pybrat: {sum(entities.values())} text-bound annotations, {sum(events.values())} events")

run("conll", "all.conll")
# It reads below its own folders alone.
nltk.data.path.append(str(folder))
reader = ConllCorpusReader(str(folder), ["all.conll"], ("words", "ne", "ignore"))
grid = [row for block in reader._grids() for row in block if row[0] != "-DOCSTART-"]
begun = collections.Counter(row[1] for row in grid if row[1].startswith("B-"))
names = collections.Counter()
for d in documents:
    spans = sorted((m["start"], -m["end"], m["kind"]) for m in d["mentions"] if m["kind"] in ("Person", "Country", "Place", "Organisation"))
    end = 0
    for start, stop, kind in spans:
        if start >= end:
            names[{"Person": "B-PER", "Organisation": "B-ORG"}.get(kind, "B-LOC")] += 1
            end = -stop
assert begun == names, (begun, names)
print(f"CoNLL by nltk: {len(grid)} tokens, {dict(begun)}")
