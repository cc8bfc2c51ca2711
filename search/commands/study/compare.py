"""`manchette compare`, and `:compare` in the shell: what sets two answers apart."""

import argparse

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Answers, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format, add_limit
from search.commandline.search_options import separated
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.errors import SearchError
from search.messages import say
from search.render import TEXT
from search.searcher import Page
from search.study.comparison import Comparison, compare
from search.study.portrait import KINDS

_SHOWN = 10
"""Words, and names, of each answer that are shown."""


def contrast(answers: Answers, lines: tuple[str, str], page: Page, most: int | None) -> Comparison:
    """Return what sets the answers to two lines apart, within the filters of a page.

    Raises:
        QuerySyntaxError: a line is not a query.
    """
    return answers.answer(lambda searcher: compare(searcher, lines, page, KINDS, most))


def _options(parser: Parser) -> None:
    parser.add_argument("first", metavar="A", help=say("contrast.one_answer"))
    parser.add_argument("second", metavar="B", help=say("contrast.one_answer"))
    add_limit(parser, _SHOWN, say("contrast.limit_side"))
    search_options.add_narrowing(parser)
    add_format(parser, Comparison)


def _run(options: argparse.Namespace) -> ExitStatus:
    lines, page = (options.first, options.second), search_options.narrowing(options)
    with open_index(options) as index:
        compared = contrast(index, lines, page, options.limit or None)
    if all(side.articles for side in compared.sides) or options.format != TEXT:
        write(compared, options)
    else:
        complain("command.nothing_found")
    is_found = any(one for side in compared.sides for one in side.of_kind.values())
    return ExitStatus.FOUND if is_found else ExitStatus.NOTHING_FOUND


def _in_shell(asked: Asked, argument: str) -> Comparison:
    """Return what sets two queries apart, within the filters.

    Raises:
        SearchError: the line has not two queries.
    """
    match separated(argument):
        case [first, second] if first and second:
            return contrast(asked.answers, (first, second), Page(filters=asked.filters), _SHOWN)
    raise SearchError("contrast.which_two")


COMMAND = Command(
    "compare",
    _options,
    _run,
    faces=(Face("compare", "cm", "A ; B", "shell.compare", ":compare ONU ; UE", _in_shell),),
)
