"""What an answer needs is on the disk before the catalog commits, and before the manifest names it.

`tests/hardening/power_cuts.py` cuts the power of a real disk; this test of every day looks at the order of the steps.
"""

import os
from collections.abc import Iterable
from functools import partialmethod
from pathlib import Path
from stat import S_ISDIR

import pytest

from index import layout
from index.build import build
from index.layout import durable
from index.storage.catalog import Catalog
from index.vectors import renewal
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_stories


class Steps:
    """The files that were synced, and the names of those that were not when they had to be (`missed`)."""

    def __init__(self, home: Path, patched: pytest.MonkeyPatch) -> None:
        self._home = home
        self._synced: set[tuple[int, int]] = set()
        self.missed: list[str] = []
        self.commits = self.manifests = self.removed = 0
        self._sync, self._commit, self._write = os.fsync, Catalog.commit, durable.write
        patched.setattr(os, "fsync", self.sync)
        patched.setattr(Catalog, "commit", partialmethod(_commit_noted, self))
        patched.setattr(durable, "write", self.write)

    def sync(self, opened: int) -> None:
        self._sync(opened)
        self._synced.add(written(Path(f"/proc/self/fd/{opened}")))

    def commit(self, catalog: Catalog, columns_number: int) -> None:
        self.commits += 1
        self.check(layout.engine(self.newest()).iterdir())
        self.check([layout.seal(self.newest()), layout.vectors(self.newest()), layout.engine(self.newest())])
        self._commit(catalog, columns_number)

    def write(self, path: Path, content: bytes) -> None:
        if path == layout.manifest(self._home):
            self.manifests += 1
            folder = self.newest()
            self.check([folder, folder.parent, self._home, self._home.parent])
            others = [other for other in folder.parent.iterdir() if other != folder]
            assert len(others) == self.manifests - 1, "the generation before goes last"
        self._write(path, content)

    def newest(self) -> Path:
        return max(layout.generations(self._home).iterdir(), key=lambda folder: int(folder.name))

    def check(self, paths: Iterable[Path]) -> None:
        """Note the files that were not synced since they were written, whatever their name was then."""
        for path in paths:
            if not path.name.startswith(".") and written(path) not in self._synced:
                self.missed.append(path.name)


def _commit_noted(catalog: Catalog, steps: Steps, columns_number: int = 0) -> None:
    steps.commit(catalog, columns_number)


def written(file: Path) -> tuple[int, int]:
    """Return the number of a file, and its time of change; the second is 0 for a folder."""
    status = file.stat()
    return status.st_ino, 0 if S_ISDIR(status.st_mode) else status.st_mtime_ns


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_whatever_an_answer_needs_is_synced_before_it_is_named(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 3)
    home = tmp_path / ".manchette"
    steps = Steps(home, monkeypatch)
    write_stories(tmp_path / "presse", range(12))
    build(home, [tmp_path / "presse"], engine=engine)
    write_stories(tmp_path / "presse", range(12, 15))
    (tmp_path / "presse" / "0001.txt").unlink()
    build(home)
    build(home, rebuild=True)

    assert not steps.missed
    assert (steps.commits, steps.manifests) == (3, 2)
