"""Columns that a person names."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.errors import BadColumn
from corpus.readers.columns.mapping import check_columns
from search.messages import sentence


@pytest.fixture(name="files")
def three_files(tmp_path: Path) -> list[Path]:
    contents = {
        "a.csv": "Titre;Corps du papier\nPort;Le port rouvre.\n",
        "b.jsonl": json.dumps({"titre": "Quai"})
        + "\n"
        + json.dumps({"titre": "Cale", "source": {"nom": "Écho"}}),
        "c.txt": "Le port rouvre.",
        "d.csv": "",
        "e.csv": "1;2021-03-03;Le pont rouvre demain.\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, "utf-8")
    return [tmp_path / name for name in contents]


@pytest.mark.parametrize(
    "chosen",
    [
        {"text": "Corps du papier"},
        {"text": "corps_du_papier", "title": "TITRE"},
        {"source": "source.nom"},
        {"text": "3"},
        {},
    ],
)
def test_a_column_of_any_file_is_known(chosen: Mapping[str, str], files: list[Path]) -> None:
    check_columns(files, chosen)


def test_a_column_of_no_file_is_refused_with_the_columns_that_are_there(files: list[Path]) -> None:
    with pytest.raises(BadColumn) as raised:
        check_columns(files, {"title": "Titre", "text": "Nope"})
    assert sentence(raised.value.message) == (
        'no file has a column called "Nope" (columns: Titre, Corps du papier, titre, source, nom, 1, 2, 3); correct --map'
    )


def test_without_a_table_there_is_no_column(files: list[Path]) -> None:
    with pytest.raises(BadColumn, match=r"columns=reading\.no_columns"):
        check_columns(files[2:4], {"title": "Titre"})
