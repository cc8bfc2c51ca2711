"""`manchette query`, and `:explain` in the shell: answer one query, and show how it was read."""

import argparse
import sys
from dataclasses import replace

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format, add_limit, add_words, number
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, report, write
from search.counts.facets import MAX_SHOWN_VALUES
from search.errors import SearchError
from search.messages import say
from search.render import TEXT
from search.render.explanation import explained
from search.results import Explanation, Results
from search.searcher import Page

_PAGE_ARTICLES = 10
"""Articles on a page, unless the person asks for another number."""


def _options(parser: Parser) -> None:
    add_words(parser)
    add_limit(parser, _PAGE_ARTICLES, say("command.limit_page"))
    parser.add_argument("--offset", type=number, default=0, help=say("command.offset"))
    search_options.add(parser)
    parser.add_argument(
        "--collapse", action=argparse.BooleanOptionalAction, default=None, help=say("command.collapse")
    )
    add_format(parser, Results)
    parser.add_argument("--count", action="store_true", help=say("command.count"))
    parser.add_argument("--explain", action="store_true", help=say("command.explain"))


def _run(options: argparse.Namespace) -> ExitStatus:
    page = replace(
        search_options.page(options),
        limit=0 if options.count else options.limit,
        offset=options.offset,
        values=MAX_SHOWN_VALUES if options.format == TEXT else None,
        folded=options.format == TEXT if options.collapse is None else options.collapse,
    )
    with open_index(options) as index:
        results = index.search(search_options.line(options.words), page)
        offered = index.answer(lambda searcher: searcher.respelt(results))
    count = results.total.count
    if options.explain:
        report("\n".join(explained(results)))
    if results.relaxed and not (options.format == TEXT and sys.stdout.isatty()):  # there the page says so
        complain("command.relaxed")
    if options.count:
        sys.stdout.write(f"{count}\n")
    elif count or options.format != TEXT:
        write(results, options)
    else:
        complain("command.nothing_found")
    if offered:
        complain("command.offered", line=offered)
    return ExitStatus.FOUND if count else ExitStatus.NOTHING_FOUND


def _explain(asked: Asked, argument: str) -> Explanation:
    """Return how a query is read; without an argument, the last query with its filters."""
    line = argument or asked.line
    if not line:
        raise SearchError("shell.nothing_to_explain")
    return Explanation(asked.answers.search(line, Page(limit=0, filters=() if argument else asked.filters)))


COMMAND = Command(
    "query",
    "command.query",
    _options,
    _run,
    faces=(Face("explain", "ex", "[QUERY]", "shell.explain", ":explain ONU", _explain),),
)
