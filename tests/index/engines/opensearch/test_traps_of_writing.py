"""The traps for who writes into a cluster: each is still there, and our engine is not in it."""

from pathlib import Path

import pytest

from corpus import Article
from index.document import prepare
from index.engine import Ask, count
from index.engines.opensearch.engine import OpenSearchEngine
from index.engines.opensearch.schema import DAY, body
from index.errors import Damaged, DiskFull
from index.query import Term
from tests.index.engines.stores import Store, found, store_on_cluster, write
from tests.support.failures import raises, refused
from tests.support.opensearch.cluster import Cluster
from tests.support.press import article

pytestmark = pytest.mark.opensearch

PORT = Term("exact", "port")


def test_a_field_that_nobody_knows_is_refused(cluster: Cluster, index_name: str) -> None:
    cluster.ask("PUT", f"/{index_name}-1", body(1))
    with refused(400):
        cluster.ask("PUT", f"/{index_name}-1/_doc/a", {"id": "a", "colour": "blue"})
    cluster.ask("PUT", f"/{index_name}-1/_doc/a", {"id": "a", DAY: 20250101})


def test_a_bulk_to_an_index_that_is_not_there_makes_one_of_theirs_and_none_of_ours(
    cluster: Cluster, index_name: str, tmp_path: Path
) -> None:
    cluster.ask("PUT", f"/{index_name}-1/_doc/a", {"guessed": 1})
    assert cluster.ask("GET", f"/{index_name}-1/_count") is not None

    store = store_on_cluster(1)(tmp_path)
    write(store, [])
    index = index_of(store)
    writer = store.writer()
    writer.add(prepare(article("a", "Titre", "Le port.")))
    cluster.ask("DELETE", f"/{index}")
    with raises(Damaged, "cluster.index_gone", "mend.rebuild"):
        writer.commit()
    writer.cancel()
    with refused(404):
        cluster.ask("GET", f"/{index}")


def index_of(store: Store) -> str:
    engine = store.engine()
    assert isinstance(engine, OpenSearchEngine)
    engine.close()
    return engine._location.index


def test_changes_wait_for_the_commit_whoever_has_the_cluster_show_what_it_has(
    cluster: Cluster, tmp_path: Path
) -> None:
    store = store_on_cluster(3)(tmp_path)
    write(store, [article("a", "Titre", "Le port.")])
    writer = store.writer()
    writer.remove("a")
    writer.add(prepare(article("b", "Titre", "Le port.")))
    cluster.ask("POST", f"/{index_of(store)}/_refresh")
    assert found(store, PORT) == ["a"]
    writer.commit()
    assert found(store, PORT) == ["b"]


def test_a_disk_that_is_full_ends_a_build_and_no_reader(cluster: Cluster, tmp_path: Path) -> None:
    """The cluster refuses each line with the status of too many requests, in an answer that says 200."""
    store = store_on_cluster(1)(tmp_path)
    write(store, [article("a", "Titre", "Le port.")])
    index = index_of(store)
    cluster.ask("PUT", f"/{index}/_settings", {"index.blocks.read_only_allow_delete": True})
    writer = store.writer()
    writer.add(prepare(article("b", "Titre", "Le port.")))
    with raises(DiskFull, "cluster.disk_full", "mend.free_cluster"):
        writer.commit()
    writer.cancel()
    assert found(store, PORT) == ["a"]
    cluster.ask("PUT", f"/{index}/_settings", {"index.blocks.read_only_allow_delete": None})
    write(store, [article("b", "Titre", "Le port.")])
    assert found(store, PORT) == ["a", "b"]


@pytest.mark.parametrize("lost", ["the point in time", "the shards"])
def test_a_reader_that_loses_its_point_in_time_opens_another(
    cluster: Cluster, tmp_path: Path, lost: str
) -> None:
    """It ends after some minutes, and with its node: an index that is closed and opened is one that starts again."""
    store = store_on_cluster(3)(tmp_path)
    articles = [article(f"{number}", "Titre", "Le port.") for number in range(5)]
    write(store, articles[:3])
    engine = store.engine()
    assert isinstance(engine, OpenSearchEngine)
    write(store, articles[3:])
    assert count(engine, PORT) == 3
    if lost == "the shards":
        cluster.ask("POST", f"/{engine._location.index}/_close")
        cluster.ask("POST", f"/{engine._location.index}/_open?wait_for_active_shards=all")
    else:
        cluster.ask("DELETE", "/_search/point_in_time", {"pit_id": [engine._view._point]})
    hits = engine.search(PORT, Ask(3, facets=("source",)))
    assert (hits.total.count, len(hits.hits)) == (5, 3)
    assert engine.ids() == {"0", "1", "2", "3", "4"}
    engine.close()


def test_an_article_of_two_batches_is_there_once(cluster: Cluster, tmp_path: Path) -> None:
    """A batch that got no answer is sent again."""
    assert cluster.urls
    store = store_on_cluster(3)(tmp_path)
    twice: list[Article] = [article("a", "Titre", "Le port."), article("a", "Titre", "Le port.")]
    write(store, twice)
    write(store, twice, removed=["a"])
    assert found(store, PORT) == ["a"]
