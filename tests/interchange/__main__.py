"""Has other programs read what is taken away: `python -m tests.interchange [--zotero http://127.0.0.1:1969]`.

LibreOffice opens the tables: CSV, CSV for a French Excel, a workbook.  A translation server of Zotero, where one runs,
imports the references.  The articles are those of the tests of the exports; some of them are hostile.  A check that a
machine cannot make is said to be left out.  The status is 1 if a check fails.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from io import StringIO
from pathlib import Path

from search.render.csv import EXCEL_FR, PLAIN
from search.render.exports.address import address
from search.render.exports.table import TEXT_FIELDS, Choice
from search.render.fields import named
from tests.interchange import references, sheets
from tests.search.render.answers import HOSTILE
from tests.search.render.exports.taken import ARTICLES, saved, text

_FIELDS = (*TEXT_FIELDS, *named("score"))
_PLAIN_FILTER = "CSV:44,34,76,1,,1033,false,true"
_FRENCH_FILTER = "CSV:59,34,76,1,,1036,false,true"
"""Separator, quote, UTF-8, first line, no formats of columns, language (English, French), no quoted numbers as text, dates."""

_PLAIN_NAME, _FRENCH_NAME = "plain.csv", "french.csv"

Check = Callable[[], Sequence[str]]
"""Returns what is wrong, a line each."""


def main() -> int:
    """Make every check, print a line for each, and return the status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zotero", metavar="URL", help="a translation server of Zotero")
    server = parser.parse_args().zotero
    with tempfile.TemporaryDirectory() as folder:
        checks = _checks(Path(folder), server)
        wrong = [fault for name, check in checks.items() for fault in _said(name, check)]
    return 1 if wrong else 0


def _checks(folder: Path, server: str | None) -> dict[str, Check | str]:
    """Return each check by its name, or the reason why it is left out."""
    tables: dict[str, Check] = {
        "LibreOffice, CSV": partial(_table, folder, _PLAIN_NAME),
        "LibreOffice, CSV for a French Excel": partial(_table, folder, _FRENCH_NAME),
        "LibreOffice, workbook": partial(_workbook, folder),
    }
    imports: dict[str, Check] = {
        f"Zotero, {name}": partial(_references, str(server), name) for name in ("ris", "csl", "bibtex")
    }
    no_office = "" if sheets.program() else "left out: LibreOffice (soffice) is not installed"
    no_zotero = "" if server else "left out: no translation server is named (--zotero)"
    return {name: no_office or check for name, check in tables.items()} | {
        name: no_zotero or check for name, check in imports.items()
    }


def _said(name: str, check: Check | str) -> Sequence[str]:
    """Print the outcome of a check, and return what is wrong."""
    wrong = [] if isinstance(check, str) else check()
    outcome = check if isinstance(check, str) else "\n  ".join(wrong) or "right"
    sys.stdout.write(f"{name}: {outcome}\n")
    return wrong


def _table(folder: Path, name: str) -> Sequence[str]:
    is_french = name == _FRENCH_NAME
    written = text("csv", ARTICLES, Choice(_FIELDS, EXCEL_FR if is_french else PLAIN))
    (folder / name).write_text(written, "utf-8", newline="")
    rows = sheets.sheet(folder / name, folder, _FRENCH_FILTER if is_french else _PLAIN_FILTER)
    reader = csv.reader(
        StringIO(written.removeprefix("\ufeff"), newline=""), delimiter=";" if is_french else ","
    )
    return _compared(rows, list(reader))


def _workbook(folder: Path) -> Sequence[str]:
    saved("xlsx", ARTICLES, folder / "book.xlsx", Choice(_FIELDS))
    rows = sheets.sheet(folder / "book.xlsx", folder)
    # The workbook has the texts of the CSV, without the apostrophe that guards them there.
    plain = csv.reader(StringIO(text("csv", ARTICLES, Choice(_FIELDS)), newline=""))
    unguarded = [
        [cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@", "'%", "'|") else cell for cell in row]
        for row in plain
    ]
    return _compared(rows, unguarded)


def _compared(rows: Sequence[Sequence[sheets.Cell]], expected: Sequence[Sequence[str]]) -> list[str]:
    """Return how what a program read differs from what was written: rows, texts, dates, numbers, formulas."""
    wrong = [] if len(rows) == len(expected) else [f"{len(rows)} rows of {len(expected)}"]
    names = expected[0]
    for number, (row, written) in enumerate(zip(rows[1:], expected[1:], strict=False), start=1):
        read = [*row, *[sheets.Cell("", "", "", is_formula=False)] * (len(written) - len(row))]
        for name, cell, text_ in zip(names, read, written, strict=False):
            where = f"article {number}, {name}"
            if cell.is_formula:
                wrong.append(f"{where}: a formula")
            if name == "date" and text_:
                wrong += [] if cell.kind == "date" else [f"{where}: {text_!r} is {cell.kind or 'nothing'}"]
            elif name == "score":
                is_same = (
                    cell.kind == "float" and f"{float(cell.value):g}" == f"{float(text_.replace(',', '.')):g}"
                )
                wrong += [] if is_same else [f"{where}: {text_!r} is {cell}"]
            elif cell.text.rstrip() != text_.rstrip() and cell.value != text_:
                wrong.append(f"{where}: {text_!r} is read as {cell.text!r}")
    return wrong


def _references(server: str, name: str) -> Sequence[str]:
    """Return what Zotero lacks, or has otherwise, of the articles.

    It does not know the names of braces that BibTeX needs in a title, nor sections and editions of BibTeX.
    """
    known = [article for article in ARTICLES if article is not HOSTILE]
    items = references.items(server, text(name, known))
    wrong = [] if len(items) == len(known) else [f"{len(items)} items of {len(known)}"]
    for article, item in zip(known, items, strict=False):
        fields = {
            "title": "" if name == "bibtex" and "{" in article.title else article.title,
            "publicationTitle": article.source,
            "pages": article.page,
            "url": article.url if name == "csl" else address(article.url),
            "language": article.language,
            "abstractNote": " ".join(article.heading.split()),
        }
        if name != "bibtex":
            fields |= {"section": article.section, "edition": article.edition}
            wrong += [] if item["itemType"] == "newspaperArticle" else [f"{article.id}: {item['itemType']}"]
        wrong += [
            f"{article.id}, {key}: {value!r} is read as {item.get(key)!r}"
            for key, value in fields.items()
            if value and " ".join(item.get(key, "").split()) != value
        ]
        if len(item.get("creators", [])) != len(article.authors):
            wrong.append(f"{article.id}: {item.get('creators')}")
        if article.date and str(article.date.year) not in item.get("date", ""):
            wrong.append(f"{article.id}: date {item.get('date')!r}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
