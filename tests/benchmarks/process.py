"""Runs a command as a process of its own, and returns what it took: time, processor time, memory."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

EVERY = 0.02
"""Seconds between two looks at the memory."""

LONGEST = 3600.0
"""Seconds after which a step is given up, so that a run that nobody watches goes on to the next."""


class Failed(Exception):  # noqa: N818 - a step that failed is a figure that is missing, and the run goes on
    """A command that failed, with the last line that it printed."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took, its whole tree of processes, and what it wrote.

    Memory is what is resident, files that are mapped included; what processes share is counted in each.
    """

    seconds: float
    processor_seconds: float
    peak_mb: float
    out: str

    def figures(self) -> dict[str, float]:
        """Return what a run keeps of it."""
        return {"seconds": self.seconds, "processor_seconds": self.processor_seconds, "peak_mb": self.peak_mb}


def run(command: Sequence[str], longest: float = LONGEST) -> Ran:
    """Run a command of Python, `-m` and so on, from the root of the sources.

    Raises:
        Failed: its status is not 0, or it took too long.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL, stdout=out, stderr=errors,
        )  # fmt: skip
        watch = _Watch(process, longest)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            last_line = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise Failed(last_line or f"it ended with {process.returncode} after {seconds:.0f} s")
        written = out.read().decode("utf-8")
    # the system's own figure is what this process held when it began the other, where that was more
    return Ran(seconds, used.ru_utime + used.ru_stime, watch.peak or used.ru_maxrss / 1024, written)


class _Watch(threading.Thread):
    """Looks at the memory of a process and of its children; ends one that takes too long."""

    def __init__(self, process: subprocess.Popen[bytes], longest: float) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._process = process
        self._until = time.monotonic() + longest
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(EVERY):
            self.peak = max(self.peak, resident(self._process.pid))
            if time.monotonic() > self._until:
                self._process.kill()
                return

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def resident(pid: int) -> float:
    """Return the MB of memory that a process and its children hold; 0 for what has ended, or cannot be seen."""
    folder = Path(f"/proc/{pid}")
    try:
        pages = int((folder / "statm").read_text().split()[1])
        children = [
            child for task in (folder / "task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(resident(int(child)) for child in children)
