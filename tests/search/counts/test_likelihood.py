"""The likelihood ratio of two things that meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counts.likelihood import likelihood_ratio


@given(st.data())
def test_the_likelihood_ratio_is_never_negative_and_grows_away_from_chance(data: st.DataObject) -> None:
    total = data.draw(st.integers(1, 500))
    first, second = data.draw(st.integers(1, total)), data.draw(st.integers(1, total))
    least, most = max(0, first + second - total), min(first, second)
    scores = [likelihood_ratio(together, first, second, total) for together in range(least, most + 1)]
    assert min(scores) >= -1e-9
    chance = first * second / total
    above = [score for together, score in enumerate(scores, least) if together >= chance]
    assert above == sorted(above)


def test_the_likelihood_ratio_is_the_one_of_dunning() -> None:
    # « the swiss » of his table 2: 110, 2442, 111, 29114 in its four cells
    assert likelihood_ratio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114) == pytest.approx(
        270.72, abs=0.01
    )
