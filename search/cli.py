"""The command line: the typed words become one call of a command.

Data go to standard output, all else to standard error.  Only this module, those of `search.commands` and what they
stand on read the arguments, the environment and the streams, and only this one catches every error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.message import CodedError, Message, message
from search import commands
from search.commandline import names, settings, stages, verbosity
from search.commandline.command import promise
from search.commandline.options import INDEX_OPTION, LANGUAGE_OPTION, Parser, UsageError, top_parser
from search.commandline.status import ExitStatus
from search.commandline.streams import in_utf8, report
from search.messages import Language, chosen, say, speak
from search.notebook.settings import Settings

_NO_SETTINGS = Settings((), ())

_NOTHING_BEFORE = {"index": None, "version": False, "quiet": False, "verbose": False}
"""The options before a command that has none before it."""

_HELP = "help"

_HELP_COLUMNS = 80
"""The width of the list of the commands."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    sys.stdout, sys.stderr = (in_utf8(stream) for stream in (sys.stdout, sys.stderr))
    stages.start()
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
    index = _asked(words, INDEX_OPTION) or os.environ.get("MANCHETTE_INDEX")
    found = settings.read(settings.paths(index), commands.COMMAND_NAMES)
    asked = _language(words) or os.environ.get("MANCHETTE_LANG") or settings.language(found)
    speak(chosen(asked, os.environ))
    options = read(_asking_for_help(words), found)
    if options.version:
        from importlib.metadata import version

        sys.stdout.write(f"manchette {version('manchette')}\n")
        return ExitStatus.FOUND
    if options.command is None:
        options = read([*words, "shell"], found)
    verbosity.choose(options)
    stages.done(lambda: message("command.stage_read", command=options.command))
    options.open_shell = _open_shell
    status = commands.load(options.command).run(options)
    stages.done(lambda: message("command.stage_written"))
    stages.end()
    return status


def read(words: Sequence[str], found: Settings = _NO_SETTINGS) -> argparse.Namespace:
    """Return the options of a command line, `command` and `index` among them, with the defaults of some settings.

    Raises:
        UsageError: there is no such command, or an option or its value is wrong.
        SearchError: a setting of the command is wrong.
    """
    before, after = _at_command(words)
    first = _options_before(before) if after else _parser(before).parse_args(before)
    if not after:
        return first
    name, *rest = after
    command = names.named(name, commands.COMMAND_NAMES)
    if not command:
        raise UsageError("command.unknown", name=name, mend=_instead_of(name))
    parser = commands.load(command).parser(first.index or os.environ.get("MANCHETTE_INDEX"))
    settings.apply(found, command, parser)
    options = parser.read(rest)
    options.command, options.version = command, first.version
    options.quiet, options.verbose = options.quiet or first.quiet, options.verbose or first.verbose
    return options


def _asking_for_help(words: Sequence[str]) -> Sequence[str]:
    """Return the words; `help` and `help query` ask for what `--help` and `query --help` ask for."""
    before, after = _at_command(words)
    if not after or not names.named(after[0], [_HELP]):
        return words
    return [*before, *after[1:2], "--help"]


def _instead_of(name: str) -> Message:
    """Return the advice to a person who typed a command that is not there."""
    near = names.near(name, commands.COMMAND_NAMES)
    if near:
        return message("command.near_command", name=near)
    return message("command.all_commands", names=", ".join(map(names.shown, commands.COMMAND_NAMES)))


def _language(words: Sequence[str]) -> str:
    """Return the language that the words ask for, "" for one that Manchette does not speak; the parser refuses that."""
    asked = _asked(words, (LANGUAGE_OPTION,))
    return next((language for language in Language if language == asked), "")


def _asked(words: Sequence[str], options: Sequence[str]) -> str | None:
    """Return the value of an option that is read before the parser is made, which speaks a language and has defaults."""
    for position, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option in options:
            return value if equals else "".join(words[position + 1 : position + 2])
    return None


def _at_command(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words before the command, and the command with the words after it."""
    position = 0
    while position < len(words) and words[position].startswith("-"):
        position += 2 if words[position] in (*INDEX_OPTION, LANGUAGE_OPTION) else 1
    return words[:position], words[position:]


def _options_before(words: Sequence[str]) -> argparse.Namespace:
    """Return the options before a command: none, or the index alone, need no parser, which takes 3 ms to make."""
    if words and (len(words) != 2 or words[0] not in INDEX_OPTION):
        return _parser(words).parse_args(words)
    return argparse.Namespace(**_NOTHING_BEFORE | {"index": words[1] if words else None})


def _parser(words: Sequence[str]) -> Parser:
    """Return the parser of the words before the command; it lists the commands if a person asks for help."""
    top = top_parser()
    top.epilog = _epilog() if {"-h", "--help"} & set(words) else None
    return top


def _epilog() -> str:
    """Return the list of the commands by their rooms; where French is spoken, each has its French name and its English one."""
    from textwrap import wrap  # 1 ms, for the help alone

    margin = max(len(_both_names(name)) for name in commands.COMMAND_NAMES) + 4
    lines = []
    for title, group in commands.GROUPS.items():
        lines += [f"{say(title)}"]
        for name in group:
            shown = _both_names(name)
            lines += wrap(
                promise(name),
                _HELP_COLUMNS,
                initial_indent=f"  {shown}".ljust(margin),
                subsequent_indent=" " * margin,
            )
        lines.append("")
    return "\n".join([*lines, say("command.more_help")])


def _both_names(command: str) -> str:
    return ", ".join(dict.fromkeys((names.shown(command), command)))


def _open_shell(home: Path, first_line: str = "", *, plain: bool = False) -> None:
    """Open the shell on an index, with the answer to a first line, if there is one."""
    from search.commandline.opening import open_searcher
    from search.shell.app import run as search_interactively

    search_interactively(lambda: open_searcher(home), home, first_line, plain=plain)
