"""`manchette check`: verify the index."""

import argparse
import sys

from index import layout
from index.names import aliases
from search.commandline.opening import home_of
from search.commandline.parser import Command, nothing
from search.commandline.status import ExitStatus
from search.render import notices


def _run(options: argparse.Namespace) -> ExitStatus:
    from index.check import check

    folder = home_of(options)
    problems = list(check(folder))
    sys.stderr.write(notices.problems(problems) if problems else f"{folder}: the index is sound\n")
    sys.stderr.write(notices.unread(layout.aliases(folder), aliases.read(folder).unread))
    return ExitStatus.ERROR if problems else ExitStatus.FOUND


COMMAND = Command("check", "verify the index", nothing, _run)
