"""Measures the extractor on real articles: `python -m tests.benchmarks.entities SHARED [--model M] [--keep DIR]`.

SHARED is the folder of corpora.  Every figure is of a process of its own, on one core: words a second, cold, over
the 36,016 Orange articles, 64 texts to their entities at a time, reading apart; the time to load a model, `numpy` apart;
and the peak memory of a run over ten million words and over all.
"""

import argparse
import json
import lzma
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
RUNS = 5
WORDS = 10_000_000
Figures = dict[str, float]

LOAD = """
import json, sys, time
import numpy
from corpus.entities import Model
from corpus.entities.model import load
started = time.perf_counter()
load(Model(sys.argv[1]))
loaded = time.perf_counter()
from corpus.entities import extract
extract(["Faisal Shahkar est à Rabat."], Model(sys.argv[1]))
print(json.dumps({"load_ms": (loaded - started) * 1000, "first_article_ms": (time.perf_counter() - loaded) * 1000}))
"""

SPEED = """
import json, sys, time
from itertools import islice
from pathlib import Path
from corpus.entities import Model, extract
def peak():
    text = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(text["VmHWM"].split()[0]) / 1024
limit = int(sys.argv[2])
articles = words = entities = 0
seconds = busy = 0.0
before = peak()
while (not limit or words < limit) and (texts := list(map(json.loads, islice(sys.stdin, 64)))):
    started, used = time.perf_counter(), time.process_time()
    found = extract(texts, Model(sys.argv[1]))
    seconds, busy = seconds + time.perf_counter() - started, busy + time.process_time() - used
    articles, entities = articles + len(texts), entities + sum(map(len, found))
    words += sum(len(text.split()) for text in texts)
print(json.dumps({"articles": articles, "words": words, "entities": entities, "seconds": seconds,
    "processor_seconds": busy, "words_a_second": words / seconds, "articles_a_second": articles / seconds,
    "memory_before_mb": before, "peak_memory_mb": peak()}))
"""


def process(code: str, arguments: list[str], lines: str = "") -> Figures:
    """Run code as a process on one core, and return the figures it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env={**os.environ, **ONE_CORE}, input=lines,
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    figures: Figures = json.loads(done.stdout)
    return figures


def articles(shared: Path) -> str:
    """Return the texts of the Orange articles, title and body, a JSON string a line."""
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return "".join(json.dumps(f"{record['title']}\n{record['text']}") + "\n" for record in records)


def main() -> None:
    """Print the figures as JSON, and keep them where `--keep` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", default="modern")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    texts = articles(options.shared)
    loads = [process(LOAD, [options.model]) for _ in range(RUNS + 1)][1:]
    figures: dict[str, object] = {
        "python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count(),
        "model": options.model,
        "load": {name: statistics.median(load[name] for load in loads) for name in loads[0]},
        "all_articles": process(SPEED, [options.model, "0"], texts),
        "ten_million_words": process(SPEED, [options.model, str(WORDS)], texts),
    }  # fmt: skip
    text = json.dumps(figures, indent=1)
    sys.stdout.write(text + "\n")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / "entities.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
