"""How much of a file is held in memory."""

import gzip
import pickle
from pathlib import Path

import pytest

from corpus import Article, Rejected, read, source
from corpus.encoding import SAMPLE_BYTES
from corpus.errors import Unreadable
from corpus.message import message
from corpus.readers.objects import jsonl
from corpus.readers.tables import csv
from corpus.source import Source

_LONG = "Le port rouvre. " * 200


def test_what_memory_should_not_hold_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_CHARACTERS", 1_000)
    (tmp_path / "a.txt").write_text(_LONG, "utf-8")
    reason = message("reading.too_long", limit=1_000)
    assert list(read(tmp_path / "a.txt", name="a.txt", columns={})) == [Rejected("a.txt", reason)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", f"titre;texte\nUn;Le port ferme.\nDeux;{_LONG}\nTrois;Le port rouvre.\n"),
        ("b.csv", f'titre;texte\nUn;Le port ferme.\nDeux;"{_LONG}"\nTrois;"Le port rouvre."\n'),
        (
            "a.jsonl",
            f'{{"titre": "Un", "texte": "Quai 1."}}\n\n["{_LONG}"]\n{{"titre": "Trois", "texte": "Quai 3."}}\n',
        ),
    ],
)
def test_a_line_that_memory_should_not_hold_costs_no_more_than_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    for module in (source, csv, jsonl):
        monkeypatch.setattr(module, "MAX_CHARACTERS", 1_000)
    (tmp_path / name).write_text(text, "utf-8")
    first, second, third = read(tmp_path / name, name=name, columns={})
    assert second == Rejected(
        name, message("reading.long_line", limit=1_000), message("reading.line", line=3)
    )
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.title, third.title) == ("Un", "Trois")


def test_bytes_are_decompressed_and_bounded_like_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf.gz"
    path.write_bytes(gzip.compress(b"%PDF-1.7\n" * 50))
    with Source(path, "a").open_bytes() as file:
        assert source.whole(file) == b"%PDF-1.7\n" * 50
    monkeypatch.setattr(source, "MAX_CHARACTERS", 100)
    with Source(path, "a").open_bytes() as file, pytest.raises(Unreadable, match=r"reading.too_long"):
        source.whole(file)


def test_the_head_is_decompressed_and_short(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf.gz"
    path.write_bytes(gzip.compress(b"%PDF" + bytes(1_000_000)))
    head = Source(path, "a").head
    assert (head[:4], len(head)) == (b"%PDF", SAMPLE_BYTES)


def test_a_source_goes_to_another_process(tmp_path: Path) -> None:
    found = Source(tmp_path / "a.txt", "a.txt")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - ours
