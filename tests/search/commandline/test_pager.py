"""The pager shows, and does nothing else: in a terminal of its own."""

import os
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from select import select

import pexpect
import pytest

from search.commandline import pager
from search.messages import say
from tests.conftest import ROOT

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


def test_the_pager_is_the_person_s_with_its_options(tmp_path: Path) -> None:
    mine = tmp_path / "my pager"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    assert pager.command({"PAGER": f"'{mine}' --plain 2"}) == [str(mine), "--plain", "2"]
    assert pager.command({"PAGER": "no-such-pager"}) == []
    less = tmp_path / "less"
    less.write_text("#!/bin/sh\n")
    less.chmod(0o755)
    assert pager.command({"PAGER": f"{less} -S"}) == [
        str(less),
        "-S",
        "-R",
        f"-P{say('command.pager_prompt')}",
    ]


def test_a_pager_shows_what_it_is_given(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager.show(["sh", "-c", f"cat > '{seen}'"], "sécurité\n")
    assert seen.read_text("utf-8") == "sécurité\n"
    pager.show(["true"], "left before it read all\n" * 100_000)


def on_a_terminal(home: Path, *words: str, **environment: str) -> str:
    """Run a command on a terminal of 24 rows, press q as soon as the pager asks, and return what was shown."""
    run = pexpect.spawn(
        sys.executable,
        ["-m", "search", *words, "-i", str(home)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment},
        encoding="utf-8",
        timeout=30,
        dimensions=(24, 80),
    )
    shown = ""
    if run.expect(["q leaves", pexpect.EOF]) == 0:
        shown = f"{run.before}q leaves"
        run.send("q")
        run.expect(pexpect.EOF)
    shown += str(run.before)
    run.close()
    assert run.exitstatus == 0
    return shown


@pytest.mark.skipif(not shutil.which("less"), reason="needs less")
def test_an_answer_higher_than_the_terminal_is_in_the_pager(home: Path) -> None:
    without = {"LESS": "FRX", "PAGER": ""}
    high = on_a_terminal(home, "query", "Dakar", **without)
    assert "q leaves" in high
    assert "\x1b[1;31mDakar" in high
    assert "q leaves" not in on_a_terminal(home, "query", "Dakar", "-n", "1", **without)
    assert "q leaves" not in on_a_terminal(home, "query", "Dakar", "--no-pager", **without)
    assert "q leaves" not in on_a_terminal(home, "query", "Dakar", "--format", "json", **without)
    through_mine = on_a_terminal(home, "query", "Dakar", PAGER="sed s/Dakar/RAKAD/")
    assert "RAKAD" in through_mine
    assert "\x1b[" not in through_mine
