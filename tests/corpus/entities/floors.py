"""The figures under which the extractor must not fall: `floors.json`, which only the table's flags write."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

Figures = Mapping[str, Mapping[str, float]]
"""An F1 by system, and by set and kind."""

PATH = Path(__file__).with_name("floors.json")

SLACK = 0.005
"""How far a new floor lies under what was measured, for a change of no consequence."""


def read() -> dict[str, dict[str, float]]:
    """Return the floors in force."""
    floors: dict[str, dict[str, float]] = json.loads(PATH.read_text("utf-8"))
    return floors


def below(figures: Figures, floors: Figures) -> Iterator[str]:
    """Yield a line for each figure that is under its floor or has none.

    >>> list(below({"modern": {"est PER": 0.5}}, {"modern": {"est PER": 0.6}}))
    ['modern, est PER: 0.500 is under its floor of 0.600']
    """
    for system, measured in figures.items():
        for column, figure in measured.items():
            floor = floors.get(system, {}).get(column)
            if floor is None:
                yield f"{system}, {column}: {figure:.3f} has no floor"
            elif figure < floor:
                yield f"{system}, {column}: {figure:.3f} is under its floor of {floor:.3f}"


def anew(figures: Figures, floors: Figures, *, lower: bool) -> dict[str, dict[str, float]]:
    """Return the floors that the figures allow: none is lower than it was unless `lower` says so.

    >>> anew({"modern": {"est PER": 0.5}}, {"modern": {"est PER": 0.6}}, lower=False)
    {'modern': {'est PER': 0.6}}
    >>> anew({"modern": {"est PER": 0.5}}, {"modern": {"est PER": 0.6}}, lower=True)
    {'modern': {'est PER': 0.495}}
    """
    return {
        system: {
            column: max(round(figure - SLACK, 3), 0.0 if lower else floors.get(system, {}).get(column, 0.0))
            for column, figure in measured.items()
        }
        for system, measured in figures.items()
    }


def write(floors: Figures) -> None:
    """Make these the floors in force."""
    PATH.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
