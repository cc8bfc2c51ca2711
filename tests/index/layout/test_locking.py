"""One process at a time has a lock; the system takes it back from one that is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.layout import locking

HOLD = """
import sys, time
from pathlib import Path
from index.layout import locking
with locking.held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    """Return a process that has the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_lock_that_another_process_has_is_taken_until_that_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        with pytest.raises(locking.Taken), locking.held(path, 0.1):
            pass
        process.kill()
    with locking.held(path):
        pass


def test_a_process_waits_for_another_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        process.terminate()
        with locking.held(path, 60):
            pass


def test_a_lock_is_let_go_of_whatever_happens_while_it_is_held(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), locking.held(path):
        raise ZeroDivisionError
    with locking.held(path):
        assert path.stat().st_mode & 0o777 == 0o600
