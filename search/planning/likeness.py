"""What an article is about: its telling words, by which other articles about the same thing are found.

The words of an article are ranked by tf·idf, (1 + ln tf)·idf, over the list of stems that the index has: the headline
and the first words stand in it several times, so that they weigh more.  The first `_TELLING_WORDS` of them are asked as
the words of a long query are, and the answer is reranked by their vectors, where the index has any.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from math import log

from index.analysis.french import stem, stop_words
from index.document import FILLER, stem_text
from index.engine import Ask, Engine, count
from index.fields import ID, TEXT
from index.memo import Memo
from index.query import Among, And, Boost, Everything, Not, Or, Prefer, Query, Term
from index.storage.stories import Stories
from index.vectors.file import key
from search.errors import SearchError
from search.planning.quorum import Quorum

_TELLING_WORDS = 25
"""Telling words of an article: they take 11 ms of 36,016 articles."""

_MIN_ENOUGH, _MAX_ENOUGH, _ENOUGH_SHARE = 10, 200, 0.01
"""Articles like another that are looked for at least: a hundredth of all, from 10 to as many as the vectors rerank."""

_MIN_FREQUENCY = 2
"""Articles that a telling word has at least: the article itself, and one to find."""

_MAX_REMEMBERED_ARTICLES = 64
"""Articles whose telling words are remembered: a page plans its query three times."""

Stems = Mapping[str, float]
"""The telling stems of an article, the most telling first, with 1 + ln of the times that each stands there."""

Likeness = Callable[[str], Query]
"""From the id of an article to the query of the articles like it."""


def nothing_alike(article_id: str) -> Query:
    """Refuse an id: there is no index to look it up in."""
    raise SearchError("command.no_article", id=article_id)


class IndexedLikeness:
    """The likeness of the articles of an engine; their reprints, which `stories` knows, are not like them but the same."""

    def __init__(self, engine: Engine, stories: Stories | None) -> None:
        self._engine = engine
        self._stories = stories
        self._stems = Memo(self._telling, _MAX_REMEMBERED_ARTICLES)
        self._queries = Memo(self._query, _MAX_REMEMBERED_ARTICLES)

    def __call__(self, article_id: str) -> Query:
        """Return the query of the articles like an article.

        Raises:
            SearchError: there is no such article.
        """
        return self._queries[article_id]

    def stems(self, article_id: str) -> Stems:
        """Return the telling stems of an article.

        Raises:
            SearchError: there is no such article.
        """
        return self._stems[article_id]

    def _query(self, article_id: str) -> Query:
        stems = self._stems[article_id]
        if not stems:
            return Or(())
        terms = {Term(TEXT.stem, one): times for one, times in stems.items()}
        often = tuple(Boost(term, times - 1) for term, times in terms.items() if times > 1)
        like = self._quorum(tuple(terms))
        itself = Among(frozenset(self._printings(article_id)))
        return And((Prefer(like, Or(often)) if often else like, Not(itself)))

    def _printings(self, article_id: str) -> Iterator[str]:
        """Yield the id of an article and of those that print the same story."""
        yield article_id
        for story in self._stories.printings([key(article_id)]) if self._stories else ():
            yield from (printing.id for printing in story)

    def _telling(self, article_id: str) -> Stems:
        hits = self._engine.search(Term(ID, article_id), Ask(limit=1)).hits
        if not hits:
            raise SearchError("command.no_article", id=article_id)
        times = Counter(stem_text(hits[0].article).split())
        telling = list(filter(_is_telling, times))
        frequencies = self._engine.frequencies(TEXT.stem, telling)
        weights = {
            one: self._weight(times[one], articles)
            for one, articles in zip(telling, frequencies, strict=True)
        }
        first = sorted(filter(weights.__getitem__, weights), key=lambda one: (-weights[one], one))
        return {one: 1 + log(times[one]) for one in first[:_TELLING_WORDS]}

    def _weight(self, times: int, articles: int) -> float:
        """Return how telling a stem is that stands so many times in the article, and that so many articles have."""
        if articles < _MIN_FREQUENCY:
            return 0.0
        return (1 + log(times)) * log(1 + (self._articles - articles + 0.5) / (articles + 0.5))

    @cached_property
    def _quorum(self) -> Quorum:
        enough = round(_ENOUGH_SHARE * self._articles)
        return Quorum(self._engine, max(_MIN_ENOUGH, min(enough, _MAX_ENOUGH)))

    @cached_property
    def _articles(self) -> int:
        """The number of articles; a word that more have, as removed ones count in its frequency, weighs next to nothing."""
        return count(self._engine, Everything())


def _is_telling(one: str) -> bool:
    """Return whether a stem may say what an article is about: a stop word or a number of it does not."""
    return one != FILLER and one not in _stop_stems() and any(map(str.isalpha, one))


@cache
def _stop_stems() -> frozenset[str]:
    return frozenset(map(stem, stop_words()))
