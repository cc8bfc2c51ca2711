"""Every engine, for the tests that all must pass."""

from pathlib import Path

import pytest

from tests.index.engines.stores import STORES, Store


@pytest.fixture(params=list(STORES.values()), ids=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made: Store = request.param(tmp_path / "engine")
    return made
