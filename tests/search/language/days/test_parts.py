import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    ("début 2024", 20240101, 20240331),
    ("mi-2024", 20240501, 20240831),
    ("fin 2023", 20231001, 20231231),
    ("début mars", 20250301, 20250310),
    ("mi-mars 2021", 20210311, 20210320),
    ("fin février 2024", 20240221, 20240229),
    ("late february 2024", 20240221, 20240229),
    ("début de semaine", 20251201, 20251202),
    ("fin de semaine", 20251205, 20251207),
    ("early 2024", 20240101, 20240331),
    ("début des années 90", 19900101, 19921231),
    ("1er trimestre 2024", 20240101, 20240331),
    ("T4 2024", 20241001, 20241231),
    ("q2 2024", 20240401, 20240630),
    ("premier semestre 2023", 20230101, 20230630),
    ("deuxième trimestre", 20250401, 20250630),
    ("dernier trimestre 2024", 20241001, 20241231),
    ("première quinzaine d’avril 2022", 20220401, 20220415),
    ("dernier week-end de mars 2022", 20220326, 20220327),
    ("premier lundi de mars 2022", 20220307, 20220307),
    ("deuxième semaine de mars 2022", 20220314, 20220320),
    ("le dernier jour de février 2024", 20240229, 20240229),
    ("trimestre 3 2020", 20200701, 20200930),
    # several units of a period, its halves, its first and last days
    ("les six premiers mois de 2020", 20200101, 20200630),
    ("les deux premiers trimestres 2020", 20200101, 20200630),
    ("les deux premières semaines de mars 2020", 20200302, 20200315),
    ("les trois derniers mois de 2020", 20201001, 20201231),
    ("first two weeks of march 2020", 20200302, 20200315),
    ("les six premiers mois de l’année dernière", 20240101, 20240630),
    ("1ère moitié de 2020", 20200101, 20200630),
    ("première moitié de mars 2020", 20200301, 20200315),
    ("seconde moitié de février 2021", 20210215, 20210228),
    ("deuxième moitié des années 90", 19950101, 19991231),
    ("premiers jours de mars 2020", 20200301, 20200310),
    ("les derniers jours de mars", 20250321, 20250331),
    ("les premiers mois de 2020", 20200101, 20200331),
    ("last days of march 2020", 20200321, 20200331),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_part_of_a_period_is_its_days(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
