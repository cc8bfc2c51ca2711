"""What would be read of files."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus import Found, read
from corpus.errors import PathNotFound
from corpus.formats import By
from index.building.report import Progress
from search.inspection.inspection import Inspection, inspect
from search.render import plain, rendered
from tests.conftest import SAMPLE
from tests.search.inspection import wild

TODAY = date(2026, 1, 1)


def inspected(folder: Path, forced: str = "", max_samples: int = 0) -> Inspection:
    return inspect([folder], base=folder.parent, today=TODAY, forced=forced, max_samples=max_samples)


def test_the_articles_of_an_inspection_are_those_that_are_read() -> None:
    seen = inspected(SAMPLE)
    files = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
    assert sorted(file.path for file in seen.files) == [
        path.relative_to(SAMPLE.parent).as_posix() for path in files
    ]
    read_by_file = {path.name: list(read(path, name=path.name, columns={})) for path in files}
    assert {Path(file.path).name: file.tally.articles for file in seen.files} == {
        name: len(articles) for name, articles in read_by_file.items()
    }
    assert seen.articles == 71
    assert seen.rejected == ()
    assert not (SAMPLE.parent / ".manchette").exists()


def test_every_format_says_how_it_was_recognised_and_where_its_fields_were_found() -> None:
    by_name = {found.format: found for found in inspected(SAMPLE).formats}
    assert {name: found.tally.articles for name, found in by_name.items()} == {
        "text": 41,
        "JSON": 18,
        "CSV": 12,
    }
    assert {file.by for file in by_name["CSV"].files} == {By.CONTENT}
    assert {file.by for file in by_name["text"].files} == {By.SUFFIX}
    tally = by_name["text"].tally
    assert tally.dates[Found.FILE_NAME] == 1
    assert tally.dates.total() == tally.titles.total() == tally.ids.total() == 41
    assert by_name["JSON"].tally.dates == {Found.METADATA: 18}
    assert by_name["CSV"].tally.fields["section"] == 12


def test_a_wild_folder_is_read_to_its_end(tmp_path: Path) -> None:
    seen = inspected(wild.make(tmp_path / "presse"))
    assert {found.format: found.tally.articles for found in seen.formats} == {"CSV": 29, "text": 2, "ZIP": 0}
    codes = [piece.reason.code for piece in seen.rejected]
    assert {code: codes.count(code) for code in set(codes)} == {
        "foreign.picture": 300,
        "reading.too_many_cells": 40,
        "reading.unknown_format": 12,
        "reading.empty": 5,
        "reading.nothing_in_zip": 1,
        "reading.not_regular": 1,
    }
    [text] = [found for found in seen.formats if found.format == "text"]
    assert {code: noted.articles for code, noted in text.tally.notes.items()} == {
        "repair.markup": 1,
        "repair.mojibake": 1,
        "doubt.future": 1,
    }
    encodings = {file.path: file.encoding for file in seen.files if file.path.endswith(".csv")}
    assert encodings == {"presse/export.csv": "Windows-1252", "presse/large.csv": "UTF-8"}


def test_a_forced_format_reads_what_is_recognised_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("titre,texte\nPort,Le port rouvre lundi.\n", "utf-8")
    [as_it_is] = inspected(tmp_path).files
    [forced] = inspected(tmp_path, forced="text").files
    assert (as_it_is.format, as_it_is.by) == ("CSV", By.CONTENT)
    assert (forced.format, forced.by) == ("text", By.FORCED)


def test_articles_that_share_an_id_are_counted_and_two_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text("Le port rouvre lundi à Dakar.\n", "utf-8")
    seen = inspected(tmp_path)
    assert seen.same_ids == 3
    assert [Path(path).name for path, _ in seen.same_id_examples] == ["b.txt", "c.txt"]


def test_samples_are_of_every_format_in_turn() -> None:
    seen = inspected(SAMPLE, max_samples=4)
    suffixes = [Path(article.path).suffix for article in seen.samples]
    assert len(seen.samples) == 4
    assert {*suffixes[:3]} == {".gz", ".csv", ".txt"}
    assert inspected(SAMPLE).samples == ()


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound):
        inspected(tmp_path / "rien")


def test_a_folder_that_cannot_be_opened_is_one_rejection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Le port rouvre lundi.\n", "utf-8")
    shut = tmp_path / "ferme"
    shut.mkdir()
    listing = Path.iterdir

    def refusing(folder: Path) -> object:
        if folder == shut:
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refusing)
    seen = inspected(tmp_path)
    assert seen.articles == 1
    assert [piece.path for piece in seen.rejected] == [f"{tmp_path.name}/ferme"]


def test_the_progress_ends_with_every_byte_read() -> None:
    seen: list[Progress] = []
    inspect([SAMPLE], base=SAMPLE, today=TODAY, progress=seen.append)
    assert seen[-1].articles == 71
    assert seen[-1].read == seen[-1].of > 0


def test_a_loss_is_not_a_rejection(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_bytes("Le Fanal\n3 mars 2023\nL’été\n".encode() + b"Bravo \xf0\x9f\x98 !")
    seen = inspected(tmp_path)
    assert (seen.articles, len(seen.rejected), len(seen.losses)) == (1, 0, 1)


def test_lines_that_an_index_would_leave_out_are_shown(tmp_path: Path) -> None:
    for town in ("Sète", "Dakar", "Gafsa", "Louga", "Ségou"):
        text = (
            f"La route de {town} est rouverte depuis lundi.\n\nÀ {town}, le marché attend la pluie.\n\n"
            "Le Phare, chaque matin\n"
        )
        (tmp_path / f"{town}.txt").write_text(text, "utf-8")
    seen = inspected(tmp_path)
    assert [(one.line, one.articles) for one in seen.recurring] == [("Le Phare, chaque matin", 5)]
    assert "        5  Le Phare, chaque matin\n" in plain.text(rendered(seen, "text", 80))  # type: ignore[arg-type] # lines
    [written] = json.loads(str(rendered(seen, "json", 0)))["recurring"]
    assert (written["line"], written["articles"]) == ("Le Phare, chaque matin", 5)
