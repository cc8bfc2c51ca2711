"""What was typed on the command line: the command, its options, the index."""

import argparse
import os
from collections.abc import Sequence

from search import commands
from search.commandline.parser import INDEX_OPTION, Parser, UsageError


def read(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line, `command` and `index` among them.

    Raises:
        UsageError: there is no such command, or an option or its value is wrong.
    """
    before, after = _at_command(argv)
    first = _parser(before).parse_args(before)
    if not after:
        return first
    name, *rest = after
    if name not in commands.NAMES:
        raise UsageError(f"there is no command {name!r}: type one of {', '.join(commands.NAMES)}")
    options = commands.load(name).read(rest, first.index or os.environ.get("MANCHETTE_INDEX"))
    options.command, options.version = name, first.version
    return options


def _at_command(argv: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands before the command, and the command with what follows it."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] in INDEX_OPTION else 1
    return argv[:place], argv[place:]


def _parser(words: Sequence[str]) -> Parser:
    """Return the parser of what stands before the command; the commands are told where help is asked for."""
    top = Parser(
        prog="manchette",
        description="Full-text search for a French press corpus.",
        usage="manchette [-i DIR] COMMAND ...",
        epilog=_epilog() if {"-h", "--help"} & set(words) else None,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="show the version")
    top.add_argument(*INDEX_OPTION, metavar="DIR", help="the index (default: .manchette here or above)")
    top.set_defaults(command=None)
    return top


def _epilog() -> str:
    every = map(commands.load, commands.NAMES)
    lines = [f"  {command.name:<10}{command.promise}" for command in every]
    return "\n".join(["commands:", *lines, "", "type manchette COMMAND --help for its options"])
