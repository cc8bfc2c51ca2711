"""`manchette timeline`, and `:timeline` in the shell: the articles of answers over time, beside what was printed."""

import argparse
import sys
from pathlib import Path

from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import LineParser, Parser, UsageError, add_color, add_words
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.counts.periods import Step
from search.errors import SearchError
from search.messages import say
from search.render import TEXT, renderers
from search.searcher import Page
from search.study.timeline import Timeline, timeline

_MAX_ROWS = 32
"""Rows of a table at most, where the person names no period."""

_MAX_POINTS = 120
"""Periods of a file or of a chart at most, where the person names no period."""

_FRENCH_STEPS = {
    "jour": Step.DAY,
    "semaine": Step.WEEK,
    "mois": Step.MONTH,
    "trimestre": Step.QUARTER,
    "année": Step.YEAR,
    "annee": Step.YEAR,
    "an": Step.YEAR,
    "décennie": Step.DECADE,
    "decennie": Step.DECADE,
}

_PNG = "png"
_QUERY_SEPARATOR = ";"


def _step(name: str) -> str:
    """Return the name of a period; another word as it is."""
    step = _FRENCH_STEPS.get(name.lower())
    return step.value if step else name


def _choice(parser: LineParser) -> None:
    """Add the options that both faces have."""
    add_words(parser)
    parser.add_argument(
        "--by", type=_step, choices=tuple(step.value for step in Step), help=say("timeline.by")
    )


def _options(parser: Parser) -> None:
    _choice(parser)
    parser.add_argument("--vs", action="append", default=[], metavar="QUERY", help=say("timeline.versus"))
    search_options.add_narrowing(parser)
    formats = (*renderers(Timeline), _PNG)
    parser.add_argument("--format", choices=formats, default=TEXT, help=say("option.format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("timeline.output"))
    add_color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    if options.output and options.format == TEXT:
        options.format = _PNG
    if options.output and options.format != _PNG:
        raise UsageError("timeline.only_chart")
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
        _draw(made, options.output)
    elif found or options.format != TEXT:
        write(made, options)
    else:
        complain("command.nothing_found")
    return ExitStatus.FOUND if found else ExitStatus.NOTHING_FOUND


def _draw(made: Timeline, file: str | None) -> None:
    """Write a chart to a file, or to the standard output.

    Raises:
        SearchError: the library that draws is not installed.
    """
    try:
        from search.render.chart import png

        picture = png(made)
    except ImportError as error:
        raise SearchError("timeline.no_library") from error
    if file:
        Path(file).write_bytes(picture)
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
    typed = [line.strip() for line in " ".join(options.words).split(_QUERY_SEPARATOR)]
    lines = [line or asked.line for line in typed]
    if not all(lines):
        raise SearchError("timeline.nothing_to_count")
    step = Step(options.by) if options.by else None
    page = Page(filters=asked.filters)
    return asked.answers.answer(lambda searcher: timeline(searcher, lines, page, step, _MAX_ROWS))


COMMAND = Command(
    "timeline",
    "command.timeline",
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
