"""The headline of an article that has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.headline import first_sentence, headline


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("M. Martin est maire. Il pêche.", "M. Martin est maire."),
        (
            "Mme. Roy, le Dr. Petit et J.-P. Blanc ont voté. Fin.",
            "Mme. Roy, le Dr. Petit et J.-P. Blanc ont voté.",
        ),
        ("Le 1er sept. 2024, tout changea. Rien depuis.", "Le 1er sept. 2024, tout changea."),
        ("« Le port rouvre ! » Il était temps.", "« Le port rouvre ! »"),
        ("Le port rouvre-t-il ? Oui.", "Le port rouvre-t-il ?"),
        ("Il mesure 1.5 m. de haut", "Il mesure 1.5 m. de haut"),
        ("Le port rouvre", "Le port rouvre"),
        ("Fin. Élise Roy part.", "Fin."),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_a_headline_has_no_full_stop_but_keeps_its_question_mark() -> None:
    assert headline("Le port rouvre. Fin.") == "Le port rouvre"
    assert headline("Le port rouvre-t-il ? Fin.") == "Le port rouvre-t-il ?"
    assert headline("Le port rouvre... Fin.") == "Le port rouvre..."


def test_a_headline_leaves_the_dateline_out() -> None:
    assert headline("SÈTE, 3 décembre 2025 – Le port rouvre.") == "Le port rouvre"


def test_a_long_sentence_is_cut_between_words() -> None:
    title = headline("Le maire de la commune, " * 10)
    assert title == "Le maire de la commune, " * 4 + "Le…"


@given(st.text(min_size=1))
def test_no_headline_is_longer_than_a_hundred_characters_and_its_ellipsis(text: str) -> None:
    assert len(headline(text)) <= 101
