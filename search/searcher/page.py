"""Which page of an answer is asked for, and the filters that narrow the answer."""

from collections.abc import Sequence

from corpus.records import record
from index.engine import Sort
from search.language import Tree, tree
from search.planning.plan import Matching


@record
class Page:
    """A request for a page of an answer: `limit` articles from `offset` on, their order, the facets, the filters.

    `values` is the number of values of each facet of names, the most frequent first; None is all of them.  Where reprints
    are `folded`, each story is one result, and `limit` and `offset` count these.  It stands where the first of its articles
    would stand; the fullest of those that match is shown, or, in the orders of time, that first one, whose day is its place.
    Without `passages`, which are most of the work of a long page, the results have no snippet.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    matching: Matching = Matching.MOST
    facets: tuple[str, ...] = ()
    filters: tuple[Tree, ...] = ()
    values: int | None = None
    folded: bool = False
    passages: bool = True


def narrowed(typed: Tree, filters: Sequence[Tree]) -> Tree:
    """Return the tree together with filters.

    >>> from search.language import parse
    >>> str(narrowed(parse("maroc OR mali"), [parse("date:2025"), parse("source:map")]))
    '(maroc OR mali) AND date:2025 AND source:map'
    """
    clauses = typed.clauses if isinstance(typed, tree.And) else (typed,)
    return tree.And((*clauses, *filters)) if filters else typed
