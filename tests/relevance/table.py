"""Prints what the ranking is worth beside the peers': `python -m tests.relevance.table SHARED [SET...] [--peers]`.

Every set is measured as its `meta.json` says; the mean is that of the first measure of each set.  Under the
table, our first engine less each other row: the difference, how likely chance alone makes as much, and the difference as a
share of the other row.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import fmean

from index import engines
from search.planning.plan import Matching
from tests.relevance import testset
from tests.relevance.measure import FLOORS, Measured, measure
from tests.relevance.peers import PEERS, missing
from tests.relevance.significance import difference
from tests.relevance.systems import System, ours, two_fields
from tests.support.engines import LOCAL_ENGINES

Row = Mapping[str, Measured]
"""What a system is worth, by the name of the set."""

NAME, FIGURE = 24, 9


def header(columns: Sequence[tuple[str, str]]) -> str:
    """Return the two lines over the figures: sets, and measures."""
    sets = "".join(f"  {name:>{_width(name)}}" for name, _ in columns)
    metrics = "".join(f"  {metric:>{_width(name)}}" for name, metric in columns)
    return f"{'':{NAME}}{sets}{'':>{FIGURE}}\n{'':{NAME}}{metrics}{'mean':>{FIGURE}}{'ms':>{FIGURE}}"


def line(system: str, row: Row, columns: Sequence[tuple[str, str]]) -> str:
    """Return the figures of a system."""
    text = "".join(f"  {row[name].means[metric]:>{_width(name)}.4f}" for name, metric in columns)
    seconds = fmean(measured.seconds for measured in row.values())
    return f"{system:{NAME}}{text}{_mean(row):>{FIGURE}.4f}{seconds * 1000:>{FIGURE}.1f}"


def certainty(first: Row, other: Row) -> list[str]:
    """Return how far a row is under the first one, set by set and in the mean, and whether by chance."""
    differences = {
        name: [ours - theirs for ours, theirs in zip(_first(first[name]), _first(other[name]), strict=True)]
        for name in first
    }
    width = max(NAME, *map(len, first))
    text = [
        f"    {name:{width}} {difference([values])}{_share(fmean(values), fmean(_first(other[name])))}"
        for name, values in differences.items()
    ]
    mean = difference(list(differences.values()))
    return [*text, f"    {'mean':{width}} {mean}{_share(mean.mean, _mean(other))}"]


def figures(row: Row, queries: int | None) -> dict[str, float]:
    """Return every measure of a row, under the names of its floors: a sample has floors of its own."""
    drawn = f" of {queries}" if queries else ""
    return {
        f"{name}{drawn} {metric}": mean
        for name, measured in row.items()
        for metric, mean in measured.means.items()
    }


def _width(name: str) -> int:
    return max(7, len(name))


def _share(difference: float, of: float) -> str:
    return f"{difference / of:+8.1%}" if of else ""


def _first(measured: Measured) -> tuple[float, ...]:
    return next(iter(measured.figures.values()))


def _mean(row: Row) -> float:
    return fmean(fmean(_first(measured)) for measured in row.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder of corpora/ and testsets/")
    parser.add_argument("sets", nargs="*", help="the sets to measure on (all of them)")
    parser.add_argument(
        "--engine", nargs="+", default=list(LOCAL_ENGINES), choices=engines.names(), dest="names"
    )
    parser.add_argument("--matching", type=Matching, nargs="+", default=[Matching.MOST], choices=Matching)
    parser.add_argument(
        "--peers", nargs="*", choices=PEERS, help="measure other search engines too (all of them)"
    )
    parser.add_argument(
        "--parts",
        action="store_true",
        help="measure our ranking without the vectors too, and the two fields alone",
    )
    parser.add_argument(
        "--no-accents", action="store_true", help="leave the accents out of the queries, as hurried people do"
    )
    parser.add_argument("--queries", type=int, help="measure a sample of so many queries of each set")
    parser.add_argument("--keep", type=Path, help="keep the indexes in this folder for the next time")
    parser.add_argument("--processes", type=int, default=2, choices=(1, 2))
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise-floors", action="store_true", help="write higher floors where figures allow")
    change.add_argument("--lower-floors", action="store_true", help="accept lower figures: write floors anew")
    return parser


def main() -> None:
    """Measure our engines, and the peers where they are asked for."""
    options = _parser().parse_args()
    judged = [testset.load(options.shared, name) for name in options.sets or testset.names(options.shared)]
    if options.no_accents:
        judged = [each.without_accents() for each in judged]
    if options.queries:
        judged = [each.sample(options.queries) for each in judged]
    mine = [
        ours(name, matching, vectors=vectors)
        for name in options.names
        for matching in options.matching
        for vectors in ((True, False) if options.parts else (True,))
    ]
    plain = [two_fields(name) for name in options.names] if options.parts else []
    asked = [] if options.peers is None else options.peers or list(PEERS)
    others = [PEERS[name] for name in asked if not missing(name)]
    columns = [(each.name, metric) for each in judged for metric in each.metrics]
    _say(header(columns))
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.processes) as pool:
        kept = options.keep or Path(folder)
        for system in [*mine, *plain, *others]:
            rows[system.name] = _row(pool, system, judged, kept)
            _say(line(system.name, rows[system.name], columns))
    for name in filter(missing, asked):
        _say(f"{PEERS[name].name:{NAME}}  {missing(name)}")
    first, *rest = rows
    for name in rest:
        _say("\n".join([f"{first} less {name}", *certainty(rows[first], rows[name])]))
    measured = {name: figures(rows[name], options.queries) for name in (system.name for system in mine)}
    if options.raise_floors or options.lower_floors:
        FLOORS.write(FLOORS.renewed(measured, lower=options.lower_floors))
        _say(f"written: {FLOORS.path}")
    for text in FLOORS.below(measured):
        _say(text)


def _row(pool: ProcessPoolExecutor, system: System, judged: Sequence[testset.TestSet], kept: Path) -> Row:
    """Measure sets beside each other, but for those that index the same: those follow each other."""
    alike: dict[str, list[testset.TestSet]] = {}
    for each in judged:
        alike.setdefault(each.key, []).append(each)
    jobs = [pool.submit(_together, system, group, kept) for group in alike.values()]
    found = {name: measured for job in jobs for name, measured in job.result().items()}
    return {each.name: found[each.name] for each in judged}


def _together(system: System, judged: Sequence[testset.TestSet], kept: Path) -> dict[str, Measured]:
    return {each.name: measure(system, each, kept) for each in judged}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
