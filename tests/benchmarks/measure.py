"""Measures one system on one corpus, step by step: each one a process of its own, its figures kept as it ends."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from index.engines.opensearch import archive
from index.layout import HOME
from tests.benchmarks import figures, ours, process
from tests.benchmarks.figures import Figures, Run
from tests.benchmarks.process import ROOT, Failed, Ran
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import EVERY_SYSTEM

STARTS = 15
"""Cold starts of the command, after one that is not measured."""

WORKER = ("-m", "tests.benchmarks.worker")


class Bench:
    """The corpora and the indexes of a folder, and the run that their figures go to.

    What makes a corpus or an index is done once: its figures stay beside it, and a later run takes them from there.
    """

    def __init__(self, shared: Path, folder: Path, run: Run, report: Callable[[Figures], None]) -> None:
        self._shared = shared
        self._folder = folder
        self._run = run
        self._report = report

    @property
    def steps(self) -> Sequence[Figures]:
        """What was measured so far."""
        return self._run.steps

    def keep(self, size: int, name: str, step: str, taken: Figures) -> None:
        """Keep the figures of a step that was done elsewhere."""
        self._run.keep(size, name, step, taken)

    def corpus(self, size: int) -> Path | None:
        """Return the folder of a corpus of so many articles; None if it cannot be made."""
        size_folder = self._folder / str(size)
        size_folder.mkdir(parents=True, exist_ok=True)
        donors = self._folder / "donors.jsonl"

        def make() -> Figures:
            return _worked("corpus", self._shared, donors, size_folder, size)

        made = self._once(size, "", "corpus", size_folder / "corpus.json", make)
        return None if "failed" in made else size_folder

    def measure(self, size: int, name: str) -> None:
        """Measure a system on a corpus: its build, its answers, cold starts, updates; in this order, for these change it."""
        if not self.build(size, name):
            return
        self.ask(size, name)
        size_folder = self._folder / str(size)
        self._once(
            size, name, "update", size_folder / f"{name}.update.json", lambda: self._update(size_folder, name)
        )

    def build(self, size: int, name: str) -> bool:
        """Measure the build of a system; return whether it has an index."""
        size_folder = self._folder / str(size)
        index = size_folder / name

        def build() -> Figures:
            self.forget(size, name)  # of a run that was killed
            taken = _worked("build", name, size_folder / "articles.jsonl", index)
            on_cluster = _size_on_cluster(index)
            of_engine = on_cluster.get("articles") or _size_of_engine(index)
            sizes = {
                "index_mb": _size(index),
                "cluster_mb": on_cluster,
                "bytes_an_article": of_engine * 1e6 / size,
            }
            return taken | {"articles_a_second": size / taken["seconds"]} | sizes

        return "failed" not in self._once(size, name, "build", size_folder / f"{name}.build.json", build)

    def alone(self, size: int, name: str) -> None:
        """Measure the engine of ours, given what was prepared before."""
        size_folder = self._folder / str(size)
        file, index = size_folder / "articles.jsonl", size_folder / f"{name}.alone"
        self._step(size, name, "alone", lambda: _worked("alone", name, file, index))

    def ask(self, size: int, name: str) -> None:
        """Measure the answers of a system, and the cold starts of ours."""
        size_folder = self._folder / str(size)
        index, queries = size_folder / name, size_folder / "queries.json"
        self._step(size, name, "ask", lambda: _worked("ask", name, index, queries))
        if EVERY_SYSTEM[name].engine:
            texts = json.loads(queries.read_text("utf-8"))[Kind.WORDS]
            self._step(size, name, "cold", lambda: cold(index, texts[: STARTS + 1]))

    def _without_paths(self, text: str) -> str:
        """Return a text without the paths of this machine, for the figures are published."""
        for path, name in ((self._folder, "DIR"), (self._shared, "SHARED"), (ROOT, "."), (Path.home(), "~")):
            text = text.replace(str(path), name)
        return text

    def forget(self, size: int, name: str) -> None:
        """Remove an index."""
        ours.forget(self._folder / str(size) / name)

    def _update(self, size_folder: Path, name: str) -> Figures:
        taken: dict[str, list[float]] = {}
        for more in sorted(
            (size_folder / "more").iterdir(), key=lambda file: int(file.stem.partition("-")[0])
        ):
            ran = _worked("build", name, more, size_folder / name)
            taken.setdefault(more.stem.partition("-")[0], []).append(ran["seconds"])
        return {f"{articles}_seconds": median(seconds) for articles, seconds in taken.items()}

    def _once(self, size: int, name: str, step: str, path: Path, work: Callable[[], Figures]) -> Figures:
        if not path.exists():
            taken = self._step(size, name, step, work)
            if "failed" not in taken:
                figures.save(path, taken | {"commit": self._run.commit})
            return taken
        kept = json.loads(path.read_text("utf-8")) | {"kept": True}
        return self._run.keep(size, name, step, kept)

    def _step(self, size: int, name: str, step: str, work: Callable[[], Figures]) -> Figures:
        load = os.getloadavg()[0]
        try:
            taken = work()
        except Failed as failure:
            taken = {"failed": self._without_paths(str(failure))}
        kept = self._run.keep(size, name, step, {"load": load} | taken)
        self._report(kept)
        return kept


def _worked(*arguments: object) -> Figures:
    ran: Ran = process.run([*WORKER, *map(str, arguments)])
    last = ran.out.strip().rpartition("\n")[2]
    reported: Figures = json.loads(last)
    return ran.figures() | reported


def cold(index: Path, queries: Sequence[str]) -> Figures:
    """Return the median and the worst of the starts of the command to its answer, files being in memory."""
    times = [_one_shot(index, query) for query in queries][1:]
    return {"p50_ms": median(times) * 1000, "worst_ms": max(times) * 1000, "starts": len(times)}


def _one_shot(index: Path, query: str) -> float:
    # modules are compiled at the first start, as when they are installed: a variable may forbid to keep them
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "search", "query", "--index", str(index), query], cwd=ROOT,
        env={**compiled, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode > 1:
        raise Failed(done.stderr.decode("utf-8", "replace").strip())
    return time.perf_counter() - started


def _size_on_cluster(index: Path) -> dict[str, float]:
    """Return the MB that an index takes on a cluster: of the articles, and of what is beside them; nothing if it is on none."""
    found = {}
    for pointer in index.rglob(archive.FILE):
        location = archive.read(pointer.parent)
        with archive.asking() as client:
            for name, stored in (("articles", location.index), ("beside", location.beside)):
                answer = client.ask("GET", f"/{stored}/_stats/store", filter_path="_all.total.store")
                found[name] = answer["_all"]["total"]["store"]["size_in_bytes"] / 1e6
    return found


def _size_of_engine(index: Path) -> float:
    """Return the MB of the engine of ours, or of the index of a peer."""
    return sum(map(_size, index.glob(f"{HOME}/generations/*/engine"))) or _size(index)


def _size(index: Path) -> float:
    """Return the MB of an index: of ours, the articles themselves are beside it."""
    home = index / HOME if (index / HOME).is_dir() else index
    return sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) / 1e6
