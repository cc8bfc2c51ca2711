import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    # names that a sign glues
    ("avril-mai 2020", 20200401, 20200531),
    ("avril/mai 2020", 20200401, 20200531),
    ("march-april 2020", 20200301, 20200430),
    ("décembre 2019-février 2020", 20191201, 20200229),
    ("mars 2020-avril 2020", 20200301, 20200430),
    ("2 mars-8 mars 2020", 20200302, 20200308),
    ("printemps-été 2020", 20200301, 20200831),
    ("lundi-mardi", 20251201, 20251202),
    ("1980s-1990s", 19800101, 19991231),
    # digits, weeks and ordinals
    ("2020-W12", 20200316, 20200322),
    ("S12 2020", 20200316, 20200322),
    ("2020-03-02/2020-03-08", 20200302, 20200308),
    ("2/3/2020-8/3/2020", 20200302, 20200308),
    ("1 er mars 2020", 20200301, 20200301),
    ("XX e siècle", 19010101, 20001231),
    ("2020-03-02 / 2020-03-08", 20200302, 20200308),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_what_a_sign_glues_is_set_apart(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)
