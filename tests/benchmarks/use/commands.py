"""What a command takes as it is typed, cold: start of Python included."""

from collections.abc import Iterator
from pathlib import Path

from index.query import Everything
from search.commandline.opening import open_searcher
from tests.benchmarks.process import run
from tests.benchmarks.use.figure import Figure, Spent

QUERIES = ("laïcité", "macron", '"violences policières"', "gilets jaunes", "confin*")
"""A rare word, a frequent one, a phrase, two words, a pattern."""

FREQUENT = ("macron", "police", "gouvernement", "confin*")
"""Words of 2,000 to 6,000 of the 36,016 articles, of which a study has the most work."""

_EVERY_OCCURRENCE = ("kwic", "-n", "0", "--every", "de")
"""The longest list that can be asked for: its figure of interest is the memory."""

_RUNS = 5


def figures(home: Path) -> Iterator[Figure]:
    """Yield the figure of each command."""
    for words in _asked(home):
        yield _figure(home, words, _RUNS)
    yield _figure(home, _EVERY_OCCURRENCE, 1)


def _asked(home: Path) -> Iterator[tuple[str, ...]]:
    with open_searcher(home) as searcher:
        article = min(one.id for one in searcher.sample(Everything(), 50))
    for line in QUERIES:
        yield "query", line
    yield "facets", "person", "macron"
    for line in FREQUENT:
        yield from ((study, line) for study in ("kwic", "timeline", "companions"))
    yield "compare", "macron", "police"
    yield "similar", article


def _figure(home: Path, words: tuple[str, ...], runs: int) -> Figure:
    ran = [run(("-m", "search", "-i", str(home), *words)) for _ in range(runs)]
    return Figure(
        " ".join(words),
        tuple(Spent(one.seconds, one.processor_seconds) for one in ran),
        max(one.peak_mb for one in ran),
    )
