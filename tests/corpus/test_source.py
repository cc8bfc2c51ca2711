"""How much of a file is held in memory."""

import gzip
import pickle
from importlib import import_module
from pathlib import Path

import pytest

from corpus import Rejected, read, source
from corpus.encoding import SAMPLE_BYTES
from corpus.errors import Unreadable
from corpus.message import Message, message
from corpus.source import Source


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.txt", message("reading.too_long", limit=1_000)),
        ("a.csv", message("reading.long_line", limit=1_000)),
    ],
)
def test_what_memory_should_not_hold_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: Message
) -> None:
    import_module("corpus.readers.csv")  # which keeps the limit that it finds when it is imported
    monkeypatch.setattr(source, "MAX_CHARACTERS", 1_000)
    (tmp_path / name).write_text("Le port rouvre. " * 100, "utf-8")
    assert list(read(tmp_path / name, name=name, columns={})) == [Rejected(name, reason)]


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
