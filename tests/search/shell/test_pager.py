"""The pager shows, and does nothing else: in a terminal of its own."""

import os
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from select import select

import pytest

from search.shell import pager

if sys.platform != "win32":
    import pty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminal")

KEYS = {
    "less": ("s saved\n", "o saved\n", "!touch run\n", "#touch run\n", "|^touch run\n", "v\n", ":e other\n"),
    "more": ("!touch run\n", ":!touch run\n", "v"),
}
"""Keys that write a file, run a command, or open an editor or another file."""


@pytest.mark.parametrize("name", list(KEYS))
def test_no_key_writes_a_file_or_runs_a_command(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which(name):
        pytest.skip(f"needs {name}")
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\ntouch {tmp_path}/edited\n", "utf-8")
    editor.chmod(0o755)
    for variable, value in {
        "EDITOR": str(editor),
        "VISUAL": str(editor),
        "TERM": "vt100",
        "SHELL": "/bin/sh",
    }.items():
        monkeypatch.setenv(variable, value)
    (tmp_path / "work").mkdir()

    said = typed(pager.command({"PAGER": name}), tmp_path / "work", KEYS[name])

    assert b"ligne 3" in said
    assert not list((tmp_path / "work").iterdir())
    assert not (tmp_path / "edited").exists()


def typed(words: list[str], folder: Path, keys: tuple[str, ...]) -> bytes:
    """Show a long text in a folder, type keys, and return what came to the terminal."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        pager.show(words, "".join(f"ligne {number}\n" for number in range(500)))
        os._exit(0)
    said = b""
    time.sleep(0.5)
    with suppress(OSError):  # the pager has ended
        for key in (*keys, "\n", "q", "q"):
            while select([terminal], [], [], 0)[0]:
                said += os.read(terminal, 1 << 16)
            os.write(terminal, key.encode())
            time.sleep(0.3)
    os.close(terminal)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return said
