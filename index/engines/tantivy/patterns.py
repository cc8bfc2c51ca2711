"""What the patterns of a query cost tantivy, from the words and the postings that they stand for.

tantivy walks through the dictionary of a list for each pattern, and reads the postings of each word that fits; a page
with its facets does both eleven times.
"""

from collections.abc import Sequence

import tantivy

from index.memo import Memo
from index.query import Fuzzy, Glob, Query
from index.spelling.breadth import Meter, larger, patterns, too_wide
from index.spelling.words import literal_prefix, pattern

_WALKED_NANOSECONDS, _POSTING_NANOSECONDS = 1_500, 66
"""What a word of the dictionary and a posting cost.

So `*a*` costs .40 s, `*a*b*` .20 and `p*` .07 in 36,016 articles, as measured.
"""

_FUZZY_MICROSECONDS = 35_000
"""What a misspelt word costs: its automaton walks through a part of the dictionary."""

_MAX_GLOB_MICROSECONDS = 500_000
"""What no pattern costs more than in an index of 36,016 articles (`*e*`): up to there, nothing need be counted."""

_MAX_KEPT_DICTIONARIES, _MAX_KEPT_PATTERNS = 4, 100


class PatternCosts:
    """The costs of the patterns of an open index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._articles: int = searcher.num_docs
        self._words = Memo(self._words_of, _MAX_KEPT_DICTIONARIES)
        self._costs = Memo(self._cost, _MAX_KEPT_PATTERNS)

    def check(self, meter: Meter, *queries: Query) -> None:
        """Add up what the patterns of some queries cost, beside what else they cost.

        Raises:
            Unsupported: they cost too much.
        """
        asked = list(dict.fromkeys(leaf for query in queries for leaf in patterns(query)))
        most = [_FUZZY_MICROSECONDS if isinstance(leaf, Fuzzy) else _MAX_GLOB_MICROSECONDS for leaf in asked]
        if meter.spent + sum(most) * larger(self._articles) <= meter.limit:
            return
        for leaf in asked:
            words, microseconds = (0, _FUZZY_MICROSECONDS) if isinstance(leaf, Fuzzy) else self._costs[leaf]
            meter.add(microseconds, too_wide(leaf, words))

    def _cost(self, leaf: Glob) -> tuple[int, int]:
        """Return the number of words that a pattern stands for, and what it costs in microseconds."""
        dictionary = self._words[leaf.field, literal_prefix(leaf.pattern)]
        fits = pattern(leaf.pattern).match
        postings = [count for word, count in dictionary if fits(word)]
        nanoseconds = len(dictionary) * _WALKED_NANOSECONDS + sum(postings) * _POSTING_NANOSECONDS
        return len(postings), nanoseconds // 1000

    def _words_of(self, asked: tuple[str, str]) -> Sequence[tuple[str, int]]:
        """Return the words of a list that begin with some letters, each with its articles; 124,000 take .11 s."""
        return self._searcher.terms_with_prefix(*asked)
