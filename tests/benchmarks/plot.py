"""How costs grow with the number of articles: a drawing in SVG, small multiples, both scales logarithmic."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from tests.benchmarks.figures import Figures
from tests.benchmarks.systems import SYSTEMS
from tests.benchmarks.table import MEASURES, Measure, present, sizes

DRAWN = tuple(
    measure
    for measure in MEASURES
    if not measure.title.endswith("p95")
    and measure.title not in {"articles a second", "processor time of it"}
)

COLUMNS, WIDTH, HEIGHT = 3, 300, 200
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 28, 26
COLOURS = ("#c0392b", "#e08e79", "#7d3c98", "#2471a3", "#1e8449", "#b7950b", "#616a6b")
"""One for each of `SYSTEMS`: ours are red."""

Point = tuple[float, float]


def svg(steps: Sequence[Figures]) -> str:
    """Return the drawing; a measure that has fewer than two points is left out."""
    found = [(measure, lines) for measure in DRAWN if (lines := _lines(steps, measure))]
    rows = math.ceil(len(found) / COLUMNS)
    width, height = COLUMNS * WIDTH, rows * HEIGHT + BOTTOM
    body = [
        f'<g transform="translate({number % COLUMNS * WIDTH} {number // COLUMNS * HEIGHT})">{_panel(*panel)}</g>'
        for number, panel in enumerate(found)
    ]
    legend = "".join(
        f'<tspan fill="{_colour(name)}" dx="14">● {escape(SYSTEMS[name].title)}</tspan>'
        for name in present(steps)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n'
        + "\n".join(body)
        + f'\n<text x="{LEFT}" y="{height - 8}">{legend}</text>\n</svg>\n'
    )


def _lines(steps: Sequence[Figures], measure: Measure) -> dict[str, list[Point]]:
    """Return the points of each system; none if no system has two."""
    lines = {
        name: [
            (float(size), figure) for size in sizes(steps) if (figure := measure.of(steps, size, name))
        ]
        for name in present(steps)
    }  # fmt: skip
    return lines if any(len(points) > 1 for points in lines.values()) else {}


def _panel(measure: Measure, lines: dict[str, list[Point]]) -> str:
    points = [point for line in lines.values() for point in line]
    across = Scale([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = Scale([y for _, y in points], HEIGHT - BOTTOM, TOP)
    drawn = [f'<text x="{LEFT}" y="16" font-weight="bold">{escape(measure.title)}, {measure.unit}</text>']
    for value in up.ticks():
        y = up.at(value)
        drawn.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{_short(value)}</text>')
    drawn += [
        f'<text x="{across.at(value):.1f}" y="{HEIGHT - 9}" text-anchor="middle">{_short(value)}</text>'
        for value in sorted({x for x, _ in points})
    ]
    for name, line in lines.items():
        drawn_points = [f"{across.at(x):.1f} {up.at(y):.1f}" for x, y in line]
        colour = _colour(name)
        if drawn_points:
            drawn.append(
                f'<path d="M{"L".join(drawn_points)}" fill="none" stroke="{colour}" stroke-width="1.6"/>'
            )
        drawn += [
            f'<circle cx="{point.split()[0]}" cy="{point.split()[1]}" r="2.6" fill="{colour}"/>'
            for point in drawn_points
        ]
    return "".join(drawn)


class Scale:
    """A logarithmic scale from the decade below the values to the one above them.

    >>> scale = Scale([2, 500], 0, 300)
    >>> list(scale.ticks()), scale.at(10)
    ([1.0, 10.0, 100.0, 1000.0], 100.0)
    """

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)))
        self._high = max(math.ceil(math.log10(max(values))), self._low + 1)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        """Return where a value stands."""
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> Iterator[float]:
        """Yield the powers of ten."""
        return (10.0**power for power in range(self._low, self._high + 1))


def _short(value: float) -> str:
    """Return a number in few letters.

    >>> _short(36016), _short(1e6), _short(0.01)
    ('36k', '1M', '0.01')
    """
    if value >= 1e6:
        return f"{value / 1e6:g}M"
    return f"{round(value / 1e3)}k" if value >= 1e3 else f"{value:g}"


def _colour(name: str) -> str:
    return COLOURS[list(SYSTEMS).index(name)]
