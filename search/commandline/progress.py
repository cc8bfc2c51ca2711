"""A line that tells how far a build is, on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from index.building.report import Progress


@contextmanager
def shown(stream: TextIO) -> Iterator[Callable[[Progress], None]]:
    """Yield what a build tells its progress to; on anything but a terminal, nothing is shown."""
    if not stream.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[articles]} articles, {task.fields[rate]}/s"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", articles=0, rate=0, total=None)

        def show(progress: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 1.0
            rate = round(progress.articles / max(elapsed, 0.1))
            bar.update(
                task, completed=progress.read, total=progress.of, articles=progress.articles, rate=rate
            )

        yield show
