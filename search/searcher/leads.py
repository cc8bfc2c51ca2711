"""Which printing of a story a page shows: the fullest that the query matches."""

from collections.abc import Sequence
from itertools import takewhile

from corpus import Article
from index.engine import Ask, Engine, Sort
from index.query import Among, And, Query, unscored
from index.storage.stories import Printing


def leads(
    engine: Engine, query: Query, articles: Sequence[Article], printings: Sequence[Sequence[Printing]]
) -> list[Article]:
    """Return, for each article, the first of its printings that the query matches: one query more, on few pages."""
    fuller = [
        list(takewhile(lambda printing: printing.id != article.id, printed))  # noqa: B023 - read at once
        for article, printed in zip(articles, printings, strict=True)
    ]
    wanted = frozenset(printing.id for before in fuller for printing in before)
    if not wanted:
        return list(articles)
    hits = engine.search(And((unscored(query), Among(wanted))), Ask(len(wanted), sort=Sort.NEWEST)).hits
    found = {hit.article.id: hit.article for hit in hits}
    return [
        next((found[printing.id] for printing in before if printing.id in found), article)
        for article, before in zip(articles, fuller, strict=True)
    ]
