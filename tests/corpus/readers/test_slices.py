"""The slices of an export between its marks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.slices import slices


@given(st.text(alphabet="#a ", max_size=60))
def test_nothing_is_lost_behind_the_first_mark(text: str) -> None:
    found = list(slices(text, re.compile("#")))
    assert "".join(part.text for part in found) == text[text.find("#") :] * ("#" in text)
    assert [text[part.start] for part in found] == ["#"] * text.count("#")
