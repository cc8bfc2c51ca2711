"""`manchette companions`, and `:companions` in the shell: the words and names over-represented in an answer."""

import argparse
from collections.abc import Sequence

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Answers, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format, add_limit, add_words
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.messages import say
from search.render import TEXT
from search.searcher import Page
from search.study.companions import Companions, companions
from search.study.portrait import KINDS

_SHOWN = 20
"""Words, and names, that are shown."""

_ALL = "all"


def find(answers: Answers, line: str, page: Page, kinds: Sequence[str], most: int | None) -> Companions:
    """Return the companions of the query of a line, within the filters of a page.

    Raises:
        QuerySyntaxError: the line is not a query.
    """
    return answers.answer(lambda searcher: companions(searcher, line, page, kinds, most))


def _options(parser: Parser) -> None:
    add_words(parser)
    parser.add_argument("--field", choices=(*KINDS, _ALL), default=_ALL, help=say("contrast.field"))
    add_limit(parser, _SHOWN, say("contrast.limit"))
    search_options.add_narrowing(parser)
    add_format(parser, Companions)


def _run(options: argparse.Namespace) -> ExitStatus:
    kinds = KINDS if options.field == _ALL else (options.field,)
    line, page = search_options.line(options.words), search_options.narrowing(options)
    with open_index(options) as index:
        found = find(index, line, page, kinds, options.limit or None)
    if found.articles or options.format != TEXT:
        write(found, options)
    else:
        complain("command.nothing_found")
    return ExitStatus.FOUND if any(found.of_kind.values()) else ExitStatus.NOTHING_FOUND


def _in_shell(asked: Asked, argument: str) -> Companions:
    """Return the companions of a query within the filters; without an argument, of the last query."""
    line = search_options.asked_line(asked, argument, "contrast.which_query")
    return find(asked.answers, line, Page(filters=asked.filters), KINDS, _SHOWN)


COMMAND = Command(
    "companions",
    _options,
    _run,
    faces=(Face("companions", "co", "[WORDS]", "shell.companions", ":co laïcité", _in_shell),),
)
