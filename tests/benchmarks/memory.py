"""The memory of a command and of all that it starts, as Linux shares it out: the PSS of each process, summed, and the greatest sum.

A page that several processes have counts in each with its share (`smaps_rollup`, proc(5)), so that nothing is counted twice.  Pages of
files that are mapped, as those of an index, count too: the kernel takes them back when it needs them.  `anonymous` is the rest.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

from tests.benchmarks.figures import Figures
from tests.benchmarks.process import ROOT

EVERY_SECONDS = 0.5
"""Seconds between two looks: to sum up the pages of a process takes some milliseconds of its time."""

_BYTES_IN_MB = 1_000_000


@dataclass(frozen=True)
class Held:
    """The memory of a tree of processes at one moment, in MB, and the number of the processes."""

    pss: float = 0.0
    anonymous: float = 0.0
    processes: int = 0


class Watched:
    """A command of Python that runs in a group of processes of its own, and what it takes until it ends or is killed."""

    def __init__(self, command: Sequence[str], out: Path) -> None:
        self._out = out
        self._began = time.perf_counter()
        with out.open("wb") as written, out.with_suffix(".errors").open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL, stdout=written, stderr=errors, start_new_session=True,
            )  # fmt: skip
        self._most, self._most_anonymous = Held(), Held()
        self._first_seconds = 0.0
        self._over = threading.Event()
        self._looks = threading.Thread(target=self._look, daemon=True)
        self._looks.start()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def kill(self) -> None:
        """Kill every process of the group at once, as `kill -9` does."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, SIGKILL)

    def end(self) -> Figures:
        """Wait for the end, and return what it took: `first_process_seconds` is the processor time of the process that began."""
        status = self._process.wait()
        seconds = time.perf_counter() - self._began
        self._over.set()
        self._looks.join()
        return {
            "status": status,
            "seconds": seconds,
            "first_process_seconds": self._first_seconds,
            "peak_pss_mb": self._most.pss,
            "anonymous_at_peak_mb": self._most.anonymous,
            "processes_at_peak": self._most.processes,
            "peak_anonymous_mb": self._most_anonymous.anonymous,
            "last_line": _last_line(self._out.with_suffix(".errors")) if status > 0 else "",
        }

    def _look(self) -> None:
        while not self._over.wait(EVERY_SECONDS):
            held = _sum(_tree(self._process.pid))
            self._most = max(self._most, held, key=lambda one: one.pss)
            self._most_anonymous = max(self._most_anonymous, held, key=lambda one: one.anonymous)
            self._first_seconds = max(self._first_seconds, _processor_seconds(self._process.pid))


def _sum(processes: Iterator[int]) -> Held:
    pss = anonymous = 0
    number = 0
    for pid in processes:
        with suppress(OSError, ValueError, IndexError):  # it has ended meanwhile
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
            kib = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
            pss += kib["Pss"]
            anonymous += kib["Pss_Anon"]
            number += 1
    return Held(pss * 1024 / _BYTES_IN_MB, anonymous * 1024 / _BYTES_IN_MB, number)


def _tree(root: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    pending = [root]
    while pending:
        pid = pending.pop()
        yield pid
        with suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                pending += map(int, (task / "children").read_text("ascii").split())


def _processor_seconds(pid: int) -> float:
    """Return the processor time of a process without those that it started (`utime` and `stime`, proc(5)); 0 if it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _last_line(file: Path) -> str:
    return file.read_text("utf-8", "replace").strip().rpartition("\n")[2]
