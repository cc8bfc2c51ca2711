"""Every engine, for the tests that all must pass."""

from pathlib import Path

import pytest

from tests.index.engines.stores import EVERY_STORE, STORES, Store


@pytest.fixture(params=EVERY_STORE)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return STORES[request.param](tmp_path / "engine")
