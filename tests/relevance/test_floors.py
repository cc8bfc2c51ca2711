"""The ranking is nowhere worse than it was, on a slice of the test sets, where they are at hand."""

from pathlib import Path

import pytest

from index import engines
from tests.relevance import floors, testset
from tests.relevance.measure import measure
from tests.relevance.systems import ours
from tests.relevance.table import figures

FIGURES = {"whoosh": {"faq MRR@10": 0.7, "piaf MRR@10": 0.5}}

SLICE = "faq"
"""The one set small enough to be measured whole whenever the tests run; the table measures the others."""


@pytest.mark.parametrize("engine", engines.names())
def test_no_figure_is_under_its_floor(engine: str, shared: Path, tmp_path: Path) -> None:
    system = ours(engine)
    row = {SLICE: measure(system, testset.load(shared, SLICE), tmp_path)}
    worse = list(floors.below({system.name: figures(row, None)}, floors.read()))
    assert not worse, "\n".join(
        [*worse, "mend it; where it must be: python -m tests.relevance.table SHARED --lower-floors"]
    )


def test_a_figure_without_a_floor_does_not_pass() -> None:
    assert list(floors.below(FIGURES, {"whoosh": {"faq MRR@10": 0.7}})) == [
        "whoosh, piaf MRR@10: 0.5000 has no floor"
    ]


def test_raising_floors_lowers_none() -> None:
    old = {"whoosh": {"faq MRR@10": 0.6, "piaf MRR@10": 0.6}}
    assert floors.anew(FIGURES, old, lower=False) == {"whoosh": {"faq MRR@10": 0.698, "piaf MRR@10": 0.6}}
    assert floors.anew(FIGURES, old, lower=True) == {"whoosh": {"faq MRR@10": 0.698, "piaf MRR@10": 0.498}}


def test_what_was_not_measured_keeps_its_floor() -> None:
    old = {"whoosh": {"other R@100": 0.4}, "tantivy": {"faq MRR@10": 0.3}}
    written = floors.anew(FIGURES, old, lower=True)
    assert written["whoosh"]["other R@100"] == 0.4
    assert written["tantivy"] == {"faq MRR@10": 0.3}


def test_what_is_written_is_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "PATH", tmp_path / "floors.json")
    floors.write(FIGURES)
    assert floors.read() == FIGURES
