"""`manchette formats`: the formats that are read, and what each gives."""

import argparse

from search.commandline.command import Command
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import write
from search.inspection.format_list import FormatList, format_list


def _options(parser: Parser) -> None:
    add_format(parser, FormatList)


def _run(options: argparse.Namespace) -> ExitStatus:
    write(format_list(), options)
    return ExitStatus.FOUND


COMMAND = Command("formats", _options, _run)
