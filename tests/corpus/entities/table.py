"""Prints what the extraction of entities is worth: `python -m tests.corpus.entities.table SHARED [--peers]`.

Facets are scored on the articles of press_gold, spans on WiNER's test months (wikinews), L'Est Républicain
(est) and the second half of L'Ouest-Éclair (1906).  Figures are F1 in percent: `strict` counts a name of
the wrong kind as wrong, `free` does not.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.errors import CorpusError
from tests.corpus.entities import bootstrap
from tests.corpus.entities.measure import FLOORS, Measured, load, measure, speed
from tests.corpus.entities.peers import PeersMissing, peers
from tests.corpus.entities.systems import System, ours

COLUMNS = {
    "facets": ("PER", "ORG", "LOC", "strict", "free"),
    "wikinews": ("PER", "ORG", "LOC", "strict", "free"),
    "est": ("strict",),
    "1906": ("strict",),
}
"""The figures that the table shows of each set."""

NAME, FIGURE = 22, 7


def header() -> str:
    """Return the two lines over the figures: sets, and kinds."""
    sets = "".join(f"{name:>{FIGURE * len(kinds)}}" for name, kinds in COLUMNS.items())
    kinds = "".join(f"{kind:>{FIGURE}}" for kinds in COLUMNS.values() for kind in kinds)
    return f"{'':{NAME}}{sets}\n{'':{NAME}}{kinds}{'words/s':>10}"


def row(system: System, measured: Measured, words: float) -> str:
    """Return the line of a system."""
    figures = measured.figures()
    cells = "".join(
        f"{100 * figures[f'{name} {kind}']:{FIGURE}.1f}" for name, kinds in COLUMNS.items() for kind in kinds
    )
    return f"{system.name:{NAME}}{cells}{words:>10,.0f}"


def certainty(measured: Mapping[str, Measured], others: Iterable[str]) -> str:
    """Return how far the strict F1 of the facets may be off, and that of our first system less another's."""
    tallies = {name: [score.strict for score in each.facets] for name, each in measured.items()}
    lines = ["facets, strict: 95 % interval by bootstrap over the articles"]
    lines += [f"  {name:40}{_interval(bootstrap.interval(tallies[name]))}" for name in tallies]
    first = next(iter(tallies))
    for name in others:
        spread = bootstrap.difference(tallies[first], tallies[name])
        lines.append(f"  {f'{first} less {name}':40}{_interval(spread)}")
    return "\n".join(lines)


def _interval(ends: tuple[float, float]) -> str:
    return f"{100 * ends[0]:5.1f} to {100 * ends[1]:.1f}"


def main() -> None:
    """Measure our extractor, and the peers where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder of corpora/ and testsets/")
    parser.add_argument("--peers", action="store_true", help="measure spaCy's French models too")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise-floors", action="store_true", help="write higher floors where figures allow")
    change.add_argument("--lower-floors", action="store_true", help="accept lower figures: write floors anew")
    options = parser.parse_args()
    try:
        sets = load(options.shared)
        others = peers() if options.peers else []
    except (CorpusError, PeersMissing) as error:
        parser.exit(1, f"{error}\n")
    sys.stdout.write(header() + "\n")
    measured = {}
    for system in [*ours(), *others]:
        measured[system.name] = measure(system, sets)
        line = row(system, measured[system.name], speed(system, options.shared))
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    sys.stdout.write(certainty(measured, [system.name for system in others]) + "\n")
    figures = {system.name: measured[system.name].figures() for system in ours()}
    if options.raise_floors or options.lower_floors:
        FLOORS.write(FLOORS.renewed(figures, lower=options.lower_floors))
        sys.stdout.write(f"written: {FLOORS.path}\n")
    for line in FLOORS.below(figures):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
