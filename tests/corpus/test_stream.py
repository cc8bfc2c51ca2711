"""How much of a file is held in memory."""

from pathlib import Path

import pytest

from corpus import Rejected, read, stream


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.txt", "longer than 1,000 characters; cut it up, into JSON Lines for instance"),
        ("a.csv", "a line is longer than 1,000 characters"),
        ("a.jsonl", "a line is longer than 1,000 characters"),
    ],
)
def test_what_memory_should_not_hold_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    monkeypatch.setattr(stream, "LARGEST", 1_000)
    (tmp_path / name).write_text("Le port rouvre. " * 100, "utf-8")
    assert list(read(tmp_path / name, name=name, columns={})) == [Rejected(name, "", reason)]
