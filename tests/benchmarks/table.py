"""The figures of a run as tables: a column for each system, how many times ours beside each figure of the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.table import Table

from tests.benchmarks.figures import Figures
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import EVERY_SYSTEM


@dataclass(frozen=True, slots=True)
class Measure:
    """The head of a row, and the way to its figure: the step, and the keys in the figures of the step."""

    title: str
    unit: str
    step: str
    keys: tuple[str, ...]

    def of(self, steps: Iterable[Figures], size: int, system: str) -> float | None:
        """Return the figure of a system for a size, the last where there are several; None where there is none."""
        found: float | None = None
        for step in steps:
            if (step["size"], step["system"], step["step"]) == (size, system, self.step):
                value: object = step
                for key in self.keys:
                    value = value.get(key) if isinstance(value, dict) else None
                found = float(value) if isinstance(value, int | float) else found
        return found


MEASURES = (
    Measure("indexed", "s", "build", ("seconds",)),
    Measure("articles a second", "", "build", ("articles_a_second",)),
    Measure("processor time of it", "s", "build", ("processor_seconds",)),
    Measure("memory, indexing", "MB", "build", ("peak_mb",)),
    Measure("index on disk", "MB", "build", ("index_mb",)),
    Measure("engine, bytes an article", "", "build", ("bytes_an_article",)),
    Measure("articles on the cluster", "MB", "build", ("cluster_mb", "articles")),
    Measure("beside them on the cluster", "MB", "build", ("cluster_mb", "beside")),
    Measure("engine alone, articles a second", "", "alone", ("articles_a_second",)),
    Measure("1 article more", "s", "update", ("1_seconds",)),
    Measure("100 articles more", "s", "update", ("100_seconds",)),
    *(
        Measure(f"{kind}, {percent}", "ms", "ask", ("kinds", kind, f"{percent}_ms"))
        for kind in Kind
        for percent in ("p50", "p95")
    ),
    Measure("memory, answering", "MB", "ask", ("peak_mb",)),
    Measure("command, cold", "ms", "cold", ("p50_ms",)),
)


def present(steps: Iterable[Figures]) -> Iterator[str]:
    """Yield the names of the systems that have figures, in the order of `EVERY_SYSTEM`."""
    known = {step["system"] for step in steps}
    return (name for name in EVERY_SYSTEM if name in known)


def sizes(steps: Iterable[Figures]) -> list[int]:
    """Return the sizes that have figures, the least first."""
    return sorted({step["size"] for step in steps})


def table(steps: Sequence[Figures], size: int) -> Table:
    """Return the table of one size; what a system cannot do, or was not asked, is empty."""
    names = [name for name in present(steps) if any(m.of(steps, size, name) is not None for m in MEASURES)]
    made = Table(box=box.MARKDOWN, title=f"{size:,} articles", title_justify="left")
    made.add_column("", min_width=20)
    for name in names:
        made.add_column(EVERY_SYSTEM[name].title, justify="right")
    for measure in MEASURES:
        figures = [measure.of(steps, size, name) for name in names]
        if any(figure is not None for figure in figures):
            first, *others = figures
            cells = [rounded(first), *(f"{rounded(figure)}{ratio(figure, first)}" for figure in others)]
            made.add_row(f"{measure.title}, {measure.unit}".removesuffix(", "), *cells)
    return made


def rounded(figure: float | None) -> str:
    """Return a figure with three significant digits, or all digits before the point.

    >>> rounded(1234.5), rounded(12.345), rounded(0.01234), rounded(0.0), rounded(None)
    ('1,234', '12.3', '0.0123', '0', '')
    """
    if figure is None:
        return ""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def ratio(figure: float | None, ours: float | None) -> str:
    """Return how many times ours a figure is.

    >>> ratio(12.0, 3.0), ratio(1.0, 3.0), ratio(None, 3.0), ratio(1.0, None)
    (' ×4.0', ' ×0.33', '', '')
    """
    if not figure or not ours:
        return ""
    times = figure / ours
    return f" ×{times:.1f}" if 1 <= times < 100 else f" ×{times:.2g}" if times < 1 else f" ×{times:.0f}"


def line(step: Figures) -> str:
    """Return a step in a line, while a run goes on."""
    kinds = {f"{kind}_p50_ms": figures["p50_ms"] for kind, figures in step.get("kinds", {}).items()}
    flat = {
        key: value for key, value in step.items() if isinstance(value, float | int | str) and key not in HEAD
    }
    figures = ", ".join(
        f"{key} {rounded(value) if isinstance(value, float) else value}"
        for key, value in (flat | kinds).items()
    )
    title = EVERY_SYSTEM[step["system"]].title if step["system"] else "corpus"
    return f"{step['size']:,} articles, {title}, {step['step']}: {figures}"


HEAD = ("size", "system", "step")
