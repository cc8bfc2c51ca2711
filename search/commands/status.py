"""`manchette status`: what is indexed."""

import argparse
import sys

from search.commandline.opening import home_of
from search.commandline.parser import Command, nothing
from search.commandline.status import ExitStatus
from search.render import notices


def _run(options: argparse.Namespace) -> ExitStatus:
    from search.overview import overview

    sys.stdout.write(notices.overview(overview(home_of(options))))
    return ExitStatus.FOUND


COMMAND = Command("status", "tell what is indexed", nothing, _run)
