"""How much of an index a query touches, and how much is too much for one query.

A pattern stands for the words that fit it: `*a*` for 66,000 of the 124,000 words of 36,016 articles, with 2.8 million
postings.  Each engine says what a pattern, a phrase, a word costs it, from counts alone, so that a query is refused always or never.
"""

from collections.abc import Iterator

from corpus.message import message
from index.errors import Unsupported
from index.query import And, AtLeast, Boost, Fuzzy, Glob, Not, Or, Phrase, Prefer, Query

MAX_MICROSECONDS = 800_000
"""The most CPU time that the words, phrases and patterns of a query may take in an index of `_USUAL_ARTICLES` or fewer."""

_USUAL_ARTICLES = 36_016
"""Articles up to which the limit is the same; it grows with the articles of a larger index."""


def larger(articles: int) -> float:
    """Return how many times larger than usual an index of so many articles is; 1 if it is not larger."""
    return max(1.0, articles / _USUAL_ARTICLES)


class Meter:
    """Adds up what the costly parts of one query cost in an index of so many articles, in microseconds: `spent`."""

    def __init__(self, articles: int) -> None:
        self.limit = int(MAX_MICROSECONDS * larger(articles))
        self.spent = 0.0
        self._most = 0.0
        self._refusal: Unsupported | None = None

    def add(self, microseconds: float, refusal: Unsupported) -> None:
        """Add the cost of a part; `refusal` is the error that names this part.

        Raises:
            Unsupported: the parts cost too much; the error names the costliest of them.
        """
        self.spent += microseconds
        if self._refusal is None or microseconds > self._most:
            self._most, self._refusal = microseconds, refusal
        if self.spent > self.limit:
            raise self._refusal


def too_wide(leaf: Glob | Fuzzy, words: int) -> Unsupported:
    """Return the error that names a pattern which stands for so many words."""
    return Unsupported(
        "index.patterns_too_wide",
        pattern=written(leaf),
        words=message("index.words", count=words),
        mend=message("mend.more_letters"),
    )


def too_frequent(phrase: Phrase) -> Unsupported:
    """Return the error that names a phrase whose words stand in too many articles."""
    words = " ".join(phrase.terms)
    if not phrase.slop:
        return Unsupported("index.phrases_too_frequent", phrase=words, mend=message("mend.fewer_words"))
    return Unsupported(
        "index.phrase_too_frequent", phrase=words, slop=phrase.slop, mend=message("mend.shorter_phrase")
    )


def too_many() -> Unsupported:
    """Return the error for words that stand in too many articles."""
    return Unsupported("index.words_too_frequent", mend=message("mend.fewer_words"))


def written(leaf: Glob | Fuzzy) -> str:
    """Return a pattern as one types it.

    >>> written(Glob("exact", "*a*")), written(Fuzzy("exact", "macron", 2))
    ('*a*', 'macron~2')
    """
    return leaf.pattern if isinstance(leaf, Glob) else f"{leaf.term}~{leaf.edits}"


def patterns(query: Query) -> list[Glob | Fuzzy]:
    """Return the patterns of a query, those that it excludes as well, each once.

    >>> patterns(And((Glob("exact", "port*"), Not(Fuzzy("exact", "mer", 1)))))
    [Glob(field='exact', pattern='port*'), Fuzzy(field='exact', term='mer', edits=1)]
    """
    return [leaf for leaf in dict.fromkeys(_leaves(query)) if isinstance(leaf, Glob | Fuzzy)]


def phrases(query: Query) -> list[Phrase]:
    """Return the phrases of a query, those that it excludes as well, each once."""
    return [leaf for leaf in dict.fromkeys(_leaves(query)) if isinstance(leaf, Phrase)]


def _leaves(query: Query) -> Iterator[Query]:
    match query:
        case And(clauses) | Or(clauses) | AtLeast(clauses):
            for clause in clauses:
                yield from _leaves(clause)
        case Not(clause) | Boost(clause):
            yield from _leaves(clause)
        case Prefer(must, should):
            yield from _leaves(must)
            yield from _leaves(should)
        case _:
            yield query
