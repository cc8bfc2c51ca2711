"""Furniture that a corpus shows by itself: a line that recurs in many articles of one source, each time beside another text.

No list has the slogan of a paper, its notices, bylines and credits; its articles have.  That a line recurs says little: the
lines of a story do, which a paper prints again and again with a few words more.  But those stand beside the same lines each
time, and furniture beside the lines of as many texts as there are articles.  So not the articles with a line are counted but
the lines that stand next to it, other furniture left aside.

A sentence may recur and be news: what a paper prints of a story in each article about it, or in its regional editions.  So a
line of prose is furniture when nearly all articles have it and no sooner, and articles that share a third of their prose are
counted as one text.

The decision depends on the articles alone, not on their order: an index that is brought up to date decides as one that is
made anew.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.lines import (
    DIGEST_BYTES,
    PARAGRAPH_CHARACTERS,
    PROSE_BITS,
    Recurring,
    digest_of,
    line_digests,
    source_key,
)

MIN_TEXTS = 5
"""The least texts of a source beside which a line stands, when it is furniture."""

MIN_SHARE = 0.005
"""The least number of texts beside which a line stands, as a share of the articles of the source.

Measured on 9,880 real articles in 20 sources, with 14 kinds of invented furniture of which the rarest stand in 3 and in 1.2 %
of the articles; by lines, without the bounds for prose:

| least texts, least share | precision | recall |
|---|---|---|
| 4, .01 | .9999 | .989 |
| 5, .002 | .9994 | .986 |
| 5, .005 | 1.0000 | .986 |
| 5, .01 | 1.0000 | .985 |
| 5, .05 | 1.0000 | .815 |
| 10, .01 | 1.0000 | .967 |

Of the lines of 393 pages of a news site, with all that stands on a page, 93.5 % of the 46,888 that are no part of the article are
found, and 5 of the 3,676 that are.  Of the 36,016 articles as they are, in 885 parts (all, a section, a month, a week, the articles
with a word), four lines are found: "-", "…", the name of a broadcast and the line that opens a daily column.  With the articles
counted instead of the texts beside a line, some fifty lines of stories are found as well.
"""

_MIN_EDGE_SHARE = 0.5
"""The least share of the articles with a line that have it at their top or end; with .8 recall is .961."""

_EDGE_LINES = 2
"""The lines of the text that stand at an edge, beyond furniture: one may stand above a byline, or below a slogan."""

MIN_TEXTS_ANYWHERE = 10
MIN_SHARE_ANYWHERE = 0.05
"""The same bounds for a line in the middle, as the notice of a film: it may be an intertitle.  Without these recall is .962."""

MIN_TEXTS_OF_PROSE = 50
MIN_SHARE_OF_PROSE = 0.5
"""The same bounds for a line of prose (`corpus.lines`), wherever it stands: it is news until half of all articles have it.

A paper that follows a story prints what came before in 8 articles, in 40, or in a third of those that a researcher keeps; a
call to subscribe stands in all.  Measured on the same articles, with 6 such sentences in 8 to 40 articles of each source, and one
or two pieces in 6 regional editions: without these bounds precision is .956, with them 1.0000, and recall .981 (without: .986).
Of calls to subscribe of 130 to 170 characters, those in all articles of a source of 100 or more are found, those in 40 % are not.
"""

_MAX_SHARE_AGAIN = 1 / 3
"""The most of its prose, as a share, that an article may have in common with others, when it is a text of its own."""

Rows: TypeAlias = NDArray[np.intp]
ShortRows: TypeAlias = NDArray[np.int32]
Mask: TypeAlias = NDArray[np.bool_]


def recurring_lines(articles: Iterable[Article]) -> list[Recurring]:
    """Return the lines that an index of these articles would leave out, those of the most articles first."""
    sources, digests = [], []
    names: dict[str, str] = {}
    texts: dict[bytes, str] = {}
    for article in articles:
        source, lines = source_key(article.source, article.path), line_digests(article.body)
        sources.append(source)
        digests.append(lines)
        names.setdefault(source, article.source)
        for number, line in enumerate(article.body.split("\n")):
            texts.setdefault(digest_of(lines, number), line)
    counts = Counter(
        (source, digest)
        for source, lines, numbers in zip(sources, digests, recurring(sources, digests), strict=True)
        for digest in {digest_of(lines, number) for number in numbers}
    )
    found = (Recurring(names[source], texts[digest], count) for (source, digest), count in counts.items())
    return sorted(found, key=lambda one: (-one.articles, one.source, one.line))


def recurring(sources: Sequence[str], digests: Sequence[bytes]) -> list[tuple[int, ...]]:
    """Return the numbers of the lines of each article that are furniture.

    `sources` has the source of each article (`source_key`), `digests` those of its lines.  What a database prints on the
    articles of all its papers is furniture too: all articles are looked at once more as those of one source.
    """
    if not digests:
        return []
    numbers: dict[str, int] = {}
    source_of = np.array([numbers.setdefault(source, len(numbers)) for source in sources], np.intp)
    lines = _Lines.of(digests)
    is_furniture = lines.furniture(source_of)
    if len(numbers) > 1:
        is_furniture |= lines.furniture(np.zeros_like(source_of))
    is_furniture &= ~lines.each_of_articles(is_furniture)
    found: list[tuple[int, ...]] = [()] * len(digests)
    at = np.flatnonzero(is_furniture)
    articles = lines.article[at]
    starts = np.flatnonzero(np.diff(articles, prepend=-1))
    numbers_within = np.split(at - lines.start[at], starts[1:])
    for article, within in zip(articles[starts].tolist(), numbers_within, strict=False):
        found[article] = tuple(within.tolist())
    return found


class _Lines(NamedTuple):
    """The lines of articles, one behind the other: the digest of each, its article, the first and last line of that article.

    A million articles have some nine million lines: what is not asked of all of them is computed for those that recur.
    """

    digest: NDArray[np.uint64]
    article: ShortRows
    start: ShortRows
    last: ShortRows

    @classmethod
    def of(cls, digests: Sequence[bytes]) -> "_Lines":
        counts = np.fromiter(map(len, digests), np.intp, len(digests)) // DIGEST_BYTES
        ends = np.cumsum(counts)
        return cls(
            np.frombuffer(b"".join(digests), np.uint64),
            np.repeat(np.arange(len(digests), dtype=np.int32), counts),
            np.repeat((ends - counts).astype(np.int32), counts),
            np.repeat((ends - 1).astype(np.int32), counts),
        )

    def furniture(self, source_of: Rows) -> Mask:
        """Return which lines are furniture, given the number of the source of each article."""
        articles = np.bincount(source_of)[source_of]
        least = np.maximum(MIN_TEXTS, articles * MIN_SHARE)
        least_anywhere = np.maximum(MIN_TEXTS_ANYWHERE, articles * MIN_SHARE_ANYWHERE)
        least_of_prose = np.maximum(MIN_TEXTS_OF_PROSE, articles * MIN_SHARE_OF_PROSE)
        line = self._numbered(source_of)
        prose = (self.digest & np.uint64(PROSE_BITS)).astype(np.int32)
        stories = _distinct(line, self._story(line, prose)[self.article], None, len(line))[line]
        recurs: Mask = (prose != PARAGRAPH_CHARACTERS) & (stories >= least[self.article])
        if not recurs.any():
            return recurs
        found = np.flatnonzero(recurs)
        at = np.flatnonzero(recurs & ~self.each_of_articles(recurs))
        kinds, kind = np.unique(line[found], return_inverse=True)
        kind_at = kind[np.searchsorted(found, at)]
        before, behind = self._neighbours(~recurs, at)
        texts = np.maximum(
            _distinct(kind_at, self.digest[before.nearest], before.nearest >= 0, len(kinds)),
            _distinct(kind_at, self.digest[behind.nearest], behind.nearest >= 0, len(kinds)),
        )
        is_at_edge = np.minimum(before.lines, behind.lines) < _EDGE_LINES
        times = np.bincount(kind_at, minlength=len(kinds))
        times_at_edge = np.bincount(kind_at, is_at_edge, minlength=len(kinds))
        stands_at_edge = times_at_edge >= _MIN_EDGE_SHARE * times
        article = self.article[found]
        needed = np.where(stands_at_edge[kind], least[article], least_anywhere[article])
        needed = np.where(prose[found] > 0, least_of_prose[article], needed)
        is_furniture = np.zeros_like(recurs)
        is_furniture[found] = np.minimum(texts[kind], stories[found]) >= needed
        return is_furniture

    def _story(self, line: Rows, prose: ShortRows) -> Rows:
        """Return a number for each article, the same for those that are editions or reprints of one text.

        More than a third of the prose of these stands in other articles too: their number is that of the line of it that
        most articles have.
        """
        times = _distinct(line, self.article, None, len(line))[line]
        again = np.flatnonzero((times > 1) & (prose > 0))
        of = self.article[again]
        number_of_articles = self.article[-1] + 1
        is_again = np.bincount(of, prose[again], number_of_articles) > _MAX_SHARE_AGAIN * np.bincount(
            self.article, prose, number_of_articles
        )
        story = np.arange(number_of_articles)
        order = np.lexsort((self.digest[again], -times[again], of))
        first = order[np.flatnonzero(np.diff(of[order], prepend=-1))]
        first = first[is_again[of[first]]]
        story[of[first]] = number_of_articles + line[again[first]]
        return story

    def each_of_articles(self, marked: Mask) -> Mask:
        """Return the lines of the articles of which every line is marked."""
        every: Mask = np.bincount(self.article, ~marked)[self.article] == 0
        return every

    def _numbered(self, source_of: Rows) -> Rows:
        """Return a number for each line, the same for the lines of one source with one digest."""
        order, is_new = _ordered(source_of[self.article], self.digest)
        numbers = np.empty(len(order), np.intp)
        numbers[order] = np.cumsum(is_new) - 1
        return numbers

    def _neighbours(self, is_text: Mask, rows: Rows) -> tuple["_Neighbours", "_Neighbours"]:
        """Return what of the text of its article stands before each of some lines, and behind it."""
        at = np.arange(len(is_text), dtype=np.int32)
        done = np.cumsum(is_text, dtype=np.int32)
        start, last = self.start[rows], self.last[rows]
        line = np.maximum.accumulate(np.where(is_text, at, np.int32(-1)))[rows]
        before = _Neighbours(np.where(line >= start, line, -1), done[rows] - (done[start] - is_text[start]))
        line = np.minimum.accumulate(np.where(is_text, at, np.int32(len(at)))[::-1])[::-1][rows]
        behind = _Neighbours(np.where(line <= last, line, -1), done[last] - done[rows])
        return before, behind


class _Neighbours(NamedTuple):
    """For each of some lines, the nearest line of the text on one side, -1 if there is none, and how many there are."""

    nearest: ShortRows
    lines: ShortRows


def _distinct(keys: Rows, values: NDArray[Any], counted: Mask | None, most: int) -> Rows:
    """Return how many different values each key below `most` has, of those that are counted."""
    if counted is not None:
        keys, values = keys[counted], values[counted]
    order, is_new = _ordered(keys, values)
    return np.bincount(keys[order[is_new]], minlength=most)


def _ordered(keys: Rows, values: NDArray[Any]) -> tuple[Rows, Mask]:
    """Return the order of pairs by key, then by value, and which of them, in that order, are not the pair before."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return order, is_new
