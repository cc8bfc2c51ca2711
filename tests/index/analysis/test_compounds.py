"""The other readings of a compound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.compounds import Reading, readings, verb
from index.analysis.french import analyse, stem

PARTS = st.sampled_from(
    ["rond", "ronds", "point", "bateaux", "journal", "coreen", "nationale", "fils", "gaz", "de", "en", "saint", "vice", "t",
     "elle", "il", "pourrait", "est", "1", "19", "f"]
)  # fmt: skip
TERMS = st.lists(PARTS, min_size=2, max_size=6)


def read(compound: str) -> set[str]:
    return {" ".join(reading.terms) for reading in readings(analyse(compound).exact)}


@pytest.mark.parametrize(
    ("compound", "other"),
    [
        ("ronds-points", "rond point"),
        ("rond-point", "ronds points"),
        ("arcs-en-ciel", "arc en ciel"),
        ("chefs-d’œuvre", "chef oeuvre"),
        ("porte-parole", "porte paroles"),
        ("sapeur-pompier", "sapeurs pompiers"),
        ("grand-mère", "grands meres"),
        ("bateaux-mouches", "bateau mouche"),
        ("cheval-vapeur", "chevaux vapeur"),
        ("franco-allemand", "franco allemandes"),
        ("sud-coréenne", "sud coreens"),
        ("vice-président", "vice presidentes"),
        ("pneus-neige", "pneu neige"),
    ],
)
def test_a_compound_has_every_number_and_its_last_word_every_gender(compound: str, other: str) -> None:
    assert other in read(compound)


@pytest.mark.parametrize("compound", ["Chine-Taïwan", "Paris-Dakar", "OM-PSG", "Nord-Sud", "franco-allemand"])
def test_two_nouns_or_names_may_stand_apart(compound: str) -> None:
    written = tuple(analyse(compound).exact)

    assert Reading(written, 4) in readings(written)


@pytest.mark.parametrize(
    "compound",
    ["Saint-Malo", "Ste-Maxime", "Aix-en-Provence", "ex-ministre", "vice-roi", "anti-inflation", "non-lieu", "mi-mars",
     "Renault-Nissan-Mitsubishi", "gilets-gilets"],
)  # fmt: skip
def test_a_town_a_prefix_and_three_names_never_stand_apart(compound: str) -> None:
    assert all(reading.slop == 0 for reading in readings(analyse(compound).exact))


@pytest.mark.parametrize(
    "compound", ["1-0", "2019-2020", "06-07", "Covid-19", "14-Juillet", "F-16", "N-VA", "e-mail"]
)
def test_a_score_a_date_and_a_letter_have_no_other_reading(compound: str) -> None:
    assert readings(analyse(compound).exact) == ()


def test_a_compound_with_too_many_readings_is_read_as_it_is_written() -> None:
    assert readings(["grand", "petit", "vert", "bleu", "noir"]) == ()


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("pourrait-elle", "pourrait"),
        ("Pourrait-Elle", "pourrait"),
        ("participe-t-il", "participe"),
        ("dit-on", "dit"),
        ("savez-vous", "savez"),
        ("Macron-Le", ""),
        ("peut-on", ""),
        ("a-t-il", ""),
        ("qu’est-ce", ""),
        ("celui-ci", ""),
        ("là-bas", ""),
        ("rendez-vous", ""),
        ("Jong-il", ""),
        ("Chine-Taïwan", ""),
        ("Jean-Marie-Le", ""),
        ("t-il", ""),
    ],
)
def test_the_verb_before_a_pronoun(compound: str, expected: str) -> None:
    assert verb(analyse(compound).exact) == expected


@given(TERMS)
def test_a_reading_has_the_stems_of_the_compound(terms: list[str]) -> None:
    for reading in readings(terms):
        assert list(map(stem, reading.terms)) == list(map(stem, terms))


@given(TERMS)
def test_no_reading_stands_twice_and_none_is_the_compound_itself(terms: list[str]) -> None:
    found = readings(terms)

    assert len(set(found)) == len(found)
    assert Reading(tuple(terms), 0) not in found


def test_a_compound_of_a_thousand_words_has_no_other_reading() -> None:
    """Their forms together are more than the memory holds."""
    assert readings(["bateau"] * 1000) == ()
