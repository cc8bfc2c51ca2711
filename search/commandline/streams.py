"""The standard streams: what a command tells a person, at the width and with the look of their terminal."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from search.render import plain
from search.render.lines import Line


def in_utf8(stream: TextIO | None) -> TextIO:
    """Return the stream in UTF-8; a closed one leads nowhere, and is no error."""
    stream = stream or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def complain(message: str) -> None:
    """Write a message to standard error; whatever it quotes is made harmless."""
    sys.stderr.write(plain.message(f"manchette: {message}"))


def columns() -> int:
    """Return the width of the terminal; 80 where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 80


def dressed(lines: Sequence[Line], options: argparse.Namespace) -> str:
    """Return lines with a look on a terminal, plain elsewhere, as `--color` and the environment ask."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if options.color == "never" or (options.color == "auto" and not terminal):
        return plain.text(lines)
    from search.render import terminal as dressing

    return dressing.ansi(lines, colour=options.color == "always" or not os.environ.get("NO_COLOR"))
