from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.days import period
from search.language.days.years import easter
from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    # seasons, of whole months
    ("été 2023", 20230601, 20230831),
    ("hiver 2020", 20191201, 20200229),
    ("hiver 2019-2020", 20191201, 20200229),
    ("hiver 2019/2020", 20191201, 20200229),
    ("l’été dernier", 20250601, 20250831),
    ("l’hiver dernier", 20241201, 20250228),
    ("winter 2020", 20191201, 20200229),
    # feasts
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
    # long times
    ("années 1990", 19900101, 19991231),
    ("les années 90", 19900101, 19991231),
    ("les années quatre-vingt-dix", 19900101, 19991231),
    ("les années 20", 19200101, 19291231),
    ("the 1990s", 19900101, 19991231),
    ("XIXe siècle", 18010101, 19001231),
    ("19e siècle", 18010101, 19001231),
    ("20ème siècle", 19010101, 20001231),
    ("dix-neuvième siècle", 18010101, 19001231),
    ("19th century", 18010101, 19001231),
    ("fin du XIXe siècle", 18680101, 19001231),
    # seasons of two years, and more feasts
    ("rentrée 2020", 20200901, 20200930),
    ("saison 2019-2020", 20190701, 20200630),
    ("saison 2015-16", 20150701, 20160630),
    ("la saison dernière", 20240701, 20250630),
    ("année scolaire 2019-2020", 20190901, 20200831),
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
def test_a_season_a_feast_or_a_century_is_of_a_year_or_of_the_nearest(
    expression: str, low: int, high: int
) -> None:
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
    assert period(f"ascension {year:04}", date(2025, 12, 5)) == (int(f"{year}{ascension}"),) * 2
