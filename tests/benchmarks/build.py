"""Measures a build beside tantivy's own French chain: `python -m tests.benchmarks.build SHARED [--runs N] [--articles N]`.

SHARED is the folder of corpora.  Every run is a process of its own that reads the same JSON Lines; the runs
alternate, so that what else the machine does falls on all alike.  CPU and peak memory are those of the whole
tree of processes: memory is the greatest sum of the resident sets of its processes, looked at 20 times a second,
which counts what they share once each.
"""

import argparse
import json
import lzma
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import tantivy

from tests.relevance.peers.tantivy import CHAIN, chain

ROOT = Path(__file__).parents[2]
HEAP = 256_000_000
THREADS = 2
PEER = "tantivy, its own chain"
Figures = dict[str, float]

OURS = {
    f"jobs {jobs}, entities {entities}": [
        sys.executable, "-m", "search", "-i", "{folder}", "index", "{corpus}", "--engine", "tantivy",
        "--jobs", str(jobs), "--entities", entities,
    ]
    for entities in ("none", "modern")
    for jobs in (1, 2)
}  # fmt: skip
COMMANDS = {PEER: [sys.executable, "-m", "tests.benchmarks.build", "--peer", "{corpus}", "{folder}"], **OURS}


def peer(corpus: Path, folder: Path) -> None:
    """Index the articles of a file with tantivy alone: text analysed by its own filters, what one shows stored."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", tokenizer_name=CHAIN)
    schema.add_bytes_field("kept", stored=True)
    index = tantivy.Index(schema.build(), str(folder))
    index.register_tokenizer(CHAIN, chain())
    writer = index.writer(HEAP, num_threads=THREADS)
    with corpus.open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            text = "\n".join(record.get(key) or "" for key in ("title", "heading", "text"))
            document = tantivy.Document()
            document.add_text("id", record["id"])
            document.add_text("text", text)
            document.add_bytes("kept", line)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def measure(command: Sequence[str], corpus: Path) -> Figures:
    """Run a command on a corpus in a new folder, and return what it took."""
    folder = Path(tempfile.mkdtemp(prefix="manchette-"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        [word.format(corpus=corpus, folder=folder) for word in command],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    peak = 0
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(0.05)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    shutil.rmtree(folder)
    return {"seconds": seconds, "cpu_seconds": cpu, "peak_mb": peak / 1e6, "index_mb": size / 1e6}


def resident(root: int) -> int:
    """Return the bytes in memory of a process and of all that it started; only Linux reports them."""
    total, pending = 0, [root]
    while pending:
        number = pending.pop()
        try:
            total += int(Path(f"/proc/{number}/statm").read_text("ascii").split()[1]) * resource.getpagesize()
            for task in Path(f"/proc/{number}/task").iterdir():
                pending += map(int, (task / "children").read_text("ascii").split())
        except OSError:  # it has ended meanwhile
            continue
    return total


def medians(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def main() -> None:
    """Print the medians and the ratios, as a table and as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=36_016)
    parser.add_argument("--peer", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        peer(*options.peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "orange.jsonl"
        with lzma.open(options.shared / "orange.jsonl.xz", "rb") as packed, corpus.open("wb") as file:
            file.writelines(islice(packed, options.articles))
        runs: dict[str, list[Figures]] = {name: [] for name in COMMANDS}
        loads: list[float] = []
        for _ in range(options.runs):
            for name, command in COMMANDS.items():
                loads.append(os.getloadavg()[0])
                runs[name].append(measure(command, corpus))
    rows = {name: medians(found) for name, found in runs.items()}
    for name, row in rows.items():
        paired = zip(runs[PEER], runs[name], strict=True)
        row["ratio"] = statistics.median(one["seconds"] / other["seconds"] for one, other in paired)
        row["articles_a_second"] = options.articles / row["seconds"]
    table(rows)
    figures = {"articles": options.articles, "runs": options.runs, "load": statistics.median(loads),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores", "python": platform.python_version(),
            "tantivy": version("tantivy"), "medians": rows}  # fmt: skip
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


def table(rows: dict[str, Figures]) -> None:
    """Print a row for each command; `ratio` is how many times as fast as tantivy alone, of paired runs."""
    names = ("seconds", "cpu_seconds", "articles_a_second", "ratio", "peak_mb", "index_mb")
    sys.stderr.write("".join(["build".ljust(26), *(name.rjust(19) for name in names)]) + "\n")
    for name, row in rows.items():
        sys.stderr.write("".join([name.ljust(26), *(f"{row[figure]:19,.2f}" for figure in names)]) + "\n")


if __name__ == "__main__":
    main()
