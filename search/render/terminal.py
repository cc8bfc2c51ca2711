"""Lines dressed for a terminal: attributes that every terminal has, and two colours."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from search.render.lines import Line, Style

LOOKS = {
    Style.TEXT: "",
    Style.MATCH: "bold red",
    Style.ENTITY: "underline",
    Style.TITLE: "bold",
    Style.TITLE_MATCH: "bold underline red",
    Style.RANK: "bold magenta",
    Style.CURRENT: "reverse",
    Style.QUIET: "dim",
    Style.BAR: "magenta",
    Style.ERROR: "red",
}
"""Red and magenta alone: of the eight colours, only they can be read on black and on white (contrasts of 3.6 and
more in xterm's palette, where green, cyan and yellow have 1.1 to 2.2 on white, and blue 2.2 on black).

A match shows without colours: bold in a text, underlined in a headline.  An entity too: underlined in a text, for
some terminals have no italics.
"""


_ANY_COLUMNS = 1 << 20
"""More than a line has: a rich before 14.3 cuts the blanks off the end of a line that is wider than its console."""


def text(lines: Iterable[Line]) -> Text:
    """Return the lines as a text of rich, which reads nothing in it as markup."""
    dressed = Text(no_wrap=True, end="")
    for line in lines:
        for fragment in line:
            dressed.append(fragment.text, LOOKS[fragment.style])
        dressed.append("\n")
    return dressed


def ansi(lines: Iterable[Line], *, colour: bool = True) -> str:
    """Return the lines with the escape sequences of a terminal; without `colour`, attributes alone (NO_COLOR)."""
    console = Console(
        file=StringIO(),
        width=_ANY_COLUMNS,
        force_terminal=True,
        color_system="standard",
        no_color=not colour,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(text(lines), soft_wrap=True, end="")
    return capture.get()
