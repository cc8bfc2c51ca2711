"""Words close by, and words that fit a pattern, held against the definition."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.spelling.words import close, literal_prefix, pattern, within
from tests.support import oracle

SOME = settings(
    max_examples=500, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
WORDS = st.text("abé1", max_size=8)


@SOME
@given(WORDS.filter(bool), st.lists(WORDS.filter(bool), max_size=12), st.integers(1, 2))
def test_every_word_within_the_edits_is_found_and_no_other(
    word: str, vocabulary: list[str], edits: int
) -> None:
    assert list(close(word, edits, vocabulary)) == [
        other for other in vocabulary if oracle.within(word, other, edits)
    ]


@SOME
@given(WORDS, WORDS, st.integers(0, 3))
def test_two_words_are_within_the_edits_that_make_one_the_other(left: str, right: str, edits: int) -> None:
    assert within(left, right, edits) == within(right, left, edits) == oracle.within(left, right, edits)


@SOME
@given(st.text("ab*?", min_size=1, max_size=7), WORDS)
def test_a_word_fits_a_pattern_as_its_definition_says(glob: str, word: str) -> None:
    assert bool(pattern(glob).match(word)) == oracle.fits(glob, word)
    if oracle.fits(glob, word):
        assert word.startswith(literal_prefix(glob))


def test_a_pattern_of_many_stars_is_quick() -> None:
    assert not pattern("*a" * 30 + "*b").match("a" * 5000)
