import pytest

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
    # long times
    ("années 1990", 19900101, 19991231),
    ("les années 90", 19900101, 19991231),
    ("les années quatre-vingt-dix", 19900101, 19991231),
    ("les années 20", 19200101, 19291231),
    ("the 1990s", 19900101, 19991231),
    ("1990s", 19900101, 19991231),
    ("1990S", 19900101, 19991231),
    ("1990’s", 19900101, 19991231),
    ("2020s", 20200101, 20291231),
    ("90s", 19900101, 19991231),
    ("the '90s", 19900101, 19991231),
    ("60’s", 19600101, 19691231),
    ("early 1990s", 19900101, 19921231),
    ("XIXe siècle", 18010101, 19001231),
    ("19e siècle", 18010101, 19001231),
    ("20ème siècle", 19010101, 20001231),
    ("dix-neuvième siècle", 18010101, 19001231),
    ("19th century", 18010101, 19001231),
    ("fin du XIXe siècle", 18680101, 19001231),
    # seasons of two years
    ("rentrée 2020", 20200901, 20200930),
    ("saison 2019-2020", 20190701, 20200630),
    ("saison 2015-16", 20150701, 20160630),
    ("la saison dernière", 20240701, 20250630),
    ("année scolaire 2019-2020", 20190901, 20200831),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_season_or_a_century_is_of_a_year_or_of_the_nearest(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
