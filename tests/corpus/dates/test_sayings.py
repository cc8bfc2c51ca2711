"""What may stand beside the day of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.sayings import is_dateless, only_says_when


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    is_dateless(text)
    only_says_when(text)


@pytest.mark.parametrize(
    "part",
    [
        "", " — ", "Publié le", "à 18h02", ", 18:02:00", "T18:02:00+01:00", "à 18 h 02 HNE", "6:02 pm", "(heure de Paris) à 18 heures",
        "Temps de lecture : 3 min", "4 min de lecture", "12 commentaires", "Partager sur Facebook", "Réservé aux abonnés",
        "| 5", "mis à jour le 8 mars à 9h", "Il y a 3 ans -", "🕒", "avec AFP", "DERNIÈRE MISE À JOUR :",
    ],
)  # fmt: skip
def test_hours_verbs_notices_and_buttons_only_say_when(part: str) -> None:
    assert only_says_when(part)


@pytest.mark.parametrize(
    "part", ["Élections du", "Le port", "12 morts", "au", "Le soir du", "3 ponts", "Paul"]
)
def test_other_words_and_numbers_say_more(part: str) -> None:
    assert not only_says_when(part)


@pytest.mark.parametrize(
    "line", ["Publié aujourd’hui à 18:02", "Mis à jour hier à 9 h 10", "Publié le 3 mars à 18h02"]
)
def test_a_line_that_says_when_without_a_year_has_no_date(line: str) -> None:
    assert is_dateless(line)
    assert not is_dateless("Publié au Journal officiel, le décret divise")
