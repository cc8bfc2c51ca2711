"""The ranking is nowhere worse than it was, on a slice of the test sets, where they are at hand."""

from pathlib import Path

import pytest

from tests.relevance import testset
from tests.relevance.measure import FLOORS, measure
from tests.relevance.systems import ours
from tests.relevance.table import figures
from tests.support.engines import LOCAL_ENGINES

SLICE = "faq"
"""The one set small enough to be measured whole whenever the tests run; the table measures the others."""


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_no_figure_is_under_its_floor(engine: str, shared: Path, tmp_path: Path) -> None:
    system = ours(engine)
    row = {SLICE: measure(system, testset.load(shared, SLICE), tmp_path)}
    worse = list(FLOORS.below({system.name: figures(row, None)}))
    assert not worse, "\n".join(
        [*worse, "mend it; where it must be: python -m tests.relevance.table SHARED --lower-floors"]
    )
