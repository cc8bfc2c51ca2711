"""Texts that were cut before they came into a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.cuts import cut


@pytest.mark.parametrize(
    ("text", "kept", "notes"),
    [
        ("Le port rouv… [+3241 chars]", "Le port rouv…", ["doubt.cut_by_service"]),
        ("Le port rouv... [+12 chars] \n", "Le port rouv…", ["doubt.cut_by_service"]),
        ("Le port rouv[+12 chars]", "Le port rouv…", ["doubt.cut_by_service"]),
        ("Il écrit [12 chars]", "Il écrit [12 chars]", []),
        ("Le port rouvre…", "Le port rouvre…", []),
        ("a" * 32_767, "a" * 32_767, ["doubt.cut_cell (limit=32767)"]),
    ],
)
def test_a_text_that_was_cut_has_a_note(text: str, kept: str, notes: list[str]) -> None:
    found, said = cut(text)
    assert found == kept
    assert [str(note) for note in said] == notes


@given(st.text())
def test_a_text_without_note_is_the_same(text: str) -> None:
    found, notes = cut(text)
    assert notes or found == text
