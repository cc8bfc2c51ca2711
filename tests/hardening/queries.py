"""Asks queries at random: `python -m tests.hardening.queries --count 200000`.

No query raises what `Searcher.search` does not document, none takes over a second of processor time, what was parsed
is parsed again from what it prints, and no page of an answer or of a refusal has a character that a terminal obeys.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.build import build
from index.engine import Sort
from index.engines import AUTO, names
from index.errors import Unsupported
from search.commandline.opening import open_searcher
from search.errors import SearchError
from search.language import parse
from search.planning.plan import Matching
from search.render import csv, json, plain, terminal
from search.render.error import in_one_line, text
from search.render.inert import OBEYED
from search.render.page import page as laid_out
from search.searcher import Page, Searcher
from tests.hardening import press
from tests.hardening.tally import Tally, show_progress
from tests.hardening.typist import Typist

LOOKS = re.compile(r"\x1b\[[0-9;]*m")
"""The sequences by which we dress a page: no others are ours."""

_FACETS = ("person", "org", "place", "source", "date", "day")
_DRESSED_SHARE = 0.1
"""Share of the answers that are dressed for a terminal, which takes rich a millisecond and more."""


def ask(searcher: Searcher, count: int, seed: int, words: Sequence[str]) -> Tally:
    """Return what came of so many queries."""
    trials, typist, chance = Tally(), Typist(words, seed), random.Random(seed)
    for number in range(count):
        line, kind = typist.query()
        request, columns, dressed = (
            _request(chance),
            chance.choice((1, 20, 40, 80, 120, 250)),
            chance.random() < _DRESSED_SHARE,
        )

        def trial(
            line: str = line,
            kind: str = kind,
            request: Page = request,
            columns: int = columns,
            *,
            dressed: bool = dressed,
        ) -> Iterator[str]:
            yield f"typed: {kind}"
            try:
                results = searcher.search(line, request)
            except (SearchError, Unsupported) as error:
                yield f"refused: {error.message.code}"
                _check(plain.message(text(error, columns)), plain.message(in_one_line(error)))
                return
            yield "found" if results.total.count else "nothing found"
            assert parse(str(results.parsed)) == results.parsed, "what was parsed is not what it prints"
            _check(plain.text(laid_out(results, columns)), csv.results(results), json.results(results))
            if dressed:
                _check(LOOKS.sub("", terminal.ansi(laid_out(results, columns))))

        trials.run(line, trial)
        if number % 100 == 0:
            trials.weigh()
        show_progress(number, count)
    return trials


def _request(chance: random.Random) -> Page:
    return Page(
        limit=chance.choice((0, 1, 3, 3, 10)),
        offset=chance.choice((0, 0, 0, 0, 3, 1000)),
        sort=chance.choice(list(Sort)),
        matching=chance.choice(list(Matching)),
        facets=tuple(chance.sample(_FACETS, chance.choice((0, 0, 1, 2)))),
        values=5,
        folded=chance.random() < 0.5,
    )


def _check(*pages: str) -> None:
    """Check that no page has a character that a terminal obeys, and that each can be written."""
    for shown in pages:
        obeyed = OBEYED.search(shown.replace("\n", ""))
        assert not obeyed, f"{obeyed!r} in a page"
        shown.encode()


def main() -> int:
    """Make an index, ask, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument(
        "--articles", type=int, default=5_000, help="articles of the index; real ones in MANCHETTE_SHARED"
    )
    parser.add_argument("--engine", choices=(AUTO, *names()), default=AUTO)
    parser.add_argument("--entities", choices=("modern", "none"), default="modern")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder, home = Path(temporary) / "presse", Path(temporary) / ".manchette"
        words = press.write(folder, options.articles)
        build(home, [folder], engine=options.engine, entities=options.entities, jobs=2)
        with open_searcher(home) as searcher:
            trials = ask(searcher, options.count, options.seed, words)
    sys.stdout.writelines(f"{line}\n" for line in trials.report())
    return bool(trials.defects)


if __name__ == "__main__":
    sys.exit(main())
