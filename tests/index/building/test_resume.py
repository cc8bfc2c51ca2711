"""What a build that was killed between the engine's commit and the catalog's leaves is mended by the next one."""

import json
from pathlib import Path

import pytest

from index.build import build
from index.layout import generation
from tests.support.engines import LOCAL_ENGINES
from tests.support.state import ids, state


@pytest.fixture(params=LOCAL_ENGINES)
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    lines = [{"id": f"map-{n}", "texte": f"Le port {n} rouvre demain à Ziguinchor."} for n in range(3)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    (tmp_path / "b.txt").write_text("Le marché de Rabat rouvre lundi.\n", "utf-8")
    build(tmp_path / ".manchette", [tmp_path], engine=request.param)
    (generation(tmp_path / ".manchette", 1) / "pending").write_text('["map-1"]', "utf-8")
    return tmp_path / ".manchette"


def test_the_articles_that_it_touched_are_read_again(home: Path) -> None:
    before = state(home)

    build(home)

    assert state(home) == before
    assert not (generation(home, 1) / "pending").exists()


def test_a_file_that_went_since_takes_all_its_articles_along(home: Path) -> None:
    (home.parent / "a.jsonl").unlink()

    assert build(home).articles == 1
    assert len(ids(home)) == 1
