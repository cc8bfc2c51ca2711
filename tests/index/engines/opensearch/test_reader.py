"""The address of an archive is enough to read it: its home on another machine follows the cluster."""

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index import engines, layout, opening
from index.build import build
from index.check import check
from index.engine import Ask
from index.engines.opensearch import archive
from index.engines.opensearch.address import URL, ClusterError, from_environment
from index.engines.opensearch.client import Client
from index.engines.opensearch.reader import visit
from index.errors import IndexFailure, IndexNotFound
from index.query import Everything
from tests.conftest import Run
from tests.index.engines.opensearch.archives import ARTICLES, address_of, build_archive, visited, write_press
from tests.support.failures import raises
from tests.support.opensearch.cluster import Cluster
from tests.support.opensearch.fixtures import NODE, delete_archives
from tests.support.press import write_stories

pytestmark = pytest.mark.opensearch


@pytest.fixture
def home(cluster: Cluster, tmp_path: Path) -> Iterator[Path]:
    write_press(tmp_path / "presse")
    yield build_archive(tmp_path)
    delete_archives(cluster, tmp_path)


def count(home: Path) -> int:
    with closing(opening.open_engine(home)) as engine:
        return engine.search(Everything(), Ask(0)).total.count


def test_a_reader_follows_a_rebuild_whose_old_index_is_gone(home: Path, tmp_path: Path) -> None:
    reader = visited(home, tmp_path / "data")
    before = count(reader)
    write_stories(tmp_path / "presse", [40])
    build_archive(tmp_path, rebuild=True)

    assert count(reader) == before + 1
    with closing(opening.open_shelf(reader)) as shelf:
        assert shelf.raw("named-0")
    assert visited(home, tmp_path / "data") == reader
    assert [folder.name for folder in layout.generations(reader).iterdir()] == ["2"]
    with closing(opening.open_shelf(reader)) as shelf:
        assert shelf.raw("named-0")


def test_what_is_built_elsewhere_is_neither_built_nor_checked_here(home: Path, tmp_path: Path) -> None:
    reader = visited(home, tmp_path / "data")
    with raises(IndexFailure, "index.built_elsewhere", "mend.build_there"):
        build(reader, [tmp_path / "presse"])
    [problem] = check(reader)
    assert problem.what.code == "index.built_elsewhere"
    assert count(reader) == ARTICLES + 4


def test_an_archive_of_another_version_is_not_read_and_can_be_replaced(home: Path, tmp_path: Path) -> None:
    directory = layout.engine(layout.generation(home, 1))
    name = archive.read(directory).archive
    with archive.asking(from_environment({URL: os.environ[NODE]})) as client:
        record = client.ask("GET", f"/manchette-archives/_doc/{name}")["_source"]
        newer = {**record, "manifest": {**record["manifest"], "format": 0, "colour": "red"}}
        client.ask("PUT", f"/manchette-archives/_doc/{name}", newer, refresh="true")
        with raises(IndexFailure, "index.other_version", "mend.index_where_built"):
            visited(home, tmp_path / "data")
        assert name in archive.names(client, 1000)  # another one can be chosen beside it
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv(URL, os.environ[NODE])
            archive.discard(directory)

        assert archive.find(client, name) is None


def test_an_address_without_a_name_is_that_of_the_only_archive(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = visited(home, tmp_path / "data")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    node = f"opensearch://{os.environ[NODE].removeprefix('http://')}"
    every = archive.names
    mine = {layout.address(reader).read_text("utf-8").rpartition("/")[2]}

    def some(client: Client, most: int) -> list[str]:
        return [name for name in every(client, most) if name in mine]

    monkeypatch.setattr(archive, "names", some)
    visit.cache_clear()
    assert engines.visit(node) == engines.visit(f"{node}/") == reader
    with raises(IndexNotFound, "cluster.no_archive", "mend.choose_archive"):
        engines.visit(f"{node}/another")
    mine.clear()
    visit.cache_clear()
    with raises(IndexNotFound, "cluster.archives", "mend.index_there"):
        engines.visit(node)


def test_commands_answer_with_nothing_but_the_address(
    home: Path, tmp_path: Path, manchette: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MANCHETTE_OPENSEARCH_URL", raising=False)
    address = address_of(home)
    (tmp_path / "elsewhere").mkdir()

    def ask(*words: str) -> str:
        done = manchette(
            "--index", address, *words, cwd=tmp_path / "elsewhere", XDG_DATA_HOME=str(tmp_path / "data")
        )
        assert not done.stderr or words[0] == "tag", done.stderr
        return done.stdout

    assert "named-3" in ask("query", "dossier", "conseil", "-n", "30")
    assert '"id": "named-1"' in ask("show", "--raw", "named-1")
    assert re.search(r"Awa Sarr +3", ask("entities", "list"))
    ask("tag", "named-2", "à relire")
    assert "named-2" in ask("query", "tag:à_relire")
    assert re.search(r"articles +28\n", ask("status"))
    assert not (tmp_path / "elsewhere" / ".manchette").exists()
    refused = manchette(
        "--index", address, "index", "presse", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data")
    )
    assert (refused.returncode, "another machine builds" in refused.stderr) == (2, True)


def test_a_cluster_that_does_not_answer_leaves_the_home_as_it_is(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = visited(home, tmp_path / "data")
    before = {file: file.read_bytes() for file in reader.rglob("*") if file.is_file()}

    def refuse(*_: object, **__: object) -> None:
        raise ClusterError("cluster.no_answer", url="")

    monkeypatch.setattr(Client, "ask", refuse)
    with pytest.raises(ClusterError):
        visited(home, tmp_path / "data")
    assert {file: file.read_bytes() for file in reader.rglob("*") if file.is_file()} == before


def test_nobody_has_no_folder_for_an_archive(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    visit.cache_clear()
    with raises(ClusterError, "cluster.no_data_folder", "mend.set_folder"):
        engines.visit(address_of(home))
