"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and test sets that are measured with and not distributed."""
    place = Path(os.environ.get("MANCHETTE_SHARED", Path(__file__).parents[2] / "shared"))
    if not (place / "corpora").is_dir():
        pytest.skip(f"needs the corpora of {place} (MANCHETTE_SHARED)")
    return place
