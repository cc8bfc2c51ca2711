"""Tokens: every character in one of them, at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities.tokenize import NEWLINE, normal, tokens

PIECES = st.sampled_from(
    ["M.", "l’", "L'", "qu'", "J.", "J.-P.", "O.N.U.", "Paris", "États-Unis", "fin.Le", "TF1", "_", "-", "'", " ", "  ", "\n", "\r",
     "\t", "·", "@", "&", "2,5", "É", "ß", "İ", "\x00", "\x1c", "\ud800", "🎈", "ﷺ"]
)  # fmt: skip


def words(text: str) -> list[str]:
    return [token.strip() for token in tokens(text) if token.strip()]


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_tokens_cover_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text + NEWLINE


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_a_token_is_blanks_and_then_a_word_or_line_feeds(text: str) -> None:
    for token in tokens(text):
        bare = token.lstrip("\n") if token.endswith("\n") else token.lstrip()
        assert not any(map(str.isspace, bare.rstrip("\n"))) or token.endswith("\n")
        assert normal(token)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’ONU et d'Estaing", ["l’", "ONU", "et", "d'", "Estaing"]),
        ("N'Diaye, M'Bappé, O'Neill", ["N'Diaye", ",", "M'Bappé", ",", "O'Neill"]),
        ("Qu'est-ce qu’il", ["Qu'", "est-ce", "qu’", "il"]),
        ("M. Dupont et M.Dupont", ["M.", "Dupont", "et", "M.", "Dupont"]),
        ("J. K. Rowling, J.-P. Pernaut", ["J.", "K.", "Rowling", ",", "J.-P.", "Pernaut"]),
        ("l'O.N.U. dit", ["l'", "O.N.U.", "dit"]),
        ("la fin.Le début de tut.by", ["la", "fin", ".", "Le", "début", "de", "tut.by"]),
        ("DGSN-DGST/Interpol", ["DGSN-DGST", "/", "Interpol"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("(AFP) 93ème", ["(", "AFP", ")", "93ème"]),
    ],
)
def test_words_are_cut_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_long_word_is_known_by_its_beginning() -> None:
    assert normal("a" * 1000) == normal("a" * 2000) != normal("b" * 1000)
