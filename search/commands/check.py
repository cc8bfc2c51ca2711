"""`manchette check`: verify the index."""

import argparse
import sys

from index import aliases
from search.opening import place
from search.parser import Command, nothing
from search.render import notices
from search.status import ExitStatus


def _run(options: argparse.Namespace) -> ExitStatus:
    from index.check import check

    folder = place(options)
    problems = list(check(folder))
    sys.stderr.write(notices.problems(problems) if problems else f"{folder}: the index is sound\n")
    sys.stderr.write(notices.unread(folder / aliases.NAME, aliases.read(folder).unread))
    return ExitStatus.ERROR if problems else ExitStatus.FOUND


COMMAND = Command("check", "verify the index", nothing, _run)
