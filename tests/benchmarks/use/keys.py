"""What a key takes in the full screen, to the frame that shows what it did, and the memory of a session of a thousand keys.

The keys come from a pipe and the frames go to a text, by the same application as on a terminal; the time that a terminal
takes to draw is not in the figures.  Each key is measured in an answer that was not measured before it.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from threading import Event, Thread

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from corpus.records import replace
from search.commandline.opening import open_searcher
from search.shell.browser.focus import Focus
from search.shell.browser.screen import FullScreen
from search.shell.current import Current
from search.shell.session import Screen, Session
from search.shell.step import step
from tests.benchmarks.process import resident
from tests.benchmarks.use.figure import Figure, Spent

QUERIES = ("laïcité", "macron", "le gouvernement annonce")
SCREENS = (Screen(80, 24), Screen(120, 40))
PATIENCE = 30.0

_ROUNDS = 3
"""Times that the keys are typed in each answer."""

_KEYS, _FIRST_KEYS = 1000, 200
"""The keys of a long session, and those after which its memory is looked at first: the memos are full by then."""


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

    def time(self, keys: str, ready: Callable[[FullScreen], bool]) -> Spent:
        """Return the time from keys to the frame for which the screen is as it should be."""
        self._ready = ready
        self._shown.clear()
        started, idle = time.perf_counter(), time.process_time()
        self._pipe.send_text(keys)
        self.wait()
        return Spent(self._at - started, self._worked - idle)


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


def measured(session: Session, line: str) -> dict[str, list[Spent]]:
    """Return the time of each key in the answer to a line."""
    times: dict[str, list[Spent]] = {}
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


def watch_cursor(watch: Watch) -> int:
    """Return the rank at the cursor."""
    return watch._full.session.cursor


def figures(home: Path) -> Iterator[Figure]:
    """Yield the figure of each key in each answer and on each screen, and that of a long session."""
    index = Current(lambda: open_searcher(home), home)
    for screen in SCREENS:
        for line in QUERIES:
            times = measured(replace(Session(index), screen=screen), line)
            for name, taken in times.items():
                yield Figure(f"{name}, {line}, {screen.columns}x{screen.rows}", tuple(taken))
    yield _long_session(replace(Session(index), screen=SCREENS[0]))


def _long_session(session: Session) -> Figure:
    """Return the figure of a session that opens one article behind the other; its memory is what came after the first keys."""
    start, _ = step(session, "macron")
    start, _ = step(start, ":browse")
    times = []
    before = 0.0
    with watching(start) as watch:
        watch.time("\r", lambda full: full.session.opened is not None)
        for key in range(_KEYS):
            if key == _FIRST_KEYS:
                before = resident(os.getpid())
            at = watch_cursor(watch)
            times.append(watch.time("]", lambda full, at=at: full.session.cursor == at + 1))  # type: ignore[misc]
        grown = resident(os.getpid()) - before
    return Figure(f"] {_KEYS} times, MB grown after {_FIRST_KEYS}", tuple(times), grown)
