"""The full screen on a terminal: prompt_toolkit gives the keys and draws the view, `step` answers the lines."""

import asyncio
import os
from collections import deque
from collections.abc import Callable
from pathlib import Path

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth, Output

from corpus.records import replace
from search.messages import say
from search.render.lines import EMPTY, Style, line
from search.shell import asking
from search.shell.browser import addresses
from search.shell.browser.dressing import dressed
from search.shell.browser.focus import Focus
from search.shell.browser.keys import press
from search.shell.browser.outcome import answered, is_done
from search.shell.browser.view import view
from search.shell.cursor import around, window
from search.shell.session import Move, Reply, Screen, Session
from search.shell.step import step

_PAUSE_SECONDS = 0.15
"""The pause behind the last key after which a line that is being typed is answered: shorter than between two words."""

_PATIENCE_SECONDS = 0.15
"""Seconds after which the screen says that the index is asked; most answers come before."""

_ESCAPE_SECONDS = 0.05
"""Seconds after which an Escape is the key, and not the start of the sequence of another key."""

_KEYS = {"c-m": "enter", "c-j": "enter", "c-h": "backspace", "c-i": "tab", "<sigint>": "c-c"}
"""The names that terminals have for some keys."""


class FullScreen:
    """The screen of a session until the person leaves it."""

    def __init__(
        self,
        session: Session,
        focus: Focus,
        home: Path,
        *,
        keyboard: Input | None = None,
        terminal: Output | None = None,
    ) -> None:
        self.session, self.focus, self.reply = session, focus, Reply()
        self._preview: Session | None = None
        self._pressed: deque[str] = deque()
        self._question = self._typed = 0
        """The numbers of the last question, and of the last state of the typed line: an answer to another one is late."""
        self._asking = False
        self._running: list[asking.Question[Move]] = []
        self._links_to = home.parent if addresses.takes_links(os.environ) else None
        self.application: Application[None] = Application(
            layout=Layout(
                Window(FormattedTextControl(self._text, show_cursor=False), always_hide_cursor=True)
            ),
            key_bindings=self._bindings(),
            full_screen=True,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else ColorDepth.DEPTH_4_BIT,
            input=keyboard,
            output=terminal,
        )
        self.application.ttimeoutlen = _ESCAPE_SECONDS

    def run(self) -> Move:
        """Show the screen until the person leaves it; return the session then, and the reply to the last line."""
        self.application.run()
        return self.session, self.reply

    @property
    def shown(self) -> Session:
        """The session on the screen: where a query is being typed, that of its answer so far."""
        return self._preview or self.session

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add(Keys.Any)
        def _(event: KeyPressEvent) -> None:
            [pressed] = event.key_sequence
            if pressed.key is Keys.BracketedPaste:
                self.press(f"paste:{event.data}")
            else:
                self.press(_KEYS.get(pressed.key, str(getattr(pressed.key, "value", pressed.key))))

        return keys

    def press(self, key: str) -> None:
        """Take a key: at once, or behind the answer that is waited for; Ctrl-C waits for no answer."""
        if key == "c-c" and self._asking:
            self._question += 1
            self._asking = False
            self._pressed.clear()
            self._cancel()
            self._focus(
                replace(self.focus, waiting=False, notice=line(say("browser.cancelled"), Style.QUIET))
            )
            return
        self._pressed.append(key)
        self._work()

    def _work(self) -> None:
        while self._pressed and not self._asking:
            self._take(self._pressed.popleft())

    def _take(self, key: str) -> None:
        entry = self.focus.entry
        focus, sent = press(self.shown, self.focus, key)
        preview, self._preview = self._preview, self._preview if focus.entry else None
        self._focus(focus)
        if focus.entry != entry:
            self._typed += 1
            if focus.entry and focus.entry.live:
                asyncio.get_running_loop().call_later(_PAUSE_SECONDS, self._pause, self._typed)
        if sent and preview and entry and entry.live and preview.line == sent:
            self._done(sent, (preview, Reply()))  # it is answered already
        elif sent:
            session = self.session
            self._ask(sent, lambda: step(session, sent))

    def _focus(self, focus: Focus) -> None:
        self.focus = focus
        if is_done(self.session, focus) and self.application.is_running:
            self.application.exit()
        self.application.invalidate()

    def _ask(self, sent: str, request: Callable[[], Move]) -> None:
        """Ask in a thread; the answer is dropped if the person no longer waits for it."""
        self._question += 1
        self._asking = True
        number, loop = self._question, asyncio.get_running_loop()

        def come(move: Move | None, error: BaseException | None) -> None:
            if number != self._question:
                return
            self._asking = False
            if move is None:
                self.application.exit(exception=error or RuntimeError(sent))
            else:
                self._done(sent, move)
                self._work()

        def wait() -> None:
            if number == self._question and self._asking:
                self._focus(replace(self.focus, waiting=True))

        self._start(request, lambda move, error: loop.call_soon_threadsafe(come, move, error))
        loop.call_later(_PATIENCE_SECONDS, wait)

    def _start(
        self, request: Callable[[], Move], come: Callable[[Move | None, BaseException | None], object]
    ) -> None:
        """Start a request; nobody waits any longer for one that was started before it."""
        self._cancel()
        self._running.append(asking.Question(request, come))

    def _cancel(self) -> None:
        while self._running:
            self._running.pop().cancel()

    def _done(self, sent: str, move: Move) -> None:
        """Show the answer to a line."""
        before = self.session
        self.session, self.reply = move
        focus = answered(before, move, self.focus, sent)
        if self.reply.leave:
            self.application.exit()
            return
        sequence = addresses.copying(self.reply.copied, os.environ)
        if sequence:
            self.application.output.write_raw(sequence)
        self._focus(focus)

    def _pause(self, typed: int) -> None:
        """Answer the line that is being typed, if no key came since."""
        entry = self.focus.entry
        query = entry.text.strip() if entry else ""
        if typed != self._typed or not query or query.startswith(":") or query.isdecimal():
            return
        if self._asking:  # a larger screen is being filled, and to start a question ends the one before
            return
        session, loop = self.session, asyncio.get_running_loop()

        def come(move: Move | None) -> None:
            if typed != self._typed or move is None:
                return
            if move[0] is session:  # an error: the answer to the line before stays
                self._focus(replace(self.focus, notice=move[1].lines[0] if move[1].lines else EMPTY))
            else:
                self._preview = move[0]
                self.application.invalidate()

        self._start(lambda: step(session, query), lambda move, _: loop.call_soon_threadsafe(come, move))

    def _text(self) -> StyleAndTextTuples:
        """Return what is on the screen, for the size that it has now."""
        size = self.application.output.get_size()
        screen = Screen(size.columns, size.rows)
        if self.session.screen != screen:
            self.session = replace(self.session, screen=screen)
            if self._preview:
                self._preview = replace(self._preview, screen=screen)
            self._fill()
        return dressed(view(self.shown, self.focus), self._links_to)

    def _fill(self) -> None:
        """Read the results that the list has room for since the screen is larger."""
        session = self.session
        if not self._asking and any(rank not in session.known for rank in window(session)):
            self._ask(self.focus.line, lambda: (around(session), Reply()))
