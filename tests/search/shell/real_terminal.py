"""A shell on a terminal that is real for it: a pseudo-terminal read by an emulator."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

from tests.conftest import ROOT

PATIENCE = 20.0
"""Seconds after which what was waited for will not come; a busy machine takes some for the first prompt."""


class Emulator(pyte.Screen):
    """A screen that answers when it is asked where its cursor is, as prompt_toolkit asks."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], object]) -> None:
        super().__init__(columns, rows)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        """Send the answer of the terminal to the program."""
        self._answer(data)


class RealTerminal:
    """A terminal in which `manchette shell` runs."""

    def __init__(self, child: "pexpect.spawn[str]", columns: int, rows: int) -> None:
        self.child = child
        self.screen = Emulator(columns, rows, child.send)
        self._stream = pyte.Stream(self.screen)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def type(self, keys: str) -> None:
        """Type keys."""
        self.child.send(keys)

    def enter(self, line: str) -> None:
        """Type a line."""
        self.type(f"{line}\r")

    def wait(self, shown: str) -> str:
        """Wait until a text is on the screen, and return the screen."""
        return self.wait_until(lambda text: shown in text, shown)

    def answer(self, shown: str) -> str:
        """Wait until a text is on the screen with the prompt below it, and return the screen: the answer is whole.

        A text of the first line is on the screen before the lines below it are.
        """
        return self.wait_until(lambda text: shown in text and self.asks, f"{shown} … >")

    @property
    def asks(self) -> bool:
        """Whether the shell waits for a line: the cursor is behind a prompt where nothing is typed."""
        row = self.screen.display[self.screen.cursor.y]
        return row.rstrip().endswith(">") and row[self.screen.cursor.x :].isspace()

    def wait_until(self, ready: Callable[[str], bool], what: str) -> str:
        """Wait until the screen is as it should be, and return it."""
        until = time.monotonic() + PATIENCE
        while not ready(self.text):
            assert time.monotonic() < until, f"no {what!r} on the screen:\n{self.text}"
            self.read()
        return self.text

    def read(self) -> None:
        """Show what the program wrote since."""
        try:
            self._stream.feed(self.child.read_nonblocking(65536, 0.1))
        except pexpect.TIMEOUT:
            return

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def ends(self) -> int:
        """Wait for the end of the shell, and return its exit status."""
        self.child.expect(pexpect.EOF, timeout=PATIENCE)
        self.child.close()
        assert self.child.exitstatus is not None
        return self.child.exitstatus


@contextmanager
def shell_on(
    home: Path, *options: str, columns: int = 80, rows: int = 24, command: str = "shell", **environment: str
) -> Iterator[RealTerminal]:
    """Run the shell of an index, or another command, on a terminal, until its first prompt is shown."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER", "LESS")
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "search", command, "-i", str(home), *options],
        env={**inherited, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment},
        dimensions=(rows, columns),
        encoding="utf-8",
    )
    try:
        terminal = RealTerminal(child, columns, rows)
        terminal.wait("\n>")
        yield terminal
    finally:
        child.close(force=True)
