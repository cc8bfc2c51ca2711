"""`manchette query`, and `:explain` in the shell: answer one query, and show how it was read."""

import argparse
import re
import sys
from typing import TYPE_CHECKING

from corpus.records import replace
from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Answers, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import (
    Parser,
    add_fields,
    add_format,
    add_limit,
    add_words,
    check_fields,
    number,
)
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, note, write
from search.counts.facets import MAX_SHOWN_VALUES
from search.errors import SearchError
from search.messages import say
from search.render import TEXT
from search.render.chosen_fields import chosen
from search.render.clauses import line_text
from search.results import Result, Results
from search.searcher import Page

if TYPE_CHECKING:
    from search.study.explanation import Explanation  # most queries ask for none

_PAGE_ARTICLES = 10
"""Articles on a page, unless the person asks for another number."""


def _options(parser: Parser) -> None:
    add_words(parser)
    add_options(parser)


def add_options(parser: Parser) -> None:
    """Add the options of an answer, which a saved search has too."""
    add_limit(parser, _PAGE_ARTICLES, say("option.limit_page"))
    parser.add_argument("--offset", type=number, default=0, help=say("option.offset"))
    search_options.add(parser)
    parser.add_argument(
        "--collapse", action=argparse.BooleanOptionalAction, default=None, help=say("option.collapse")
    )
    add_format(parser, Results)
    add_fields(parser)
    parser.add_argument("--count", action="store_true", help=say("option.count"))
    parser.add_argument("--explain", action="store_true", help=say("option.explain"))
    parser.add_argument("--why", type=number, default=0, metavar="RANK", help=say("option.why"))


def _run(options: argparse.Namespace) -> ExitStatus:
    check_fields(options)
    page = replace(
        search_options.page(options),
        limit=0 if options.count else options.limit,
        offset=options.offset,
        values=MAX_SHOWN_VALUES if options.format == TEXT else None,
        folded=options.format == TEXT if options.collapse is None else options.collapse,
    )
    with open_index(options) as index:
        line = search_options.line(options.words)
        results = index.search(line, page)
        if options.explain or options.why:
            note(
                explain(index, line, page, _of_rank(index, line, page, options.why) if options.why else None)
            )
        offered = index.searcher.respelt(results)
    count = results.total.count
    if results.relaxed and not (options.format == TEXT and sys.stdout.isatty()):  # there the page says so
        complain("command.relaxed")
    if options.count:
        sys.stdout.write(f"{count}\n")
    elif count or options.format != TEXT:
        write(chosen(results, options.fields), options)
    else:
        complain("command.nothing_found")
    if offered:
        complain("command.offered", line=line_text(offered))
    return ExitStatus.FOUND if count else ExitStatus.NOTHING_FOUND


def explain(answers: Answers, line: str, page: Page, result: Result | None = None) -> "Explanation":
    """Return how a line is read, and why a result of its answer has its rank."""
    from search.study.explanation import explanation

    return answers.answer(lambda searcher: explanation(searcher, line, page, result))


def _of_rank(answers: Answers, line: str, page: Page, rank: int) -> Result:
    """Return the result of a rank of an answer.

    Raises:
        SearchError: there is no such rank.
    """
    results = answers.search(line, replace(page, limit=1, offset=rank - 1, facets=()))
    if not results.results:
        raise SearchError("command.no_rank", rank=rank, count=results.total.count)
    return results.results[0]


def _explain(asked: Asked, argument: str) -> "Explanation":
    """Return how a query is read; of the last query with its filters, also why the result of a rank has it."""
    page = Page(filters=asked.filters, sort=asked.sort)
    if re.fullmatch("[0-9]{1,9}", argument):
        result = asked.result(int(argument))
        return explain(asked.answers, asked.line or search_options.EVERY_ARTICLE, page, result)
    line = argument or asked.line
    if not line:
        raise SearchError("shell.nothing_to_explain")
    return explain(asked.answers, line, Page() if argument else page)


COMMAND = Command(
    "query",
    _options,
    _run,
    faces=(Face("explain", "ex", "[N|QUERY]", "shell.explain", ":explain 3", _explain),),
)
