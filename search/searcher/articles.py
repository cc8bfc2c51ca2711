"""The articles of an index by their ids, by a query of the index, and counted; what is known of each beside its text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat, tee

from corpus import Article
from index.engine import Ask, Engine, Sort, articles_by_id, count
from index.fields import ID
from index.names.resolution import Names
from index.query import Among, And, Boost, Everything, Query, Term, unscored
from index.storage.stories import Printing, Stories
from index.vectors.file import key
from search.counts import facets
from search.planning.kept import Kept, Notes


class IndexedArticles:
    """The articles of an engine, with their names as `names` knows them.

    `stories` knows which of them are one story, `notes` what the person keeps about them.
    """

    def __init__(self, engine: Engine, names: Names, stories: Stories | None, notes: Notes) -> None:
        self._engine = engine
        self._names = names
        self._stories = stories
        self._notes = notes

    @property
    def notes(self) -> Notes:
        """The tags and notes of the person."""
        return self._notes

    @property
    def names(self) -> Names:
        """The knowledge of which names are one entity."""
        return self._names

    def ids(self) -> set[str]:
        """Return the id of every article."""
        return self._engine.ids()

    def article(self, article_id: str) -> Article | None:
        """Return the article that has this id; None if there is none."""
        if not article_id.isprintable():
            # Every id of ours is printable; bytes of a command line that are not UTF-8 come as surrogates, which no engine takes.
            return None
        hits = self._engine.search(Term(ID, article_id), Ask(limit=1)).hits
        return self._names.article(hits[0].article) if hits else None

    def articles(self, ids: Collection[str]) -> tuple[Article, ...]:
        """Return the articles that have these ids, the newest first."""
        asked = Among(frozenset(filter(str.isprintable, ids)))
        hits = self._engine.search(asked, Ask(len(asked.ids), sort=Sort.NEWEST)).hits
        return tuple(self._names.article(hit.article) for hit in hits)

    def found(self, query: Query, among: Collection[str]) -> tuple[Article, ...]:
        """Return those of the articles with some ids that a query of the index matches, the newest first.

        Raises:
            Unsupported: the engine cannot honour a part of the query.
        """
        asked = And((unscored(query), Among(frozenset(among))))
        ask = Ask(len(among), sort=Sort.NEWEST)
        return tuple(self._names.article(hit.article) for hit in self._engine.each(asked, ask))

    def sample(self, query: Query, most: int) -> tuple[Article, ...]:
        """Return at most so many articles that a query of the index matches, one of each story.

        They are drawn at even steps from the newest to the oldest, so that the same answer has the same sample; they
        come in no order.
        """
        ranked = self._engine.ranked(Boost(query, 0), self.count(query))
        ids = list(self._once(one.id for one in ranked))
        drawn = min(most, len(ids))
        return tuple(
            articles_by_id(self._engine, [ids[number * len(ids) // drawn] for number in range(drawn)])
        )

    def _once(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the first id of each story."""
        each, again = tee(ids)
        numbers = self._stories.numbers(map(key, again)) if self._stories else repeat(None)
        seen = set()
        for article_id, story in zip(each, numbers, strict=False):
            if story is None or story not in seen:
                yield article_id
                seen.add(story)

    def kept(self, article_id: str) -> Kept:
        """Return the tags and notes of an article."""
        [kept] = self._notes.of(article_id)
        return kept

    def stories(self, ids: Sequence[str]) -> list[tuple[Printing, ...]]:
        """Return the articles that print the story of each article, this one among them, the fullest first; none if it is alone."""
        return list(self._stories.printings(map(key, ids))) if self._stories else [()] * len(ids)

    def printings(self, article_id: str) -> tuple[Printing, ...]:
        """Return the other articles that print the story of an article, the fullest first."""
        [story] = self.stories([article_id])
        return tuple(other for other in story if other.id != article_id)

    def count(self, query: Query) -> int:
        """Return the number of articles that a query of the index matches."""
        return count(self._engine, query)

    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries of the index matches."""
        return self._engine.counts(queries)

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles that have each of some terms of a list; removed ones may count for a while."""
        return self._engine.frequencies(field, terms)

    def values(self, facet: str) -> tuple[facets.Bucket, ...]:
        """Return every value of a facet in the whole index.

        Raises:
            SearchError: there is no such facet.
        """
        counted = facets.engine_facet(facet)
        ask = Ask(0, facets=(counted,), names=self._names)
        return facets.buckets(facet, self._engine.search(Everything(), ask).count_facets()[counted])

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """The number of articles of each month in the whole index, counted once."""
        return {bucket.value: bucket.count for bucket in self.values("month")}
