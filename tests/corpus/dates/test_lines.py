"""The lines that say when an article was published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.lines import date_line, dateline, introduces_date, leading_date, published, spoken_date
from corpus.dates.print_date import PrintDate

DAY = PrintDate(2021, 3, 3)


@given(st.text() | st.text("0123456789/-. :h|mars").map("le 3 mars 2021 ".__add__))
def test_no_text_breaks_the_reading_of_lines(text: str) -> None:
    for read in (date_line, published, spoken_date, leading_date, dateline):
        read(text)


@pytest.mark.parametrize(
    "line",
    [
        "3 mars 2021", "Le 3 mars 2021", "mercredi 3 mars 2021", "MERCREDI 3 MARS 2021", "mer. 3 mars 2021, 18:02", "Mer 03/03/2021",
        "3-mars-2021", "03-03-21", "03.03.21", "3 mars 21", "3.3.2021", "March 3, 2021", "Wed, Mar 3, 2021", "3rd of March 2021",
        "Publié le 03/03/2021 à 18:02", "PUBLIE LE 3 MARS 2021 A 18H02", "Publié : mercredi 3 mars 2021 à 18 h 02", "le 3 mars 2021 à 18 h 02 HNE",
        "2021-03-03 18:02 HAE", "2021-03-03T18:02:00+01:00", "03.03.2021, 18h02", "mercredi 3 mars 2021 à 18:02", "Date : 2021-03-03",
        "Edition du 3 mars 2021, page 4", "Paru dans l’édition papier du 3 mars 2021", "N° 1234 - mercredi 3 mars 2021", "Jeudi 3 mars 2021, p. 12-13",
        "Partager Publié le 3 mars 2021 à 18h02 Tweeter", "Belga Publié le mercredi 03 mars 2021", "Le Monde, mercredi 3 mars 2021, page 12",
        "Publié le 3/03/2021 à 18:02 Temps de lecture: 3 min", "3 mars 2021 | 4 min de lecture", "3 mars 2021 · Lecture 3 min.",
        "Temps de lecture : 3 minutes – 3 mars 2021", "Publié le 3 mars 2021 Partager 12 commentaires", "Écouter • 3 mars 2021",
        "Article réservé aux abonnés 3 mars 2021", "🕒 3 mars 2021 à 18h02", "Publié hier, mercredi 3 mars 2021", "Mise en ligne le 3 mars 2021",
        "Posté le 3 mars 2021", "Créé le 3 mars 2021", "Première publication : 3 mars 2021", "Date de publication : 3 mars 2021",
        "Published on March 3, 2021 at 6:02 pm", "Rabat, le 3 mars 2021", "Québec, le 3 mars 2021 à 18 h 02 HNE", "Édition du mercredi 3 mars 2021",
        "Société | 3 mars 2021", "Politique - 3 mars 2021 à 18h02", "3 mars 2021 • Sport", "Le Phare - Publié le 3 mars 2021",
        "Sète. Publié le 3/3/2021 à 18h02", "Vidéo. Publié le 3 mars 2021", "Le Phare Anne ROY. Publié le 03/03/2021", "(Sète) Publié le 3 mars 2021",
        "Publié dans l’édition du 3 mars 2021", "Belga 03/03/2021", "AFP le 3 mars 2021", "Sète (ats) 3.3.2021",
        "Le Phare avec Belga - mercredi 3 mars 2021 à 18h02 - Temps de lecture : 2 min", "N° 12 345 – Mercredi 3 mars 2021 – 1,50 €",
        "77e année, n° 4512 du 3 mars 2021", "Prix : 2 euros | 3 mars 2021", "3 mars 2021 | 1 242 partages | 34 commentaires",
        "Article réservé aux abonnés — 3 mars 2021, 18:02", "3 mars 2021 18:02 · 2’ de lecture", "Lecture : 2’ | 3 mars 2021", "3e mars 2021",
        "3ème mars 2021", "le trois mars 2021", "20210303", "3. März 2021", "Publié le 03.03.2021, 18:02 (Suisse)", "Rédaction web - 03/03/2021 - 18:02",
        "Lu 1 234 fois, paru le 3 mars 2021", "03-03-21 18:02 | Anne Roy | Le Phare", "18:02 | 03.03.2021 | Agence ATS / awp",
        "© Le Phare, 3.3.2021. Tous droits réservés.", "https://www.phare.example/2021/03/03/port.html", "Anne ROY - 3 mars 2021",
        "Publié le 3 mars 2021 dans Société", "Mis en ligne le 3 mars 2021 à 18:02 par la rédaction", "Anne Roy, publié le 3 mars 2021",
    ],
)  # fmt: skip
def test_a_line_that_only_says_when_is_a_date_line(line: str) -> None:
    found = date_line(line)
    assert found
    assert (found.date, found.is_update) == (DAY, False)


@pytest.mark.parametrize(
    "line",
    [
        "Mis à jour le 8 mars 2021 à 09h10 - Publié le 3 mars 2021 à 18h02",
        "Publié le 3 mars 2021 à 18h02 - Mis à jour le 8 mars 2021 à 09h10",
        "Modifié le 08/03/2021 | Publié le 03/03/2021",
        "MODIFIE LE 08/03/2021 - PUBLIE LE 03/03/2021",
        "Publié : 3 mars 2021, MAJ : 8 mars 2021",
        "M.A.J. le 8 mars 2021, mis en ligne le 3 mars 2021",
        "Actualisé le 8.3.2021 à 9h ; créé le 3.3.2021",
        "Dernière modification : 8 mars 2021 - Première publication : 3 mars 2021",
        "Dernière mise à jour le 8 mars 2021 (article publié le 3 mars 2021)",
        "3 mars 2021 à 18h02 (mis à jour le 8 mars 2021 à 9h10)",
        "Publié le 3 mars 2021, mis à jour le 8 mars à 9h10",
        "Updated March 8, 2021 - First published March 3, 2021",
        "Publié et mis à jour le 3 mars 2021",
        "Publié le 3 mars, mis à jour le 8 mars 2021",
        "Publié le 03/03 à 18h02, mis à jour le 08/03/2021 à 9h10",
        "Édité le 8 mars 2021, publié le 3 mars 2021",
        "Vendredi 5 mars 2021 (modifié), mercredi 3 mars 2021 (publié)",
        "Complété le 8 mars 2021. Paru le 3 mars 2021",
        "Dernière modif. 08.03.2021, 09:10 / Publ. 03.03.2021, 18:02",
        "Publication : 3 mars 2021 ; dernière édition : 8 mars 2021",
    ],
)
def test_the_publication_counts_before_the_update_whatever_their_order(line: str) -> None:
    found = date_line(line)
    assert found
    assert (found.date, found.is_update) == (DAY, False)
    assert published(line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Mis à jour le 8 mars 2021",
        "MAJ : 08/03/21 9h10",
        "8 mars 2021 (mise à jour)",
        "Updated March 8, 2021",
    ],
)
def test_a_line_of_an_update_alone_says_so(line: str) -> None:
    found = date_line(line)
    assert found
    assert (found.date, found.is_update) == (PrintDate(2021, 3, 8), True)


@pytest.mark.parametrize(
    "line",
    [
        "Le 3 mars 2021 restera dans les mémoires", "Élections du 3 mars 2021", "La séance du 03/03/2021 a été levée", "Le port",
        "Le numéro du jour est sorti, page 4", "La page 3 mars bleu",
        "Le soir du 3 mars 2021", "La lecture du 3 mars 2021", "Du 3 mars 2021 au 8 mars 2021", "Manifestation le 3 mars 2021",
        "3 mars 2021 : le jour où tout a changé", "Conseil municipal - 3 mars 2021", "Publié aujourd’hui à 18:02", "Mer 03/03",
        "Publié le 3 mars à 18h02", "Budget 2021", "Le port rouvre. Publié le 3 mars 2021", "Mort d’Anne Roy. Publié le 3 mars 2021", "Loi n° 12 du 3 mars 2021",
        "La proposition n° 12 de mars 2021", "Le trois mars 2021 restera dans les mémoires", "1 242 morts le 3 mars 2021", "© Sipa, 3.3.2021", "20211303",
        "Concert - 3 mars 2021 à 20h - 12 €", "Complété par un décret du 3 mars 2021", "Voir https://www.phare.example/2021/03/03/port.html", "Le 3 mars 2021, la ville a voté", "Publié le 3 mars 2021, le décret divise les élus de la ville", "12 mars 18h30", "Le 1.2.3 est sorti",
    ],
)  # fmt: skip
def test_a_line_that_says_more_or_no_year_is_none(line: str) -> None:
    assert date_line(line) is None


def test_a_day_without_a_year_is_of_the_year_that_ends_with_the_update() -> None:
    found = date_line("Publié le 28 décembre, mis à jour le 3 janvier 2021")
    assert found
    assert found.date == PrintDate(2020, 12, 28)


@pytest.mark.parametrize("line", ["Publié le", "Mis à jour le :", "Date de publication", "PUBLIÉ"])
def test_a_label_alone_introduces_the_date_below_it(line: str) -> None:
    assert introduces_date(line)


@pytest.mark.parametrize("line", ["Le port", "Publié le 3 mars 2021", "Publié au Journal officiel", ""])
def test_other_lines_introduce_no_date(line: str) -> None:
    assert not introduces_date(line)


def test_a_month_alone_on_its_line_is_the_date_of_an_issue() -> None:
    found = date_line("N° 12, mars-avril 2021")
    assert found
    assert found.date == PrintDate(2021, 3)


@pytest.mark.parametrize(
    ("line", "label"),
    [("Société | 3 mars 2021", "Société"), ("3 mars 2021 • Le Phare", "Le Phare"), ("3 mars 2021", "")],
)
def test_what_stands_beside_a_bar_is_a_label(line: str, label: str) -> None:
    found = date_line(line)
    assert found
    assert found.labels == ((label,) if label else ())


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("RABAT, 3 mars 2021 – Le port rouvre.", "Le port rouvre."),
        ("SÈTE (Hérault), 3 mars 2021 (AFP) - Le port rouvre.", "Le port rouvre."),
        ("3 mars 2021, France. - Le port rouvre.", "Le port rouvre."),
    ],
)
def test_agencies_open_with_the_place_and_the_day(paragraph: str, rest: str) -> None:
    assert dateline(paragraph) == (DAY, rest)


def test_an_anniversary_is_no_dateline() -> None:
    assert dateline("Le 11 septembre 2001, deux tours sont tombées – c’était un mardi.") is None


def test_a_weekday_that_is_wrong_or_cut_short_dates_nothing() -> None:
    assert spoken_date("reçu ce matin, lundi 25 novembre 2025, au port") is None
    assert spoken_date("reçu ce matin, mar. 25 novembre 2025, au port") is None
    assert spoken_date("reçu ce matin, mardi 25 novembre 2025, au port") == PrintDate(2025, 11, 25)


def test_what_stands_after_a_leading_date_is_left() -> None:
    assert leading_date("date 2025-12-01 Le port") == (PrintDate(2025, 12, 1), "Le port")
    assert leading_date("date 2025-13-01 Le port") is None
