import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    ("le sept mars", 20250307, 20250307),
    ("7 sept.", 20250907, 20250907),
    ("mar. 3 mars 2020", 20200303, 20200303),
    ("mar 3 2020", 20200303, 20200303),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_word_of_two_meanings_has_that_of_its_neighbours(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
