"""Cuts the power of a small disk at many moments of a build: `python -m tests.hardening.power_cuts --engine whoosh`.

The disk is a file with ext4 on a loop device.  At the moment, the file system is shut down without writing what waits in
memory (EXT4_IOC_SHUTDOWN with NOLOGFLUSH, as `godown` of xfstests does); then it is mounted again.  Its journal commits
each second instead of each fifth, so that names reach the disk before the bytes of files that nobody synced.
"""

import argparse
import fcntl
import os
import shutil
import struct
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from index.engines import names
from tests.hardening.trials import ACTIONS, Outcome, Press, examined, moments, prepared, running

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHUTDOWN = (2 << 30) | (4 << 16) | (ord("X") << 8) | 125
"""EXT4_IOC_SHUTDOWN, _IOR('X', 125, __u32) of fs/ext4/ext4.h."""

_NO_LOG_FLUSH = 2

_DISK_MB = 48
_SECONDS_AFTER = (0.0, 0.3, 1.2, 2.5)
"""Seconds after the end of an action at which the power may be cut: before, at and after a commit of the journal."""


class Disk:
    """A file with ext4, mounted on a folder."""

    def __init__(self, folder: Path) -> None:
        self._image, self.folder = folder / "disk.img", folder / "disk"
        self.folder.mkdir()

    @contextmanager
    def formatted(self) -> "Iterator[Path]":
        """Give the folder of a new and empty disk, and take the disk away at the end."""
        self._image.unlink(missing_ok=True)
        with self._image.open("wb") as file:
            file.truncate(_DISK_MB * 1_000_000)
        _call("mkfs.ext4", "-q", "-F", self._image)
        self._mount()
        try:
            yield self.folder
        finally:
            self._unmount()

    def cut(self) -> None:
        """Cut the power: nothing more is written to the disk."""
        opened = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(opened, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(opened)

    def restart(self) -> None:
        """Give the power back."""
        self._unmount()
        self._mount()

    def _mount(self) -> None:
        _call("mount", "-o", "loop,commit=1", self._image, self.folder)

    def _unmount(self) -> None:
        for _ in range(100):
            with suppress(subprocess.CalledProcessError):  # the process that was cut off still ends
                return _call("umount", self.folder)
            time.sleep(0.05)
        raise TimeoutError(self.folder)


def _call(program: str, *words: str | Path) -> None:
    subprocess.run([shutil.which(program) or program, *words], check=True, capture_output=True)


def trial(press: Press, disk: Disk, moment: float) -> tuple[Outcome, bool]:
    """Cut the power so long after the action began; return the outcome, and whether the action had ended."""
    with disk.formatted() as folder:
        copy = folder / "copy"
        shutil.copytree(press.folder, copy)
        os.sync()
        with running(press, copy) as (process, done):
            process.join(moment)
            if process.exitcode is not None and moment > press.seconds:
                time.sleep(moment - press.seconds)
            disk.cut()
            reported = done.value
        disk.restart()
        return examined(press, copy, reported), bool(reported)


def main() -> int:
    """Run the trials and print the outcomes; return 1 if one of them is not allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=names(), default="whoosh")
    parser.add_argument("--moments", type=int, default=30)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed)
    counts: Counter[tuple[str, str, str]] = Counter()
    wrong = 0
    with TemporaryDirectory(prefix="manchette-power-") as name:
        folder = Path(name)
        disk = Disk(folder)
        presses = [
            prepared(folder / action, options.engine, action, articles=options.articles) for action in ACTIONS
        ]
        for number in range(options.moments):
            press = presses[number % len(presses)]
            moment = moments(random, press.seconds, after=_SECONDS_AFTER)
            outcome, ended = trial(press, disk, moment)
            counts[press.action, "after its end" if ended else "during it", outcome.found] += 1
            wrong += bool(outcome.wrong)
            sys.stdout.write(
                f"{number + 1:3} {options.engine} {press.action:8} {moment:6.2f} of {press.seconds:.2f} s"
                f"  {outcome.found}{'  WRONG: ' if outcome.wrong else ''}{outcome.wrong}\n"
            )
            sys.stdout.flush()
    for (action, when, found), count in sorted(counts.items()):
        sys.stdout.write(f"{count:4}  {action:8} {when:14} {found}\n")
    sys.stdout.write(f"{options.moments} power cuts, {wrong} wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
