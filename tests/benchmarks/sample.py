"""The articles of the sample as donors, for the tests of grown corpora and of runs."""

from functools import cache
from pathlib import Path

from corpus import Article, read, walk
from tests.benchmarks.articles import Record
from tests.benchmarks.donors import Donor, donors

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"


def record(article: Article) -> Record:
    """Return an article as a line of a corpus to measure has it."""
    text = article.body.replace("\n", "\n\n")
    return {"id": article.id, "title": article.title, "heading": article.heading, "text": text,
            "date": str(article.date), "source": article.source, "category": "", "author": None}  # fmt: skip


@cache
def sample() -> tuple[Donor, ...]:
    """Return the donors of the sample."""
    paths = [path for path in walk([SAMPLE]) if isinstance(path, Path)]
    found = [
        one for path in paths for one in read(path, name=path.name, columns={}) if isinstance(one, Article)
    ]
    return tuple(donors(map(record, found)))
