"""The figures of a run, kept as they come: a file that is whole whenever the run is interrupted."""

import datetime
import json
import math
import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

Figures = dict[str, Any]
"""What a step measured, by name; a name ends with its unit."""

RUNS = Path(__file__).with_name("runs")
LIBRARIES = ("numpy", "tantivy", "whoosh", "xapian-bindings-binary")


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the least value that so many percent of the values do not exceed (the nearest rank).

    >>> percentile([5, 1, 2, 4, 3], 50), percentile(range(1, 101), 95)
    (3, 95)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


class Run:
    """A run: which machine, which state of the sources, and the figures of each step, by size and system."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.steps: list[Figures] = []
        self._about = {
            "started": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            **machine(),
        }

    @property
    def commit(self) -> str:
        """The state of the sources."""
        return str(self._about["commit"])

    def keep(self, size: int, system: str, step: str, figures: Figures) -> Figures:
        """Add the figures of a step, and return them."""
        step_figures = {"size": size, "system": system, "step": step, **figures}
        self.steps.append(step_figures)
        save(self.path, self._about | {"steps": self.steps})
        return step_figures


def named(folder: Path, now: datetime.datetime) -> Path:
    """Return the file of a run that begins now.

    >>> named(Path("runs"), datetime.datetime(2026, 11, 24, 3, 5)).name
    '2026-11-24T0305.json'
    """
    return folder / f"{now:%Y-%m-%dT%H%M}.json"


def save(path: Path, figures: object) -> None:
    """Write figures in place of those of before, by one rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(figures, indent=1, default=str) + "\n", "utf-8")
    unfinished.replace(path)


def machine() -> Figures:
    """Return what figures depend on, as far as it is known, and no name or path of the machine."""
    return {
        "commit": _output_of(["git", "rev-parse", "--short", "HEAD"]),
        "uncommitted": bool(_output_of(["git", "status", "--porcelain"])),
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "load_at_start": os.getloadavg()[0],
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    } | {name: _version(name) for name in LIBRARIES}


def _output_of(command: Sequence[str]) -> str:
    done = subprocess.run(command, cwd=RUNS.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _line(path: str, key: str) -> str:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
