"""The full screen without a terminal: its keys come from a pipe, and what it draws goes to a text."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from corpus.records import replace
from search.shell.browser.focus import Focus
from search.shell.browser.screen import FullScreen
from search.shell.session import Move, Screen, Session
from search.shell.step import step
from tests.search.render.answers import HOSTILE, answer
from tests.search.shell.browser.frames import browsing
from tests.search.shell.replies import typed

PATIENCE = 20.0
"""Seconds after which what was waited for will not come."""

OWN_SEQUENCES = re.compile(
    r"\x1b\[[?>=]?[0-9;]*[A-Za-z]|\x1b\]8;;(?:https?|file)://[!-~]*\x1b\\|\x1b\]8;;\x1b\\|\x1b\]52;c;[\w+/=]*\x07|\x1b[78=>]"
)
"""The sequences that are ours, or prompt_toolkit's."""


class Keyboard:
    """A pipe to a full screen that runs in a thread."""

    def __init__(self, full: FullScreen, pipe: PipeInput, drawn: StringIO) -> None:
        self.full, self.drawn = full, drawn
        self._pipe = pipe

    def type(self, keys: str, ready: Callable[[FullScreen], bool]) -> None:
        """Type keys, and wait until the screen is as it should be."""
        self._pipe.send_text(keys)
        until = time.monotonic() + PATIENCE
        while not ready(self.full):
            assert time.monotonic() < until, f"{keys!r} did not do it: {self.full.focus}"
            time.sleep(0.005)


@contextmanager
def showing(session: Session, focus: Focus = Focus()) -> Iterator[Keyboard]:  # noqa: B008 - it is frozen
    """Show a session, and close the screen at the end, whatever is on it."""
    drawn = StringIO()
    size = Size(rows=session.screen.rows, columns=session.screen.columns)
    with create_pipe_input() as pipe:
        terminal = Vt100_Output(drawn, lambda: size, term="xterm-256color", enable_cpr=False)
        full = FullScreen(session, focus, Path("/presse/.manchette"), keyboard=pipe, terminal=terminal)
        moves: list[Move] = []
        thread = Thread(target=lambda: moves.append(full.run()))
        thread.start()
        keyboard = Keyboard(full, pipe, drawn)
        try:
            keyboard.type("", lambda full: full.application.is_running)
            yield keyboard
        finally:
            loop = full.application.loop
            if loop and full.application.is_running:
                loop.call_soon_threadsafe(full.application.exit)
            thread.join(PATIENCE)


def test_keys_are_answered_in_their_order_and_the_session_is_that_of_their_lines(session: Session) -> None:
    start, _ = typed(session, "securite", ":browse")
    with showing(start) as keyboard:
        keyboard.type("jjm\rn]", lambda full: full.session.cursor == 4 and full.session.opened is not None)
        keyboard.type("q", lambda full: full.session.opened is None)
    lines = (":down", ":down", ":mark 3", ":open 3", ":match next", ":article next", ":close")
    expected, _ = typed(start, *lines)
    assert replace(
        keyboard.full.session, results=None, browsing=True, starts=(0,), around=expected.around
    ) == replace(expected, results=None, choices=keyboard.full.session.choices)


def test_a_query_is_answered_as_it_is_typed_and_enter_keeps_the_answer(session: Session) -> None:
    start, _ = typed(session, "securite", ":browse")
    with showing(start) as keyboard:
        keyboard.type("/\x15maroc", lambda full: full.shown.line == "maroc")
        assert keyboard.full.session.line == "securite"
        keyboard.type("\x1b", lambda full: full.shown.line == "securite" and not full.focus.entry)
        keyboard.type("/\x15maroc", lambda full: full.shown.line == "maroc")
        keyboard.type("\r", lambda full: full.session.line == "maroc")
        keyboard.type("/ (", lambda full: full.focus.entry is not None and full.focus.entry.text == "maroc (")
        keyboard.type("\x1b", lambda full: not full.focus.entry)


def test_an_error_in_a_query_is_said_as_it_is_typed_and_the_answer_stays(session: Session) -> None:
    start, _ = typed(session, "securite", ":browse")
    with showing(start) as keyboard:
        keyboard.type("/(", lambda full: bool(full.focus.entry and full.focus.notice))
        assert "never closed" in "".join(part.text for part in keyboard.full.focus.notice)
        assert keyboard.full.shown is keyboard.full.session
        keyboard.type("\x7f", lambda full: not full.focus.notice)


def test_an_answer_that_is_no_longer_waited_for_is_dropped(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, asked, done = Event(), Event(), Event()

    def slow(session: Session, line: str) -> Move:
        if line == "maroc":
            asked.set()
            try:
                while not free.wait(0.01):
                    continue
            finally:
                done.set()
        return step(session, line)

    monkeypatch.setattr("search.shell.browser.screen.step", slow)
    start, _ = typed(session, "securite", ":browse")
    with showing(start) as keyboard:
        keyboard.type("/\x15maroc\r", lambda full: full.focus.waiting)
        assert asked.is_set()
        keyboard.type(
            "\x03", lambda full: "cancelled" in full.focus.notice[0].text if full.focus.notice else False
        )
        assert done.wait(PATIENCE)
        keyboard.type("jj", lambda full: full.session.cursor == 3)
        assert keyboard.full.session.line == "securite"


def test_an_answer_to_a_line_that_was_typed_on_is_not_shown(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, free, done = Event(), Event(), Event()

    def slow(session: Session, line: str) -> Move:
        if line != "maroc":
            return step(session, line)
        asked.set()
        while not free.is_set():
            with suppress(SystemExit):  # it is cancelled, and computes on as an engine would
                free.wait(0.01)
        done.set()
        return step(session, line)

    monkeypatch.setattr("search.shell.browser.screen.step", slow)
    start, _ = typed(session, "securite", ":browse")
    with showing(start) as keyboard:
        keyboard.type("/\x15maroc", lambda _: asked.is_set())
        keyboard.type("\x15rabat", lambda full: full.shown.line == "rabat")
        free.set()
        assert done.wait(PATIENCE)
        time.sleep(0.1)  # the late answer is on its way
        assert keyboard.full.shown.line == "rabat"


def test_no_article_commands_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    hostile = replace(HOSTILE, url=f"https://exemple.invalid/{HOSTILE.url}")
    session = browsing(Screen(120, 40), answer("securite", [hostile, HOSTILE]))
    with showing(session) as keyboard:
        keyboard.type("j?", lambda full: full.focus.overlay is not None)
        keyboard.type("qkj", lambda full: not full.focus.overlay and full.session.cursor == 2)
        keyboard.type("fjq", lambda full: full.focus.value == 1 and not full.focus.facets)
    drawn = keyboard.drawn.getvalue()
    assert "\x1b]8;;https://exemple.invalid/" in drawn
    rest = OWN_SEQUENCES.sub("", drawn)
    assert not set(rest) & {
        chr(code) for code in (*range(10), *range(11, 13), *range(14, 32), *range(0x7F, 0xA0))
    }
    assert not [
        obeyed
        for obeyed in ("\x1b[31m[red]", "\u202e", "\u2028", "\x9b2J", "8;;javascript")
        if obeyed in drawn
    ]
    links = re.findall(r"\x1b\]8;;([^\x1b]*)\x1b", drawn)
    assert len([address for address in links if address]) > 3
    assert all(not (link and behind) for link, behind in pairwise(links)), (
        "a link begins before the last one ends"
    )
    assert links[-1] == ""


def test_colours_are_left_out_where_the_person_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with showing(browsing(Screen())) as keyboard:
        keyboard.type("", lambda _: "securite" in keyboard.drawn.getvalue())
    assert "\x1b[0;7m" in keyboard.drawn.getvalue()
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", keyboard.drawn.getvalue())


def test_a_larger_screen_reads_what_it_has_room_for(session: Session) -> None:
    start, _ = typed(replace(session, screen=Screen(80, 8)), "*", ":browse")
    start = replace(start, known={rank: start.known[rank] for rank in range(1, 4)})
    with showing(replace(start, screen=Screen(80, 30))) as keyboard:
        keyboard.full.session = replace(start, screen=Screen(80, 8))
        keyboard.full.application.invalidate()
        keyboard.type("", lambda full: 20 in full.session.known)
