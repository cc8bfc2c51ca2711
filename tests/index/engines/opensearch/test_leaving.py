"""A corpus leaves its cluster, which may be gone."""

from pathlib import Path

import pytest

from index import layout
from index.build import build
from index.engine import Ask
from index.engines.opensearch.address import URL
from index.engines.opensearch.archive import read
from index.opening import open_engine
from index.query import Everything
from index.storage import manifest
from tests.support.opensearch.cluster import Cluster
from tests.support.press import write_stories

NOBODY = "http://127.0.0.1:1"


def count(home: Path) -> int:
    engine = open_engine(home)
    try:
        return engine.search(Everything(), Ask(0)).total.count
    finally:
        engine.close()


def test_a_corpus_can_leave_a_cluster_that_is_gone_and_what_is_there_is_removed_later(
    archives: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / ".manchette"
    write_stories(tmp_path / "presse", range(3))
    build(home, [tmp_path / "presse"], engine="opensearch", entities="none")
    monkeypatch.setenv(URL, NOBODY)

    build(home, engine="tantivy")
    assert manifest.load(home).engine == "tantivy"
    assert count(home) == 3
    write_stories(tmp_path / "presse", range(4))
    build(home)
    assert count(home) == 4
    assert {folder.name for folder in layout.generations(home).iterdir()} == {"1", "2"}

    monkeypatch.setenv(URL, " ".join(archives.urls))
    build(home)
    assert [folder.name for folder in layout.generations(home).iterdir()] == ["2"]


def test_an_archive_that_left_its_cluster_comes_back_under_its_name(
    archives: Cluster, tmp_path: Path
) -> None:
    """Its readers have the address."""
    assert archives
    home = tmp_path / ".manchette"
    write_stories(tmp_path / "presse", range(3))
    names = set()
    for engine in ("opensearch", "tantivy", "opensearch"):
        made = build(home, [tmp_path / "presse"], engine=engine, entities="none")
        if made.engine == "opensearch":
            directory = layout.engine(layout.generation(home, manifest.load(home).generation))
            names.add(read(directory).archive)

    assert len(names) == 1
