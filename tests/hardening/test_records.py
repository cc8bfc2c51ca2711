"""A small part of what `python -m tests.hardening.records` reads, in each run of the tests."""

from pathlib import Path

import pytest

from tests.hardening.mutations import Made
from tests.hardening.records import judged, read
from tests.hardening.tally import Tally


def test_mutated_records_are_read_or_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MANCHETTE_SHARED", raising=False)
    monkeypatch.setattr(Tally, "is_slow", lambda *_: False)  # no test is timed: the command is
    trials = read(tmp_path, 100, 7, "none")
    assert trials.count == 100
    assert not trials.defects
    assert trials.outcomes["neighbour: an article"]
    assert trials.outcomes["mutated: reported"]


def test_a_record_that_is_neither_read_nor_reported_is_a_defect() -> None:
    made = Made(b"marque1x\nmarque2x\n", "jsonl", ("marque1x", "marque2x"), 0, "none")
    with pytest.raises(AssertionError, match="neither read nor reported"):
        list(judged(made, []))
