"""The contents of an index, for `manchette status`."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from corpus import Article, Rejected
from corpus.lines import Recurring
from corpus.records import record
from index import engines, layout
from index.names.aliases import ENTITIES
from index.opening import open_engine, open_names, open_shelf
from index.storage import manifest
from index.storage.lines import LeftOut
from search.counts.facets import Bucket
from search.counts.periods import UNDATED
from search.searcher import Searcher


class Unread(NamedTuple):
    """All that an index could not read: files and records, and the bytes of articles that are kept without them."""

    rejected: tuple[Rejected, ...]
    losses: tuple[Rejected, ...]


class RecurringLines(NamedTuple):
    """The lines that recur and are left out of an index, those of the most articles first."""

    lines: tuple[Recurring, ...]


@record
class Overview:
    """The contents of an index.

    `address` is the one with which another machine opens it, empty where it is on this machine alone.
    `first` and `last` are the ISO days of the oldest and the newest article, empty where no article is dated;
    `entities` is the model that found the names, or "none"; `values` is the number of values of each field of entities;
    `size` is in bytes; `losses` are of articles that are kept, without some bytes that could not be read; `left_out`
    counts the lines that recur and are left out, and the articles that have them.
    """

    home: Path
    address: str
    roots: tuple[str, ...]
    engine: str
    entities: str
    articles: int
    undated: int
    first: str
    last: str
    sources: tuple[Bucket, ...]
    values: Mapping[str, int]
    size: int
    rejected: tuple[Rejected, ...]
    losses: tuple[Rejected, ...]
    left_out: LeftOut


def overview(home: Path) -> Overview:
    """Return the contents of an index.

    Raises:
        IndexFailure: there is no index, or it cannot be read.
    """
    made = manifest.load(home)
    with Searcher(open_engine(home), open_names(home)) as searcher:
        days, sources = searcher.values("day"), searcher.values("source")
        values = {field: len(searcher.values(field)) for field in ENTITIES}
    rejected, losses = unread(home)
    with closing(open_shelf(home)) as shelf:
        left_out = shelf.left_out()
    dated = [bucket.value for bucket in days if bucket.value != UNDATED]
    folder = layout.engine(layout.generation(home, made.generation))
    return Overview(
        home=home,
        address=engines.address(made.engine, folder),
        roots=made.roots,
        engine=made.engine,
        entities=made.entities,
        articles=sum(bucket.count for bucket in days),
        undated=sum(bucket.count for bucket in days if bucket.value == UNDATED),
        first=min(dated, default=""),
        last=max(dated, default=""),
        sources=sources,
        values=values,
        size=_size(home) + engines.size_elsewhere(made.engine, folder),
        rejected=rejected,
        losses=losses,
        left_out=left_out,
    )


def _size(home: Path) -> int:
    return sum(file.stat().st_size for file in home.rglob("*") if file.is_file())


def unread(home: Path) -> Unread:
    """Return all that an index could not read.

    Raises:
        IndexFailure: there is no index, or it cannot be read.
    """
    with closing(open_shelf(home)) as shelf:
        return Unread(tuple(shelf.rejected()), tuple(shelf.losses()))


def recurring_lines(home: Path) -> RecurringLines:
    """Return the lines that recur and are left out of an index, each as one article has it.

    Raises:
        IndexFailure: there is no index, or it cannot be read.
    """
    with closing(open_shelf(home)) as shelf:
        examples = shelf.examples()
    articles: dict[str, Article] = {}
    with Searcher(open_engine(home), open_names(home)) as searcher:
        for article_id in {example.article for example in examples}:
            article = searcher.article(article_id)
            if article:
                articles[article_id] = article
    found = (
        Recurring(article.source, article.body.split("\n")[example.number], example.articles)
        for example in examples
        if (article := articles.get(example.article))
    )
    return RecurringLines(tuple(sorted(found, key=lambda one: (-one.articles, one.source, one.line))))
