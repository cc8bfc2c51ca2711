"""The shell on a terminal: prompt_toolkit reads the lines, `step` answers them."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style as Looks

from corpus.records import replace
from index import layout
from index.errors import IndexFailure
from search.counts.periods import UNDATED
from search.messages import say
from search.render import plain, terminal
from search.render.inert import inert
from search.render.lines import EMPTY, Line, Style, line, wrap
from search.searcher import Searcher
from search.shell import asking, margins
from search.shell.completer import ShellCompleter
from search.shell.current import Current
from search.shell.session import Reply, Screen, Session
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

    def __init__(self, opener: Callable[[], Searcher], home: Path, *, plain: bool) -> None:
        self._home = home
        self._plain = plain or os.environ.get("TERM", "dumb") == "dumb"
        self._index = Current(opener, home)
        self._values = Values(opener)
        self._session = Session(self._index)
        self._look()

    def run(self, first_line: str = "") -> None:
        """Answer lines until the person leaves; a first line is answered as if it had been typed, and what to try next is said."""
        ask = self._reader()
        self._print(self._greeting())
        if first_line:
            self._show_first(first_line)
        while True:
            try:
                entered = ask()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if self._answer(entered).leave:
                return
            if self._index.openings != self._seen:
                with suppress(IndexFailure):  # the next query says so
                    self._look()

    def _show_first(self, line_typed: str) -> None:
        """Show the answer to a first line, and below it what to try next."""
        screen = self._screen()
        advice = wrap(line(say("shell.try_next"), Style.TITLE), screen.columns)
        low = replace(screen, rows=screen.rows - len(advice) - 2)  # the typed line, a blank row, the advice
        self._session, reply = step(replace(self._session, screen=low), line_typed)
        self._print([line(f"{margins.prompt(self._session)}{line_typed}"), *reply.lines, EMPTY, *advice])

    def _answer(self, entered: str) -> Reply:
        """Answer a line, on the whole screen where it fills it; Ctrl-C ends the waiting and leaves the session as it was."""
        before = replace(self._session, screen=self._screen())
        try:
            self._session, reply = asking.answer_of(lambda: step(before, entered))
        except KeyboardInterrupt:
            reply = Reply([line(say("browser.cancelled"), Style.QUIET)])
        if self._plain:
            self._print_by_page(reply.lines)
            return reply
        if self._session.browsing or self._session.opened or self._overflows(reply.lines):
            reply = self._fill_screen(reply)
        self._print([*reply.lines, EMPTY] if reply.lines else [])
        return reply

    def _fill_screen(self, reply: Reply) -> Reply:
        """Show the answer, the open article or a long reply on the whole screen, and return the reply to the last line there."""
        from search.shell.browser.focus import Focus, Overlay
        from search.shell.browser.screen import FullScreen

        session = self._session
        is_page = not (session.browsing or session.opened)
        focus = Focus(overlay=Overlay(tuple(reply.lines)) if is_page else None)
        self._session, last = FullScreen(session, focus, self._home).run()
        return last

    def _overflows(self, lines: Sequence[Line]) -> bool:
        return len(lines) > self._session.rows

    def _reader(self) -> Callable[[], str]:
        """Return a function that reads a line: prompt_toolkit, or plain input if the terminal cannot move its cursor."""

        def prompt() -> str:
            return margins.prompt(replace(self._session, screen=self._screen()))

        if self._plain:
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
                replace(self._session, screen=self._screen()),
                sum(day.count for day in self._days),
                typed.default_buffer.text,
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
        columns = self._screen().columns
        return [
            *wrap(line(greeting, Style.TITLE), columns),
            *wrap(line(say("shell.hint" if self._plain else "browser.hint"), Style.QUIET), columns),
            EMPTY,
        ]

    def _screen(self) -> Screen:
        """Return the size of the terminal as it is now; not that of $COLUMNS, which a resize leaves as it was."""
        try:
            size = os.get_terminal_size(sys.stdout.fileno())
        except OSError:
            return Screen(plain=self._plain)
        if not (size.columns and size.lines):
            return Screen(plain=self._plain)
        return Screen(size.columns, size.lines, self._plain)

    def _print_by_page(self, lines: Sequence[Line]) -> None:
        """Print lines, as many at once as the screen has rows; the person asks for those behind, or leaves them."""
        rows = max(1, self._session.screen.rows - 1)
        for start in range(0, len(lines), rows):
            if start:
                try:
                    answer = input(say("browser.more"))
                except (KeyboardInterrupt, EOFError):
                    return
                if answer:
                    return
            self._print(lines[start : start + rows])
        self._print([EMPTY] if lines else [])

    def _print(self, lines: Sequence[Line]) -> None:
        if self._plain:
            sys.stdout.write(plain.text(lines))
        else:
            sys.stdout.write(terminal.ansi(lines, colour=not os.environ.get("NO_COLOR")))
        sys.stdout.flush()

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def run(opener: Callable[[], Searcher], home: Path, first_line: str = "", *, plain: bool = False) -> None:
    """Run the shell on this terminal, on the index of a `.manchette` folder, until the person leaves.

    It shows the answer to a first line, if there is one.  `opener` is called at the start, again when the index changed on
    disk, and in a thread for the completion.  A `plain` shell prints line after line, as on a terminal that cannot move its
    cursor.

    Raises:
        IndexFailure: the index cannot be opened at the start.
    """
    with closing(Shell(opener, home, plain=plain)) as shell:
        shell.run(first_line)


def _keys() -> KeyBindings:
    keys = KeyBindings()
    nothing_typed = Condition(lambda: not get_app().current_buffer.text)

    @keys.add(Keys.Tab, filter=nothing_typed)
    @keys.add(Keys.F2, filter=nothing_typed)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=":browse")

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(inert(" ".join(event.data.split())))

    return keys
