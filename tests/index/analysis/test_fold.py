"""A word without accents and capitals."""

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analysis.fold import fold

SOME = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
LETTERS = [
    sign
    for sign in map(chr, range(0x41, 0x250))
    if sign.isalpha() and unicodedata.name(sign).startswith("LATIN")
]
LATIN = st.text(LETTERS, max_size=12)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élevée", "elevee"), ("ÇÀ", "ca"), ("ŒUVRE", "oeuvre"), ("Æquo", "aequo"), ("Straße", "strasse"), ("STRAẞE", "strasse"),
        ("Łódź", "lodz"), ("Ørsted", "orsted"), ("Đoković", "dokovic"), ("Þór", "thor"), ("Iğdır", "igdir"), ("İstanbul", "istanbul"),
        ("Nguyễn", "nguyen"), ("ﬁn", "fin"), ("Ǆ", "dz"), ("m²", "m2"), ("e\u0301", "e"), ("𝐁𝐨𝐧", "bon"), ("ｂｏｎ", "bon"),
        ("المغرب", "المغرب"), ("Москва", "москва"), ("123", "123"), ("", ""),
    ],
)  # fmt: skip
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_folding_twice_is_folding_once_for_every_letter() -> None:
    changed = [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if sign.isalpha() and fold(fold(sign)) != fold(sign)
    ]

    assert changed == []


@SOME
@given(LATIN)
def test_accents_do_not_matter(word: str) -> None:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))

    assert fold(word) == fold(bare)


@SOME
@given(st.text([sign for sign in LETTERS if ord(sign) < 0x180], max_size=12))
def test_the_letters_of_europe_become_ascii(word: str) -> None:
    assert fold(word).isascii()


@SOME
@given(st.characters(categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Nd"]))
def test_no_letter_is_lost(letter: str) -> None:
    assert fold(letter)


@SOME
@given(LATIN.filter(lambda word: not set(word) & set("ıŉſ")))
def test_capitals_do_not_matter(word: str) -> None:
    assert fold(word.upper()) == fold(word)
