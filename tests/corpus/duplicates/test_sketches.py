"""A sketch has its size whatever the text; runs are the same whatever the capitals, the apostrophes and the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.duplicates.sketches import MIN_WORDS, SKETCH_BYTES, runs, sketch

NUMBERS = " ".join(map(str, range(60)))


def test_a_notice_of_a_few_words_has_no_sketch() -> None:
    words = NUMBERS.split()
    assert (sketch(" ".join(words[: MIN_WORDS - 1])), len(runs(" ".join(words[: MIN_WORDS - 1])))) == (b"", 0)
    assert len(sketch(" ".join(words[:MIN_WORDS]))) == SKETCH_BYTES


@given(st.text())
def test_a_sketch_has_its_size_whatever_the_text(text: str) -> None:
    assert len(sketch(text)) in (0, SKETCH_BYTES)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("L’ARBRE, ", "l'arbre "),
        ("« Jamais » – dit-elle… ", "“jamais”, dit elle. "),
        ("(AFP) – À Dakar : ", "afp à dakar "),
    ],
)
def test_capitals_apostrophes_and_marks_do_not_matter(text: str, other: str) -> None:
    assert runs(text + NUMBERS).tolist() == runs(other + NUMBERS).tolist()
    assert sketch(text + NUMBERS) == sketch(other + NUMBERS)


def test_the_number_of_runs_is_kept() -> None:
    assert int.from_bytes(sketch(NUMBERS)[-4:], "little") == len(runs(NUMBERS)) == 58
