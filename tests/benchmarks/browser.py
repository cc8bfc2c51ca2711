"""Measures the full screen of the shell: the time from a key to the frame that shows what it did.

    python -m tests.benchmarks.browser FOLDER

The keys come from a pipe and the frames go to a text, by the same application as on a terminal; the time that a terminal
takes to draw is not in the figures.  Each key is measured in an answer that was not measured before it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import NamedTuple

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from index.layout import HOME
from search.commandline.opening import open_searcher
from search.shell.browser.focus import Focus
from search.shell.browser.screen import FullScreen
from search.shell.current import Current
from search.shell.session import Screen, Session
from search.shell.step import step

QUERIES = ("laïcité", "macron", "france", "gilets jaunes", "le gouvernement annonce")
SCREENS = (Screen(80, 24), Screen(120, 40))
PATIENCE = 30.0

_ROUNDS = 5
"""Times that the keys are typed in each answer."""


class Taken(NamedTuple):
    """The milliseconds that a key took, and those of work of the process in them, which other processes do not slow down."""

    elapsed: float
    worked: float


class Watch:
    """A full screen, and the time that it takes to show what a key does."""

    def __init__(self, full: FullScreen, pipe: PipeInput) -> None:
        self._full, self._pipe = full, pipe
        self._ready: Callable[[FullScreen], bool] = lambda _: True
        self._shown = Event()
        self._at = self._worked = 0.0
        full.application.after_render += self._rendered

    def _rendered(self, _: object) -> None:
        if not self._shown.is_set() and self._ready(self._full):
            self._at, self._worked = time.perf_counter(), time.process_time()
            self._shown.set()

    def wait(self) -> None:
        """Wait for the frame.

        Raises:
            TimeoutError: it does not come.
        """
        if not self._shown.wait(PATIENCE):
            raise TimeoutError

    def time(self, keys: str, ready: Callable[[FullScreen], bool]) -> "Taken":
        """Return the time from keys to the frame for which the screen is as it should be."""
        self._ready = ready
        self._shown.clear()
        started, idle = time.perf_counter(), time.process_time()
        self._pipe.send_text(keys)
        self.wait()
        return Taken((self._at - started) * 1000, (self._worked - idle) * 1000)


@contextmanager
def watching(session: Session) -> Iterator[Watch]:
    """Show a session on a full screen that runs in a thread."""
    size = Size(rows=session.screen.rows, columns=session.screen.columns)
    with create_pipe_input() as pipe:
        terminal = Vt100_Output(StringIO(), lambda: size, term="xterm-256color", enable_cpr=False)
        full = FullScreen(session, Focus(), Path("/"), keyboard=pipe, terminal=terminal)
        watch = Watch(full, pipe)
        thread = Thread(target=full.run)
        thread.start()
        try:
            watch.wait()
            yield watch
        finally:
            loop = full.application.loop
            if loop:
                loop.call_soon_threadsafe(full.application.exit)
            thread.join(PATIENCE)


def measured(session: Session, line: str) -> dict[str, list[Taken]]:
    """Return the time of each key in the answer to a line."""
    times: dict[str, list[Taken]] = {}
    start, _ = step(session, line)
    start, _ = step(start, ":browse")
    with watching(start) as watch:

        def key(name: str, keys: str, ready: Callable[[FullScreen], bool]) -> None:
            times.setdefault(name, []).append(watch.time(keys, ready))

        for round_ in range(_ROUNDS):
            for _ in range(15):
                at = watch_cursor(watch)
                key("j", "j", lambda full, at=at: full.session.cursor == at + 1)  # type: ignore[misc] # the default binds
            key("Enter", "\r", lambda full: full.session.opened is not None)
            key("n", "n", lambda full: full.session.opened is not None and full.session.opened.match == 1)
            at = watch_cursor(watch)
            key("]", "]", lambda full, at=at: full.session.cursor == at + 1)  # type: ignore[misc] # the default binds
            key("q", "q", lambda full: full.session.opened is None)
            watch.time("f", lambda full: full.focus.facets)
            key("f space", " ", lambda full: len(full.session.filters) == 1)
            watch.time(" ", lambda full: not full.session.filters)
            watch.time("f", lambda full: not full.focus.facets)
            typed = f"/\x15{line} {'paris lyon élection budget école'.split()[round_]}"
            words = typed.removeprefix("/\x15")
            key("/ live", typed, lambda full, words=words: full.shown.line == words)  # type: ignore[misc] # the default binds
            watch.time("\x1b", lambda full: full.focus.entry is None)
            for _ in range(round_ * 17):
                at = watch_cursor(watch)
                watch.time("j", lambda full, at=at: full.session.cursor == at + 1)  # type: ignore[misc] # the default binds
    return times


def _medians(taken: list[Taken]) -> str:
    elapsed, worked = (median(part) for part in zip(*taken, strict=True))
    return f"{elapsed:5.1f} ({worked:4.1f})"


def watch_cursor(watch: Watch) -> int:
    """Return the rank at the cursor."""
    return watch._full.session.cursor


def main(folder: Path) -> None:
    """Print a table of medians for each screen and query."""
    home = folder if folder.name == HOME else folder / HOME
    index = Current(lambda: open_searcher(home), home)
    for screen in SCREENS:
        for line in QUERIES:
            times = measured(replace(Session(index), screen=screen), line)
            row = "  ".join(f"{name} {_medians(taken)}" for name, taken in times.items())
            sys.stdout.write(f"{screen.columns}x{screen.rows}  {line:<24}  {row}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
