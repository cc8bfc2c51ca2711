"""The usual names of sections, breadcrumb trails, and the words of newspapers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sections import is_of_press, is_section, section_of_trail


@given(st.text() | st.text("Acueil>/ "))
def test_no_text_breaks_the_reading(text: str) -> None:
    section_of_trail(text)


@pytest.mark.parametrize("label", ["Société", "SOCIETE", "Économie", "Faits divers", "À la une", "Sports"])
def test_a_section_is_known_whatever_its_accents_and_capitals(label: str) -> None:
    assert is_section(label)


@pytest.mark.parametrize("label", ["", "Le Phare", "Anne Roy", "La société civile"])
def test_other_labels_are_no_sections(label: str) -> None:
    assert not is_section(label)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Accueil > Politique > Sète", "Politique"),
        ("Accueil / Vie locale / Sète", "Vie locale"),
        ("Accueil » Sète", ""),
        ("Politique › Sète", "Politique"),
    ],
)
def test_a_trail_names_its_section(line: str, section: str) -> None:
    assert section_of_trail(line) == section


@pytest.mark.parametrize(
    "line", ["Le port > Sète", "Culture / Sète", "Accueil", "Accueil des réfugiés à Sète"]
)
def test_other_lines_are_no_trail(line: str) -> None:
    assert section_of_trail(line) is None


def test_the_words_of_newspapers_are_known() -> None:
    assert is_of_press("L’Écho de Sète")
    assert not is_of_press("Pont de Sète")
