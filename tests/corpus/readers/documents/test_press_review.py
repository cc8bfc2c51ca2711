"""Press reviews in a document: what a line under a headline says, and which documents are cut."""

import pytest

from corpus.article import Article, Found, Rejected
from corpus.dates.values import parse_date
from corpus.message import message
from corpus.readers.documents.document import Line
from corpus.readers.documents.press_review import articles, reference
from corpus.readers.record import Record

DAY = parse_date("2024-03-12")
TEXT = "Le bac de Valbourg a repris jeudi ses passages, arrêtés depuis la crue, et le maire a coupé le ruban."
FIRST = [Line("Le bac reprend", 1), Line("Le Fanal, 12 mars 2024, p. 3 – par Anne Roy"), Line(TEXT)]
SECOND = [
    Line("Le port ferme", 1),
    Line("La Vigie | 11/03/2024"),
    Line("Un sous-titre", 2),
    Line(f"{TEXT} Deux."),
]


def read(lines: list[Line]) -> list[Article | Rejected]:
    return [*articles(lines, Record(raw="", text="", title=""), path="revue.docx")]


def titles(lines: list[Line]) -> list[str]:
    return [piece.title for piece in read(lines) if isinstance(piece, Article)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Le Fanal, 12 mars 2024", ("Le Fanal", DAY, "", ())),
        ("Le Fanal, mardi 12 mars 2024, page 7", ("Le Fanal", DAY, "7", ())),
        ("Le Fanal (12 mars 2024)", ("Le Fanal", DAY, "", ())),
        ("Le Fanal du 12 mars 2024", ("Le Fanal", DAY, "", ())),
        ("Source : Le Fanal - 12/03/2024", ("Le Fanal", DAY, "", ())),
        ("Le Fanal | par Anne Roy | 12 mars 2024", ("Le Fanal", DAY, "", ("Anne Roy",))),
        ("12 mars 2024", ("", DAY, "", ())),
        ("Le Journal de Valbourg", ("Le Journal de Valbourg", None, "", ())),
    ],
)
def test_a_line_says_the_paper_the_day_the_page_and_the_authors(line: str, said: tuple[object, ...]) -> None:
    assert reference(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "",
        TEXT,
        "Le bac reprend",
        "Le bac a repris le 12 mars 2024.",
        "Le bac de Valbourg a repris ses passages, le 12 mars 2024",
        "Le port, arrêté le 12 mars 2024, rouvre",
    ],
)
def test_a_line_of_the_text_says_nothing(line: str) -> None:
    assert reference(line) is None


def test_each_headline_with_its_line_is_an_article() -> None:
    above = [
        Line("REVUE DE PRESSE", 0),
        Line("Mardi 12 mars 2024"),
        Line("Sommaire", 1),
        Line("Le bac reprend 2"),
    ]
    first, second, passed = read([*above, *FIRST, *SECOND])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.source, first.date, first.date_found, first.page, first.authors, first.body) == (
        "Le bac reprend", "Le Fanal", DAY, Found.LINE, "3", ("Anne Roy",), TEXT,
    )  # fmt: skip
    assert (second.title, second.source, str(second.date)) == ("Le port ferme", "La Vigie", "2024-03-11")
    assert second.body == f"Un sous-titre\n{TEXT} Deux."
    assert first.raw == "\n".join(line.text for line in FIRST)
    assert passed == Rejected("revue.docx", message("reading.covers", count=1))


def test_a_heading_above_is_the_section() -> None:
    lower = [[line._replace(rank=line.rank and line.rank + 1) for line in part] for part in (FIRST, SECOND)]
    first, second = read([Line("Transports", 1), *lower[0], *lower[1]])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.section, second.title, second.section) == (
        "Le bac reprend",
        "Transports",
        "Le port ferme",
        "Transports",
    )


def test_an_article_without_a_text_costs_no_other() -> None:
    empty = [Line("Le quai", 1), Line("Le Fanal, 12 mars 2024")]
    assert titles([*FIRST, *empty, *SECOND])[::2] == ["Le bac reprend", "Le port ferme"]


@pytest.mark.parametrize(
    "lines",
    [
        FIRST,
        [*FIRST, Line("Conclusion", 1), Line(TEXT)],
        [
            Line("Rapport", 0),
            Line("Le Fanal, 12 mars 2024"),
            Line("Un", 1),
            Line(TEXT),
            Line("Deux", 1),
            Line(TEXT),
        ],
        [Line("Le bac reprend"), *FIRST[1:], Line("Le port ferme"), *SECOND[1:2]],
    ],
)
def test_a_document_with_chapters_is_one_article(lines: list[Line]) -> None:
    assert len(read(lines)) == 1
