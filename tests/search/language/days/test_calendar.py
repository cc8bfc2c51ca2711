import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    # a weekday and a day
    ("jeudi 20 novembre 2025", 20251120, 20251120),
    ("jeudi 20", 20251120, 20251120),
    ("jeudi 14 novembre", 20241114, 20241114),
    ("sam. 29 nov.", 20251129, 20251129),
    ("vendredi 13", 20250613, 20250613),
    # without a year or a month
    ("le 2 mars", 20250302, 20250302),
    ("24 décembre", 20241224, 20241224),
    ("march 2nd", 20250302, 20250302),
    ("29 février", 20240229, 20240229),
    ("le 3", 20251203, 20251203),
    ("le 31", 20251031, 20251031),
    ("3/3", 20250303, 20250303),
    ("le 3/12", 20251203, 20251203),
    ("17 02 2014", 20140217, 20140217),
    ("3/3/98", 19980303, 19980303),
    ("mars", 20250301, 20250331),
    ("décembre", 20251201, 20251231),
    ("mars dernier", 20250301, 20250331),
    ("décembre dernier", 20241201, 20241231),
    ("au mois de mars 2020", 20200301, 20200331),
    ("courant mars", 20250301, 20250331),
    ("mai 68", 19680501, 19680531),
    ("deux mars", 20250302, 20250302),
    ("le premier mars", 20250301, 20250301),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_day_or_a_month_without_its_year_is_the_nearest_that_has_begun(
    expression: str, low: int, high: int
) -> None:
    assert read(expression) == (low, high)
