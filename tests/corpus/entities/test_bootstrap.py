"""The intervals: the same at every run, narrow where the documents agree."""

import pytest

from tests.corpus.entities import bootstrap
from tests.corpus.entities.tally import Tally

UNEVEN = [Tally(9, 1, 0), Tally(2, 3, 4), Tally(5, 0, 5), Tally(1, 1, 9)]


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "DRAWS", 400)


def test_the_interval_holds_the_figure_and_is_repeated() -> None:
    low, high = bootstrap.interval(UNEVEN)
    assert low < sum(UNEVEN, Tally()).f1 < high
    assert bootstrap.interval(UNEVEN) == (low, high)


def test_a_system_that_is_better_everywhere_is_better_in_every_draw() -> None:
    better = [tally + Tally(right=3) for tally in UNEVEN]
    assert bootstrap.difference(better, UNEVEN)[0] > 0
    assert bootstrap.difference(UNEVEN, UNEVEN) == (0.0, 0.0)
