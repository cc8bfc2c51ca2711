"""A small part of what `python -m tests.hardening.queries` asks, in each run of the tests."""

from pathlib import Path

import pytest

from index.build import build
from search.commandline.opening import open_searcher
from tests.hardening import press
from tests.hardening.queries import ask
from tests.hardening.tally import Tally


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_random_queries_are_answered_or_refused(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MANCHETTE_SHARED", raising=False)
    monkeypatch.setattr(Tally, "is_slow", lambda *_: False)  # no test is timed: the command is
    words = press.write(tmp_path / "presse", 60)
    build(tmp_path / ".manchette", [tmp_path / "presse"], engine=engine, entities="none")
    with open_searcher(tmp_path / ".manchette") as searcher:
        trials = ask(searcher, 200, 7, words)
    assert trials.count == 200
    assert not trials.defects
    assert trials.outcomes["found"]


def test_a_trial_that_raises_is_a_defect() -> None:
    trials = Tally()
    trials.run("1/0", lambda: iter([str(1 // 0)]))
    assert (trials.count, trials.outcomes["DEFECT"]) == (1, 1)
    assert "ZeroDivisionError" in trials.defects[0]


def test_a_trial_that_takes_too_long_is_a_defect() -> None:
    assert Tally.is_slow(1.1)
    assert not Tally.is_slow(0.9)
