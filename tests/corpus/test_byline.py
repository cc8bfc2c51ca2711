"""The line that names the authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.byline import byline, coauthors, persons


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


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("Anne Roy et Luc Petit", ("Anne Roy", "Luc Petit")),
        ("Anne Roy, Luc Petit and Jean de La Tour", ("Anne Roy", "Luc Petit", "Jean de La Tour")),
        ("Anne Roy et Xylva Petit", ("Anne Roy", "Xylva Petit")),
        ("Anne Roy et AFP", ("Anne Roy", "AFP")),
        ("Le Phare et AFP", ("Le Phare", "AFP")),
    ],
)
def test_a_signature_of_several_is_cut(signature: str, names: tuple[str, ...]) -> None:
    assert coauthors(signature) == names


@pytest.mark.parametrize(
    "signature",
    [
        "Anne et Luc Petit", "Anne Roy et Fils", "Roy, Anne", "Anne Roy, Sète", "Sciences et Avenir", "Sports et TV",
        "Ministère de l’Économie et des Finances", "Caisse des Dépôts et Consignations", "Le Phare avec AFP", "Le Phare",
    ],
)  # fmt: skip
def test_a_name_that_may_be_one_is_kept_whole(signature: str) -> None:
    assert coauthors(signature) == (signature,)


@given(st.text())
def test_coauthors_stand_in_the_signature(signature: str) -> None:
    assert all(part in signature for part in coauthors(signature))
