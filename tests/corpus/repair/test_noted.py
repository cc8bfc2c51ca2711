"""A repaired text, with a note for each kind of repair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair import noted, repaired

PARTS = st.sampled_from(
    [
        "Le port",
        "<p>",
        "</p>",
        "&eacute;",
        "Ã©",
        "=C3=A9",
        "\\u00e9",
        "[b]",
        "[/b]",
        "í",
        "È",
        "\n",
        " ",
        "%C3%A8",
        "été",
    ]
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_a_noted_text_is_the_repaired_one_and_has_notes_if_it_changed(text: str) -> None:
    mended, notes = noted(text)
    assert mended == repaired(text)
    assert notes or mended == text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Les infirmi=C3=A8res", ["repair.transfer"]),
        ("L\\u2019infirmi\\u00e8re", ["repair.escapes"]),
        ("<p>Le port</p>", ["repair.markup"]),
        ("L’Ã©tÃ©", ["repair.mojibake"]),
        ("<p>L’&Atilde;&copy;t&Atilde;&copy;</p>", ["repair.markup", "repair.mojibake"]),
        ("Le port rouvre.", []),
    ],
)
def test_each_kind_of_repair_has_its_note(text: str, codes: list[str]) -> None:
    assert [note.code for note in noted(text)[1]] == codes
