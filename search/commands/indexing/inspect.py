"""`manchette inspect`: what would be read of some files, and nothing is indexed."""

import argparse
import sys
from datetime import date
from pathlib import Path

from search.commandline.command import Command
from search.commandline.options import Parser, add_color, add_forced, add_limit
from search.commandline.status import ExitStatus
from search.commandline.streams import write
from search.inspection.inspection import Inspection, inspect
from search.messages import say
from search.render import rendered

_MAX_SAMPLES = 3
"""Articles whose first lines are shown."""


def make(options: argparse.Namespace) -> Inspection:
    """Read the files that the options name, and return what they hold.

    Raises:
        CorpusError: a path does not exist.
    """
    from search.commandline.progress import shown

    with shown(sys.stderr) as progress:
        return inspect(
            [Path(path).absolute() for path in options.paths],
            base=Path.cwd(),
            today=date.today(),  # noqa: DTZ011 - the day of the person
            forced=options.forced,
            max_samples=options.limit,
            progress=progress,
        )


def _options(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("option.inspected_paths"))
    add_forced(parser, say("option.forced"))
    add_limit(parser, _MAX_SAMPLES, say("option.limit_samples"))
    parser.add_argument("--json", action="store_true", help=say("option.json_inspection"))
    add_color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    seen = make(options)
    if options.json:
        sys.stdout.write(str(rendered(seen, "json", 0)))
    else:
        write(seen, options)
    return ExitStatus.FOUND if seen.articles else ExitStatus.NOTHING_FOUND


COMMAND = Command("inspect", _options, _run)
