"""The names beside the days of a date line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.beside import is_beside_hyphen, sides


@given(st.text(), st.text() | st.text("|- Aa()"))
def test_no_text_breaks_the_reading(before: str, behind: str) -> None:
    found = sides(before, behind)
    assert before.endswith(found.before)
    assert behind.startswith(found.behind)


@pytest.mark.parametrize(
    ("before", "behind", "labels", "signed"),
    [
        ("Publié le ", " à 18h02", (), ""),
        ("Société | ", "", ("Société",), ""),
        ("", " 18:02 | Anne Roy | Le Phare", ("Le Phare", "Anne Roy"), ""),
        ("Le Phare avec Belga - ", "", ("Le Phare",), ""),
        ("Le Phare, n° 12, ", "", ("Le Phare",), ""),
        ("Sète, le ", "", (), "Sète, le "),
        ("Le Phare, ", ", p. 4", ("Le Phare",), ""),
        ("Sète. Publié le ", "", (), ""),
    ],
)
def test_names_are_taken_from_the_sides(
    before: str, behind: str, labels: tuple[str, ...], signed: str
) -> None:
    found = sides(before, behind)
    assert (found.labels, found.signed) == (labels, signed)


@pytest.mark.parametrize(
    "label", ["Société", "Le Phare", "Anne Roy", "A. Roy", "Anne ROY", "Le Port avec AFP"]
)
def test_a_section_a_paper_and_a_person_stand_beside_a_hyphen(label: str) -> None:
    assert is_beside_hyphen(label)


@pytest.mark.parametrize("label", ["Conseil municipal", "Concert au vieux port", "Journal municipal"])
def test_a_headline_does_not(label: str) -> None:
    assert not is_beside_hyphen(label)
