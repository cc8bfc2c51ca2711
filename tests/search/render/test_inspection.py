"""The page of an inspection, to the letter."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from corpus.records import replace
from search.inspection.inspection import Inspection, inspect
from search.messages import Language, speaking
from search.render import plain, rendered
from search.render.inert import OBEYED
from search.render.lines import line_width
from tests.search.inspection import wild
from tests.search.render.golden import same


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    folder = tmp_path_factory.mktemp("wild")
    return inspect([wild.make(folder / "presse")], base=folder, today=date(2026, 1, 1), max_samples=2)


def text(seen: Inspection, columns: int) -> str:
    return plain.text(rendered(seen, "text", columns))  # type: ignore[arg-type] # lines


@pytest.mark.parametrize("columns", [80, 40])
def test_the_page_of_a_wild_folder(seen: Inspection, columns: int) -> None:
    same(f"inspection-{columns}.txt", text(seen, columns))


@pytest.mark.parametrize("columns", [80, 40])
def test_the_page_in_french(seen: Inspection, columns: int) -> None:
    with speaking(Language.FRENCH):
        same(f"fr-inspection-{columns}.txt", text(seen, columns))


def test_no_line_is_wider_than_the_screen(seen: Inspection) -> None:
    for columns in (40, 80, 200):
        assert all(
            line_width(row) <= columns for row in rendered(seen, "text", columns) if not isinstance(row, str)
        )


def test_a_name_or_a_text_that_attacks_is_inert(seen: Inspection) -> None:
    assert not OBEYED.search(text(seen, 80).replace("\n", ""))
    assert not OBEYED.search(rendered(seen, "json", 0)[:-1])  # type: ignore[arg-type] # text


def test_ten_thousand_files_are_one_page(seen: Inspection) -> None:
    [file] = [file for file in seen.files if file.path.endswith("export.csv")]
    many = tuple(
        dataclasses.replace(file, path=f"presse/{number % 40}/{number}.csv") for number in range(10_000)
    )
    lines = text(replace(seen, files=many, rejected=seen.rejected * 10), 80).splitlines()
    assert len(lines) < 50
    assert "10,000 files, 280,000 articles" in lines[0]
    assert any("and 35 more" in line for line in lines)


def test_the_json_has_every_file_and_every_rejection(seen: Inspection) -> None:
    written = json.loads(str(rendered(seen, "json", 0)))
    assert written["version"] == 1
    assert written["articles"] == 31
    assert len(written["files"]) == len(seen.files)
    assert len(written["rejected"]) == len(seen.rejected)
    assert [found["format"] for found in written["formats"]] == ["CSV", "text", "ZIP"]
    [export] = [file for file in written["files"] if file["path"] == "presse/export.csv"]
    assert export["by"] == "content"
    assert export["encoding"] == "Windows-1252"
    assert export["articles"] == 28
    assert export["dates"] == {"metadata": 28}
    assert (export["first"], export["last"]) == ("2024-01-01", "2024-01-28")
    assert len(written["samples"]) == 2


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    empty = inspect([tmp_path], base=tmp_path, today=date(2026, 1, 1))
    assert text(empty, 80) == "0 files, 0 articles; nothing is indexed yet: type manchette index FOLDER\n"


def test_a_format_without_an_article_has_its_line_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", "utf-8")
    [alone] = [line for line in seen_text(tmp_path).splitlines() if line.startswith("JSON")]
    assert alone == "JSON: 0 articles in 1 file"
    (tmp_path / "b.txt").write_text("Le port rouvre lundi à Dakar.", "utf-8")
    lines = seen_text(tmp_path).splitlines()
    assert "        0  JSON (1 file)" in lines
    assert not [line for line in lines if line.startswith("JSON")]


def seen_text(folder: Path) -> str:
    return text(inspect([folder], base=folder, today=date(2026, 1, 1)), 80)
