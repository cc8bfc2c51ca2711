"""Articles of Nexis: labels, exports without marks, the older layouts."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.readers.databases import nexis
from corpus.readers.databases.nexis import documents
from corpus.readers.databases.nexis.labels import label
from tests.support.office import typed

N = "\u00a0"
COVER = [
    "User Name: A. ROY",
    "Job Number: 7",
    "Documents (2)",
    "1. Mill finds a buyer",
    "Client/Matter: -None-",
    "Search Terms: mill",
    "2. Body of water",
]
ONE = [
    "Mill finds a buyer",
    "The Lantern",
    "November 5, 2018 Monday",
    "Copyright 2018 Lantern Ltd",
    f"Length:{N}143 words",
    "Body",
    "The mill has a buyer.",
    f"Load-Date:{N}November 6, 2018",
]
TWO = ["Body of water", "The Lantern", "(Tides)", "June 26, 2018 Tuesday 15:25 EST", f"Section:{N}NEWS; Pg. A4", f"Length:{N}60 words", "Body", "The lake is full.", "It had not been for years.", "Classification", f"Language:{N}ENGLISH"]  # fmt: skip


def read_lines(lines: list[str]) -> list[Article | Rejected]:
    return [
        piece if isinstance(piece, Rejected) else piece.read() for piece in nexis.of_lines(lines, "a.docx")
    ]


def titles(pieces: list[Article | Rejected]) -> list[str]:
    return [piece.title if isinstance(piece, Article) else str(piece.reason) for piece in pieces]


@pytest.mark.parametrize("end", [["End of Document"], ["Fin du document"], []])
@pytest.mark.parametrize("cover", [COVER, []])
def test_articles_are_found_with_or_without_cover_and_marks(end: list[str], cover: list[str]) -> None:
    found = read_lines([*cover, *ONE, *end, *TWO, *end])
    assert titles(found) == ["Mill finds a buyer", "Body of water"]
    bodies = [piece.body for piece in found if isinstance(piece, Article)]
    assert bodies == ["The mill has a buyer.", "The lake is full.\nIt had not been for years."]
    second = found[1]
    assert isinstance(second, Article)
    assert (second.source, second.section, second.page, second.language) == (
        "The Lantern",
        "NEWS",
        "A4",
        "en",
    )
    assert second.date == (2018, 6, 26)


def test_articles_that_an_export_announces_and_has_not_are_counted() -> None:
    assert titles(read_lines([*COVER, *ONE])) == [
        "Mill finds a buyer",
        "reading.articles_missing (count=1, announced=2)",
    ]


def test_a_document_is_recognised_though_its_marks_are_cut_over_runs(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(typed(ONE, run=3))
    assert titles(list(read(tmp_path / "a.bin", name="a.bin", columns={}))) == ["Mill finds a buyer"]


def test_the_day_of_loading_counts_where_there_is_no_other() -> None:
    [article] = read_lines([line for line in ONE if line != "November 5, 2018 Monday"])
    assert isinstance(article, Article)
    assert (article.title, article.source, article.date) == (
        "Mill finds a buyer",
        "The Lantern",
        (2018, 11, 6),
    )


def test_a_text_that_has_a_line_with_the_name_of_a_label_goes_on() -> None:
    text = [
        "Note: the quay is sold too.",
        "Person: the word of the day.",
        "Source: a clear spring.",
        "Notes",
        "The mill has a wheel. " * 130 + "It turns.",
        "Classement",
        "1. Vallorge, 34 points",
    ]
    [article] = read_lines([*ONE[:-2], *text, *ONE[-1:]])
    assert isinstance(article, Article)
    assert article.body == "\n".join(text)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (f"Longueur{N}:{N}143 mots", "length"), ("LÄNGE: 349 Wörter", "length"), ("RUBRIQUE: Sports", "section"),
        ("DATE-CHARGEMENT: 13 mars 2013", "loaded"), ("Load-Date: May 3, 2014", "loaded"), ("Corps:", "body"),
        ("Section: un mot dans un texte", ""), ("La liste : un, deux", ""), ("http://x.example", ""),
    ],
)  # fmt: skip
def test_a_label_is_known_in_three_languages(line: str, field: str) -> None:
    found = label(line)
    assert (found.field if found else "") == field


def test_of_a_damaged_document_the_articles_before_the_damage_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(typed([*ONE, "End of Document", *TWO]))) as archive:
        xml = archive.read("word/document.xml")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", xml[:-300])
    found = titles(list(read(tmp_path / "a.docx", name="a.docx", columns={})))
    assert found[0] == "Mill finds a buyer"
    assert found[-1].startswith("reading.nothing_after")


def test_an_article_without_headline_has_its_first_sentence() -> None:
    [article] = read_lines(["No Headline In Original", *ONE[1:]])
    assert isinstance(article, Article)
    assert article.title == "The mill has a buyer"


@pytest.mark.parametrize(
    ("section", "name", "page"),
    [
        ("NEWS; Pg. A10", "NEWS", "A10"), ("Section B; Column 0; Desk; Pg. 1", "Section B; Desk", "1"), ("LOKALES; S. 12", "LOKALES", "12"),
        ("S; P", "S; P", ""), ("Section 5; Page 16, Column 2; Desk", "Section 5; Desk", "16"), ("POLITICS; Version:28", "POLITICS", ""),
    ],
)  # fmt: skip
def test_a_section_is_parted_from_its_page(section: str, name: str, page: str) -> None:
    [article] = read_lines([*ONE[:4], f"Section:{N}{section}", *ONE[4:]])
    assert isinstance(article, Article)
    assert (article.section, article.page) == (name, page)


OLD = """
                               1 of 2 DOCUMENTS

                     Copyright 1999 Lantern Ltd
                              The Lantern (Escouade)

                              May 1, 1999

SECTION: The Lantern Home Pages; Pg. 3

LENGTH: 40 words

HEADLINE: Mill finds a buyer

BYLINE: Anne Roy in Vallorge

BODY:
  The mill has a buyer, its owner said yesterday.

GRAPHIC: Photo, The mill

LOAD-DATE: May 2, 1999

                               2 of 2 DOCUMENTS

                              The Lantern

                              Spring 2003

A month of tides

LENGTH: 12 words

The tide comes in.
"""


def test_the_oldest_texts_have_labels_for_headline_and_body(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD, "utf-8")
    first, second = read(tmp_path / "a.txt", name="a.txt", columns={})
    assert isinstance(first, Article)
    assert (first.title, first.date, first.authors) == ("Mill finds a buyer", (1999, 5, 1), ("Anne Roy",))
    assert (first.source, first.section, first.page) == (
        "The Lantern (Escouade)",
        "The Lantern Home Pages",
        "3",
    )
    assert first.body == "The mill has a buyer, its owner said yesterday."
    assert isinstance(second, Article)
    assert (second.title, second.source, second.date) == ("A month of tides", "The Lantern", (2003, 0, 0))


def test_a_cover_alone_has_no_article() -> None:
    assert documents.cut(COVER) == ([], 2)


@pytest.mark.parametrize(
    "page", ["Page 2 of 2", "Page  1 de  2", "Page 1 sur 2", "Seite 1 von 2", "Página 1 de 2", f"Page{N}1 de{N}1", "Page 1/2"]
)  # fmt: skip
def test_the_number_of_a_page_is_no_headline(page: str) -> None:
    found = read_lines([*COVER, page, *ONE, "End of Document", page, *TWO, page, "End of Document"])
    assert titles(found) == ["Mill finds a buyer", "Body of water"]
    assert [piece.source for piece in found if isinstance(piece, Article)] == ["The Lantern"] * 2


@pytest.mark.parametrize(
    ("below", "body"),
    [
        (["Classification", "Langue: FRENCH; FRANÇAIS", "Sujet: MER (90%)", "Un reste", "Type de publication: Journal"], "Le bac rouvre."),
        (["Langue: FRANÇAIS", "Sujet: MER (90%)"], "Le bac rouvre."),
        (["Classement", "Équipe : Sète"], "Le bac rouvre.\nClassement\nÉquipe : Sète"),
        (["Sujet: la mer", "Il ferme."], "Le bac rouvre.\nSujet: la mer\nIl ferme."),
    ],
)  # fmt: skip
def test_labels_below_a_text_may_have_plain_blanks(below: list[str], body: str) -> None:
    [article] = read_lines([*ONE[:6], "Le bac rouvre.", *below, "End of Document"])
    assert isinstance(article, Article)
    assert article.body == body
    assert article.language == ("fr" if "FRAN" in "".join(below) else "")


@pytest.mark.parametrize("above", ["", "From a@exemple.fr Mon Mar  3 10:00:00 2025\n"])
def test_a_mail_with_an_article_of_nexis_is_a_mail(above: str, tmp_path: Path) -> None:
    mail = f"{above}From: a@exemple.fr\nSubject: Un rachat\nDate: Mon, 3 Mar 2025 10:00:00 +0100\nMIME-Version: 1.0\n\n"
    (tmp_path / "a.txt").write_text(mail + "\n".join([*ONE, "End of Document"]), "utf-8")
    [article] = read(tmp_path / "a.txt", name="a.txt", columns={})
    assert isinstance(article, Article)
    assert article.title == "Un rachat"
