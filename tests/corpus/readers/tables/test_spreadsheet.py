"""Sheets of Excel: which are read, what their cells say, and what bounds them."""

import io
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.tables import spreadsheet
from corpus.source import Source

TEXT = "Le vieux port de Valbourg a rouvert mardi."


def workbook(path: Path, sheets: Mapping[str, Any]) -> Path:
    """Write a workbook whose sheets have these rows, by their titles."""
    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([*row])
    book.save(path)
    return path


def pieces(path: Path, columns: Mapping[str, str] | None = None) -> list[Article | Rejected]:
    return [*read(path, name=path.name, columns=columns or {})]


def articles(path: Path, columns: Mapping[str, str] | None = None) -> list[Article]:
    return [piece for piece in pieces(path, columns) if isinstance(piece, Article)]


def test_each_row_is_an_article_below_a_header_that_may_stand_lower(tmp_path: Path) -> None:
    rows = [
        ["Export du 3 mars"],
        [],
        ["Titre", "Journal", "Texte"],
        ["Le port", "Le Fanal", TEXT],
        [],
        ["Deux", "Orle", TEXT],
    ]
    first, second = articles(workbook(tmp_path / "a.xlsx", {"Feuil1": rows}))
    assert (first.title, first.source, first.body) == ("Le port", "Le Fanal", TEXT)
    assert second.title == "Deux"
    assert first.raw == f"Titre: Le port\nJournal: Le Fanal\nTexte: {TEXT}"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2020, 3, 12), "2020-03-12"),  # noqa: DTZ001 - as a cell has it
        (datetime(2020, 3, 12, 18, 2), "2020-03-12"),  # noqa: DTZ001
        (date(2020, 3, 12), "2020-03-12"),
        ("12 mars 2020", "2020-03-12"),
        (43902, "2020-03-12"),
        (43902.75, "2020-03-12"),
        (2020, "2020"),
    ],
)
def test_a_date_is_read_in_each_way_that_a_cell_has_it(tmp_path: Path, cell: object, day: str) -> None:
    rows = [["Titre", "Date", "Texte"], ["Le port", cell, TEXT]]
    (found,) = articles(workbook(tmp_path / "a.xlsx", {"Feuil1": rows}))
    assert str(found.date) == day


def test_every_sheet_with_texts_is_read_and_one_with_abstracts_only_where_there_is_none(
    tmp_path: Path,
) -> None:
    texts, codes = [["Titre", "Texte"], ["Le port", TEXT]], [["Variable", "Description"], ["ton", "de 1 à 5"]]
    path = workbook(
        tmp_path / "a.xlsx", {"Codes": codes, "2020": texts, "2021": [["Titre", "Texte"], ["Deux"]]}
    )
    found, rejected = pieces(path)
    assert isinstance(found, Article)
    assert rejected == Rejected(
        path.name, message("reading.no_text"), message("reading.row_of_sheet", sheet="2021", row=2)
    )
    (found,) = articles(workbook(tmp_path / "b.xlsx", {"Codes": codes}))
    assert found.body == "de 1 à 5"


def test_a_column_that_a_person_names_holds_the_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Feuil1": [["N°", "Prose"], [1, TEXT]]})
    assert articles(path, {"text": "prose"})[0].body == TEXT
    assert [*spreadsheet.names(Source(path, "a"))] == ["N°", "Prose"]
    (rejected,) = pieces(path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason.code == "reading.no_text_column"


def test_a_table_without_a_header_says_so(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Feuil1": [["2020-03-12", TEXT], ["2020-03-13", TEXT]]})
    (rejected,) = pieces(path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason.code == "reading.no_header"
    assert len(articles(path, {"text": "2"})) == 2


def test_a_text_as_long_as_a_cell_can_be_was_cut(tmp_path: Path) -> None:
    long = ("Le port rouvre. " * 3_000)[:32_767]
    path = workbook(tmp_path / "a.xlsx", {"Feuil1": [["Texte"], [long], [TEXT], [long[:-1]]]})
    assert pieces(path)[3:] == [Rejected("a.xlsx", message("reading.cut_cells", count=1))]


def test_a_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Titre", "Texte"], ["Le port", TEXT]):
        sheet.append(row)
    sheet.cell(1_048_576, 16_384, "loin")
    book.save(tmp_path / "a.xlsx")
    assert [found.title for found in articles(tmp_path / "a.xlsx")] == ["Le port"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), (True, ""), (42.0, "42"), (42.5, "42.5"), (7, "7"), (time(18, 2), "18:02:00"), ("_x000D_", "\r"),
        ("_xD800_", ""), ("a_x_b", "a_x_b"), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_a_cell_is_shown_as_a_person_reads_it(cell: object, text: str) -> None:
    assert spreadsheet._text(cell) == text


def test_an_empty_or_a_damaged_workbook_is_rejected(tmp_path: Path) -> None:
    assert pieces(workbook(tmp_path / "a.xlsx", {"Feuil1": []})) == [
        Rejected("a.xlsx", message("reading.empty"))
    ]
    made = io.BytesIO(
        (tmp_path / "a.xlsx").read_bytes().replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml")
    )
    (tmp_path / "b.xlsx").write_bytes(made.getvalue())
    (rejected,) = pieces(tmp_path / "b.xlsx")
    assert isinstance(rejected, Rejected)
