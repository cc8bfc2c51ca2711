"""Where phrases stand, held against every choice of positions."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.phrase import windows
from tests.support.oracle import stands

SOME = settings(
    max_examples=500, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@SOME
@given(st.text("abc", max_size=12), st.text("abcd", min_size=1, max_size=4), st.integers(0, 5))
@example("baa", "aba", 2)
def test_a_phrase_stands_where_some_choice_of_positions_fits(text: str, phrase: str, slop: int) -> None:
    positions = [[position for position, word in enumerate(text) if word == wanted] for wanted in phrase]

    assert any(True for _ in windows(positions, slop)) == stands(phrase, slop, text)


@SOME
@given(st.text("abc", max_size=12), st.text("abc", min_size=1, max_size=4), st.integers(0, 5))
def test_each_place_has_the_words_of_the_phrase(text: str, phrase: str, slop: int) -> None:
    positions = [[position for position, word in enumerate(text) if word == wanted] for wanted in phrase]

    for window in windows(positions, slop):
        offsets = [position - rank for rank, position in enumerate(window)]
        assert [text[position] for position in window] == list(phrase)
        assert len(set(window)) == len(window)
        assert max(offsets) - min(offsets) <= slop
