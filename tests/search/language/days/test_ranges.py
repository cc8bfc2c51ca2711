import pytest

from tests.search.language.days.reading import FIRST, LAST, read

SAID: list[tuple[str, int, int]] = [
    # from one end to the other
    ("du 3 au 7 mars 2024", 20240303, 20240307),
    ("du 3 au 7 mars", 20250303, 20250307),
    ("13-15 juillet", 20250713, 20250715),
    ("14 - 20 sept. 2014", 20140914, 20140920),
    ("du 28 février au 3 mars", 20250228, 20250303),
    ("du 28 au 3 mars 2020", 20200228, 20200303),
    ("du 30 décembre au 2 janvier 2020", 20191230, 20200102),
    ("du lundi 2 au vendredi 6 mars 2020", 20200302, 20200306),
    ("du 2 au vendredi 6 mars", 20200302, 20200306),
    ("du mercredi 3 décembre au dimanche 7", 20251203, 20251207),
    ("le 2 et le 3 mars", 20250302, 20250303),
    ("march 3 to 7, 2024", 20240303, 20240307),
    ("from 3 to 7 march 2024", 20240303, 20240307),
    ("entre mars et juin 2020", 20200301, 20200630),
    ("de novembre à février 2020", 20191101, 20200229),
    ("mars 2019 à juin", 20190301, 20190630),
    ("entre décembre et février", 20251201, 20260228),
    ("between march and june 2020", 20200301, 20200630),
    ("mars et avril 2020", 20200301, 20200430),
    ("de 2019 à 2021", 20190101, 20211231),
    ("de 2019 à nos jours", 20190101, 20251205),
    ("2019-2021", 20190101, 20211231),
    ("de lundi à mercredi", 20251201, 20251203),
    ("de Noël à Pâques 2021", 20201225, 20210404),
    ("du 3 mars à hier", 20250303, 20251204),
    ("depuis janvier", 20250101, LAST),
    ("depuis 2019", 20190101, LAST),
    ("depuis lundi", 20251201, LAST),
    ("dès lundi", 20251201, LAST),
    ("depuis trois mois", 20250905, LAST),
    ("since january", 20250101, LAST),
    ("from march 2020", 20200301, LAST),
    ("à partir du 8 mars", 20250308, LAST),
    ("à partir du 2", 20251202, LAST),
    ("après le 3 mars 2020", 20200304, LAST),
    ("avant 2019", FIRST, 20181231),
    ("before 2019", FIRST, 20181231),
    ("jusqu’à mars 2020", FIRST, 20200331),
    ("jusqu’au 8 mars 2020", FIRST, 20200308),
    ("until march 2020", FIRST, 20200331),
    # a range that has a name
    ("semaine du 2 au 8 mars 2020", 20200302, 20200308),
    ("la semaine du 3 au 7 mars", 20250303, 20250307),
    ("le week-end du samedi 7 au dimanche 8 mars 2020", 20200307, 20200308),
    ("le week-end du 7 et 8 mars 2020", 20200307, 20200308),
    ("nuit du 2 au 3 mars 2020", 20200302, 20200303),
    ("de la semaine du 2 mars 2020 à la semaine du 16 mars 2020", 20200302, 20200322),
    # lists of neighbours
    ("mars, avril et mai 2020", 20200301, 20200531),
    ("mars ou avril 2020", 20200301, 20200430),
    ("les 2, 3 et 4 mars 2020", 20200302, 20200304),
    ("lundi, mardi et mercredi", 20251201, 20251203),
    ("2018, 2019 et 2020", 20180101, 20201231),
    ("les mois de mars et avril 2020", 20200301, 20200430),
    # a unit that both ends share
    ("années 80-90", 19800101, 19991231),
    ("les années 80 et 90", 19800101, 19991231),
    ("les années 1980 et 1990", 19800101, 19991231),
    ("les années 2019 et 2020", 20190101, 20201231),
    ("XIXe et XXe siècles", 18010101, 20001231),
    ("premier et deuxième trimestres 2020", 20200101, 20200630),
    ("semaines 12 à 15 2020", 20200316, 20200412),
    # within the last or this unit, or a night
    ("4 au 22 de ce mois", 20251204, 20251222),
    ("du 4 au 22 du mois dernier", 20251104, 20251122),
    ("samedi 13 au dimanche 14 juin 2020", 20200613, 20200614),
    ("the week of march 2-8, 2020", 20200302, 20200308),
    ("dans la nuit du 2 au 3 mars 2020", 20200302, 20200303),
    # before what is last
    ("before last week", FIRST, 20251123),
    ("avant la semaine dernière", FIRST, 20251123),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_range_goes_from_one_end_to_the_other(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
