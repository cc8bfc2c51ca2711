import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    # weekdays: the nearest past, today included
    ("vendredi", 20251205, 20251205),
    ("vendredi dernier", 20251128, 20251128),
    ("vendredi prochain", 20251212, 20251212),
    ("samedi", 20251129, 20251129),
    ("ce mardi", 20251202, 20251202),
    ("mardi-dernier", 20251202, 20251202),
    ("last tuesday", 20251202, 20251202),
    ("next tuesday", 20251209, 20251209),
    ("jeudi de la semaine dernière", 20251127, 20251127),
    ("lundi cette semaine", 20251201, 20251201),
    ("mardi en huit", 20251216, 20251216),
    # weeks, months, years
    ("semaine dernière", 20251124, 20251130),
    ("la semaine passée", 20251124, 20251130),
    ("cette semaine", 20251201, 20251207),
    ("next week", 20251208, 20251214),
    ("la semaine du 12 novembre", 20251110, 20251116),
    ("the week of november 12", 20251110, 20251116),
    ("la semaine de Noël 2023", 20231225, 20231231),
    ("semaine 2 2025", 20250106, 20250112),
    ("ce week-end", 20251129, 20251130),
    ("le weekend du 15 novembre", 20251115, 20251116),
    ("ce mois-ci", 20251201, 20251231),
    ("le mois dernier", 20251101, 20251130),
    ("le mois prochain", 20260101, 20260131),
    ("l’an dernier", 20240101, 20241231),
    ("l’année prochaine", 20260101, 20261231),
    ("cette année", 20250101, 20251231),
    ("le trimestre dernier", 20250701, 20250930),
    ("l’an 2000", 20000101, 20001231),
    ("semaine 12 2020", 20200316, 20200322),
    # what lies in the last or this unit
    ("mai de l’année dernière", 20240501, 20240531),
    ("le premier trimestre de l’année dernière", 20240101, 20240331),
    ("Noël de l’année dernière", 20241225, 20241225),
    ("l’hiver de l’année dernière", 20231201, 20240229),
    ("le 3 du mois dernier", 20251103, 20251103),
    ("le 1er du mois dernier", 20251101, 20251101),
    # so far from another day
    ("deux jours après le 3 mars 2020", 20200305, 20200305),
    ("trois jours avant Noël 2020", 20201222, 20201222),
    ("une semaine après Pâques 2021", 20210411, 20210411),
    ("two days after christmas 2020", 20201227, 20201227),
    # about a day; in a unit that has a name
    ("vers 2020", 20200101, 20201231),
    ("around march 2020", 20200301, 20200331),
    ("vers le 3 mars 2020", 20200303, 20200303),
    ("courant 2020", 20200101, 20201231),
    ("en 2020", 20200101, 20201231),
    ("le mois de mars", 20250301, 20250331),
    # the last but one
    ("avant-dernière semaine", 20251117, 20251123),
    ("l’avant-dernier mois", 20251001, 20251031),
    ("avant-dernière année", 20230101, 20231231),
    ("avant-dernier samedi", 20251122, 20251122),
    ("l’avant-dernière semaine de mars 2020", 20200316, 20200322),
    ("the week before last", 20251117, 20251123),
    ("the year before last", 20230101, 20231231),
    ("l’avant-veille de Noël 2020", 20201223, 20201223),
    ("le surlendemain de Noël 2020", 20201227, 20201227),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_period_is_the_days_that_its_words_choose(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
