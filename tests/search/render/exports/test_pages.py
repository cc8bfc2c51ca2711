"""Each format of export, compared with the files of `tests/golden`, on articles some of which are hostile."""

from datetime import datetime
from pathlib import Path

import pytest

from search.render.csv import EXCEL_FR
from search.render.exports.table import BY_NAME, FORMATS, TABLE_FIELDS, Choice
from search.render.fields import PASSAGE, named
from search.render.inert import OBEYED
from tests.search.render.exports.taken import ARTICLES, cells, saved, text
from tests.search.render.golden import same

TEXTS = [known.name for known in FORMATS if known.parts and not known.is_folded]
"""The press review asks the index as well: its tests are in a folder of their own."""


@pytest.mark.parametrize("name", TEXTS)
def test_articles_in_a_format_of_text(name: str) -> None:
    written = text(name, ARTICLES)
    same(f"export{BY_NAME[name].suffixes[0]}", written.replace("\r\n", "\n"))
    assert not OBEYED.search(written.replace("\r\n", "").replace("\n", ""))


def test_articles_as_a_french_excel_opens_them() -> None:
    written = text("csv", ARTICLES, Choice((*TABLE_FIELDS, PASSAGE, *named("score", "text")), EXCEL_FR))
    assert written.startswith("\ufeffid;title;date;")
    assert written.count("\r\n") == len(ARTICLES) + 1
    assert ";26/11/2025;" in written
    assert ";7,3145;" in written
    same("export-excel-fr.csv", written.replace("\r\n", "\n"))


def test_articles_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert not saved("xlsx", ARTICLES, path, Choice((*TABLE_FIELDS, *named("score", "text"))))
    rows = cells(path)
    assert rows[1][2] == datetime(2025, 11, 26)  # noqa: DTZ001 - a sheet knows no zone
    shown = "\n".join("\t".join("" if cell is None else repr(cell) for cell in row) for row in rows)
    same("export-xlsx.txt", shown + "\n")


def test_articles_in_a_folder(tmp_path: Path) -> None:
    assert not saved("folder", ARTICLES, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    same("export-folder.txt", "".join(f"== {name}\n{(tmp_path / name).read_text('utf-8')}" for name in names))
    assert len(names) == len(ARTICLES) + 1
    assert all(name.isascii() and len(name) < 160 for name in names)
