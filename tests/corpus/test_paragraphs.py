"""Lines cut at a fixed width are joined, others are left."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paragraphs import paragraphs

PROSE = (
    "Le conseil municipal de Sète s’est réuni lundi soir pour examiner le budget de la commune. Le maire a rappelé que "
    "les travaux du vieux port, commencés au printemps, dureraient encore deux ans. Les pêcheurs demandent une "
    "indemnité et menacent de bloquer la passe si le département ne répond pas avant la fin du mois."
)


@given(st.integers(38, 95))
def test_prose_cut_at_any_width_is_one_paragraph_again(width: int) -> None:
    assert paragraphs(textwrap.fill(PROSE, width, break_on_hyphens=False)) == [PROSE]


def test_empty_lines_separate_paragraphs_that_were_cut() -> None:
    assert paragraphs("\n\n".join([textwrap.fill(PROSE, 70)] * 2)) == [PROSE, PROSE]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    first, second = textwrap.fill(PROSE, 70), textwrap.fill(PROSE[4:], 70)
    assert paragraphs(f"{first}\n{second}") == [PROSE, PROSE[4:]]


def test_words_cut_at_a_line_end_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    text = textwrap.fill(PROSE, 70).replace("municipal", "muni-\ncipal", 1)
    assert "municipal" in paragraphs(text)[0]
    lines = [
        "Il faudra que les pêcheurs attendent la fin des travaux, a-t-elle dit, car peut-",
        "être que le",
    ]
    cut = [
        *lines,
        "conseil aura changé d’avis à ce moment-là, et que les élus de Saint-",
        "Malo viendront voir le port.",
    ]
    assert "peut-être que le conseil" in " ".join(paragraphs("\n".join(cut)))
    assert "Saint-Malo" in " ".join(paragraphs("\n".join(cut)))


def test_long_lines_are_paragraphs() -> None:
    assert paragraphs(f"{PROSE}\n{PROSE}") == [PROSE, PROSE]


def test_ten_thousand_short_lines_stay_lines() -> None:
    lines = [f"{number} barques" for number in range(10_000)]
    assert paragraphs("\n".join(lines)) == lines


def test_a_list_of_sentences_stays_a_list() -> None:
    lines = [f"La barque numéro {number:02} est rentrée hier soir au port." for number in range(12)]
    assert paragraphs("\n".join(lines)) == lines


def test_a_list_of_headlines_of_many_lengths_stays_a_list() -> None:
    lines = [f"Le port {'rouvre ' * (number % 7 + 1)}enfin" for number in range(21)]
    assert paragraphs("\n".join(lines)) == lines


TOP = ["Pont de Sète : les travaux du port sont votés", "Publié le mercredi 3 mars 2021 à 18h02"]


@pytest.mark.parametrize(
    "top", [TOP, ["Mis à jour le 8 mars 2021 à 09h10", *TOP], [*TOP, "Par Anne Roy et Luc de La Tour-Carrée"]]
)
@pytest.mark.parametrize("width", [38, 46, 70, 1000])
def test_lines_of_a_masthead_are_not_glued_to_the_text(top: list[str], width: int) -> None:
    assert paragraphs("\n".join([*top, *textwrap.wrap(PROSE, width, break_on_hyphens=False)])) == [
        *top,
        PROSE,
    ]


def test_a_headline_of_two_lines_is_one_and_stands_apart_from_the_date() -> None:
    lines = [
        "Pont de Sète : après trois heures de débat,",
        "les travaux du vieux port sont votés lundi",
        TOP[1],
    ]
    text = "\n".join([*lines, *textwrap.wrap(PROSE, 44, break_on_hyphens=False)])
    assert paragraphs(text) == [f"{lines[0]} {lines[1]}", TOP[1], PROSE]


def test_two_short_lines_above_long_paragraphs_are_no_cut_lines() -> None:
    lines = [
        "Le vieux port rouvre aux pêcheurs lundi",
        "Anne Roy, de notre bureau de Montpellier",
        "Le maire viendra lundi, dit-on au port",
    ]
    assert paragraphs("\n".join([*lines, PROSE, PROSE])) == [*lines, PROSE, PROSE]
    assert paragraphs("\n".join([*lines, PROSE])) == [*lines, PROSE]


@pytest.mark.parametrize(
    "line", ["Publié le 3 mars 2021 à 18h02 par Anne Roy", "Publié le 3 mars 2021 à 18h02 par la rédaction"]
)
@pytest.mark.parametrize("width", [44, 1000])
def test_a_headline_of_two_lines_above_a_date_line_of_its_width_is_one(line: str, width: int) -> None:
    lines = ["Pont de Sète : après trois heures de débat,", "les travaux du vieux port sont votés lundi"]
    text = "\n".join([*lines, line, *textwrap.wrap(PROSE, width, break_on_hyphens=False)])
    assert paragraphs(text) == [" ".join(lines), line, PROSE]


def test_a_line_that_says_published_on_and_the_line_of_the_day_are_one() -> None:
    lines = ["Mis à jour le", "8 mars 2021 à 9h10", "Publié le :", "3 mars 2021", PROSE]
    assert paragraphs("\n".join(lines)) == [
        "Mis à jour le 8 mars 2021 à 9h10",
        "Publié le : 3 mars 2021",
        PROSE,
    ]
    assert paragraphs(f"Publié le\n{PROSE}") == ["Publié le", PROSE]
