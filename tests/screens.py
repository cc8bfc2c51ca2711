"""The screens of the README: lines typed in the shell of the demo, and what it shows, drawn by rich as SVG.

To add a screen, add a row to `SCREENS`, remake them, and show the file in the README with its text for who cannot see it:

    MANCHETTE_GOLDEN=write python -m pytest tests/test_screens.py

A screen is the last reply in full, under the prompt with the line that was typed; where an answer or an article has the whole
screen, it is all rows of that.  The drawing is in the colours of a terminal, on white or on black as the reader prefers, and asks for
no font and no file.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from corpus.records import replace
from search.render import terminal
from search.render.lines import EMPTY, Fragment, Line, line
from search.shell.browser.focus import Focus
from search.shell.browser.view import view
from search.shell.margins import prompt, toolbar
from search.shell.session import Screen, Session
from search.shell.step import step

_SIZE = Screen(80, 24)


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen: its name, the lines that are typed, its size."""

    name: str
    typed: tuple[str, ...]
    size: Screen = _SIZE


SCREENS = (
    Shot("shell", (":filter date:2025", "climat")),
    Shot("reader", ("climat", "1", ":match next")),
    Shot("browser", ("climat", ":browse", ":down 2", ":mark 3", ":open 3"), Screen(120, 40)),
    Shot("kwic", ("climat", ":kwic")),
    Shot("timeline", (":timeline climat ; sécheresse --by quarter",)),
)
"""Every screen."""

_INK, _PAPER, _QUIET, _RED, _MAGENTA = "#1b1b1b", "#ffffff", "#767676", "#b3122b", "#95268f"
_LIGHT_TO_DARK = {
    _INK: "#e4e2dd",
    _PAPER: "#16171a",
    _QUIET: "#9c9b97",
    _RED: "#ff8791",
    _MAGENTA: "#e39be0",
}
"""The colours on white, and those on black: contrasts of 4.5 and more.  The quiet one is rich's blend of ink and paper."""


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


_THEME = TerminalTheme(
    _rgb(_PAPER),
    _rgb(_INK),
    [_rgb(colour) for colour in (_INK, _RED, _INK, _INK, _INK, _MAGENTA, _INK, _INK)],
)

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
COLOURS
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
{lines}
</defs>
<rect width="{width}" height="{height}" rx="8" fill="#ffffff" stroke="#888888"/>
<g transform="translate({terminal_x}, 24)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def shown(session: Session, shot: Shot, articles: int) -> list[Line]:
    """Return the rows of a screen, of an index of so many articles."""
    session = replace(session, screen=shot.size)
    for typed in shot.typed:
        above = f"{prompt(session)}{typed}"
        session, reply = step(session, typed)
    if session.browsing or session.opened:
        return view(session, Focus(line=shot.typed[-1]))
    below = [EMPTY, line(prompt(session)), line(toolbar(session, articles))]
    return [line(above), *reply.lines, *below]


def drawn(name: str, rows: Iterable[Line], columns: int) -> str:
    """Return rows as SVG."""
    console = Console(
        record=True,
        width=columns,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        _environ={},
    )
    console.print(terminal.text(_full(rows)), soft_wrap=True, end="")
    drawing = console.export_svg(title="", theme=_THEME, code_format=_DRAWING, unique_id=name)
    return _in_the_dark(drawing)


def _full(rows: Iterable[Line]) -> Sequence[Line]:
    """Return rows of which none is empty, which rich would not count."""
    return [row or (Fragment(" "),) for row in rows]


def _in_the_dark(drawing: str) -> str:
    """Return a drawing whose colours are variables, with other values where the reader prefers a dark page."""
    drawing = re.sub(r'fill="(#\w+)"', r'style="fill: \1"', drawing)  # an attribute takes no variable
    for number, colour in enumerate(_LIGHT_TO_DARK):
        drawing = drawing.replace(colour, f"var(--c{number})")
    light, dark = (
        " ".join(f"--c{number}: {colour};" for number, colour in enumerate(colours))
        for colours in (_LIGHT_TO_DARK.keys(), _LIGHT_TO_DARK.values())
    )
    return drawing.replace(
        "COLOURS", f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    )
