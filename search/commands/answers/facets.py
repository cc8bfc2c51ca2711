"""`manchette facets`, and `:facets` in the shell: the values of a facet, counted."""

import argparse

from corpus.records import replace
from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format, add_limit, add_words
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.counts.facets import USUAL_FACETS
from search.messages import say
from search.render import TEXT
from search.render.panel import PANEL_VALUES, field_label
from search.results import FacetCount, FacetPanel
from search.searcher import Page

_MAX_VALUES = 20
"""Values of a facet that the command line shows."""


def count(answers: Answers, line: str, facet: str, page: Page, limit: int | None = None) -> FacetCount:
    """Return the values of a facet in the articles of an answer; with a `limit`, the first ones.

    Raises:
        SearchError: there is no such facet.
    """
    return FacetCount(facet, answers.search(line, _counting(page, (facet,), limit)), limit)


def panel(answers: Answers, line: str, page: Page) -> FacetPanel:
    """Return the first values of each of the usual facets in the articles of an answer."""
    return FacetPanel(answers.search(line, _counting(page, USUAL_FACETS, PANEL_VALUES + 1)).facets)


def _counting(page: Page, facets: tuple[str, ...], values: int | None) -> Page:
    return replace(page, limit=0, offset=0, facets=facets, values=values)


def _options(parser: Parser) -> None:
    parser.add_argument("field", metavar="FIELD", help=say("option.facet_field"))
    add_words(parser)
    add_limit(parser, _MAX_VALUES, say("option.limit_values"))
    search_options.add_narrowing(parser)
    add_format(parser, FacetCount)


def _run(options: argparse.Namespace) -> ExitStatus:
    line = search_options.line(options.words)
    page = search_options.narrowing(options)
    with open_index(options) as index:
        counted = count(index, line, options.field, page, options.limit or None)
    if not counted.values:
        _complain(counted)
        if options.format == TEXT:
            return ExitStatus.NOTHING_FOUND
    write(counted, options)
    return ExitStatus.FOUND if counted.values else ExitStatus.NOTHING_FOUND


def _complain(counted: FacetCount) -> None:
    """Say that there is nothing to count: no article, or no value in the articles."""
    articles = counted.answer.total.count
    if articles:
        complain("command.no_value", field=field_label(counted.facet), count=articles)
    else:
        complain("command.nothing_found")


def _in_shell(asked: Asked, argument: str) -> FacetCount | FacetPanel:
    """Return the values of the named facet in the articles of the answer; of the usual facets if the line names no facet."""
    line, page = asked.line or search_options.EVERY_ARTICLE, Page(filters=asked.filters)
    facet = argument.lower().rstrip(":")
    return count(asked.answers, line, facet, page) if facet else panel(asked.answers, line, page)


COMMAND = Command(
    "facets",
    _options,
    _run,
    faces=(Face("facets", "fa", "[FIELD]", "shell.facets", ":facets person", _in_shell, Argument.FACET),),
)
