"""`manchette timeline`, and `:timeline` in the shell: the articles of answers over time, beside what was printed."""

import argparse
import sys
from pathlib import Path

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import LineParser, Parser, UsageError, add_color, add_words, is_typed
from search.commandline.output import fresh
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.counts.periods import Step
from search.errors import SearchError
from search.messages import say
from search.render import TEXT, renderers
from search.render.period import step_name
from search.searcher import Page
from search.study.timeline import Timeline, timeline

_MAX_ROWS = 32
"""Rows of a table at most, where the person names no period."""

_MAX_POINTS = 120
"""Periods of a file or of a chart at most, where the person names no period."""

_PNG = "png"


def _choice(parser: LineParser) -> None:
    """Add the options that both faces have."""
    add_words(parser)
    parser.add_argument(
        "--by",
        choices=tuple(step.value for step in Step),
        metavar="PERIOD",
        help=say("timeline.by", names=", ".join(map(step_name, Step))),
    )


def _options(parser: Parser) -> None:
    _choice(parser)
    parser.add_argument("--vs", action="append", default=[], metavar="QUERY", help=say("timeline.versus"))
    search_options.add_narrowing(parser)
    formats = (*renderers(Timeline), _PNG)
    parser.add_argument("--format", choices=formats, default=TEXT, help=say("option.format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("timeline.output"))
    parser.add_argument("--force", action="store_true", help=say("option.force"))
    add_color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    if options.output and options.format != _PNG:
        if options.format != TEXT and is_typed(options, "format"):
            raise UsageError("timeline.only_chart")
        options.format = _PNG
    if options.format == _PNG and not options.output and sys.stdout.isatty():
        raise UsageError("timeline.no_file")
    lines = [search_options.line(options.words), *options.vs]
    page = search_options.narrowing(options)
    step = Step(options.by) if options.by else None
    most = _MAX_ROWS if options.format == TEXT else _MAX_POINTS
    with open_index(options) as index:
        made = index.answer(lambda searcher: timeline(searcher, lines, page, step, most))
    found = any(answer.total for answer in made.answers)
    if options.format == _PNG:
        _draw(made, options.output, force=options.force)
    elif found or options.format != TEXT:
        write(made, options)
    else:
        complain("command.nothing_found")
    return ExitStatus.FOUND if found else ExitStatus.NOTHING_FOUND


def _draw(made: Timeline, file: str | None, *, force: bool) -> None:
    """Write a chart to a file, or to the standard output.

    Raises:
        SearchError: the library that draws is not installed, or as `search.commandline.output.fresh`.
    """
    try:
        from search.render.chart import png

        picture = png(made)
    except ImportError as error:
        raise SearchError("timeline.no_library") from error
    if file:
        with fresh(Path(file), force=force) as beside:
            beside.write_bytes(picture)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(picture)


def _in_shell(asked: Asked, argument: str) -> Timeline:
    """Return the timeline of the queries of a line, with a semicolon between them; an empty one is the last query.

    Raises:
        SearchError: there are no words and no last query, or an option is wrong.
    """
    parser = LineParser(prog=":timeline")
    _choice(parser)
    options = parser.read(argument.split())
    typed = search_options.separated(" ".join(options.words))
    lines = [search_options.asked_line(asked, words, "timeline.nothing_to_count") for words in typed]
    step = Step(options.by) if options.by else None
    page = Page(filters=asked.filters)
    return asked.answers.answer(lambda searcher: timeline(searcher, lines, page, step, _MAX_ROWS))


COMMAND = Command(
    "timeline",
    _options,
    _run,
    faces=(
        Face(
            "timeline",
            "tl",
            "[WORDS]",
            "shell.timeline",
            ":timeline grève",
            _in_shell,
        ),
    ),
)
