"""What each format costs to take away: every article once in each, by a process of its own; a table with passages comes last."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from search.render.exports.table import FORMATS, ExportFormat
from tests.benchmarks.process import run
from tests.benchmarks.use.figure import Figure, Spent

_EVERY_ARTICLE = "*"
_WITH_PASSAGES = ("--fields", "id,title,snippet")


def figures(home: Path) -> Iterator[Figure]:
    """Yield the figure of each format."""
    articles = int(run(("-m", "search", "-i", str(home), "query", "--count", _EVERY_ARTICLE)).out)
    for known in FORMATS:
        yield _figure(home, known, articles)
    yield _figure(home, FORMATS[0], articles, _WITH_PASSAGES)


def _figure(home: Path, known: ExportFormat, articles: int, more: tuple[str, ...] = ()) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"articles{known.suffixes[0]}")
        ran = run(
            (
                *("-m", "search", "-i", str(home), "export", _EVERY_ARTICLE, *more),
                *("--output", str(path), "--format", known.name),
            )
        )
        files = path.rglob("*") if path.is_dir() else [path]
        written = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    what = " ".join(("export", known.name, *more))
    return Figure(
        f"{what}, {written:,.0f} MB", (Spent(ran.seconds, ran.processor_seconds),), ran.peak_mb, articles
    )
