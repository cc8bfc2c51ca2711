"""Measures a build beside tantivy's own French chain: `python -m tests.benchmarks.build SHARED [--before TREE]`.

SHARED is the folder of corpora.  Every run is a process of its own that reads the same JSON Lines; the runs
alternate, so that what else the machine does falls on all alike; with `--before`, those of an older state of the
sources as well, in a folder of its own.  CPU and peak memory are those of the whole
tree of processes: memory is the greatest sum of the resident sets of its processes, looked at 20 times a second,
which counts what they share once each.
"""

import argparse
import datetime
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

from tests.benchmarks import figures
from tests.relevance.peers.tantivy import CHAIN, chain

ROOT = Path(__file__).parents[2]
HEAP = 256_000_000
THREADS = 2
PEER = "tantivy, its own chain"
Figures = dict[str, float]

PEER_COMMAND = [sys.executable, "-m", "tests.benchmarks.build", "--peer", "{corpus}", "{folder}"]


def ours(jobs: int, entities: str) -> list[str]:
    """Return the command that builds an index with so many processes and one model of names."""
    return [
        sys.executable, "-m", "search", "-i", "{folder}", "index", "{corpus}", "--engine", "tantivy",
        "--jobs", str(jobs), "--entities", entities,
    ]  # fmt: skip


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


def measure(command: Sequence[str], corpus: Path, tree: Path) -> Figures:
    """Run a command of the sources of a tree on a corpus in a new folder, and return what it took."""
    folder = Path(tempfile.mkdtemp(prefix="manchette-"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        [word.format(corpus=corpus, folder=folder) for word in command],
        cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
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
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], metavar="N", help="processes (1 2)")
    parser.add_argument("--before", type=Path, metavar="TREE", help="an older state of the sources")
    parser.add_argument("--kept", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")
    parser.add_argument("--peer", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        peer(*options.peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "orange.jsonl"
        with lzma.open(options.shared / "orange.jsonl.xz", "rb") as packed, corpus.open("wb") as file:
            file.writelines(islice(packed, options.articles))
        builds = {
            f"jobs {jobs}, entities {entities}": ours(jobs, entities)
            for entities in ("none", "modern")
            for jobs in options.jobs
        }
        commands = {PEER: (PEER_COMMAND, ROOT)} | {name: (command, ROOT) for name, command in builds.items()}
        if options.before:
            commands |= {
                _before(name): (command, options.before.absolute()) for name, command in builds.items()
            }
        runs: dict[str, list[Figures]] = {name: [] for name in commands}
        loads: list[float] = []
        for _ in range(options.runs):
            for name, (command, tree) in commands.items():
                loads.append(os.getloadavg()[0])
                runs[name].append(measure(command, corpus, tree))
    rows = {name: medians(found) for name, found in runs.items()}
    for name, row in rows.items():
        row["articles_a_second"] = options.articles / row["seconds"]
        row["of_peer"] = paired(runs[PEER], runs[name], "seconds")
        row["of_peer_cpu"] = paired(runs[PEER], runs[name], "cpu_seconds")
        if before := runs.get(_before(name)):
            row["of_before"] = paired(runs[name], before, "seconds")
            row["of_before_cpu"] = paired(runs[name], before, "cpu_seconds")
    table(rows)
    kept = {"articles": options.articles, "runs": options.runs, "load": statistics.median(loads),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores", "python": platform.python_version(),
            "tantivy": version("tantivy"), "medians": rows, "figures": runs}  # fmt: skip
    path = figures.named(options.kept, datetime.datetime.now(datetime.UTC)).with_suffix(".build.json")
    figures.save(path, kept)
    sys.stdout.write(f"kept: {path}\n")


def _before(name: str) -> str:
    return f"before, {name}"


def paired(ones: Sequence[Figures], others: Sequence[Figures], figure: str) -> float:
    """Return the median of the ratios of a figure of paired runs."""
    return statistics.median(one[figure] / other[figure] for one, other in zip(ones, others, strict=True))


def table(rows: dict[str, Figures]) -> None:
    """Print a row for each command; `of_` a peer or the state before is a ratio of times, or of processor times."""
    names = ("seconds", "cpu_seconds", "articles_a_second", "of_peer", "of_peer_cpu", "of_before", "of_before_cpu",
             "peak_mb", "index_mb")  # fmt: skip
    sys.stderr.write("".join(["build".ljust(36), *(name.rjust(18) for name in names)]) + "\n")
    for name, row in rows.items():
        sys.stderr.write(
            "".join(
                [
                    name.ljust(36),
                    *(f"{row[figure]:18,.2f}" if figure in row else " " * 18 for figure in names),
                ]
            )
            + "\n"
        )


if __name__ == "__main__":
    main()
