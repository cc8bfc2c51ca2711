"""Bibliographies in RIS and CSL-JSON."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus import Article, Rejected, read


def pieces(
    folder: Path, text: str, name: str, columns: Mapping[str, str] | None = None
) -> list[Article | Rejected]:
    (folder / name).write_text(text, "utf-8")
    return list(read(folder / name, name=name, columns=columns or {}))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021/03/25/printemps", "2021-03-25"), ("2021/03//", "2021-03"), ("2021///", "2021"), ("2021", "2021"),
        ("25 mars 2021", "2021-03-25"), ("hier", ""),
    ],
)  # fmt: skip
def test_a_date_of_ris_may_lack_its_day(written: str, day: str, tmp_path: Path) -> None:
    [article] = pieces(
        tmp_path, f"TY  - NEWS\nT1  - Le bac\nY1  - {written}\nN2  - Il rouvre.\nER  - \n", "a.ris"
    )
    assert isinstance(article, Article)
    assert (article.date.isoformat() if article.date else "") == day


def test_an_entry_that_no_tag_ends_ends_where_the_next_begins(tmp_path: Path) -> None:
    found = pieces(
        tmp_path,
        "TY  - NEWS\nTI  - Un\nAB  - Premier texte.\nTY  - NEWS\nTI  - Deux\nAB  - Second texte.",
        "a.txt",
    )
    assert [piece.title for piece in found if isinstance(piece, Article)] == ["Un", "Deux"]


def test_entries_without_text_are_counted_in_one_line(tmp_path: Path) -> None:
    found = pieces(tmp_path, "TY  - NEWS\nTI  - Un\nER  - \n" * 3, "a.ris")
    assert [str(piece.reason) for piece in found if isinstance(piece, Rejected)] == [
        "reading.entries_without_text (count=3)"
    ]


def test_a_library_of_zotero_is_read_with_the_columns_that_a_person_names(tmp_path: Path) -> None:
    entry = {
        "type": "article-newspaper",
        "title": "Le bac",
        "container-title": "Le Phare",
        "note": "Le bac rouvre.",
    }
    library = json.dumps([entry, {"type": "book", "title": "Sans", "container-title": "Le Phare"}])
    found = pieces(tmp_path, library, "a.json", {"text": "note"})
    assert [piece.body if isinstance(piece, Article) else str(piece.reason) for piece in found] == [
        "Le bac rouvre.", "reading.entries_without_text (count=1)",
    ]  # fmt: skip
