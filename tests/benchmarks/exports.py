"""Measures what each format costs to take away: `python -m tests.benchmarks.exports HOME`.

HOME is the `.manchette` folder of an index, or the folder that holds it.  Every article is exported once in each format,
by a process of its own: articles a second, start of Python included, and the memory at its peak.  A table in CSV with a
passage for each article comes last.
"""

import argparse
import tempfile
from pathlib import Path

from search.render.exports.table import FORMATS, ExportFormat
from tests.benchmarks.process import run

_WITH_PASSAGES = ("--fields", "id,title,snippet")


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("words", nargs="*", default=["*"])
    options = parser.parse_args()
    counted = run(("-m", "search", "-i", str(options.home.absolute()), "query", "--count", *options.words))
    articles = int(counted.out)
    for known in FORMATS:
        _measure(options, known, articles)
    _measure(options, FORMATS[0], articles, _WITH_PASSAGES)


def _measure(
    options: argparse.Namespace, known: ExportFormat, articles: int, more: tuple[str, ...] = ()
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"articles{known.suffixes[0]}")
        ran = run(
            (
                *("-m", "search", "-i", str(options.home.absolute()), "export", *options.words, *more),
                *("--output", str(path), "--format", known.name),
            )
        )
        files = path.rglob("*") if path.is_dir() else [path]
        megabytes = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    print(  # noqa: T201 - a benchmark prints
        f"{known.name:<10} {' '.join(more):<26} {articles / ran.seconds:>8,.0f} articles/s "
        f"{articles / ran.processor_seconds:>8,.0f} articles/s of processor {ran.peak_mb:>6,.0f} MB peak {megabytes:>7,.1f} MB written"
    )


if __name__ == "__main__":
    main()
