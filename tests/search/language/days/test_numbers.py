import pytest

from search.language.days.numbers import cardinals, ordinals


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("une", 1), ("dix sept", 17), ("vingt et un", 21), ("trente deux", 32), ("soixante et onze", 71),
        ("soixante dix neuf", 79), ("quatre vingts", 80), ("quatre vingt un", 81), ("quatre vingt dix neuf", 99),
        ("septante", 70), ("nonante neuf", 99), ("nineteen", 19), ("thirty one", 31),
    ],
)  # fmt: skip
def test_a_number_goes_by_its_names(name: str, number: int) -> None:
    assert cardinals()[name] == number


def test_every_number_up_to_99_has_a_name_and_an_ordinal_is_no_number() -> None:
    assert set(cardinals().values()) == set(range(1, 100))
    assert set(ordinals().values()) > set(range(1, 32))
    assert not cardinals().keys() & ordinals().keys()
