"""What an article must have of a long query: words of enough weight, whatever their number.

A rare word weighs more than a frequent one.  An article that has the one rare word of a pasted headline is in the
answer, whatever common words it lacks; an article that has only a few common words of the headline is not.
"""

from collections.abc import Sequence
from functools import cached_property
from math import ceil, log

from index.engine import Engine, count
from index.memo import Memo
from index.query import AtLeast, Everything, Query
from search.planning.words import some

ENOUGH_ARTICLES = 1000
"""The articles that the answer to a long query has at least, if this number of articles has any of its words."""

_SHARE = 0.25
"""The part of the weight of all words that an article must have, unless too few articles have it.

With 1,000 articles or a quarter, R@100 of long queries is at most .0016 under that of any word on eight test sets; with 500
articles .004 (abstracts).  The largest number of words that 100 articles have, the rule before, was up to .038 under it.
The answer to a headline has 1,950 articles of 36,016 in the median; any word has 10,400.
"""

_IDF_OF_ONE = 2.0
"""The inverse document frequency, a natural logarithm, that weighs 1: of 36,016 articles a word has a weight from 1 to 5.

With 1.0 R@100 is the same, a headline has 820 articles in its answer where it has 1,130 (500 articles were enough there), and
tantivy takes half as long again: there a word stands as often as it weighs.
"""

_MAX_REMEMBERED = 256
"""The most queries whose quorum is remembered: the next page and a filter more have the same words."""


class Quorum:
    """The rule for the articles of an engine, of which `enough` are to be in an answer."""

    def __init__(self, engine: Engine, enough: int = ENOUGH_ARTICLES) -> None:
        self._engine = engine
        self._enough = enough
        self._of = Memo(self._query, _MAX_REMEMBERED)

    def __call__(self, words: Sequence[Query]) -> Query:
        """Return the query of the articles that have enough of the words."""
        return self._of[tuple(words)]

    def _query(self, words: Sequence[Query]) -> Query:
        counts = dict(zip(words, self._engine.counts(words), strict=True))
        weights = {word: self._weight(articles) for word, articles in counts.items() if articles}
        if not weights:
            return some(words)
        least = ceil(_SHARE * sum(weights.values()))
        # where it is 1 there is nothing to lower: the search of frequent words takes 1 to 2 ms of 100,000 articles
        if least > 1:
            least = min(least, self._engine.quorum(weights, self._enough))
        return AtLeast(tuple(weights), tuple(weights.values()), least)

    def _weight(self, articles: int) -> int:
        idf = log(1 + (self._articles - articles + 0.5) / (articles + 0.5))
        return max(1, round(idf / _IDF_OF_ONE))

    @cached_property
    def _articles(self) -> int:
        return count(self._engine, Everything())
