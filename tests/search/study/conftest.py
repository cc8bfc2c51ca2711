"""What the tests of the study ask for: a searcher of the same press on every engine."""

from collections.abc import Iterator

import pytest

from search.searcher import Searcher
from tests.index.engines.stores import STORE_KINDS, STORES, write
from tests.search.study.press import press


@pytest.fixture(params=STORE_KINDS, scope="session")
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    store = STORES[request.param](tmp_path_factory.mktemp("study") / "engine")
    write(store, list(press()))
    with Searcher(store.engine()) as opened:
        yield opened
