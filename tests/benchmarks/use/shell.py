"""What the shell takes: to show its prompt, and to answer a line once it is open."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect

from corpus.records import replace
from search.commandline.opening import open_searcher
from search.shell.current import Current
from search.shell.session import Screen, Session
from search.shell.step import step
from tests.benchmarks.process import ROOT
from tests.benchmarks.use.commands import FREQUENT, QUERIES
from tests.benchmarks.use.figure import Figure, spent

_CURSOR_IS_SHOWN = "\x1b[?25h"
"""What is written last of a prompt: the cursor is hidden while it is drawn (DECTCEM)."""

_PATIENCE_SECONDS = 60
_RUNS = 5


def figures(home: Path) -> Iterator[Figure]:
    """Yield the figure of the start, end included, and those of some lines."""
    yield Figure("start, :quit", tuple(spent(lambda: _start(home)) for _ in range(_RUNS)))
    session = replace(
        Session(Current(lambda: open_searcher(home), home)), screen=Screen(columns=100, rows=30)
    )
    answered, _ = step(session, "macron")
    lines = [*QUERIES, "", ":similar 1", *(f":{study} {word}" for word in FREQUENT for study in ("kwic", "timeline", "companions"))]  # fmt: skip
    for line in (*lines, ":compare macron ; police"):
        work = lambda line=line: step(answered, line)  # noqa: E731 - bound to the line of this round
        yield Figure(line or "the next page", tuple(spent(work) for _ in range(_RUNS)))


def _start(home: Path) -> None:
    shell = pexpect.spawn(
        sys.executable,
        ["-m", "search", "-i", str(home), "shell"],
        cwd=str(ROOT),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
        timeout=_PATIENCE_SECONDS,
        encoding="utf-8",
    )
    shell.expect_exact(_CURSOR_IS_SHOWN)
    shell.send(":quit\r")
    shell.expect(pexpect.EOF)
    shell.wait()
