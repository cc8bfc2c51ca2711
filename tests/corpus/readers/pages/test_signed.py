"""Names as pages state them; how they are chosen is tested with the other metadata."""

import pytest

from corpus.readers.pages.signed import text_of


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Anne&nbsp;Roy", "Anne Roy"),
        ({"name": "L&amp;eacute;a"}, "Léa"),
        (["", "Anne Roy"], "Anne Roy"),
        (None, ""),
        (3, "3"),
    ],
)
def test_a_value_is_one_line(value: object, expected: str) -> None:
    assert text_of(value) == expected
