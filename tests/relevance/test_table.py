"""The lines under the table say how far ahead we are, set by set, and whether that is chance."""

from tests.relevance.measure import Measured
from tests.relevance.table import certainty


def row(*figures: float) -> dict[str, Measured]:
    return {"one": Measured({"MRR@10": figures}, seconds=0.001)}


def test_a_difference_stands_with_its_share_of_the_other_row() -> None:
    alone, mean = certainty(row(*[0.55] * 20), row(*[0.5] * 20))
    assert alone.split() == ["one", "+0.0500", "(p", "<", ".001)", "+10.0%"]
    assert mean.split()[0] == "mean"
    assert mean.split()[1:] == alone.split()[1:]


def test_there_is_no_share_of_nothing() -> None:
    assert certainty(row(0.5), row(0.0))[0].endswith("(p = 1.000)")
