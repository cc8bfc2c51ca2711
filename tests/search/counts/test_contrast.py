"""What is over-represented: the algebra of the rule."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.counts.contrast import SIGNIFICANT, Contrast, over_represented
from search.counts.likelihood import likelihood_ratio

ARTICLES, OTHERS = 200, 500

HERE = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, ARTICLES))
THERE = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, OTHERS))

PROPERTY = settings(max_examples=200, deadline=None, derandomize=True, database=None)


def found(here: Mapping[str, int], there: Mapping[str, int], most: int | None = None) -> dict[str, Contrast]:
    return over_represented(
        here, ARTICLES, lambda some: [there.get(one, 0) for one in some], OTHERS, most=most
    )


def found_back(here: Mapping[str, int], there: Mapping[str, int]) -> dict[str, Contrast]:
    return over_represented(there, OTHERS, lambda some: [here.get(one, 0) for one in some], ARTICLES)


@given(HERE, THERE)
@PROPERTY
def test_a_thing_is_over_represented_on_one_side_alone(here: dict[str, int], there: dict[str, int]) -> None:
    assert not found(here, there).keys() & found_back(here, there).keys()


@given(HERE, THERE)
@PROPERTY
def test_the_evidence_is_the_same_from_either_side(here: dict[str, int], there: dict[str, int]) -> None:
    for one, other, contrast in (
        *((ARTICLES, OTHERS, contrast) for contrast in found(here, there).values()),
        *((OTHERS, ARTICLES, contrast) for contrast in found_back(here, there).values()),
    ):
        both = contrast.here + contrast.there
        assert contrast.score == pytest.approx(likelihood_ratio(contrast.here, one, both, one + other))
        assert contrast.score == pytest.approx(likelihood_ratio(contrast.there, other, both, one + other))


@given(HERE)
@PROPERTY
def test_equal_answers_give_nothing(here: dict[str, int]) -> None:
    assert over_represented(here, ARTICLES, lambda some: [here[one] for one in some], ARTICLES) == {}


@given(HERE, THERE)
@PROPERTY
def test_the_numbers_are_those_of_the_tables_and_the_rate_is_higher_here(
    here: dict[str, int], there: dict[str, int]
) -> None:
    for thing, contrast in found(here, there).items():
        assert (contrast.here, contrast.there) == (here[thing], there.get(thing, 0))
        assert contrast.here / ARTICLES > contrast.there / OTHERS
        assert contrast.score > SIGNIFICANT


@given(HERE, THERE, st.integers(1, 4))
@PROPERTY
def test_the_first_things_are_the_first_of_all_things(
    here: dict[str, int], there: dict[str, int], most: int
) -> None:
    every = [contrast.score for contrast in found(here, there).values()]
    assert every == sorted(every, reverse=True)
    assert [contrast.score for contrast in found(here, there, most).values()] == every[:most]


def test_some_things_are_asked_for_at_once_and_none_that_cannot_be_among_the_first() -> None:
    asked: list[Sequence[str]] = []

    def there(some: Sequence[str]) -> Sequence[int]:
        asked.append(some)
        return [0] * len(some)

    often = {f"often{number:02}": 100 - number for number in range(25)}
    assert list(over_represented(often | {"seldom": 20, "rare": 5}, ARTICLES, there, OTHERS, most=1)) == [
        "often00"
    ]
    assert asked == [list(often)]
    asked.clear()
    assert list(over_represented({"often": 100, "once": 1}, ARTICLES, there, OTHERS)) == ["often"]
    assert asked == [["often"]]


def test_a_difference_counts_if_chance_makes_it_less_than_once_in_ten_thousand() -> None:
    """8 of 100 beside 2 of 100 may be chance (3.9); 16 beside none is not (23)."""
    assert over_represented({"a": 8}, 100, lambda _: [2], 100) == {}
    assert list(over_represented({"a": 16}, 100, lambda _: [0], 100)) == ["a"]


def test_where_no_other_article_is_nothing_is_over_represented() -> None:
    assert over_represented({"a": 5}, 10, lambda _: [0], 0) == {}
