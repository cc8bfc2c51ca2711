"""The companions of a query: the words and the names over-represented in its answer, beside all other articles."""

from collections.abc import Mapping, Sequence

from corpus.records import record
from search.searcher import Page, Searcher
from search.study.portrait import Beside, Portrait, marks, portrait

_EVERY_ARTICLE = "*"


@record
class Companion:
    """A word or a name: the number of articles of the answer that have it, and of all articles within the filters.

    `lift` says how many times more often the articles of the answer have it than all articles; `score` is the
    log-likelihood ratio.
    """

    kind: str
    text: str
    articles: int
    everywhere: int
    lift: float
    score: float


@record
class Companions:
    """The companions of the query of a line, which has its filters behind it, by their kind, the surest first.

    The answer has `articles` of the `total` articles within the filters; its words come from `read` of them.
    """

    line: str
    articles: int
    total: int
    read: int
    relaxed: bool
    of_kind: Mapping[str, Sequence[Companion]]


def companions(
    searcher: Searcher, line: str, page: Page, kinds: Sequence[str], most: int | None
) -> Companions:
    """Return the `most` companions of each kind of the query of a line; None is all that are significant.

    The answer is compared with the other articles within the filters of the page.

    Raises:
        QuerySyntaxError: the line is not a query.
        Unsupported: the engine cannot honour a part of the query.
    """
    answer = portrait(searcher, line, page, kinds)
    every = portrait(searcher, _EVERY_ARTICLE, page, ())
    of_kind = {kind: _of_kind(answer, every, kind, most) for kind in kinds}
    return Companions(
        answer.line, answer.articles, every.articles, len(answer.vocabulary), answer.relaxed, of_kind
    )


def _of_kind(answer: Portrait, every: Portrait, kind: str, most: int | None) -> tuple[Companion, ...]:
    everywhere: dict[str, int] = {}

    def others_having(things: Sequence[str]) -> Sequence[int]:
        everywhere.update(zip(things, every.having(kind, things), strict=True))
        here = answer.having(kind, things)
        return [everywhere[thing] - articles for thing, articles in zip(things, here, strict=True)]

    beside = Beside(
        every.articles - answer.articles,
        others_having,
        every.articles,
        every.nearly_having,
    )
    return tuple(
        Companion(
            kind,
            mark.shown,
            mark.here,
            everywhere[mark.thing],
            mark.here * every.articles / (answer.articles * everywhere[mark.thing]),
            mark.score,
        )
        for mark in marks(answer, kind, beside, most)
    )
