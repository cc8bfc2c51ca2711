"""The usual names of sections."""

import pytest

from corpus.sections import is_section


@pytest.mark.parametrize("label", ["Société", "SOCIETE", "Économie", "Faits divers", "À la une", "Sports"])
def test_a_section_is_known_whatever_its_accents_and_capitals(label: str) -> None:
    assert is_section(label)


@pytest.mark.parametrize("label", ["", "Le Phare", "Anne Roy", "La société civile"])
def test_other_labels_are_no_sections(label: str) -> None:
    assert not is_section(label)
