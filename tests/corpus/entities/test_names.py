"""Two spellings of one name, and the form that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities import Kind
from corpus.entities.names import aliases, initials, is_acronym, key, shown, with_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’État islamique", "État Islamique"),
        ("Nations-Unies", "Nations unies"),
        ("M. Emmanuel Macron", "Emmanuel MACRON"),
        ("la Croix-Rouge", "croix rouge"),
        ("« Le Monde »", "Monde"),
        ("Œuvre", "OEUVRE"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("name", ["Laurent", "Union", "Desplat", "Unesco", "Mme", "Lady Gaga"])
def test_an_article_is_a_word_of_its_own(name: str) -> None:
    assert key(name) == name.casefold()


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@pytest.mark.parametrize(
    ("surface", "kind", "expected"),
    [
        ("M. Rasmané OUEDRAOGO", Kind.PERSON, "Rasmané Ouedraogo"),
        ("l’Union européenne", Kind.ORG, "Union européenne"),
        ("le Sahel", Kind.PLACE, "Sahel"),
        ("OCP", Kind.ORG, "OCP"),
        ("Claire O’Petit", Kind.PERSON, "Claire O'Petit"),
        ("Côte\nd'Azur", Kind.PLACE, "Côte d'Azur"),
    ],
)
def test_a_name_is_shown_without_article_and_title(surface: str, kind: Kind, expected: str) -> None:
    assert shown(surface, kind) == expected


def test_a_listed_article_is_shown() -> None:
    assert with_article()[Kind.ORG, "monde"] == "Le Monde"
    assert with_article()[Kind.PLACE, "havre"] == "Le Havre"


def test_aliases_lead_to_one_form_and_no_further() -> None:
    assert aliases()["onu"] == "Nations unies"
    assert all(aliases()[key(canonical)] == canonical for canonical in aliases().values())


@pytest.mark.parametrize("word", ["ONU", "TF1", "DGSN-DGST", "O.N.U.", "OFCE"])
def test_acronyms(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Onu", "XIV", "XXIe", "A8", "M", "", "Nations", "2M"])
def test_what_is_no_acronym(word: str) -> None:
    assert not is_acronym(word)


def test_initials_leave_particles_out() -> None:
    assert initials("organisation mondiale de la sante".split()) == "oms"
