"""The figures under which the ranking must not fall: `floors.json`, which only the table's flags write."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

Figures = Mapping[str, Mapping[str, float]]
"""A figure by engine, and by set and measure."""

PATH = Path(__file__).with_name("floors.json")

SLACK = 0.002
"""How far a new floor lies under what was measured: one query of 500 that falls out of its answer."""


def read() -> dict[str, dict[str, float]]:
    """Return the floors in force."""
    floors: dict[str, dict[str, float]] = json.loads(PATH.read_text("utf-8"))
    return floors


def below(figures: Figures, floors: Figures) -> Iterator[str]:
    """Yield a line for each figure that is under its floor or has none.

    >>> list(below({"whoosh": {"faq MRR@10": 0.5}}, {"whoosh": {"faq MRR@10": 0.6}}))
    ['whoosh, faq MRR@10: 0.5000 is under its floor of 0.6000']
    """
    for system, measured in figures.items():
        for column, figure in measured.items():
            floor = floors.get(system, {}).get(column)
            if floor is None:
                yield f"{system}, {column}: {figure:.4f} has no floor"
            elif figure < floor:
                yield f"{system}, {column}: {figure:.4f} is under its floor of {floor:.4f}"


def anew(figures: Figures, floors: Figures, *, lower: bool) -> dict[str, dict[str, float]]:
    """Return the floors that the figures allow, what was not measured as it was: none is lower unless `lower`.

    >>> anew({"whoosh": {"faq MRR@10": 0.5}}, {"whoosh": {"faq MRR@10": 0.6}}, lower=False)
    {'whoosh': {'faq MRR@10': 0.6}}
    >>> anew({"whoosh": {"faq MRR@10": 0.5}}, {"whoosh": {"faq MRR@10": 0.6}}, lower=True)
    {'whoosh': {'faq MRR@10': 0.498}}
    """
    written = {system: dict(columns) for system, columns in floors.items()}
    for system, measured in figures.items():
        columns = written.setdefault(system, {})
        for column, figure in measured.items():
            columns[column] = max(round(figure - SLACK, 4), 0.0 if lower else columns.get(column, 0.0))
    return written


def write(floors: Figures) -> None:
    """Make these the floors in force."""
    PATH.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
