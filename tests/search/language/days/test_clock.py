import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    ("mercredi vers 18h30", 20251203, 20251203),
    ("le 28 novembre en fin d’après-midi", 20251128, 20251128),
    ("le 28 à dix-huit heures trente", 20251128, 20251128),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_the_time_of_day_counts_for_nothing(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
