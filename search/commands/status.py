"""`manchette status`: what is indexed."""

import argparse
import sys

from search.opening import place
from search.parser import Command, nothing
from search.render import notices
from search.status import ExitStatus


def _run(options: argparse.Namespace) -> ExitStatus:
    from search.overview import overview

    sys.stdout.write(notices.overview(overview(place(options))))
    return ExitStatus.FOUND


COMMAND = Command("status", "tell what is indexed", nothing, _run)
