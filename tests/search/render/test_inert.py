"""No text of others reaches a terminal as it is."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from search.render.inert import inert


@given(st.text())
def test_nothing_that_is_obeyed_is_left_and_offsets_hold(text: str) -> None:
    shown = inert(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(char) for char in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    shown.encode()


@given(st.text())
def test_what_is_inert_stays_as_it_is(text: str) -> None:
    assert inert(inert(text)) == inert(text)


def test_what_people_write_stays_as_it_is() -> None:
    text = "« L’œuvre d’Aïssatou N'Diaye » : 12,5 % – 東京, المغرب, नमस्ते, 👩‍🚀"
    assert inert(text) == text
