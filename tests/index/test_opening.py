"""An index is opened even in the moment when a build takes its place."""

from pathlib import Path

import pytest

import index
from index import manifest
from index.build import build
from index.errors import Damaged
from tests.index.press import write_stories


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_stories(tmp_path / "presse", range(3))
    build(tmp_path / ".manchette", [tmp_path / "presse"])
    return tmp_path / ".manchette"


def test_a_rebuild_that_ends_between_the_manifest_and_the_opening_is_followed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = [manifest.load(place)]
    build(place, rebuild=True)
    load = manifest.load
    monkeypatch.setattr(manifest, "load", lambda folder: replaced.pop() if replaced else load(folder))

    engine = index.open_engine(place)

    assert len(engine.ids()) == 3
    assert not replaced
    engine.close()


def test_an_index_whose_files_are_gone_for_good_is_damaged(place: Path) -> None:
    for file in (place / "generations" / "1" / "engine").iterdir():
        file.unlink()

    with pytest.raises(Damaged, match="--rebuild"):
        index.open_engine(place)
