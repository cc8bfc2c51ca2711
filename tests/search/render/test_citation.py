"""A citation of an article of the press, to the letter."""

from corpus.records import replace
from search.render import in_shell, plain
from search.render.citation import citation
from search.results import Citation
from tests.search.render.answers import BARE, HOSTILE, PRINTED


def test_a_citation_has_the_authors_the_headline_the_source_the_date_and_the_page() -> None:
    assert citation(PRINTED) == (
        "Hajar Skalli-Benomar, AFP, « Sécurité : Rabat et l’ONU accordent leurs violons », "
        "Le Courrier de l’Atlas du Nord, 26 novembre 2025, p. 11."
    )
    assert citation(replace(PRINTED, authors=(), page="p. A4")).endswith("26 novembre 2025, p. A4.")


def test_what_is_not_known_is_left_out() -> None:
    assert citation(BARE) == f"« {BARE.title} »."


def test_a_citation_fits_the_screen_and_commands_no_terminal() -> None:
    lines = in_shell(Citation(HOSTILE), 40)
    text = plain.text(lines)
    assert "\x1b" not in text + citation(HOSTILE)
    assert "@article{" in text
    assert max(map(len, text.splitlines())) <= 40
