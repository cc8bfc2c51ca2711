"""The command line: the typed words become one call of a command.

Data go to standard output, all else to standard error.  Only this module, those of `search.commands` and what they
stand on read the arguments, the environment and the streams, and only this one catches every error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.message import CodedError
from search import commands
from search.commandline.opening import open_searcher
from search.commandline.options import INDEX_OPTION, LANGUAGE_OPTION, Parser, UsageError
from search.commandline.status import ExitStatus
from search.commandline.streams import in_utf8, report
from search.messages import chosen, say, speak


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    sys.stdout, sys.stderr = (in_utf8(stream) for stream in (sys.stdout, sys.stderr))
    words = sys.argv[1:] if argv is None else argv
    speak(chosen(_language(words), os.environ))
    try:
        status = run(words)
        sys.stdout.flush()
    except CodedError as error:
        from search.render.error import text  # only an error needs this import

        report(f"manchette: {text(error)}")
        return ExitStatus.ERROR
    except BrokenPipeError:
        # The program that reads our output stopped reading: this is not an error, and Python must not report it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.FOUND
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except MemoryError:
        report(f"manchette: {say('error.no_memory')}")
        return ExitStatus.ERROR
    except OSError as error:
        from search.render.error import system

        report(f"manchette: {system(error)}")
        return ExitStatus.ERROR
    return status


def run(words: Sequence[str]) -> ExitStatus:
    """Run a command line.

    Raises:
        SearchError, IndexFailure, CorpusError: an error that a person can mend.
    """
    options = read(words)
    if options.version:
        from importlib.metadata import version

        sys.stdout.write(f"manchette {version('manchette')}\n")
        return ExitStatus.FOUND
    if options.command is None:
        options = read([*words, "shell"])
    options.open_shell = _open_shell
    return commands.load(options.command).run(options)


def read(words: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line, `command` and `index` among them.

    Raises:
        UsageError: there is no such command, or an option or its value is wrong.
    """
    before, after = _at_command(words)
    first = _parser(before).parse_args(before)
    if not after:
        return first
    name, *rest = after
    if name not in commands.COMMAND_NAMES:
        raise UsageError("command.unknown", name=name, names=", ".join(commands.COMMAND_NAMES))
    options = commands.load(name).read(rest, first.index or os.environ.get("MANCHETTE_INDEX"))
    options.command, options.version = name, first.version
    return options


def _language(words: Sequence[str]) -> str | None:
    """Return the language that the words ask for; it is read first, for the parser already speaks it."""
    for position, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option == LANGUAGE_OPTION:
            return value if equals else "".join(words[position + 1 : position + 2])
    return None


def _at_command(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words before the command, and the command with the words after it."""
    position = 0
    while position < len(words) and words[position].startswith("-"):
        position += 2 if words[position] in (*INDEX_OPTION, LANGUAGE_OPTION) else 1
    return words[:position], words[position:]


def _parser(words: Sequence[str]) -> Parser:
    """Return the parser of the words before the command; it lists the commands if a person asks for help."""
    top = Parser(prog="manchette", description=say("command.manchette"))
    top.usage = say("command.top_usage")
    top.epilog = _epilog() if {"-h", "--help"} & set(words) else None
    top.add_argument("--version", action="store_true", help=say("command.version"))
    top.set_defaults(command=None)
    return top


def _epilog() -> str:
    every = map(commands.load, commands.COMMAND_NAMES)
    lines = [f"  {command.name:<10}{say(command.promise)}" for command in every]
    return "\n".join([say("command.commands"), *lines, "", say("command.more_help")])


def _open_shell(home: Path, first_line: str = "", *, plain: bool = False) -> None:
    """Open the shell on an index, with the answer to a first line, if there is one."""
    from search.shell.app import run as search_interactively

    search_interactively(lambda: open_searcher(home), home, first_line, plain=plain)
