"""The size of the terminal, as `shutil` finds it, whose import takes 4 ms: it packs and unpacks archives too."""

import os
import sys

_USUAL_SIZE_CHARACTERS = os.terminal_size((80, 24))
"""The columns and lines where there is no terminal."""


def size() -> os.terminal_size:
    """Return the columns and lines of the terminal of standard output; `COLUMNS` and `LINES` of the environment win."""
    try:
        found = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1)
    except (OSError, ValueError):  # standard output is closed, or no terminal
        found = _USUAL_SIZE_CHARACTERS
    columns, lines = (
        _number(os.environ.get(name, "")) or of_terminal or usual
        for name, of_terminal, usual in zip(("COLUMNS", "LINES"), found, _USUAL_SIZE_CHARACTERS, strict=True)
    )
    return os.terminal_size((columns, lines))


def _number(written: str) -> int:
    """Return the number of a variable of the environment; 0 if it is no such number."""
    return int(written) if written.isdecimal() else 0
