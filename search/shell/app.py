"""The shell on a terminal: prompt_toolkit reads the lines, `step` answers them."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style as Looks

from index import layout
from index.errors import IndexFailure
from search.counts.timeline import UNDATED
from search.messages import say
from search.render import plain, terminal
from search.render.inert import inert
from search.render.lines import EMPTY, Line, Style, line, wrap
from search.searcher import Searcher
from search.shell import margins, pager
from search.shell.completer import ShellCompleter
from search.shell.current import Current
from search.shell.session import RESERVED_ROWS, Screen, Session
from search.shell.step import step
from search.shell.values import Values

_LOOKS = Looks.from_dict({"bottom-toolbar": "noreverse", "prompt": "bold", "auto-suggestion": "italic"})
"""A suggestion looks different from the typed text without colours too."""


class History(FileHistory):
    """The lines that a person typed, in a file; only those of this run if the file cannot be read or written."""

    def load_history_strings(self) -> Iterable[str]:
        """Return the lines of the earlier runs, the last first."""
        with suppress(OSError):
            return list(super().load_history_strings())
        return []

    def store_string(self, string: str) -> None:
        """Keep a line for the next runs, in a file that only its person can read."""
        with suppress(OSError):
            Path(os.fsdecode(self.filename)).touch(mode=0o600)
            super().store_string(inert(string))


class Shell:
    """A session on a terminal."""

    def __init__(self, opener: Callable[[], Searcher], home: Path) -> None:
        self._home = home
        self._index = Current(opener, home)
        self._values = Values(opener)
        self._session = Session(self._index)
        self._look()

    def run(self, first_line: str = "") -> None:
        """Answer lines until the person leaves; a first line is answered as if it had been typed, and what to try next is said."""
        ask = self._reader()
        _print(self._greeting())
        if first_line:
            self._show_first(first_line)
        while True:
            try:
                entered = ask()
                self._session, reply = step(replace(self._session, screen=_screen()), entered)
                _show(reply.lines, self._session.screen)
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if reply.leave:
                return
            if self._index.openings != self._seen:
                with suppress(IndexFailure):  # the next query says so
                    self._look()

    def _show_first(self, line_typed: str) -> None:
        """Show the answer to a first line, and below it what to try next."""
        screen = _screen()
        advice = wrap(line(say("shell.try_next"), Style.TITLE), screen.columns)
        low = replace(screen, rows=screen.rows - len(advice) - 2)  # the typed line, a blank row, the advice
        self._session, reply = step(replace(self._session, screen=low), line_typed)
        _print([line(f"{margins.prompt(self._session)}{line_typed}"), *reply.lines, EMPTY, *advice])

    def _reader(self) -> Callable[[], str]:
        """Return a function that reads a line: prompt_toolkit, or plain input if the terminal cannot move its cursor."""

        def prompt() -> str:
            return margins.prompt(replace(self._session, screen=_screen()))

        if _is_dumb():
            return lambda: input(prompt())
        typed = self._line()
        return lambda: typed.prompt(prompt)

    def _line(self) -> "PromptSession[str]":
        completer = ShellCompleter(lambda: self._session, self._values)
        typed: PromptSession[str] = PromptSession(
            history=History(str(layout.history(self._home))),
            auto_suggest=AutoSuggestFromHistory(),
            completer=completer,
            complete_in_thread=True,
            # Before Tab, only completions of values: the index knows them better than the person, and the menu moves the page up.
            complete_while_typing=Condition(lambda: completer.expects(typed.default_buffer.text)),
            bottom_toolbar=lambda: margins.toolbar(
                replace(self._session, screen=_screen()), sum(day.count for day in self._days)
            ),
            key_bindings=_keys(),
            style=_LOOKS,
        )
        return typed

    def _look(self) -> None:
        """Read the counts and values of the index: for the toolbar, the greeting and the completion."""
        self._seen = self._index.openings
        self._days = self._index.values("day")
        self._values.load()

    def _greeting(self) -> list[Line]:
        count = sum(day.count for day in self._days)
        dated = [day.value for day in self._days if day.value != UNDATED]
        if dated:
            greeting = say("shell.greeting_dated", count=count, first=dated[0], last=dated[-1])
        else:
            greeting = say("shell.greeting", count=count)
        columns = _screen().columns
        return [
            *wrap(line(greeting, Style.TITLE), columns),
            *wrap(line(say("shell.hint"), Style.QUIET), columns),
            EMPTY,
        ]

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def run(opener: Callable[[], Searcher], home: Path, first_line: str = "") -> None:
    """Run the shell on this terminal, on the index of a `.manchette` folder, until the person leaves.

    It shows the answer to a first line, if there is one.  `opener` is called at the start, again when the index changed on disk, and in a thread for the completion.

    Raises:
        IndexFailure: the index cannot be opened at the start.
    """
    with closing(Shell(opener, home)) as shell:
        shell.run(first_line)


def _screen() -> Screen:
    """Return the size of the terminal as it is now; not that of $COLUMNS, which a resize leaves as it was."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return Screen(plain=_is_dumb())
    if not (size.columns and size.lines):
        return Screen(plain=_is_dumb())
    return Screen(size.columns, size.lines, plain=_is_dumb())


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(inert(" ".join(event.data.split())))

    return keys


def _show(lines: Sequence[Line], shown: Screen) -> None:
    """Print the lines, through the pager if they are more than the rows of the screen."""
    overflows = len(lines) > shown.rows - RESERVED_ROWS and not _is_dumb()
    words = pager.command(os.environ) if overflows else []
    if not words:
        _print([*lines, EMPTY] if lines else [])
        return
    text = _dressed(lines) if pager.is_less(words) else plain.text(lines)
    try:
        pager.show(words, text)
    except OSError:
        _print([*lines, EMPTY])


def _print(lines: Sequence[Line]) -> None:
    sys.stdout.write(_dressed(lines))
    sys.stdout.flush()


def _dressed(lines: Sequence[Line]) -> str:
    if _is_dumb():
        return plain.text(lines)
    return terminal.ansi(lines, colour=not os.environ.get("NO_COLOR"))


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") == "dumb"
