from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.days import period
from search.language.days.feasts import easter
from tests.search.language.days.reading import TODAY, read

SAID: list[tuple[str, int, int]] = [
    ("Noël", 20241225, 20241225),
    ("Noël 2023", 20231225, 20231225),
    ("christmas eve 2023", 20231224, 20231224),
    ("la veille de Noël", 20241224, 20241224),
    ("le lendemain du 14 juillet 2020", 20200715, 20200715),
    ("la Toussaint", 20251101, 20251101),
    ("jour de l’an 2024", 20240101, 20240101),
    ("le jour de l’Armistice", 20251111, 20251111),
    ("Saint-Sylvestre 2022", 20221231, 20221231),
    ("réveillon", 20241231, 20241231),
    ("fête du Travail", 20250501, 20250501),
    ("Assomption 2021", 20210815, 20210815),
    ("Épiphanie", 20250106, 20250106),
    ("Pâques 2021", 20210404, 20210404),
    ("lundi de Pâques 2024", 20240401, 20240401),
    ("Ascension 2023", 20230518, 20230518),
    ("Pentecôte 2022", 20220605, 20220605),
    ("good friday 2024", 20240329, 20240329),
    ("vacances de Noël", 20241221, 20250105),
    ("vacances de Noël 2020", 20201219, 20210103),
    ("fête des mères 2020", 20200607, 20200607),
    ("fête des mères 2021", 20210530, 20210530),
    ("mother’s day 2020", 20200510, 20200510),
    ("fête des pères 2020", 20200621, 20200621),
    ("Saint-Jean", 20250624, 20250624),
    ("Labor Day 2020", 20200907, 20200907),
    ("Thanksgiving 2020", 20201126, 20201126),
    ("St Patrick’s Day", 20250317, 20250317),
    ("Canada Day", 20250701, 20250701),
    ("fête nationale", 20250714, 20250714),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_feast_is_of_a_year_or_of_the_nearest(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)


@pytest.mark.parametrize(
    "sunday",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_when_it_fell(sunday: date) -> None:
    assert easter(sunday.year) == sunday


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
    ascension = (sunday + timedelta(39)).strftime("%m%d")
    assert period(f"ascension {year:04}", TODAY) == (int(f"{year}{ascension}"),) * 2
