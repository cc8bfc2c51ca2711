"""The authors that a field of a database names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.authors import authors


@pytest.mark.parametrize(
    ("line", "source", "names"),
    [
        ("Awa Delorme", "", ("Awa Delorme",)),
        ("Par AWA DELORME et Luc KERBELLEC", "", ("AWA DELORME", "Luc KERBELLEC")),
        ("Jean-Marie d'Armagne, Anne LE COADOU (avec AFP)", "", ("Jean-Marie d'Armagne", "Anne LE COADOU")),
        ("Propos recueillis par Inès Vasseur", "", ("Inès Vasseur",)),
        ("Théo Roy, envoyé spécial à Sète", "", ("Théo Roy",)),
        ("Le Phare avec AFP", "Le Phare", ()),
        ("By KURT PETIT, --(Reuter)", "", ("KURT PETIT",)),
        ("J. M. PETIT, Special to The Post", "The Post", ("J. M. PETIT",)),
        ("Anne Roy, Vallorge Sun", "The Vallorge Sun (Ponant)", ("Anne Roy",)),
        ("ANNE ROY, aroy@sun.example.com", "", ("ANNE ROY",)),
        ("Luc Petit in Brussels", "", ("Luc Petit",)),
        ("By ANNE ROY and LUC PETIT; Anne Roy reported from Davos, and Luc Petit from Guangzhou, China.", "", ("ANNE ROY", "LUC PETIT")),
        ("Von C. HARTMUT und H. VOGEL (Fotos)", "", ("C. HARTMUT", "H. VOGEL")),
        ("Aus Chicago berichtet LENA HARTMUT", "", ("LENA HARTMUT",)),
        ("Roy, Anne", "", ("Anne Roy",)),
        ("Lisa Roy Brexit correspondent", "", ("Lisa Roy",)),
        ("Political Correspondent", "", ()),
        ("Plantu", "", ("Plantu",)),
        ("AFP", "", ("AFP",)),
        ("Anne Roy, AFP", "", ("Anne Roy",)),
        ("-- (AP)", "", ("AP",)),
        ("Reportage ; Anne Roy", "", ("Anne Roy",)),
        ("Entretien", "", ()),
        ("Une dépêche de la rédaction de Paris, hier", "", ()),
        ("Reuters avec AFP", "", ("Reuters",)),
        ("", "", ()),
    ],
)  # fmt: skip
def test_a_field_names_its_authors_as_they_are_printed(
    line: str, source: str, names: tuple[str, ...]
) -> None:
    assert authors(line, source) == names


@given(st.text(alphabet="Aé, ;()@.-&", max_size=200))
def test_names_are_given_once(line: str) -> None:
    found = authors(line)
    assert len(set(found)) == len(found)
