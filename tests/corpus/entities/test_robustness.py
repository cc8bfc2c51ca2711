"""Whatever the text: valid offsets, no exception, linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities import extract
from corpus.entities.words import fold

PIECES = st.sampled_from(
    ["M. ", "Mme ", "à ", "de ", "l’", "L'", "Paris ", "ONU", "(", ")", ". ", "\n", " ", "Le ", "Monde ", "Jean-",
     "de la ", "É", "Ministère ", "BUREAU ", "Bureau ", "des ", "Nations Unies ", "pour la lutte ", "al-", "«", "J.", "Côte ", "d'", "İ", "ß", "ǅ"]
)  # fmt: skip


def assert_valid(text: str) -> None:
    (entities,) = extract([text])
    for entity in entities:
        assert entity.name.strip()
        assert entity.mentions
        assert list(entity.mentions) == sorted(set(entity.mentions))
        for start, end in entity.mentions:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
    counts = [len(entity.mentions) for entity in entities]
    assert counts == sorted(counts, reverse=True)


@given(st.text())
def test_any_text(text: str) -> None:
    assert_valid(text)


@given(st.lists(PIECES).map("".join))
def test_any_text_that_looks_like_names(text: str) -> None:
    assert_valid(text)


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    "unit",
    ["a", "A", "É", "A ", "A.", "A-", "L'", "A'", "Bureau de ", "Bureau des bureaux nationaux ", "à Paris ", "Abc ", "Jean ",
     "Nations ", "M. ", "ONU (", "Jean de ", " ", "\n", "1 ", "(ONU) ", "de la ", "Ministère du Ministère "],
)  # fmt: skip
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.perf_counter()
        extract([text])
        return time.perf_counter() - begin

    seconds(1_000)  # reads the lists
    small = seconds(125_000)
    # Eight times the text: 8 when linear, 64 when quadratic.
    assert seconds(1_000_000) < 24 * small + 0.5
