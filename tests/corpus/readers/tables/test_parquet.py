"""Tables in Parquet: rows, types, columns that are no text."""

from pathlib import Path

import pyarrow
import pytest
from pyarrow.parquet import write_table

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.tables import parquet
from corpus.source import Source

TEXT = "Le vieux port de Valbourg a rouvert mardi."


def pieces(
    path: Path, columns: dict[str, object], chosen: dict[str, str] | None = None
) -> list[Article | Rejected]:
    write_table(pyarrow.table(columns), path)
    return [*read(path, name=path.name, columns=chosen or {})]


def test_each_row_is_an_article(tmp_path: Path) -> None:
    columns: dict[str, object] = {
        "title": ["Le port", "Deux"],
        "text": [TEXT, None],
        "source": [{"name": "Le Fanal"}, {"name": "Orle"}],
        "date": pyarrow.array([18_333, None], pyarrow.date32()),
        "picture": [b"\x89PNG", b""],
        "vector": [[0.5], [0.25]],
    }
    found, rejected = pieces(tmp_path / "a.parquet", columns)
    assert isinstance(found, Article)
    assert (found.title, found.source, str(found.date), found.body) == (
        "Le port",
        "Le Fanal",
        "2020-03-12",
        TEXT,
    )
    assert "vector" not in found.raw
    assert rejected == Rejected("a.parquet", message("reading.no_text"), message("reading.row", row=2))


def test_a_column_that_a_person_names_holds_the_text(tmp_path: Path) -> None:
    (found,) = pieces(tmp_path / "a.parquet", {"prose": [TEXT]}, {"text": "prose"})
    assert isinstance(found, Article)
    assert [*parquet.names(Source(tmp_path / "a.parquet", "a"))] == ["prose"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [({"x": ["a"]}, "no_text_column"), ({"text": pyarrow.array([], "string")}, "no_record")],
)
def test_a_table_without_text_or_rows_is_rejected(
    tmp_path: Path, columns: dict[str, object], code: str
) -> None:
    (rejected,) = pieces(tmp_path / "a.parquet", columns)
    assert isinstance(rejected, Rejected)
    assert rejected.reason.code == f"reading.{code}"
