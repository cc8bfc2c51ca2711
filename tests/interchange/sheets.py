"""What LibreOffice reads of a table: each cell with its type, and whether it is a formula."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MAX_SECONDS = 120
_MAX_REPEATED = 100
"""A cell that is repeated more often fills the rest of its row."""


class Cell(NamedTuple):
    """A cell: its text, its type in OpenDocument, its value where that is a date or a number."""

    text: str
    kind: str
    value: str
    is_formula: bool


def program() -> str | None:
    """Return the path of LibreOffice; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def sheet(path: Path, folder: Path, filter_: str = "") -> list[list[Cell]]:
    """Return the rows of a table as LibreOffice reads it; `filter_` says how it opens CSV."""
    found = program()
    assert found
    command = [
        found,
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "fods",
    ]
    command += [f"--infilter={filter_}"] if filter_ else []
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=_MAX_SECONDS,
    )  # fmt: skip
    written = folder / f"{path.stem}.fods"
    tree = etree.parse(str(written), etree.XMLParser(huge_tree=True))
    rows = [_row(row) for row in tree.iter(f"{_TABLE}table-row")]
    return [row for row in rows if any(cell.text for cell in row)]


def _row(row: etree._Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iter(f"{_TABLE}table-cell"):
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        cells += [_cell(cell)] * (times if times < _MAX_REPEATED else 0)
    return cells


def _cell(cell: etree._Element) -> Cell:
    paragraphs = cell.iterfind(f"{_TEXT}p")
    value = cell.get(f"{_OFFICE}date-value") or cell.get(f"{_OFFICE}value") or ""
    kind = cell.get(f"{_OFFICE}value-type", "")
    return Cell("\n".join(map(_shown, paragraphs)), kind, value, cell.get(f"{_TABLE}formula") is not None)


def _shown(paragraph: etree._Element) -> str:
    """Return the text of a paragraph; OpenDocument writes several blanks as one element."""
    parts = [paragraph.text or ""]
    for child in paragraph.iter():
        if child is paragraph:
            continue
        if child.tag == f"{_TEXT}s":
            parts.append(" " * int(child.get(f"{_TEXT}c", "1")))
        parts += [child.text or "", child.tail or ""]
    return "".join(parts)
