"""The extractor is nowhere worse than it was, on the sets annotated by hand, where they are at hand."""

from pathlib import Path

import pytest

from tests.corpus.entities import floors
from tests.corpus.entities.measure import load, measure
from tests.corpus.entities.systems import ours

FIGURES = {"modern": {"est PER": 0.7, "est ORG": 0.5}}


def test_no_figure_is_under_its_floor(shared: Path) -> None:
    sets = load(shared)
    figures = {system.name: measure(system, sets).figures() for system in ours()}
    worse = list(floors.below(figures, floors.read()))
    assert not worse, "\n".join(
        [*worse, "mend it; where it must be: python -m tests.corpus.entities.table SHARED --lower-floors"]
    )


def test_a_figure_without_a_floor_does_not_pass() -> None:
    assert list(floors.below(FIGURES, {"modern": {"est PER": 0.7}})) == [
        "modern, est ORG: 0.500 has no floor"
    ]


def test_raising_floors_lowers_none() -> None:
    old = {"modern": {"est PER": 0.6, "est ORG": 0.6}}
    assert floors.anew(FIGURES, old, lower=False) == {"modern": {"est PER": 0.695, "est ORG": 0.6}}
    assert floors.anew(FIGURES, old, lower=True) == {"modern": {"est PER": 0.695, "est ORG": 0.495}}


def test_what_is_written_is_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "PATH", tmp_path / "floors.json")
    floors.write(FIGURES)
    assert floors.read() == FIGURES
