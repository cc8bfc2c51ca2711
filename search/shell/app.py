"""The shell on a terminal: prompt_toolkit reads the lines, `step` answers them."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style as Looks

from search.facets import UNDATED
from search.render import plain, terminal
from search.render.lines import Line, Style, line, wrap
from search.searcher import Searcher
from search.shell import margins, pager
from search.shell.completer import ShellCompleter
from search.shell.session import Move, Screen, Session, told
from search.shell.step import step
from search.shell.values import Values

LOOKS = Looks.from_dict(
    {"bottom-toolbar": "noreverse", "prompt": "bold", "auto-suggestion": "ansibrightblack"}
)


class History(FileHistory):
    """The lines typed, in a file; where it cannot be read or written, those of this run."""

    def load_history_strings(self) -> Iterable[str]:
        """Return the lines of the earlier runs, the last first."""
        with suppress(OSError):
            return list(super().load_history_strings())
        return []

    def store_string(self, string: str) -> None:
        """Keep a line for the next runs."""
        with suppress(OSError):
            super().store_string(string)


class Shell:
    """A session on a terminal, and the index that it asks, opened again when it changes."""

    def __init__(self, opener: Callable[[], Searcher], place: Path) -> None:
        self._opener = opener
        self._place = place
        self._values = Values(opener)
        self._open()

    def run(self) -> None:
        """Answer lines until the person leaves."""
        completer = ShellCompleter(lambda: self._session, self._values)
        typed: PromptSession[str] = PromptSession(
            history=History(str(self._place / "history")),
            auto_suggest=AutoSuggestFromHistory(),
            completer=completer,
            complete_in_thread=True,
            # Completions unasked only where the index knows better than the person: their menu moves the page up.
            complete_while_typing=Condition(lambda: completer.expects(typed.default_buffer.text)),
            bottom_toolbar=lambda: margins.toolbar(replace(self._session, screen=screen()), self._articles),
            key_bindings=_keys(),
            style=LOOKS,
        )
        _print(self._greeting())
        while True:
            self._session = replace(self._session, screen=screen())
            try:
                entered = typed.prompt(lambda: margins.prompt(replace(self._session, screen=screen())))
                self._session, reply = self._answered(entered)
                _show(reply.lines, self._session.screen)
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if reply.leave:
                return

    def _open(self) -> None:
        """Open the index, and count what the toolbar and the greeting tell."""
        self._stamp = _stamp(self._place)
        searcher = self._opener()
        days = searcher.values("day")
        self._articles = sum(bucket.count for bucket in days)
        self._dates = [bucket.value for bucket in days if bucket.value != UNDATED]
        self._session = (
            replace(self._session, searcher=searcher) if hasattr(self, "_session") else Session(searcher)
        )
        self._values.load()

    def _answered(self, entered: str) -> Move:
        """Answer a line; when the index changed or fails, from the index opened again."""
        try:
            if _stamp(self._place) != self._stamp:
                self._open()
            return step(self._session, entered)
        except Exception:  # noqa: BLE001 - whatever an engine raises when its files go, the shell lives on
            pass
        try:
            self._open()
            return step(self._session, entered)
        except Exception as error:  # noqa: BLE001 - as above
            message = f"the index could not answer ({type(error).__name__}: {error}): type manchette check in another window"
            return told(self._session, message, Style.ERROR)

    def _greeting(self) -> list[Line]:
        dates = f", {min(self._dates)} to {max(self._dates)}" if self._dates else ""
        return [
            *wrap(line(f"Manchette: {self._articles:,} articles{dates}", Style.TITLE), screen().columns),
            *wrap(line("Type words to search, :help for the rest.", Style.QUIET), screen().columns),
        ]


def run(opener: Callable[[], Searcher], place: Path) -> None:
    """Run the shell on this terminal, on the index of a `.manchette` folder, until the person leaves.

    `opener` is called at the start, and again when the index changed on disk.

    Raises:
        IndexFailure: the index cannot be opened at the start.
    """
    Shell(opener, place).run()


def screen() -> Screen:
    """Return the size of the terminal as it is now."""
    return Screen(*shutil.get_terminal_size())


def _stamp(place: Path) -> int:
    """Return what changes when a build ends: its catalog is the last thing that it writes."""
    files = [place / "manifest.json", *place.glob("generations/*/catalog.sqlite")]
    return max((file.stat().st_mtime_ns for file in files if file.exists()), default=0)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.split()))

    return keys


def _show(lines: Sequence[Line], shown: Screen) -> None:
    """Print the lines, through the pager where they are more than the screen has rows."""
    words = pager.command(os.environ) if len(lines) >= shown.rows else []
    if not words:
        _print(lines)
        return
    text = _dressed(lines) if pager.is_less(words) else plain.text(lines)
    try:
        pager.show(words, text)
    except OSError:
        _print(lines)


def _print(lines: Sequence[Line]) -> None:
    sys.stdout.write(_dressed(lines))
    sys.stdout.flush()


def _dressed(lines: Sequence[Line]) -> str:
    if os.environ.get("TERM") == "dumb":
        return plain.text(lines)
    return terminal.ansi(lines, colour=not os.environ.get("NO_COLOR"))
