"""The cells of a workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from corpus import PrintDate
from corpus.records import replace
from search.render.exports import xlsx
from search.render.exports.table import Choice
from search.render.fields import FIELDS, named
from tests.search.render.answers import BARE
from tests.search.render.exports.taken import ARTICLES, cells, saved


def test_no_cell_is_run(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    saved("xlsx", ARTICLES, path, Choice(FIELDS))
    book = load_workbook(path)
    kinds = {cell.data_type for row in book["articles"].iter_rows() for cell in row if cell.value is not None}
    book.close()
    assert kinds == {"s", "n", "d"}


def test_a_day_is_a_date_and_a_month_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    days = [PrintDate(2021, 3, 5), PrintDate(2021, 3), PrintDate(1899, 12, 31)]
    saved("xlsx", [replace(BARE, date=day) for day in days], path, Choice(named("date")))
    _, *shown = cells(path)
    assert [str(row[0]) for row in shown] == ["2021-03-05 00:00:00", "2021-03", "1899-12-31"]


@pytest.mark.parametrize("letter", ["a", "é", "𝄞"])
def test_a_text_that_no_cell_holds_is_cut_and_reported(letter: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    fitting = 32_767 // (len(letter.encode("utf-16-le")) // 2)
    bodies = [letter * fitting, letter * (fitting + 1)]
    [remark] = saved("xlsx", [replace(BARE, body=body) for body in bodies], path, Choice(named("text")))
    assert getattr(remark, "values")["count"] == 1  # noqa: B009 - a message
    _, *shown = cells(path)
    assert [row[0] for row in shown] == [letter * fitting] * 2


def test_a_full_sheet_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MAX_ROWS", 3)
    [remark] = saved("xlsx", [BARE] * 5, tmp_path / "a.xlsx")
    assert getattr(remark, "code") == "export.sheet_full"  # noqa: B009 - a message
    assert getattr(remark, "values")["count"] == 3  # noqa: B009 - a message
    assert len(cells(tmp_path / "a.xlsx")) == 3


def test_a_full_disk_is_an_error_of_the_system() -> None:
    """Linux has a device that is always full."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("the system has no /dev/full")
    with pytest.raises(OSError, match="No space left"):
        saved("xlsx", ARTICLES, full)
