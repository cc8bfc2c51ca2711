"""Changes to an index of a cluster: in their order."""

from pathlib import Path

import pytest

from index.document import prepare
from index.query import Everything
from tests.index.engines.stores import found, store_of, write
from tests.support.opensearch.cluster import Cluster
from tests.support.press import article

ONE, TWO = (article(name, f"Titre {name}", f"Le port de {name} rouvre.") for name in "ab")


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
