#!/usr/bin/env python3
"""Makes a folder of articles by shuffling sentences of a file of JSON lines with the field "text".

    make_corpus.py TEXTS.jsonl FOLDER COUNT [--sentences N] [--seed N]

For measurements of speed and memory: the articles mean nothing. The same arguments make the same articles.
"""
import argparse
import json
import pathlib
import random
import re

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("texts")
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("count", type=int)
parser.add_argument("--sentences", type=int, default=20, help="how many an article has on average")
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()

sentences = []
with open(options.texts, encoding="utf-8") as lines:
    for line in lines:
        text = json.loads(line)["text"]
        sentences += [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s) > 20]

chance = random.Random(options.seed)
size = 0
for number in range(options.count):
    folder = options.folder / f"{number // 1000:03}"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = chance.randint(options.sentences // 2, options.sentences * 3 // 2)
    chosen = [chance.choice(sentences) for _ in range(wanted)]
    paragraphs = [" ".join(chosen[i : i + 4]) for i in range(0, wanted, 4)]
    text = "\n\n".join(paragraphs) + "\n"
    size += len(text.encode())
    (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
print(f"{options.count} articles of {len(sentences)} sentences, {size / 1e6:.1f} MB")
