"""The space of the vectors is that of the singular value decomposition of the corpus."""

from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.vectors import space
from index.vectors.file import Counts, counts
from index.vectors.space import MAX_SHARE, Sparse, fit, fold

WORDS = [f"mot{number}" for number in range(40)]


def press(articles: int, seed: int = 0) -> list[str]:
    """Return the words of articles of four subjects, each with words of its own and some of all."""
    chance = np.random.default_rng(seed)
    texts = []
    for number in range(articles):
        own = WORDS[number % 4 * 10 : number % 4 * 10 + 10]
        texts.append(" ".join([*chance.choice(own, 8), *chance.choice(WORDS, 4)]))
    return texts


def closeness(texts: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    found = list(map(counts, texts))
    rows = fold(found, fit(found))
    near: np.ndarray[tuple[int, int], np.dtype[np.float32]] = rows @ rows.T
    return near


@settings(max_examples=50, derandomize=True, deadline=None, database=None)
@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=4, max_size=4), min_size=1, max_size=6))
def test_a_sparse_product_is_the_dense_one(rows: list[list[float]]) -> None:
    dense = np.array(rows, np.float32)
    positions = [np.flatnonzero(row) for row in dense]
    sparse = Sparse(
        np.cumsum([0, *map(len, positions)]), np.concatenate(positions).astype(np.int32), dense[dense != 0]
    )
    other = np.arange(12, dtype=np.float32).reshape(4, 3)

    assert np.allclose(sparse.times(other), dense @ other, atol=1e-3)
    assert np.allclose(sparse.transposed(4).times(dense), dense.T @ dense, atol=1e-2)


def test_the_closeness_of_articles_is_that_of_the_exact_decomposition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(space, "DIMENSIONS", 4)
    texts = press(60)
    matrix = np.array(
        [
            [1 + np.log(words.count(word)) if word in words else 0.0 for word in WORDS]
            for words in map(str.split, texts)
        ]
    )
    frequencies = (matrix > 0).sum(0)
    matrix[:, (frequencies < space.MIN_ARTICLES) | (frequencies > MAX_SHARE * len(texts))] = 0
    idf = np.log(1 + (len(texts) - frequencies + 0.5) / (frequencies + 0.5))
    weighted = matrix * idf
    _, strengths, basis = np.linalg.svd(weighted / np.linalg.norm(weighted, axis=1, keepdims=True))
    rows = weighted @ basis[:4].T * np.sqrt(strengths[:4])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)

    assert np.abs(closeness(texts) - rows @ rows.T).max() < 0.01


def test_articles_of_one_subject_are_closer_than_others() -> None:
    near = closeness(press(80))
    same = np.arange(80) % 4 == (np.arange(80) % 4)[:, None]

    assert near[same].mean() > near[~same].mean() + 0.3


def test_the_space_of_the_same_articles_is_the_same() -> None:
    found = list(map(counts, press(50)))

    first, second = fit(found), fit(found)

    assert first.vectors.tobytes() == second.vectors.tobytes()
    assert first.stems.tobytes() == second.stems.tobytes()


def test_only_stems_that_are_neither_rare_nor_everywhere_have_a_vector() -> None:
    texts = [
        f"{text} partout {'rare' if number < space.MIN_ARTICLES - 1 else ''}"
        for number, text in enumerate(press(40))
    ]

    known = fit(list(map(counts, texts))).stems

    [(only_rare, _), (only_common, _)] = counts("rare"), counts("partout")
    assert len(known)
    assert not set(known.tolist()) & {*only_rare, *only_common}


NOTHING: Counts = (array("I"), array("H"))


def test_an_article_of_which_no_word_is_known_is_close_to_nothing() -> None:
    found = list(map(counts, press(40)))

    rows = fold([NOTHING, counts("inconnu"), found[0]], fit(found))

    assert not rows[:2].any()
    assert np.linalg.norm(rows[2]) == pytest.approx(1, abs=1e-3)


def test_articles_without_a_common_word_have_no_space() -> None:
    found = [counts(f"seul{number}") for number in range(20)]
    empty = fit([*found, NOTHING])

    assert not len(empty.stems)
    assert not fold(found, empty).any()
