"""Floors are held, and only a person lowers them."""

from pathlib import Path

import pytest

from tests.support.floors import Floors

FIGURES = {"modern": {"est PER": 0.7, "est ORG": 0.5}}


@pytest.fixture
def floors(tmp_path: Path) -> Floors:
    return Floors(tmp_path / "floors.json", slack=0.005, digits=3)


def test_what_is_written_is_in_force(floors: Floors) -> None:
    floors.write(FIGURES)
    assert floors.read() == FIGURES
    assert not list(floors.below(FIGURES))


def test_a_figure_under_its_floor_does_not_pass(floors: Floors) -> None:
    floors.write({"modern": {"est PER": 0.7, "est ORG": 0.6}})
    assert list(floors.below(FIGURES)) == ["modern, est ORG: 0.500 is under its floor of 0.600"]


def test_a_figure_without_a_floor_does_not_pass(floors: Floors) -> None:
    floors.write({"modern": {"est PER": 0.7}})
    assert list(floors.below(FIGURES)) == ["modern: no floor for est ORG"]


def test_raising_floors_lowers_no_floor(floors: Floors) -> None:
    floors.write({"modern": {"est PER": 0.6, "est ORG": 0.6}})
    assert floors.renewed(FIGURES, lower=False) == {"modern": {"est PER": 0.695, "est ORG": 0.6}}
    assert floors.renewed(FIGURES, lower=True) == {"modern": {"est PER": 0.695, "est ORG": 0.495}}


def test_what_was_not_measured_keeps_its_floor(floors: Floors) -> None:
    floors.write({"modern": {"other PER": 0.4}, "historical": {"est PER": 0.3}})
    written = floors.renewed(FIGURES, lower=True)
    assert written["modern"]["other PER"] == 0.4
    assert written["historical"] == {"est PER": 0.3}
