"""The line that names the authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.byline import byline, persons


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    byline(text)
    persons(text)


@pytest.mark.parametrize("line", ["Par amour du port", "Un port rouvert par Anne Roy", "Par Anne Roy."])
def test_other_lines_with_par_are_no_bylines(line: str) -> None:
    assert byline(line) == ((), line)


@pytest.mark.parametrize("label", ["Anne Roy", "Anne ROY", "Jean-Luc de La Tour", "Anne Roy Petit", "A. Roy"])
def test_a_first_name_and_more_names_are_a_person(label: str) -> None:
    assert persons(label) == (label,)


@pytest.mark.parametrize(
    "label",
    [
        "Anne",
        "Charlie Hebdo",
        "France Dimanche",
        "Marie Claire",
        "Le Phare",
        "Anne rouvre le port",
        "L’Écho de Sète",
    ],
)
def test_a_paper_and_a_headline_are_no_person(label: str) -> None:
    assert not persons(label)
