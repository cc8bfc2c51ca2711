"""`manchette config`: the defaults of options that a person set, and where each one stands."""

import argparse

from search.commandline import settings
from search.commandline.command import Command
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import write
from search.notebook.settings import Settings


def _options(parser: Parser) -> None:
    add_format(parser, Settings)


def _run(options: argparse.Namespace) -> ExitStatus:
    """Show the settings; each is checked against the options of its command."""
    from search import commands

    found = settings.read(settings.paths(options.index), commands.COMMAND_NAMES)
    for setting in found.settings:
        command = setting.command or "config"
        settings.apply(found, command, commands.load(command).parser())
    write(found, options)
    return ExitStatus.FOUND


COMMAND = Command("config", _options, _run)
