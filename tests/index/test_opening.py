"""An index is opened even in the moment when a build takes its home."""

import gc
from contextlib import suppress
from pathlib import Path

import pytest

from index import layout, opening
from index.build import build
from index.check import check
from index.errors import Damaged
from index.storage import manifest
from index.vectors import renewal
from tests.support.engines import LOCAL_ENGINES
from tests.support.failures import raises
from tests.support.press import write_stories


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_stories(tmp_path / "presse", range(3))
    build(tmp_path / ".manchette", [tmp_path / "presse"])
    return tmp_path / ".manchette"


def test_a_rebuild_that_ends_between_the_manifest_and_the_opening_is_followed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = [manifest.load(home)]
    build(home, rebuild=True)
    load = manifest.load
    monkeypatch.setattr(manifest, "load", lambda folder: replaced.pop() if replaced else load(folder))

    engine = opening.open_engine(home)

    assert len(engine.ids()) == 3
    assert not replaced
    engine.close()


def test_an_index_whose_files_are_gone_for_good_is_damaged(home: Path) -> None:
    for file in (home / "generations" / "1" / "engine").iterdir():
        file.unlink()

    with raises(Damaged, "index.damaged_engine", "mend.rebuild"):
        opening.open_engine(home)


OPEN_FILES = Path("/proc/self/fd")
"""Where Linux lists the files that this process holds open."""


def files_held() -> int:
    """Return how many files this process holds open; those of Whoosh are in circles, which only `gc` lets go."""
    gc.collect()
    return sum(1 for _ in OPEN_FILES.iterdir())


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="needs a list of open files")
@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@pytest.mark.parametrize("gone", ["", "engine", "catalog.sqlite"])
def test_an_index_that_is_closed_or_cannot_be_opened_holds_no_file(
    tmp_path: Path, engine: str, gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 3)
    write_stories(tmp_path / "presse", range(12))
    home = tmp_path / ".manchette"
    build(home, [tmp_path / "presse"], engine=engine)
    folder = layout.generation(home, 1)
    assert layout.vectors(folder).exists()
    if gone:
        (folder / gone).rename(folder / "away")
    list(check(home))
    before = files_held()

    for _ in range(3):
        assert bool(list(check(home))) == bool(gone)
        with suppress(Damaged):
            opening.open_engine(home).close()

    assert files_held() == before
