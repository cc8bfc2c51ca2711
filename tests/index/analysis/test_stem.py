"""The light stemmer, by its rules and on the vocabulary of the press."""

import re
from collections import Counter
from pathlib import Path
from string import ascii_letters, ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.analysis.fold import fold
from index.analysis.french import analyse
from index.analysis.ordinals import roman
from index.analysis.spellings import SPELLINGS
from index.analysis.stem import light


@given(st.text(ascii_lowercase, min_size=1))
def test_a_stem_keeps_the_first_letter(word: str) -> None:
    """`search.snippet` excludes by it most of the words that a query does not look for."""
    assert light(word)[0] == word[0]


@given(st.text(ascii_letters, min_size=1))
def test_plain_letters_are_one_word_in_lower_case(word: str) -> None:
    assume(word.lower() not in SPELLINGS and not roman(word))
    assert analyse(word).exact == [word.lower()]


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("election elections", "election"),
        ("journal journaux", "journal"),
        ("bateau bateaux", "bateau"),
        ("jeu jeux", "jeu"),
        ("premier premiere premiers premieres", "premi"),
        ("deuxieme deuxiemes", "deux"),
        ("national nationale nationales", "national"),
        ("heureux heureuse", "heureu"),
        ("explosif explosive", "explosif"),
        ("administrateur administratrice", "administr"),
        ("mars marie", "mar"),
        ("onu", "onu"),
        ("an", "an"),
        ("", ""),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(words: str, stem: str) -> None:
    assert {light(word) for word in words.split() or [""]} == {stem}


def test_a_stem_is_never_empty() -> None:
    assert all(
        light(word)
        for word in ("a", "s", "es", "eee", "ssss", "xxxx", "ieme", "iere", "eeeeee", "rrrrr", "ation")
    )


def press(shared: Path) -> Counter[str]:
    """Return the folded words of a corpus that is measured with."""
    text = (shared / "corpora" / "wikinews100.jsonl").read_text("utf-8")
    return Counter(fold(word) for word in re.findall(r"[^\W\d_]+", text))


def test_no_plural_of_the_press_is_missed(shared: Path) -> None:
    """Every word of four letters or more that stands there with and without its s has one stem."""
    words = press(shared)
    pairs = [
        (word, word + "s") for word in words if word + "s" in words and len(word) > 3 and word[-1] not in "sx"
    ]

    assert len(pairs) > 50
    assert [pair for pair in pairs if light(pair[0]) != light(pair[1])] == []


def test_no_feminine_in_iere_of_the_press_is_missed(shared: Path) -> None:
    words = press(shared)
    masculine = [word for word in words if len(word) > 4 and word.endswith("ier")]
    pairs = [(word, word + ending) for word in masculine for ending in ("s", "e", "es")]

    assert masculine
    assert [pair for pair in pairs if light(pair[0]) != light(pair[1])] == []
