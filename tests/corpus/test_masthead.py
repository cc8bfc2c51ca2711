"""The lines above the body of a plain text."""

import pytest

from corpus.article import Found
from corpus.dates.print_date import PrintDate
from corpus.masthead import byline, masthead

LEAD = "Le port de Sète a rouvert ses portes aux pêcheurs, qui attendaient ce moment depuis le printemps dernier."
DAY = PrintDate(2025, 11, 25)


@pytest.mark.parametrize(
    ("lines", "source", "title"),
    [
        (["Le Phare", "25 novembre 2025"], "Le Phare", ""),
        (["Le Canard enchaîné", "25 novembre 2025"], "Le Canard enchaîné", ""),
        (
            ["Le port de Sète rouvre après les travaux", "25 novembre 2025"],
            "",
            "Le port de Sète rouvre après les travaux",
        ),
        (
            ["Le Phare", "Sète : le vieux port rouvre", "25 novembre 2025"],
            "Le Phare",
            "Sète : le vieux port rouvre",
        ),
        (
            ["Sète : le vieux port rouvre", "Le Phare", "25 novembre 2025"],
            "Le Phare",
            "Sète : le vieux port rouvre",
        ),
        (
            ["Le Phare", "25 novembre 2025", "Sète : le vieux port rouvre"],
            "Le Phare",
            "Sète : le vieux port rouvre",
        ),
        (["25 novembre 2025", "Le vieux port rouvre"], "", "Le vieux port rouvre"),
    ],
)
def test_short_lines_around_the_date_are_the_source_and_the_headline(
    lines: list[str], source: str, title: str
) -> None:
    top = masthead([*lines, LEAD])
    assert (top.source, top.title, top.date, top.date_found) == (source, title, DAY, Found.LINE)
    assert top.body == [LEAD]


def test_without_a_date_line_a_short_line_is_the_headline() -> None:
    top = masthead(["Le vieux port rouvre", LEAD])
    assert (top.title, top.source, top.body) == ("Le vieux port rouvre", "", [LEAD])


def test_a_section_above_the_headline_stays_in_the_body() -> None:
    top = masthead(["Économie", "Le vieux port rouvre aux pêcheurs", LEAD])
    assert (top.title, top.body) == ("Le vieux port rouvre aux pêcheurs", ["Économie", LEAD])


def test_a_longer_line_below_the_headline_is_not_the_headline() -> None:
    top = masthead(["Le vieux port rouvre", "Un an de travaux, deux ministres et une colère", LEAD])
    assert (top.title, top.body) == (
        "Le vieux port rouvre",
        ["Un an de travaux, deux ministres et une colère", LEAD],
    )


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    assert masthead(["Le port rouvre.", LEAD]).title == ""


def test_a_line_longer_than_what_follows_is_no_headline() -> None:
    assert masthead(["Le vieux port rouvre aux pêcheurs", "C’est dit."]).title == ""


def test_a_text_of_short_lines_only_is_its_own_body() -> None:
    assert masthead(["Le Phare", "Sète"]).body == ["Le Phare", "Sète"]


def test_a_scraped_date_is_taken_off_the_line_it_leads() -> None:
    top = masthead([f"date 2025-11-25 {LEAD}", "Fin."])
    assert (top.date, top.date_found, top.body) == (DAY, Found.LINE, [LEAD, "Fin."])


def test_the_first_sentences_date_an_article_that_has_no_date_line() -> None:
    assert masthead([f"SÈTE, 25 novembre 2025 – {LEAD}"]).date_found is Found.DATELINE
    assert masthead(["Le maire a reçu, mardi 25 novembre 2025, le préfet.", LEAD]).date == DAY


def test_a_date_in_the_middle_of_the_text_dates_nothing() -> None:
    assert masthead([LEAD, LEAD, LEAD, "Il sera reçu mardi 25 novembre 2025."]).date is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par Anne Roy", ("Anne Roy",)),
        ("Par Anne Roy et Luc de La Tour", ("Anne Roy", "Luc de La Tour")),
        ("Par Anne Roy, avec AFP", ("Anne Roy",)),
        ("Par Anne Roy (avec Reuters)", ("Anne Roy",)),
        ("Propos recueillis par Luc Petit", ("Luc Petit",)),
        ("De notre correspondante à Rabat, Anne Roy", ("Anne Roy",)),
        ("De notre envoyé spécial à Sète", ("De notre envoyé spécial à Sète",)),
        ("Publié le 25 novembre 2025 par Anne Roy", ("Anne Roy",)),
    ],
)
def test_bylines_name_the_authors_and_leave_the_body(line: str, authors: tuple[str, ...]) -> None:
    top = masthead([line, LEAD])
    assert (top.authors, top.body) == (authors, [LEAD])


@pytest.mark.parametrize("line", ["Par amour du port", "Un port rouvert par Anne Roy", "Par Anne Roy."])
def test_other_lines_with_par_are_no_bylines(line: str) -> None:
    assert byline(line) == ((), line)
