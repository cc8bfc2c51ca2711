"""`manchette kwic`, and `:kwic` in the shell: what a query matches, each occurrence between the words around it."""

import argparse

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import LineParser, Parser, add_format, add_limit, add_words, chosen, number
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.messages import say
from search.render import TEXT
from search.searcher import Page
from search.study.concordance import (
    CONTEXT_CHARACTERS,
    READ_ARTICLES,
    Concordance,
    Extent,
    Order,
    concordance,
)

_SHOWN = 20
"""Occurrences that the command line shows."""

_MIN_SHOWN_IN_SHELL = 18
"""Occurrences that the shell shows at least, on a page that scrolls where the screen is low."""

_ROWS_AROUND = 3
"""Rows of the page in the shell that are no occurrences: the heading and the notes."""

_ORDERS = tuple(order.value for order in Order)

_BY_DAY = "date"
"""Another name of the order of time."""


def _order(name: str) -> str:
    """Return the name of an order; another word as it is."""
    return Order.OLDEST.value if name.lower() == _BY_DAY else chosen(_ORDERS, name)


def _choice(parser: LineParser, shown: int) -> None:
    """Add the options that both faces have."""
    add_words(parser)
    parser.add_argument("--sort", type=_order, choices=_ORDERS, metavar="ORDER", help=say("kwic.sort"))
    parser.add_argument(
        "--context",
        type=number,
        default=CONTEXT_CHARACTERS,
        metavar="N",
        help=say("kwic.context", number=CONTEXT_CHARACTERS),
    )
    add_limit(parser, shown, say("kwic.limit", number=shown))
    parser.add_argument("--every", action="store_true", help=say("kwic.every", number=READ_ARTICLES))


def _options(parser: Parser) -> None:
    _choice(parser, _SHOWN)
    search_options.add_narrowing(parser)
    add_format(parser, Concordance)


def _extent(options: argparse.Namespace) -> Extent:
    return Extent(options.limit, 0 if options.every else READ_ARTICLES, options.context)


def _run(options: argparse.Namespace) -> ExitStatus:
    line, page = search_options.line(options.words), search_options.narrowing(options)
    order = Order(options.sort) if options.sort else None
    with open_index(options) as index:
        made = index.answer(lambda searcher: concordance(searcher, line, page, order, _extent(options)))
    if made.relaxed:
        complain("command.relaxed")
    if not made.is_whole and options.format != TEXT:
        complain("kwic.unread", count=made.read, matching=made.matching, option="--every")
    if made.total or options.format != TEXT:
        write(made, options)
    else:
        complain("kwic.no_word" if made.matching else "command.nothing_found")
    return ExitStatus.FOUND if made.total else ExitStatus.NOTHING_FOUND


def _in_shell(asked: Asked, argument: str) -> Concordance:
    """Return the concordance of the words of a line, else of the last query; the filters hold.

    Raises:
        SearchError: there are no words and no last query, or an option is wrong.
    """
    parser = LineParser(prog=":kwic")
    _choice(parser, max(_MIN_SHOWN_IN_SHELL, asked.rows - _ROWS_AROUND))
    options = parser.read(argument.split())
    line = search_options.asked_line(asked, " ".join(options.words), "kwic.nothing_to_show")
    page = Page(sort=asked.sort, filters=asked.filters, folded=asked.collapsed)
    order = Order(options.sort) if options.sort else None
    return asked.answers.answer(lambda searcher: concordance(searcher, line, page, order, _extent(options)))


COMMAND = Command(
    "kwic",
    _options,
    _run,
    faces=(Face("kwic", "k", "[WORDS]", "shell.kwic", ":kwic grève", _in_shell),),
)
