"""What the commands that search have in common: the words, the filters, the order, the facets."""

import argparse
from collections.abc import Sequence

from index.engine import Sort
from search.commandline.parser import Parser
from search.facets import engine_facet
from search.language import Tree, days, tree
from search.plan import Matching
from search.searcher import Page


def options(parser: Parser) -> None:
    """Add what narrows, orders and counts an answer."""
    parser.add_argument(
        "--sort",
        choices=[order.value for order in Sort],
        default=Sort.RELEVANCE.value,
        help="the order of the answer",
    )
    parser.add_argument("--since", metavar="DATE", help="from this day, month or year on: 2025-11, hier, 7j")
    parser.add_argument("--until", metavar="DATE", help="up to this day, month or year")
    parser.add_argument(
        "--facet", action="append", default=[], metavar="FIELD", help="count its values (repeatable)"
    )
    words = parser.add_mutually_exclusive_group()
    for matching in (Matching.ALL, Matching.ANY):
        words.add_argument(f"--{matching}", dest="matching", action="store_const", const=matching,
                           default=Matching.MOST, help=f"articles that have {matching} of the words")  # fmt: skip


def line(words: Sequence[str]) -> str:
    """Return the query of the words of a command line; without any, every article is asked for."""
    return " ".join(words) if words else "*"


def page(options: argparse.Namespace) -> Page:
    """Return the first page of what was asked.

    Raises:
        DateError: a day is none.
        SearchError: there is no such facet.
    """
    for facet in options.facet:
        engine_facet(facet)
    return Page(
        sort=Sort(options.sort),
        matching=options.matching,
        facets=tuple(options.facet),
        filters=_bounds(options),
    )


def _bounds(options: argparse.Namespace) -> tuple[Tree, ...]:
    """Return the filters of `--since` and `--until`."""
    asked = [(">=", options.since), ("<=", options.until)]
    filters = tuple(tree.Dates(f"{sign}{day}") for sign, day in asked if day)
    for dates in filters:
        days.check(dates.expression)
    return filters
