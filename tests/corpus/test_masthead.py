"""The lines above the body of a plain text."""

import pytest

from corpus.article import Found
from corpus.dates.print_date import PrintDate
from corpus.masthead import masthead

LEAD = "Le port de Sète a rouvert ses portes aux pêcheurs, qui attendaient ce moment depuis le printemps dernier."
DAY = PrintDate(2025, 11, 25)


@pytest.mark.parametrize(
    ("lines", "source", "title"),
    [
        (["Le Phare", "25 novembre 2025"], "Le Phare", ""),
        (["Le Canard enchaîné", "25 novembre 2025"], "Le Canard enchaîné", ""),
        (
            ["L’Écho du Nord et de la Côte du Sud", "25 novembre 2025"],
            "L’Écho du Nord et de la Côte du Sud",
            "",
        ),
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


HEADLINE = "Sète : le vieux port rouvre"
ABSTRACT = "Après un an de travaux, les pêcheurs retrouvent leurs quais, et les promeneurs leurs terrasses."


@pytest.mark.parametrize(
    "lines",
    [
        ["Mis à jour le 30 novembre 2025 à 9h10", "Publié le 25 novembre 2025 à 18h02"],
        ["Publié le 25 novembre 2025 à 18h02", "Mis à jour le 30 novembre 2025 à 9h10"],
        ["Modifié le 30/11/2025 | Publié le 25/11/2025"],
        ["Mis à jour hier à 9h10", "Publié le 25 novembre 2025"],
        ["Temps de lecture : 3 min", "Par Anne Roy", "25 nov. 2025, 18:02"],
        ["PAR ANNE ROY LE 25 NOVEMBRE 2025 À 18H02"],
        ["Réservé aux abonnés", "25-11-25"],
    ],
)
@pytest.mark.parametrize("abstract", [[], [ABSTRACT]])
def test_the_publication_dates_an_article_whatever_stands_beside_it(
    lines: list[str], abstract: list[str]
) -> None:
    top = masthead([HEADLINE, *abstract, *lines, LEAD, LEAD[3:]])
    assert (top.title, top.date, top.date_found) == (HEADLINE, DAY, Found.LINE)
    assert top.body == [*abstract, LEAD, LEAD[3:]]


def test_the_update_alone_dates_an_article() -> None:
    assert masthead([HEADLINE, "Mis à jour le 25 novembre 2025", LEAD]).date == DAY
    later = "Le maire a reçu, lundi 24 novembre 2025, le préfet."
    assert masthead([HEADLINE, "Mis à jour le 25 novembre 2025", later, LEAD]).date == PrintDate(2025, 11, 24)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Publié le 25 novembre 2025"], []),
        (["Mis à jour le 30 novembre 2025", "Publié le 25 novembre 2025 à 18h02"], []),
        (["Par Anne Roy", "25 novembre 2025"], []),
        (["Sète, le 25 novembre 2025"], ["Sète, le 25 novembre 2025"]),
        (["Anne Roy, le 25 novembre 2025"], ["Anne Roy, le 25 novembre 2025"]),
    ],
)
def test_lines_below_the_text_date_it_and_a_signature_stays(lines: list[str], kept: list[str]) -> None:
    top = masthead([HEADLINE, LEAD, LEAD[3:], *lines])
    assert (top.title, top.date, top.body) == (HEADLINE, DAY, [LEAD, LEAD[3:], *kept])


def test_the_days_of_a_chronology_date_nothing() -> None:
    days = ["24 novembre 2025", "Le préfet vient au port.", "25 novembre 2025", "Le port rouvre enfin."]
    assert masthead([HEADLINE, ABSTRACT, *days]).date is None
    assert masthead([HEADLINE, LEAD, *days, "26 novembre 2025"]).date is None


def test_the_caption_of_a_photograph_below_a_text_dates_nothing() -> None:
    assert masthead([HEADLINE, LEAD, LEAD[3:], "Le vieux port, 22 octobre 2015."]).date is None


def test_a_label_beside_the_date_is_the_section_or_the_source_or_stays() -> None:
    top = masthead([HEADLINE, "Société | 25 novembre 2025", LEAD])
    assert (top.title, top.section, top.source, top.date, top.body) == (HEADLINE, "Société", "", DAY, [LEAD])
    top = masthead([HEADLINE, "Le Phare | 25 novembre 2025", LEAD])
    assert (top.title, top.section, top.source, top.date, top.body) == (HEADLINE, "", "Le Phare", DAY, [LEAD])
    top = masthead(["Le Phare", HEADLINE, "Anne Roy | 25 novembre 2025", LEAD])
    assert (top.title, top.source, top.authors, top.body) == (HEADLINE, "Le Phare", ("Anne Roy",), [LEAD])


def test_an_issue_of_a_month_is_dated_by_its_month() -> None:
    top = masthead(["Le Phare", "N° 12, mars-avril 2021", HEADLINE, LEAD])
    assert (top.source, top.title, top.date) == ("Le Phare", HEADLINE, PrintDate(2021, 3))


@pytest.mark.parametrize(
    "first", ["Le 25 novembre 2025, la ville de Sète a fêté son port", "PAR AMOUR DU PORT DE SÈTE"]
)
def test_a_headline_with_a_date_or_in_capitals_stays_a_headline(first: str) -> None:
    top = masthead([first, LEAD])
    assert (top.title, top.date, top.body) == (first, None, [LEAD])


@pytest.mark.parametrize(
    "line", ["Port de Sète (1850 - 2025)", "Le Grand Prix de Sète sous la Pluie", "Régates de Sète 2025"]
)
def test_a_headline_in_capitals_is_no_newspaper(line: str) -> None:
    top = masthead([line, "25 novembre 2025", LEAD])
    assert (top.title, top.source) == (line, "")


@pytest.mark.parametrize(
    ("lines", "authors", "section", "source"),
    [
        (["Anne Roy - 25 novembre 2025"], ("Anne Roy",), "", ""),
        (["Anne ROY | Publié le 25/11/2025 | 18:02"], ("Anne ROY",), "", ""),
        (["Anne Roy et Luc Petit | 25 novembre 2025"], ("Anne Roy", "Luc Petit"), "", ""),
        (["Anne Roy (avec AFP) - 25 novembre 2025"], ("Anne Roy",), "", ""),
        (["A. Roy - 25 novembre 2025"], ("A. Roy",), "", ""),
        (["L’Écho de Sète - Mardi 25 novembre 2025 - page 4"], (), "", "L’Écho de Sète"),
        (["L’Écho de Sète, mardi 25 novembre 2025"], (), "", "L’Écho de Sète"),
        (["L’Écho de Sète - 25 novembre 2025"], (), "", "L’Écho de Sète"),
        (["25-11-25 18:02 | Anne Roy | Le Phare"], ("Anne Roy",), "", "Le Phare"),
        (["@anneroy", "Publié le 25 novembre 2025"], (), "", ""),
        (["Accueil > Politique > Sète", "25 novembre 2025"], (), "Politique", ""),
        (["Politique › Sète", "25 novembre 2025"], (), "Politique", ""),
        (["Le Phare, n° 12, 25 novembre 2025"], (), "", "Le Phare"),
        (["Le Phare, 25 novembre 2025, p. 4"], (), "", "Le Phare"),
        (["Charlie Hebdo | 25 novembre 2025"], (), "", "Charlie Hebdo"),
        (
            ["Depuis Sète, notre correspondante — 25 novembre 2025"],
            ("Depuis Sète, notre correspondante",),
            "",
            "",
        ),
        (["https://www.phare.example/sete/2025/11/25/port.html"], (), "", ""),
        (["Article réservé aux abonnés — 25 novembre 2025"], (), "", ""),
    ],
)
def test_an_author_a_handle_and_a_trail_are_no_newspaper(
    lines: list[str], authors: tuple[str, ...], section: str, source: str
) -> None:
    top = masthead([HEADLINE, *lines, LEAD])
    assert (top.title, top.date, top.body) == (HEADLINE, DAY, [LEAD])
    assert (top.authors, top.section, top.source) == (authors, section, source)


@pytest.mark.parametrize(
    ("lines", "source", "day"),
    [
        (["Mardi 25 novembre 2025", "L’Écho de Sète", HEADLINE], "L’Écho de Sète", DAY),
        (["L’Écho de Sète", "25-11-25 | Anne Roy | Agence Roy", HEADLINE], "L’Écho de Sète", DAY),
        (["La Revue de Sète", "Printemps 2021", HEADLINE], "La Revue de Sète", PrintDate(2021)),
        (["La Revue de Sète, n° 12, mars-avril 2021", HEADLINE], "La Revue de Sète", PrintDate(2021, 3)),
        (["L’Écho de Sète", "2021", HEADLINE], "L’Écho de Sète", PrintDate(2021)),
        (["2021", HEADLINE], "", PrintDate(2021)),
        ([HEADLINE, "2021"], "", None),
    ],
)
def test_the_paper_may_stand_below_the_day_and_an_issue_may_have_no_day(
    lines: list[str], source: str, day: PrintDate | None
) -> None:
    top = masthead([*lines, LEAD])
    assert (top.title, top.source, top.date) == (HEADLINE, source, day)


def test_a_novel_of_a_year_is_no_year() -> None:
    lines = ["1984", "Le roman revient en librairie.", LEAD]
    assert masthead(lines).date is None


def test_the_rights_of_a_paper_date_a_text_and_the_address_below_it_does_not() -> None:
    text = [HEADLINE, LEAD, LEAD[3:]]
    assert masthead([*text, "© Le Phare, 25.11.2025. Tous droits réservés."]).date == DAY
    assert masthead([*text, "https://www.phare.example/2025/11/25/port.html"]).date is None
    assert masthead([*text, "© Sipa, 25.11.2025"]).date is None


def test_the_name_of_an_author_above_the_day_is_no_newspaper() -> None:
    top = masthead([HEADLINE, "Anne Roy", "25 novembre 2025", LEAD])
    assert (top.title, top.source, top.date, top.body) == (HEADLINE, "", DAY, ["Anne Roy", LEAD])


@pytest.mark.parametrize(
    ("lines", "source", "section"),
    [
        (["Le Phare", "Planète", "Ports", "Article réservé aux abonnés", HEADLINE], "Le Phare", "Planète"),
        (["La Gazette de Sète", "Planète", HEADLINE], "La Gazette de Sète", "Planète"),
        (["Planète", "Pêche", HEADLINE], "", "Planète"),
        (["Nouvelle-Aquitaine", HEADLINE], "", ""),
        ([HEADLINE], "", ""),
        (["Édition de Sète", HEADLINE], "", ""),
    ],
)
@pytest.mark.parametrize("abstract", ["Les quais sont neufs.", ABSTRACT])
def test_the_sections_above_the_headline_of_a_pasted_page_are_no_headline(
    lines: list[str], source: str, section: str, abstract: str
) -> None:
    top = masthead([*lines, abstract, "Par Anne Roy", "Publié le 25 novembre 2025 à 6h00", LEAD, LEAD[3:]])
    assert (top.title, top.source, top.section, top.date) == (HEADLINE, source, section, DAY)
    assert top.authors == ("Anne Roy",)
    assert top.body[-3:] == [abstract, LEAD, LEAD[3:]]


def test_an_edition_below_the_paper_is_no_headline() -> None:
    top = masthead(["La Gazette de Sète", "Édition de Mèze", "mardi 25 novembre 2025, p. 5", HEADLINE, LEAD])
    assert (top.title, top.source, top.date) == (HEADLINE, "La Gazette de Sète", DAY)
    assert top.body == ["Édition de Mèze", LEAD]


def test_a_section_above_the_day_is_no_newspaper() -> None:
    top = masthead(["Société", HEADLINE, "25 novembre 2025", LEAD])
    assert (top.title, top.source, top.section) == (HEADLINE, "", "Société")


def test_a_special_correspondent_is_named_beside_the_place() -> None:
    top = masthead([HEADLINE, "Par Anne Roy (Mèze, envoyée spéciale)", LEAD])
    assert (top.authors, top.body) == (("Anne Roy",), [LEAD])
