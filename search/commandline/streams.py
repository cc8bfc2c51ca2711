"""The standard streams: a command shows values to a person at the width and with the look of the terminal."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, TextIO

from corpus.message import Value
from search.commandline import screen
from search.commandline.verbosity import is_quiet
from search.messages import say
from search.render import TEXT, plain, rendered

if TYPE_CHECKING:
    from search.render.lines import Line  # a message has none

_PIPE_COLUMNS = 80
"""The width of the text that goes to a file or a pipe, in columns."""


STANDARD_INPUT = "-"
"""The word that stands for standard input."""


def input_text() -> str:
    """Return the text of standard input, which is UTF-8, with or without a byte order mark."""
    if sys.stdin is None:
        return ""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    return sys.stdin.read()


def has_person() -> bool:
    """Return whether a person types at standard input and reads standard output; a closed standard input is None."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def in_utf8(stream: TextIO | None) -> TextIO:
    """Return the stream in UTF-8; a closed stream leads nowhere and is not an error."""
    stream = stream or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def complain(code: str, /, **values: Value) -> None:
    """Say something that helps on standard error, behind the name of the command; nothing if the person wants it quiet."""
    if not is_quiet():
        blame(code, **values)


def blame(code: str, /, **values: Value) -> None:
    """Say an error on standard error, behind the name of the command."""
    report(f"manchette: {say(code, **values)}")


def report(text: str) -> None:
    """Write lines to standard error, if it takes any; whatever they quote is made inert."""
    with suppress(OSError):  # a full disk behind it changes neither the answer nor the exit status
        sys.stderr.write(plain.message(text))


def write(value: object, options: argparse.Namespace) -> None:
    """Write a value to standard output, in the format and with the colours that the options name."""
    made = rendered(value, getattr(options, "format", TEXT), _columns())
    if isinstance(made, str):
        sys.stdout.write(made)
    elif not (getattr(options, "pager", False) and _paged(made, options)):
        sys.stdout.write(_dressed(made, options))


def write_record(raw: str) -> None:
    """Write a record to standard output: to the letter where that is a file, inert where it is a terminal or a pipe.

    A pipe may lead to a terminal, by way of a pager or of `grep`.
    """
    if _is_file(sys.stdout):
        sys.stdout.write(raw)
    else:
        sys.stdout.write(plain.message(raw.removesuffix("\n")))


def _is_file(stream: TextIO) -> bool:
    try:
        return S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # a stream in memory
        return False


def note(value: object) -> None:
    """Write the text of a value that helps to standard error; nothing if the person wants it quiet."""
    if not is_quiet():
        fault(value)


def fault(value: object) -> None:
    """Write the text of a value that is an error to standard error."""
    made = rendered(value, TEXT, _columns())
    sys.stderr.write(made if isinstance(made, str) else plain.text(made))


def _columns() -> int:
    """Return the width of the terminal, in columns."""
    return screen.size().columns if sys.stdout.isatty() else _PIPE_COLUMNS


def _paged(lines: "Sequence[Line]", options: argparse.Namespace) -> bool:
    """Show lines that are higher than the terminal in the pager, and return whether there is one that could."""
    if not _is_terminal() or len(lines) < screen.size().lines:
        return False
    from search.commandline import pager

    words = pager.command(os.environ)
    if not words:
        return False
    try:
        pager.show(words, _dressed(lines, options) if pager.is_less(words) else plain.text(lines))
    except OSError:
        return False
    return True


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _dressed(lines: "Sequence[Line]", options: argparse.Namespace) -> str:
    """Return lines with a look on a terminal, plain elsewhere, as `--color` and the environment ask."""
    if options.color == "never" or (options.color == "auto" and not _is_terminal()):
        return plain.text(lines)
    from search.render import terminal as dressing

    return dressing.ansi(lines, colour=options.color == "always" or not os.environ.get("NO_COLOR"))
