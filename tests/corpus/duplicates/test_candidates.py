"""Texts that have enough in common and are of near days are compared, whatever their order; others are not."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.duplicates.candidates import MAX_ALIKE, MAX_DAYS, Candidates, Texts, candidates, candidates_of
from corpus.duplicates.sketches import sketch

MONDAY = date(2025, 3, 3)


def text(*parts: tuple[int, int]) -> str:
    """Return a text: for each part, so many words that no other part has."""
    return " ".join(f"mot{part}x{word}" for part, words in parts for word in range(words))


def number(day: date) -> int:
    return int(day.strftime("%Y%m%d"))


def pairs(texts: Sequence[str], days: Sequence[int]) -> set[tuple[int, int]]:
    found = candidates(Texts.of([sketch(one) for one in texts], days, [""] * len(days)))
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.integers(60, 400), st.floats(0.3, 1), st.integers(0, 30), st.integers(0, 1000))
def test_a_text_and_three_tenths_of_it_or_more_are_compared(
    words: int, share: float, more: int, story: int
) -> None:
    whole = text((story, words), (story + 2000, more))
    part = text((story, max(int(words * share), 45)))
    assert pairs([whole, part], [number(MONDAY)] * 2) == {(0, 1)}


@pytest.mark.parametrize("apart", range(MAX_DAYS + 3))
@pytest.mark.parametrize("first", [MONDAY, date(2024, 2, 27), date(1899, 12, 30), date(1650, 1, 1)])
def test_the_same_text_is_compared_within_some_days(first: date, apart: int) -> None:
    days = [number(first), number(first + timedelta(apart))]
    assert bool(pairs([text((1, 80))] * 2, days)) == (apart <= MAX_DAYS)
    assert bool(pairs([text((1, 80))] * 2, days[::-1])) == (apart <= MAX_DAYS)


@pytest.mark.parametrize("day", [0, 20250000, 20250300])
def test_a_text_without_a_day_is_compared_with_those_of_every_day(day: int) -> None:
    assert pairs([text((1, 80))] * 3, [day, number(MONDAY), 19900101]) == {(0, 1), (0, 2)}


def test_other_texts_are_not_compared() -> None:
    texts = [text((story, 100)) for story in range(300)]
    assert pairs(texts, [number(MONDAY)] * 300) == set()


def test_half_of_the_words_are_too_few_on_another_day() -> None:
    texts = [text((1, 100), (2, 100)), text((1, 100), (3, 100))]
    assert pairs(texts, [number(MONDAY), number(MONDAY + timedelta(1))]) == set()


def test_a_text_that_very_many_articles_have_is_a_form() -> None:
    copies = [text((1, 80))] * (MAX_ALIKE + 1)
    assert len(pairs(copies[:-1], [number(MONDAY)] * MAX_ALIKE)) == MAX_ALIKE * (MAX_ALIKE - 1) // 2
    assert pairs(copies, [number(MONDAY)] * len(copies)) == set()


@pytest.mark.parametrize("at_once", [1, 7, 190])
def test_the_candidates_are_the_same_however_many_are_compared_at_once(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # one text in five is another one, whose pairs are left out
    texts = [text((at, 80)) if at % 5 == 0 else text((1, 40), (at, 40 - at)) for at in range(20)]
    days = [number(MONDAY)] * len(texts)
    together = pairs(texts, days)
    monkeypatch.setitem(candidates.__globals__, "_PAIRS_AT_ONCE", at_once)  # the package hides the module
    assert pairs(texts, days) == together
    assert 0 < len(together) <= 16 * 15 // 2


def test_the_same_sketch_is_said() -> None:
    texts = [text((1, 80)), text((1, 80)), text((1, 78), (2, 2))]
    found = candidates(Texts.of([sketch(one) for one in texts], [number(MONDAY)] * 3, [""] * 3))
    assert found.are_same.tolist() == [True, False, False]


@settings(max_examples=40, derandomize=True, deadline=None, database=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(40, 90), st.integers(0, 5)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_candidates_are_the_same_in_any_order(
    articles: list[tuple[int, int, int]], chance: Random
) -> None:
    texts = [text((story, words)) for story, words, _ in articles]
    days = [number(MONDAY + timedelta(day)) if day < 5 else 0 for *_, day in articles]
    order = list(range(len(articles)))
    chance.shuffle(order)

    shuffled = pairs([texts[position] for position in order], [days[position] for position in order])

    assert {tuple(sorted((order[left], order[right]))) for left, right in shuffled} == pairs(texts, days)


def test_there_are_no_candidates_among_no_texts() -> None:
    assert pairs([], []) == set()


def sketched(articles: Sequence[tuple[int, int, int]]) -> Texts:
    """Return texts by their story, words and days behind Monday; those of the sixth day are undated."""
    days = [number(MONDAY + timedelta(day)) if day < 5 else 0 for *_, day in articles]
    return Texts.of([sketch(text((story, words))) for story, words, _ in articles], days, [""] * len(days))


def together(found: Candidates | None) -> set[tuple[int, int, bool]]:
    assert found is not None
    return set(zip(found.left.tolist(), found.right.tolist(), found.are_same.tolist(), strict=True))


ARTICLES = st.lists(st.tuples(st.integers(0, 3), st.integers(40, 90), st.integers(0, 5)), max_size=12)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(ARTICLES, st.sets(st.integers(0, 11)), ARTICLES)
def test_the_candidates_of_some_texts_are_those_of_all_that_have_one_of_them(
    articles: list[tuple[int, int, int]], some: set[int], before: list[tuple[int, int, int]]
) -> None:
    texts, wanted = sketched(articles), {row for row in some if row < len(articles)}

    found = candidates_of(texts, np.array(sorted(wanted), np.intp), sketched(before))

    assert together(found) == {pair for pair in together(candidates(texts)) if wanted & {*pair[:2]}}


@pytest.mark.parametrize("day", [0, 5])
def test_where_a_text_makes_others_a_form_all_are_to_be_compared(day: int) -> None:
    """The points of 201 texts are left out: with the last of them come, or gone, the pairs of the others are others."""
    copies, nothing = [(1, 80, day)] * (MAX_ALIKE + 1), sketched([])
    one = np.array([0], np.intp)
    assert candidates_of(sketched(copies), one, nothing) is None
    assert candidates_of(sketched(copies[:-1]), one[:0], sketched(copies[:1])) is None
    assert candidates_of(sketched(copies[:-1]), one, nothing) is not None


def test_of_many_changed_texts_all_are_to_be_compared() -> None:
    texts = sketched([(story, 60, 0) for story in range(60)])
    assert candidates_of(texts, np.arange(60), sketched([])) is None
