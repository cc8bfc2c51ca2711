"""The escape sequences of programs, and the backslashes that a text means."""

import json
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.repair.escapes import unescaped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"L\u2019\u00e9t\u00E9", "L’été"),
        (r"L\\u2019\\u00e9t\\u00e9", "L’été"),
        (r"bravo \ud83d\ude00 !", "bravo 😀 !"),
        (r"bravo \ud83d !", "bravo � !"),
        (r"caf\xe9", "café"),
        (r"ouvert\/ferm\u00e9", "ouvert/fermé"),
        (r"il a dit \"oui\"", 'il a dit "oui"'),
        (r"l\'eau", "l'eau"),
        (r"Un.\n\nDeux.\r\nTrois.", "Un.\n\nDeux.\n\nTrois."),
        (r"\u00c9t\u00e9\nsuite", "Été\nsuite"),
    ],
)
def test_a_sequence_is_what_it_stands_for(text: str, read: str) -> None:
    assert unescaped(text) == read


@pytest.mark.parametrize(
    "text",
    [
        r"C:\users\u00e9",
        r"D:\nouveau\temp",
        r"\\nas\temp",
        r"$\nu$ et \frac{1}{2}",
        r"¯\_(ツ)_/¯",
        r"AC\DC \u00e9",
        "fin\\",
        r"un\nom",
        r"\u00g9",
    ],
)
def test_a_backslash_that_means_itself_stays(text: str) -> None:
    assert unescaped(text) == text


@given(st.text(st.characters(exclude_characters="\\", exclude_categories=["Cs", "Cc"])))
def test_what_a_program_escaped_is_what_was_written(text: str) -> None:
    escaped = json.dumps(text)[1:-1]
    assume(not re.search(r"\b[A-Za-z]:\\", escaped))  # the beginning of a path
    assert unescaped(escaped) == text
