"""What sets two answers apart: the words and the names over-represented in one beside the other."""

from collections.abc import Mapping, Sequence

from corpus.records import record
from index.query import And
from search.searcher import Page, Searcher
from search.study.portrait import Beside, Portrait, marks, portrait


@record
class Distinction:
    """A word or a name that sets an answer apart: the articles that have it `here`, and those of the other answer.

    `score` is the log-likelihood ratio.
    """

    kind: str
    text: str
    here: int
    there: int
    score: float


@record
class Side:
    """One of two answers: its line, the number of its `articles`, how many its words come from (`read`), what sets it apart."""

    line: str
    articles: int
    read: int
    relaxed: bool
    of_kind: Mapping[str, Sequence[Distinction]]


@record
class Comparison:
    """Two answers, and the number of articles that stand in `both`."""

    sides: tuple[Side, Side]
    both: int


def compare(
    searcher: Searcher, lines: tuple[str, str], page: Page, kinds: Sequence[str], most: int | None
) -> Comparison:
    """Return the `most` things of each kind that set each of two answers apart; None is all that are significant.

    An article of both answers counts on both sides.

    Raises:
        QuerySyntaxError: a line is not a query.
        Unsupported: the engine cannot honour a part of a query.
    """
    first, second = (portrait(searcher, line, page, kinds) for line in lines)
    sides = _side(first, second, kinds, most), _side(second, first, kinds, most)
    return Comparison(sides, searcher.count(And((first.asked, second.asked))))


def _side(answer: Portrait, other: Portrait, kinds: Sequence[str], most: int | None) -> Side:
    of_kind = {kind: _of_kind(answer, other, kind, most) for kind in kinds}
    return Side(answer.line, answer.articles, len(answer.vocabulary), answer.relaxed, of_kind)


def _of_kind(answer: Portrait, other: Portrait, kind: str, most: int | None) -> tuple[Distinction, ...]:
    beside = Beside(
        other.articles,
        lambda things: other.having(kind, things),
        len(other.vocabulary),
        lambda words: [other.vocabulary.counts.get(one, 0) for one in words],
    )
    found = marks(answer, kind, beside, most, other)
    return tuple(Distinction(kind, mark.shown, mark.here, mark.there, mark.score) for mark in found)
