"""Changes to an index of a cluster: in their order, and to that index alone."""

from pathlib import Path
from typing import Any

import pytest

from index.document import prepare
from index.errors import Damaged
from index.query import Everything
from tests.index.engines.stores import found, store_of, write
from tests.support.opensearch.cluster import Cluster
from tests.support.press import article

ONE, TWO = (article(name, f"Titre {name}", f"Le port de {name} rouvre.") for name in "ab")


def made(cluster: Cluster) -> set[str]:
    rows: Any = cluster.ask("GET", "/_cat/indices/manchette-deleted-*?format=json")
    return {row["index"] for row in rows}


def test_an_index_that_is_deleted_is_not_made_by_the_lines_for_it(archives: Cluster, tmp_path: Path) -> None:
    """A cluster makes an index of any name, guesses its fields, and says that all went well."""
    folder = tmp_path / "deleted" / ".manchette" / "generations" / "1" / "opensearch"
    store = store_of("opensearch")(folder)
    write(store, [ONE])
    writer = store.writer()
    writer.add(prepare(TWO))
    [index] = [name for name in made(archives) if not name.endswith("-beside")]
    archives.ask("DELETE", f"/{index}")

    with pytest.raises(Damaged, match="index_gone"):
        writer.commit()

    assert index not in made(archives)
    writer.cancel()


@pytest.mark.parametrize("is_filled", [False, True])
def test_the_last_change_of_an_article_counts(archives: Cluster, tmp_path: Path, is_filled: bool) -> None:  # noqa: FBT001
    assert archives
    store = store_of("opensearch")(tmp_path / "presse" / ".manchette" / "generations" / "1" / "opensearch")
    if is_filled:
        write(store, [])
    writer = store.writer()
    writer.add(prepare(ONE))
    writer.remove("a")
    writer.remove("b")
    writer.add(prepare(TWO))
    writer.commit()

    assert found(store, Everything()) == ["b"]
