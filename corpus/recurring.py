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

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio: its product has in its highest bits what all bits of a digest say (Knuth, vol. 3, 6.4)."""

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
    numbers: dict[str, int] = {}
    source_of = np.array([numbers.setdefault(source, len(numbers)) for source in sources], np.intp)
    counts = np.fromiter(map(len, digests), np.intp, len(digests)) // DIGEST_BYTES
    found = recurring_in(source_of, counts, np.frombuffer(b"".join(digests), np.uint64))
    return [found.get(article, ()) for article in range(len(digests))]


def recurring_in(source_of: Rows, counts: Rows, digests: NDArray[np.uint64]) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the lines that are furniture, by the number of each article that has some.

    `source_of` has the number of the source of each article, `counts` how many lines it has, `digests` those of all lines.
    """
    if not len(digests):
        return {}
    every = _Every.of(counts, digests)
    is_furniture = every.furniture(source_of)
    if (source_of != source_of[0]).any():
        is_furniture |= every.furniture(np.zeros_like(source_of))
    at = np.flatnonzero(is_furniture)
    articles = every.article[at]
    numbers = at - (np.cumsum(counts) - counts)[articles]
    starts = np.flatnonzero(np.diff(articles, prepend=-1))
    return {
        article: tuple(within.tolist())
        for article, within in zip(articles[starts].tolist(), np.split(numbers, starts[1:]), strict=False)
        if len(within) < counts[article]  # an article of furniture alone stays as it is
    }


class _Every(NamedTuple):
    """The lines of all articles, one behind the other: of each its article, its digest, some bits of the digest (`bucket`).

    `counts` has the number of lines of each article, `in_bucket` how many lines have the same bits: no line stands in more
    places.  Beside these nothing is computed of all lines, of which most stand in one place.
    """

    counts: Rows
    article: ShortRows
    digest: NDArray[np.uint64]
    bucket: Rows
    in_bucket: Rows

    @classmethod
    def of(cls, counts: Rows, digests: NDArray[np.uint64]) -> "_Every":
        bucket = _buckets(digests)
        article = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        return cls(counts, article, digests, bucket, np.bincount(bucket))

    def furniture(self, source_of: Rows) -> Mask:
        """Return which lines are furniture, given the number of the source of each article."""
        found = np.zeros(len(self.digest), np.bool_)
        articles_of = np.bincount(source_of)[source_of]
        is_needed = self._needed(source_of, articles_of)
        if is_needed.any():
            of_needed = np.repeat(is_needed, self.counts)
            lines = _Lines.of(self.counts[is_needed], self.digest[of_needed])
            found[of_needed] = lines.furniture(source_of[is_needed], articles_of[is_needed])
        return found

    def _needed(self, source_of: Rows, articles_of: Rows) -> Mask:
        """Return the articles that decide what is furniture; the lines of the others change nothing.

        These are the articles with a line that may be furniture, those that have another line in common with them that may
        recur, and those that have prose in common with either, by which they may be one story.  `articles_of` has the number of
        articles of the source of each article.  Of 100,000 articles in 40 sources these are 1,914, of 36,016 in one none.
        """
        least = np.ceil(_least(articles_of, MIN_TEXTS, MIN_SHARE)).astype(np.int32)
        is_needed = np.zeros(len(self.counts), np.bool_)
        if least.min() > self.in_bucket.max():
            return is_needed
        some = np.flatnonzero(self.in_bucket.astype(np.int32)[self.bucket] >= np.repeat(least, self.counts))
        some = some[_prose(self.digest[some]) != PARAGRAPH_CHARACTERS]
        least_of_prose = _least(articles_of, MIN_TEXTS_OF_PROSE, MIN_SHARE_OF_PROSE)[self.article[some]]
        is_frequent = self.in_bucket[self.bucket[some]] >= least_of_prose
        is_needed |= self._having(some[is_frequent | (_prose(self.digest[some]) == 0)], source_of, least)
        is_needed |= self._having(some[is_needed[self.article[some]]], source_of, least)
        again = np.flatnonzero(np.repeat(is_needed, self.counts))
        again = again[(self.in_bucket[self.bucket[again]] > 1) & (_prose(self.digest[again]) > 0)]
        return is_needed | self._having(again, source_of, np.full_like(least, 2))

    def _having(self, lines: Rows, source_of: Rows, least: NDArray[np.int32]) -> Mask:
        """Return the articles that have one of some lines, if the source may have it in so many places at least."""
        has = np.zeros(len(self.counts), np.bool_)
        if not len(lines):
            return has
        is_there = np.zeros(len(self.in_bucket), np.bool_)
        is_there[self.bucket[lines]] = True
        some = np.flatnonzero(is_there[self.bucket])
        article = self.article[some]
        bucket = _buckets(self.digest[some] ^ source_of[article].astype(np.uint64) * _SPREAD)
        in_bucket = np.bincount(bucket)
        own = np.searchsorted(some, lines)  # all of them are there
        is_there = np.zeros(len(in_bucket), np.bool_)
        is_there[bucket[own[in_bucket[bucket[own]] >= least[article[own]]]]] = True
        has[article[is_there[bucket]]] = True
        return has


def _buckets(digests: NDArray[np.uint64]) -> Rows:
    """Return some bits of each digest, as many as leave a bucket for a digest."""
    bits = max(len(digests).bit_length(), 8)
    spread = digests * _SPREAD
    spread >>= np.uint64(64 - bits)
    return spread.view(np.intp)


def _prose(digests: NDArray[np.uint64]) -> NDArray[np.int32]:
    """Return how many characters lines of prose have, 0 for a line that is none."""
    return (digests & np.uint64(PROSE_BITS)).astype(np.int32)


def _least(articles: Rows, texts: int, share: float) -> NDArray[np.float64]:
    """Return the larger one of a number of texts and a share of some numbers of articles."""
    least: NDArray[np.float64] = np.maximum(texts, articles * share)
    return least


class _Lines(NamedTuple):
    """The lines of articles, one behind the other: the digest of each, its article, the first and last line of that article.

    A million articles have some nine million lines: what is not asked of all of them is computed for those that recur.
    """

    digest: NDArray[np.uint64]
    article: ShortRows
    start: ShortRows
    last: ShortRows

    @classmethod
    def of(cls, counts: Rows, digests: NDArray[np.uint64]) -> "_Lines":
        ends = np.cumsum(counts)
        return cls(
            digests,
            np.repeat(np.arange(len(counts), dtype=np.int32), counts),
            np.repeat((ends - counts).astype(np.int32), counts),
            np.repeat((ends - 1).astype(np.int32), counts),
        )

    def furniture(self, source_of: Rows, articles_of: Rows) -> Mask:
        """Return which lines are furniture, given the number of the source of each article, and how many that source has."""
        some = self._repeated()
        articles = articles_of[self.article[some]]
        least = _least(articles, MIN_TEXTS, MIN_SHARE)
        least_anywhere = _least(articles, MIN_TEXTS_ANYWHERE, MIN_SHARE_ANYWHERE)
        least_of_prose = _least(articles, MIN_TEXTS_OF_PROSE, MIN_SHARE_OF_PROSE)
        line = _numbered(source_of[self.article[some]], self.digest[some])
        prose = _prose(self.digest)
        stories = _distinct(line, self._story(some, line, prose)[self.article[some]], len(line))[line]
        recurs = np.zeros(len(self.digest), np.bool_)
        recurs[some] = (prose[some] != PARAGRAPH_CHARACTERS) & (stories >= least)
        if not recurs.any():
            return recurs
        is_counted = (recurs & ~self.each_of_articles(recurs))[some]
        at, counted = some[is_counted], line[is_counted]
        before, behind = self._neighbours(~recurs, at)
        texts = np.maximum(
            self._different(counted, before.nearest, len(line)),
            self._different(counted, behind.nearest, len(line)),
        )
        is_at_edge = np.minimum(before.lines, behind.lines) < _EDGE_LINES
        times = np.bincount(counted, minlength=len(line))
        times_at_edge = np.bincount(counted, is_at_edge, minlength=len(line))
        stands_at_edge = times_at_edge >= _MIN_EDGE_SHARE * times
        needed = np.where(stands_at_edge[line], least, least_anywhere)
        needed = np.where(prose[some] > 0, least_of_prose, needed)
        is_furniture = np.zeros_like(recurs)
        is_furniture[some] = recurs[some] & (np.minimum(texts[line], stories) >= needed)
        return is_furniture

    def _different(self, line: Rows, beside: ShortRows, most: int) -> Rows:
        """Return beside how many different lines each line below `most` stands, by the positions of those; -1 is none."""
        there = beside >= 0
        _, digest = np.unique(self.digest[beside[there]], return_inverse=True)
        return _distinct(line[there], digest, most)

    def _repeated(self) -> Rows:
        """Return the positions of some lines, among them all that stand in several places.

        The lines that share some bits of their digests with no other line are left aside, four fifths: to sort the lines of
        100,000 articles takes most of the time of a decision.
        """
        bits = max(len(self.digest).bit_length() + 2, 8)
        buckets = (self.digest * _SPREAD >> np.uint64(64 - bits)).astype(np.intp)
        return np.flatnonzero(np.bincount(buckets)[buckets] > 1)

    def _story(self, some: Rows, line: Rows, prose: ShortRows) -> Rows:
        """Return a number for each article, the same for those that are editions or reprints of one text.

        More than a third of the prose of these stands in other articles too: their number is that of the line of it that
        most articles have.  `some` are the positions of the lines that may stand in other articles, `line` their numbers.
        """
        times = _distinct(line, self.article[some], len(line))[line]
        is_again = (times > 1) & (prose[some] > 0)
        again, line, times = some[is_again], line[is_again], times[is_again]
        of = self.article[again]
        number_of_articles = self.article[-1] + 1
        is_story = np.bincount(of, prose[again], number_of_articles) > _MAX_SHARE_AGAIN * np.bincount(
            self.article, prose, number_of_articles
        )
        story = np.arange(number_of_articles)
        order = np.lexsort((self.digest[again], -times, of))
        first = order[np.flatnonzero(np.diff(of[order], prepend=-1))]
        first = first[is_story[of[first]]]
        story[of[first]] = number_of_articles + line[first]
        return story

    def each_of_articles(self, marked: Mask) -> Mask:
        """Return the lines of the articles of which every line is marked."""
        every: Mask = np.bincount(self.article, ~marked)[self.article] == 0
        return every

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


def _numbered(sources: Rows, digests: NDArray[np.uint64]) -> Rows:
    """Return a number for each line, the same for the lines of one source with one digest."""
    _, digest = np.unique(digests, return_inverse=True)
    order, is_new = _ordered(sources, digest)
    numbers = np.empty(len(order), np.intp)
    numbers[order] = np.cumsum(is_new) - 1
    return numbers


def _distinct(keys: Rows, values: NDArray[Any], most: int) -> Rows:
    """Return how many different values each key below `most` has."""
    order, is_new = _ordered(keys, values)
    return np.bincount(keys[order[is_new]], minlength=most)


def _ordered(keys: Rows, values: NDArray[Any]) -> tuple[Rows, Mask]:
    """Return the order of pairs by key, then by value, and which of them, in that order, are not the pair before.

    Both are one number for the sort, which takes a third of the time of `lexsort`.
    """
    codes = keys * (values.max(initial=0) + 1) + values
    order = np.argsort(codes)
    codes = codes[order]
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = codes[1:] != codes[:-1]
    return order, is_new
