"""The options of the commands that search: the filters, the order, the facets."""

import argparse
from collections.abc import Sequence

from corpus.records import replace
from index.engine import Sort
from search.commandline.face import Asked
from search.commandline.options import Parser
from search.commandline.streams import STANDARD_INPUT, input_text
from search.counts.facets import engine_facet
from search.errors import SearchError
from search.language import Tree, tree
from search.messages import say
from search.planning.plan import Matching
from search.searcher import Page

EVERY_ARTICLE = "*"
"""The query of a command line without words."""


def add(parser: Parser) -> None:
    """Add the options that narrow, sort and count an answer."""
    add_sort(parser)
    add_narrowing(parser)
    parser.add_argument("--facet", action="append", default=[], metavar="FIELD", help=say("option.facet"))


def add_sort(parser: Parser) -> None:
    """Add the option for the order of an answer."""
    parser.add_argument(
        "--sort",
        choices=tuple(order.value for order in Sort),
        default=Sort.RELEVANCE.value,
        help=say("option.sort"),
    )


def add_narrowing(parser: Parser) -> None:
    """Add the options that narrow an answer."""
    add_bounds(parser)
    matching = parser.add_mutually_exclusive_group()
    for option, help_ in ((Matching.ALL, say("option.all")), (Matching.ANY, say("option.any"))):
        matching.add_argument(f"--{option}", dest="matching", action="store_const", const=option,
                              default=Matching.MOST, help=help_)  # fmt: skip


def add_bounds(parser: Parser) -> None:
    """Add the options for the first and the last day of an answer."""
    parser.add_argument("--since", metavar="DATE", help=say("option.since"))
    parser.add_argument("--until", metavar="DATE", help=say("option.until"))


def line(words: Sequence[str]) -> str:
    """Return the query of the words of a command line; without words, the query for every article.

    `-` alone stands for the text of standard input, whose lines are one query.
    """
    if list(words) == [STANDARD_INPUT]:
        return " ".join(input_text().split())
    return " ".join(words) if words else EVERY_ARTICLE


def asked_line(asked: Asked, words: str, code: str) -> str:
    """Return the query of the words of a line of the shell; without words, the last one.

    Filters alone are a query for every article within them.

    Raises:
        SearchError: there is no word, no last query and no filter; `code` says it.
    """
    typed = words or asked.line or (EVERY_ARTICLE if asked.filters else "")
    if not typed:
        raise SearchError(code)
    return typed


def separated(argument: str) -> list[str]:
    """Return the queries of a line of the shell that has several, with `;` between them, or with `|`.

    >>> separated("ONU ; UE"), separated("ONU | UE"), separated("; grève")
    (['ONU', 'UE'], ['ONU', 'UE'], ['', 'grève'])
    """
    separator = ";" if ";" in argument else "|"
    return [typed.strip() for typed in argument.split(separator)]


def page(options: argparse.Namespace) -> Page:
    """Return the first page that the options ask for.

    Raises:
        DateError: a day cannot be read.
        SearchError: there is no such facet.
    """
    for facet in options.facet:
        engine_facet(facet)
    return replace(narrowing(options), sort=Sort(options.sort), facets=tuple(options.facet))


def narrowing(options: argparse.Namespace) -> Page:
    """Return the first page of what the options of `add_narrowing` ask for.

    Raises:
        DateError: a day cannot be read.
    """
    return Page(matching=options.matching, filters=bounds(options))


def bounds(options: argparse.Namespace) -> tuple[Tree, ...]:
    """Return the filters of `--since` and `--until`.

    Raises:
        DateError: a day cannot be read.
    """
    typed = [(sign, day) for sign, day in ((">=", options.since), ("<=", options.until)) if day]
    if typed:
        from search.language import days  # 6 ms, and most queries have no date

        for sign, day in typed:
            days.check(day)  # first without the sign, which nobody typed and no error shows
            days.check(f"{sign}{day}")
    return tuple(tree.Dates(f"{sign}{day}") for sign, day in typed)
