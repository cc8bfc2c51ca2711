"""The extractor is nowhere worse than it was, on the sets annotated by hand, where they are at hand."""

from pathlib import Path

from tests.corpus.entities.measure import FLOORS, load, measure
from tests.corpus.entities.systems import ours


def test_no_figure_is_under_its_floor(shared: Path) -> None:
    sets = load(shared)
    figures = {system.name: measure(system, sets).figures() for system in ours()}
    worse = list(FLOORS.below(figures))
    assert not worse, "\n".join(
        [*worse, "mend it; where it must be: python -m tests.corpus.entities.table SHARED --lower-floors"]
    )
