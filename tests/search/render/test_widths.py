"""What each command shows at three widths, in both languages, plain and coloured: a file each, to be read by eye.

To add a command, add a row with a value that it shows to `tests.search.render.values`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

import pytest

from corpus.message import Message
from index.building.report import Report
from index.check import Problem
from search import render
from search.entities.edits import Edits
from search.entities.listing import UnreadAliases
from search.messages import Language, speaking
from search.notebook.tally import Notebook
from search.overview import Overview, Unread
from search.render import SHELL, in_shell, plain, rendered, renderers, terminal
from search.render.lines import Line, line, line_width
from search.render.screenful import screenful
from search.shell.commands import TOPICS
from search.shell.session import Screen, Session
from search.shell.step import step
from tests.search.render.golden import same
from tests.search.render.test_screenful import FEW, SCREENS, SOME, VIEW
from tests.search.render.values import VALUES
from tests.search.shell.browser.frames import Silent

OF_ONE_LINE = (Message, Edits, Notebook, Overview, Problem, Report, Unread, UnreadAliases)
"""What is said on one line, which may have a path or a command to copy: a line end would cut it."""

WIDTHS = (60, 80, 120)


def on_a_page(value: object, columns: int) -> Iterator[Line]:
    """Yield the lines of a value, and those that it has in the shell where they differ."""
    written = rendered(value, "text", columns)
    assert not isinstance(written, str)
    yield from written
    if SHELL in renderers(type(value)) and (shown := in_shell(value, columns)) != written:
        yield line("-- :")
        yield from shown


def wrapped(value: object, columns: int) -> Iterator[Line]:
    """Yield the lines of a value that are wrapped."""
    if not isinstance(value, OF_ONE_LINE):
        yield from on_a_page(value, columns)
    elif SHELL in renderers(type(value)):
        yield from in_shell(value, columns)


def of_command(command: str, columns: int) -> Sequence[Line]:
    """Return the lines of the values of a command."""
    return [row for value in VALUES[command] for row in (*on_a_page(value, columns), ())]


def of_screen(columns: int) -> Sequence[Line]:
    """Return the pages of some answers in the shell."""
    views = (VIEW, SOME, FEW, VIEW._replace(of_corpus=True, plain=True))
    return [
        row
        for view in views
        for row in (*screenful(view, columns, SCREENS.get(columns, 20) - 3).lines, (), ())
    ]


def of_help(page: str, columns: int) -> Sequence[Line]:
    """Return a page of the help."""
    _, reply = step(Session(Silent(), screen=Screen(columns, 24)), f":help {page}")
    return reply.lines


SHOWN: dict[str, Callable[[int], Sequence[Line]]] = {
    **{command: partial(of_command, command) for command in VALUES},
    "screen": of_screen,
    **{f"help-{page or 'commands'}": partial(of_help, page) for page in ("", *TOPICS)},
}
"""The lines of each command, by the columns of the terminal."""


def pages(name: str, dressed: Callable[[Sequence[Line]], str]) -> Iterator[str]:
    """Yield what is shown in each language and at each width, under a line that says which."""
    for language in Language:
        with speaking(language):
            for columns in WIDTHS:
                yield f"== {language}, {columns} columns\n{dressed(SHOWN[name](columns))}\n"


@pytest.mark.parametrize("name", SHOWN)
def test_a_command_shows_the_same_as_before(name: str) -> None:
    written = "".join(pages(name, plain.text))
    coloured = "".join(pages(name, terminal.ansi))
    same(f"widths/{name}.txt", written)
    same(f"widths/{name}.ansi", coloured)


@pytest.mark.parametrize("columns", [40, *WIDTHS])
@pytest.mark.parametrize("name", SHOWN)
def test_no_line_is_wider_than_the_screen(name: str, columns: int) -> None:
    """The lines of the shell always have its width."""
    for language in Language:
        with speaking(language):
            values = VALUES.get(name, ())
            rows = (row for value in values for row in wrapped(value, columns))
            wide = [row for row in (rows if values else SHOWN[name](columns)) if line_width(row) > columns]
            assert wide == []


def test_every_value_that_people_see_has_a_page() -> None:
    modules = [import_module(f"search.render.{module.name}") for module in iter_modules(render.__path__)]
    tables = [renderers(type(value)) for values in VALUES.values() for value in values]
    unseen = [
        module.__name__
        for module in modules
        if (made := getattr(module, "RENDERERS", {})) and made not in tables
    ]
    assert unseen == ["search.render.chosen_fields"]  # for programs alone
