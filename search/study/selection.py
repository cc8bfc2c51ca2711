"""The articles to take away: the whole answer to a query, or the articles that a person marked."""

from collections.abc import Callable, Iterator, Sequence

from corpus import Article
from corpus.records import record
from index.query import Everything
from search.errors import SearchError
from search.results import Result
from search.searcher import Page, Searcher
from search.snippet import Highlighter, Snippet

_NO_PASSAGE = Snippet("", ())


@record
class Parts:
    """The parts of a result that cost a computation each, and that are made only where a format shows them."""

    passages: bool = False
    printings: bool = False


@record
class Selection:
    """The results to take away, one after the other, and what they answer.

    `line` is the query, "" for marked articles, and `page` has its filters and its order.  `count` is the number of
    results; where reprints are folded, the number is only known to be no larger.  Where the answer is `relaxed`, no
    article has all the words.  `highlighter` finds what the query matches.  `results` can be taken once; an article is
    read when it is taken.
    """

    searcher: Searcher
    line: str
    page: Page
    count: int
    relaxed: bool
    highlighter: Highlighter
    results: Iterator[Result]


def answered(searcher: Searcher, line: str, page: Page, parts: Parts = Parts()) -> Selection:
    """Return the whole answer to a line, or as many results as the page has; a limit of 0 means every result.

    Raises:
        QuerySyntaxError: the line is not a query.
        Unsupported: the engine cannot honour a part of the query.
    """
    stream = searcher.stream(line, page)
    behind = max(0, stream.total.count - page.offset)
    highlighter = Highlighter(stream.asked)
    make = _maker(searcher, highlighter, parts)
    results = (
        make(rank, hit.score, hit.article) for rank, hit in enumerate(stream.hits, start=page.offset + 1)
    )
    count = min(behind, page.limit) if page.limit else behind
    return Selection(searcher, line, page, count, stream.relaxed, highlighter, results)


def marked(searcher: Searcher, ids: Sequence[str], parts: Parts = Parts()) -> Selection:
    """Return the articles with these ids, in their order; an article that is no longer in the index is left out.

    Raises:
        SearchError: none of them is in the index.
    """
    found = list(filter(None, map(searcher.article, ids)))
    if not found:
        raise SearchError("export.no_marks")
    highlighter = Highlighter(Everything())
    make = _maker(searcher, highlighter, parts)
    results = (make(rank, 0.0, article) for rank, article in enumerate(found, start=1))
    return Selection(
        searcher, "", Page(), len(found), relaxed=False, highlighter=highlighter, results=results
    )


def _maker(
    searcher: Searcher, highlighter: Highlighter, parts: Parts
) -> Callable[[int, float, Article], Result]:
    """Return the function that makes a result of an article."""

    def make(rank: int, score: float, article: Article) -> Result:
        return Result(
            rank,
            score,
            article,
            Snippet(article.title, ()),
            highlighter.passage(article.text) if parts.passages else _NO_PASSAGE,
            searcher.printings(article.id) if parts.printings else (),
            searcher.kept(article.id),
        )

    return make
