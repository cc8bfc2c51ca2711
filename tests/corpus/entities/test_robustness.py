"""Whatever the text: valid offsets, no exception, linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities import extract

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


@given(st.lists(st.one_of(st.text(), st.lists(PIECES).map("".join)), max_size=5))
def test_a_batch_gives_what_one_by_one_gives(texts: list[str]) -> None:
    assert extract(texts) == [extract([text])[0] for text in texts]


@pytest.mark.parametrize(
    "text", ["\x00\x1b[0m Paris", "\ud800 à Rabat \udfff", "\u202eRabat\u202c", "\ufeffRabat", "A" * 100_000]
)
def test_odd_signs_do_no_harm(text: str) -> None:
    assert_valid(text)
    assert [entity.name for entity in extract(["Il est à Rabat.", text, "Il est à Rabat."])[2]] == ["Rabat"]


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.parametrize(
    "unit",
    ["a", "A", "É", "A ", "A.", "A-", "L'", "A'", "Bureau de ", "Bureau des bureaux nationaux ", "à Paris ", "Abc ", "Jean ",
     "Nations ", "M. ", "ONU (", "Jean de ", " ", "\n", "1 ", "(ONU) ", "de la ", "Ministère du Ministère "],
)  # fmt: skip
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        extract([text])
        return time.process_time() - begin

    seconds(1_000)  # reads the lists
    small = seconds(125_000)
    # Eight times the text: 8 when linear, 64 when quadratic.
    assert seconds(1_000_000) < 24 * small + 0.5
