"""The figures under which a measured part must not fall: a file of floors, which only the flags of a table write."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Figures = Mapping[str, Mapping[str, float]]
"""A figure by system, and by set and measure."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of a file, of `digits` decimals; a new floor lies `slack` under the measured figure."""

    path: Path
    slack: float
    digits: int

    def read(self) -> dict[str, dict[str, float]]:
        """Return the floors in force."""
        floors: dict[str, dict[str, float]] = json.loads(self.path.read_text("utf-8"))
        return floors

    def write(self, floors: Figures) -> None:
        """Make these the floors in force."""
        self.path.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")

    def below(self, figures: Figures) -> Iterator[str]:
        """Yield a line for each figure that is under its floor, and one for all figures of a system without a floor."""
        for system, measured in figures.items():
            floors = self.read().get(system, {})
            for column in sorted(measured.keys() & floors.keys()):
                if measured[column] < floors[column]:
                    figure, floor = f"{measured[column]:.{self.digits}f}", f"{floors[column]:.{self.digits}f}"
                    yield f"{system}, {column}: {figure} is under its floor of {floor}"
            if without := measured.keys() - floors.keys():
                yield f"{system}: no floor for {', '.join(sorted(without))}"

    def renewed(self, figures: Figures, *, lower: bool) -> dict[str, dict[str, float]]:
        """Return the floors that the figures allow; without `lower`, no floor is lower than it was.

        A figure that was not measured keeps its floor.
        """
        floors = self.read()
        for system, measured in figures.items():
            columns = floors.setdefault(system, {})
            for column, figure in measured.items():
                least = 0.0 if lower else columns.get(column, 0.0)
                columns[column] = max(round(figure - self.slack, self.digits), least)
        return floors
