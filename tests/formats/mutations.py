"""Read spoiled files of every format as a build reads them: none may end it, none is lost without a word.

    python -m tests.formats.mutations ../shared --files 20000 --seed 1

The samples are those of the shared folder and those of `tests/formats/files`.  `--keep FOLDER` keeps the files that show
a defect: an exception of our code, more than `CPU_SECONDS` or `MEMORY_BYTES`, or nothing said of a file.
"""

import argparse
import heapq
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Article, Piece, Rejected, cut
from corpus.records import replace
from index.building.reading import CPU_SECONDS, MEMORY_BYTES, instead, read, until_it_fails
from index.building.workers import Say, Step, Workers
from tests.formats.spoiling import Spoiled, Spoiler

FILES = Path(__file__).parent / "files"

_MAX_SHOWN = 10
_JOBS = 2
_FAULTS = (
    "reading.parser_failed",
    "reading.nested_too_deep",
    "reading.crashed",
    "reading.took_too_long",
    "reading.too_much_memory",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a piece gave, the seconds of the processor, and the most memory that its process had meanwhile, in bytes."""

    found: list[Article | Rejected]
    seconds: float
    peak: int


def measured(waiting: Sequence[Piece], say: Say) -> list[Measured]:
    """Return what each piece gives, in a process of its own, with what it takes."""
    return [_measured(number, piece, say) for number, piece in enumerate(waiting)]


def _measured(number: int, piece: Piece, say: Say) -> Measured:
    def at(step: Step | None) -> None:
        say(step and replace(step, number=number))

    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak begins anew
    started = time.process_time()
    [found] = read([piece], at)
    return Measured(found, time.process_time() - started, _peak())


def _peak() -> int:
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status["VmHWM"].split()[0]) * 1024


@dataclass(slots=True)
class Tally:
    """What became of files of one kind."""

    files: int = 0
    articles: int = 0
    seconds: float = 0.0
    most_seconds: float = 0.0
    most_memory: int = 0
    rejected: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Trials:
    """What became of all files; `defects` are lines that name a file that was kept, and say what is wrong with it."""

    keep: Path | None
    kinds: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    failures: Counter[str] = field(default_factory=Counter)
    defects: list[str] = field(default_factory=list)
    lost: int = 0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    largest: list[tuple[float, str]] = field(default_factory=list)

    def note(self, name: str, spoiled: Spoiled, cutting: float, made: Sequence[Measured]) -> None:
        """Count what became of a file."""
        tally = self.kinds[spoiled.sample.suffix.lower() or "none"]
        found = [one for each in made for one in each.found]
        rejected = [one for one in found if isinstance(one, Rejected)]
        seconds = cutting + sum(each.seconds for each in made)
        longest = max([cutting, *(each.seconds for each in made)])
        peak = max([0, *(each.peak for each in made)])
        tally.files += 1
        tally.articles += len(found) - len(rejected)
        tally.rejected.update(one.reason.code for one in rejected)
        tally.seconds += seconds
        tally.most_seconds = max(tally.most_seconds, longest)
        tally.most_memory = max(tally.most_memory, peak)
        what = f"{name} ({spoiled.sample.name}: {spoiled.done})"
        for best, value in ((self.slowest, seconds), (self.largest, peak / (1 << 20))):
            heapq.heappush(best, (value, what))
            if len(best) > _MAX_SHOWN:
                heapq.heappop(best)
        wrong = {str(one.reason) for one in rejected if one.reason.code in _FAULTS}
        self.failures.update(f"{spoiled.sample.suffix.lower()}: {reason}" for reason in wrong)
        if not found:
            self.lost += 1
            wrong.add("LOST: no article and no reason")
        if longest > CPU_SECONDS + 1:
            wrong.add(f"{longest:.1f} s of the processor")
        if peak > MEMORY_BYTES + (1 << 28):
            wrong.add(f"{peak >> 20} MB")
        if wrong:
            self.defects.append(f"{what}: {'; '.join(sorted(wrong))}")
            if self.keep:
                (self.keep / name).write_bytes(spoiled.data)

    def report(self) -> Iterator[str]:
        """Yield the lines that say what came of the trials."""
        yield f"{'kind':10}{'files':>8}{'articles':>10}{'rejected':>10}{'ms/file':>9}{'most s':>8}{'most MB':>9}  reasons"
        for kind, tally in sorted(self.kinds.items()):
            reasons = ", ".join(
                f"{code.removeprefix('reading.')} {count}" for code, count in tally.rejected.most_common(9)
            )
            yield (
                f"{kind:10}{tally.files:8,}{tally.articles:10,}{tally.rejected.total():10,}"
                f"{1000 * tally.seconds / tally.files:9.1f}{tally.most_seconds:8.2f}{tally.most_memory >> 20:9,}  {reasons}"
            )
        files = sum(tally.files for tally in self.kinds.values())
        yield f"{files:,} files, {self.lost} lost without a word, {len(self.defects):,} to look at"
        yield "failures of parsers, by kind:"
        yield from (f"  {count:6,}  {ascii(what)[:160]}" for what, count in self.failures.most_common(40))
        yield "the slowest, in seconds of the processor:"
        yield from (
            f"  {seconds:6.2f}  {ascii(what)[:160]}" for seconds, what in sorted(self.slowest, reverse=True)
        )
        yield "those that took the most memory, in MB:"
        yield from (
            f"  {peak:6,.0f}  {ascii(what)[:160]}" for peak, what in sorted(self.largest, reverse=True)
        )


def samples(shared: Path | None) -> list[Path]:
    """Return the files that are spoiled, in order."""
    folders = [FILES, *([shared / "corpora" / "formats"] if shared else [])]
    return sorted(
        path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"
    )


def tried(spoiler: Spoiler, count: int, folder: Path, keep: Path | None, jobs: int = _JOBS) -> Trials:
    """Spoil and read so many files."""
    trials = Trials(keep)
    waiting: deque[tuple[str, Spoiled, float, Future[list[Measured]]]] = deque()
    with closing(Workers(measured, jobs, instead)) as workers:
        for number in range(count):
            spoiled = spoiler.file()
            path = folder / f"{number:05}{spoiled.sample.suffix}"
            path.write_bytes(spoiled.data)
            started = time.thread_time()
            found = cut(path, name=path.name, columns={})
            waiting_pieces = list(until_it_fails(found, path.name))
            waiting.append((path.name, spoiled, time.thread_time() - started, workers.submit(waiting_pieces)))
            while len(waiting) > (0 if number == count - 1 else 4 * jobs):
                name, what, cutting, future = waiting.popleft()
                trials.note(name, what, cutting, future.result())
                (folder / name).unlink()
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{number:,} of {count:,} ")
    return trials


def main() -> int:
    """Spoil files, read them, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=_JOBS)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        found = samples(options.shared)
        trials = tried(Spoiler(found, options.seed), options.files, Path(folder), options.keep, options.jobs)
    for line in trials.report():
        sys.stdout.write(f"{line}\n")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    sys.stdout.write(f"{len(found)} samples, {most} MB in the process that cuts\n")
    for line in trials.defects[:40]:
        sys.stdout.write(f"  {ascii(line)[:300]}\n")
    return bool(trials.lost)


if __name__ == "__main__":
    sys.exit(main())
