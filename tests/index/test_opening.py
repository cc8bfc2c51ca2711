"""An index is opened even in the moment when a build takes its home."""

from pathlib import Path

import pytest

from index import opening
from index.build import build
from index.errors import Damaged
from index.storage import manifest
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

    with pytest.raises(Damaged, match="--rebuild"):
        opening.open_engine(home)
