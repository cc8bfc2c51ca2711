"""The engines that every machine has: a test that names no cluster runs on these."""

import pytest

from index.engines import BACKENDS

LOCAL_ENGINES = tuple(backend.name for backend in BACKENDS if backend.is_local)

ENGINES_BY_DAY = tuple(
    pytest.param(name, marks=pytest.mark.nightly) if name == "whoosh" else name for name in LOCAL_ENGINES
)
"""The same for a test that takes seconds: what it shows of whoosh is looked at in the night (`--nightly`)."""
