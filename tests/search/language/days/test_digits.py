import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    ("20200302", 20200302, 20200302),
    ("202003", 20200301, 20200331),
    ("2015-18", 20150101, 20181231),
    ("1914-18", 19140101, 19181231),
    ("mars '20", 20200301, 20200331),
    ("3T 2024", 20240701, 20240930),
    ("1S 2024", 20240101, 20240630),
    ("march 3-7, 2020", 20200303, 20200307),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_date_in_digits_is_read_among_words(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
