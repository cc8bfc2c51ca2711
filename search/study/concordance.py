"""A concordance: what a query matches in the texts, each occurrence between the words around it (KWIC).

The occurrences are the marks of the highlights, so that a concordance and a passage agree; words that match side by
side are one occurrence, as `gilets jaunes` is for the query of these two words.  The articles are read one after the
other in the order of the answer; `Concordance.read` says how many were read.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from enum import StrEnum
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from corpus import Article, Found
from corpus.records import record, replace
from index.analysis.fold import fold
from index.engine import Hit, Sort
from search.language import Tree
from search.searcher import Page, Searcher
from search.snippet import Highlighter, Mark

READ_ARTICLES = 2_000
"""Articles of an answer that are read unless every article is asked for.

2,000 articles of Orange Actu with a frequent word take .7 to 1.2 s (`python -m tests.benchmarks use INDEX shell`).
"""

CONTEXT_CHARACTERS = 100
"""Characters on each side of an occurrence: more than half of a wide terminal."""

_KEY_CHARACTERS = 60
"""Characters of a context by which occurrences are sorted; two contexts that agree so far are of one reprinted text."""

_JOINED_SIGNS = "\u200c\u200d\ufe0f"
"""The joiners, and the selector of the form of an emoji: they belong to the sign before them."""

_WORD = re.compile(r"\w+")


class Order(StrEnum):
    """The order of the occurrences: that of their articles, or that of the words before or behind them."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    LEFT = "left"
    RIGHT = "right"


class Occurrence(NamedTuple):
    """What a query matches in an article, with the text before and behind it.

    `rank` is the rank of the article in the answer; `day` is its ISO date, "" if it is undated.
    """

    rank: int
    id: str
    day: str
    source: str
    in_headline: bool
    left: str
    keyword: str
    right: str


@record
class Concordance:
    """The occurrences of what a query matches, in an order; those shown are the first of `total`.

    `line` is the query as typed, `parsed` its tree with the filters.  The query matches `matching` articles, reprints
    that were folded among them; `read` of its articles were read, and `articles` of these have the occurrences.
    `is_whole` says that no article was left unread.
    """

    line: str
    parsed: Tree
    order: Order
    occurrences: tuple[Occurrence, ...]
    total: int
    articles: int
    read: int
    matching: int
    is_whole: bool
    relaxed: bool


@record
class Extent:
    """How much of a concordance is wanted: the occurrences to show, the articles to read, the characters around each.

    A number of 0 means all of the occurrences or of the articles.
    """

    occurrences: int = 0
    articles: int = READ_ARTICLES
    characters: int = CONTEXT_CHARACTERS


def concordance(
    searcher: Searcher, line: str, page: Page, order: Order | None = None, extent: Extent = Extent()
) -> Concordance:
    """Return the concordance of a line within the filters of a page; without an order, in the order of the page.

    Where the order is that of the contexts, the articles are read in the order of the page.

    Raises:
        QuerySyntaxError: the line is not a query.
        Unsupported: the engine cannot honour a part of the query.
    """
    sort = page.sort if order in (None, Order.LEFT, Order.RIGHT) else Sort(order)
    order = order or Order(sort)
    # One article more than are read, to know whether there is one.
    limit = extent.articles + 1 if extent.articles else 0
    stream = searcher.stream_as_printed(line, replace(page, sort=sort, offset=0, limit=limit))
    hits = stream.hits
    tally = _Tally(islice(hits, extent.articles or None), Highlighter(stream.asked))
    occurrences = _first(iter(tally), order, extent)
    return Concordance(
        line=line,
        parsed=stream.parsed,
        order=order,
        occurrences=tuple(occurrences),
        total=tally.occurrences,
        articles=tally.articles,
        read=tally.read,
        matching=stream.total.count,
        is_whole=next(hits, None) is None,
        relaxed=stream.relaxed,
    )


class _Found(NamedTuple):
    """An occurrence before its contexts are cut: the half-open offsets of the keyword in a text of an article."""

    rank: int
    article: Article
    text: str
    in_headline: bool
    start: int
    end: int

    def cut(self, characters: int) -> Occurrence:
        """Return the occurrence with so many characters on each side."""
        text, article = self.text, self.article
        return Occurrence(
            self.rank,
            article.id,
            article.date.isoformat() if article.date else "",
            article.source,
            self.in_headline,
            text[_whole_sign(text, max(0, self.start - characters)) : self.start],
            text[self.start : self.end],
            text[self.end : max(self.end, _whole_sign(text, min(len(text), self.end + characters)))],
        )


class _Tally:
    """The occurrences of some hits, counted while they are taken."""

    def __init__(self, hits: Iterator[Hit], highlighter: Highlighter) -> None:
        self._hits = hits
        self._highlighter = highlighter
        self.occurrences = self.articles = self.read = 0

    def __iter__(self) -> Iterator[_Found]:
        for rank, hit in enumerate(self._hits, 1):
            found = self._of_article(rank, hit.article)
            self.occurrences += len(found)
            self.articles += bool(found)
            self.read = rank
            yield from found

    def _of_article(self, rank: int, article: Article) -> list[_Found]:
        """Return the occurrences in the headline, then those in the text.

        A headline that was cut from the text is part of it: it counts only where nothing in the text matches.
        """
        found = self._of_text(rank, article, article.text)
        if not found or article.title_found is not Found.TEXT:
            found = self._of_text(rank, article, article.title, in_headline=True) + found
        return found

    def _of_text(self, rank: int, article: Article, text: str, *, in_headline: bool = False) -> list[_Found]:
        marks = self._highlighter.marks(text, headline=in_headline)
        return [_Found(rank, article, text, in_headline, start, end) for start, end in spans(marks, text)]


def spans(marks: Sequence[Mark], text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of the occurrences of marks that are in order.

    Marks that overlap are one occurrence; so are marks of different words of the query with blanks alone between them.

    >>> spans([Mark(0, 6, 0), Mark(7, 13, 1), Mark(15, 21, 1), Mark(22, 28, 1)], "gilets jaunes, jaunes jaunes")
    [(0, 13), (15, 21), (22, 28)]
    """
    joined: list[_Joined] = []
    for mark in marks:
        if joined and mark.start < joined[-1].end:
            last = joined[-1]
            joined[-1] = _Joined(last.start, max(last.end, mark.end), last.leaves | {mark.leaf})
        else:
            joined.append(_Joined(mark.start, mark.end, frozenset((mark.leaf,))))
    found: list[_Joined] = []
    for one in joined:
        last = found[-1] if found else one
        if found and last.leaves.isdisjoint(one.leaves) and not text[last.end : one.start].strip():
            found[-1] = _Joined(last.start, one.end, last.leaves | one.leaves)
        else:
            found.append(one)
    return [(one.start, one.end) for one in found]


class _Joined(NamedTuple):
    """Marks that are one occurrence: their half-open offsets, and the leaves of the query that match."""

    start: int
    end: int
    leaves: frozenset[int]


def _whole_sign(text: str, offset: int) -> int:
    """Return the offset, or the next one at which no sign is cut from the marks that combine with it."""
    while offset < len(text) and (unicodedata.combining(text[offset]) or text[offset] in _JOINED_SIGNS):
        offset += 1
    return offset


def _first(found: Iterator[_Found], order: Order, extent: Extent) -> list[Occurrence]:
    """Return the first occurrences in an order, all of them if their number is 0; every one is taken, to be counted."""
    number, characters = extent.occurrences, extent.characters
    if order in (Order.LEFT, Order.RIGHT):
        key = before if order is Order.LEFT else behind
        occurrences = (one.cut(characters) for one in found)
        # Both sorts are stable: occurrences in equal contexts stay in the order of their articles.
        return nsmallest(number, occurrences, key) if number else sorted(occurrences, key=key)
    first = [one.cut(characters) for one in islice(found, number or None)]
    deque(found, maxlen=0)
    return first


def before(occurrence: Occurrence) -> tuple[bool, str]:
    """Return the key of the order `left`: the folded words before an occurrence, the nearest first; no word comes last.

    >>> before(Occurrence(1, "a", "", "", False, "C’est l’École de la ", "laïcité", ", dit-il."))
    (False, 'la de ecole l est c')
    """
    words = _words(occurrence.left[-_KEY_CHARACTERS:])[::-1]
    return not words, " ".join(words)


def behind(occurrence: Occurrence) -> tuple[bool, str]:
    """Return the key of the order `right`: the folded words behind an occurrence; no word comes last."""
    words = _words(occurrence.right[:_KEY_CHARACTERS])
    return not words, " ".join(words)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]
