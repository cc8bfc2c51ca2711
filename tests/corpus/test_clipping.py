"""Articles that are cut by one process and read by another."""

import pickle
from pathlib import Path

import pytest

from corpus import Article, Clipping, Rejected, cut
from corpus.message import message

TEXT = "Le vieux port de Sète a rouvert lundi."
FILES = {
    "a.txt": TEXT,
    "a.csv": f"titre,texte\nPort,{TEXT}\n",
    "a.jsonl": f'{{"titre": "Port", "texte": "{TEXT}"}}\n',
    "a.json": f'[\n{{"titre": "Port", "texte": "{TEXT}"}}]',
}


def clipping(folder: Path, name: str, content: str) -> Clipping:
    (folder / name).write_text(content, "utf-8")
    (piece,) = cut(folder / name, name=name, columns={})
    assert isinstance(piece, Clipping)
    return piece


@pytest.mark.parametrize("name", FILES)
def test_a_clipping_goes_to_another_process_and_reads_the_same(tmp_path: Path, name: str) -> None:
    piece = clipping(tmp_path, name, FILES[name])
    sent: Clipping = pickle.loads(pickle.dumps(piece))  # noqa: S301 - ours
    assert isinstance(piece.read(), Article)
    assert sent.read() == piece.read()


def test_a_text_is_not_opened_before_it_is_read(tmp_path: Path) -> None:
    piece = clipping(tmp_path, "a.txt", TEXT)
    assert (piece.raw, piece.where) == ("", None)
    (tmp_path / "a.txt").unlink()
    reason = message("reading.system", cause=message("error.no_such_file"))
    assert piece.read() == Rejected("a.txt", reason)


def test_what_is_wrong_with_a_record_is_said_with_where_it_stands(tmp_path: Path) -> None:
    piece = clipping(tmp_path, "a.csv", "titre,texte\nPort,\n")
    assert piece.read() == Rejected("a.csv", message("reading.no_text"), message("reading.line", line=2))
