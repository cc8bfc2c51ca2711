"""The progress of what takes long, shown as a line on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from index.building.report import Progress
from search.commandline.verbosity import is_quiet
from search.messages import say


@contextmanager
def shown(stream: TextIO) -> Iterator[Callable[[Progress], None]]:
    """Yield the function to which a build reports its progress, and which shows it only on a terminal, if nobody wants quiet."""
    if is_quiet() or not stream.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    # rich would print what goes to standard output above its line, which is on another stream: the data would be lost
    with Bar(*columns, console=Console(file=stream), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", rate="", total=None)

        def show(progress: Progress) -> None:
            if progress.read >= progress.of:
                # how long the rest takes is not known: a cluster may wait for a node that is lost
                bar.tasks[0].total = None
                bar.update(task, rate=say("command.finishing", count=progress.articles))
                return
            elapsed = bar.tasks[0].elapsed or 1.0
            per_second = round(progress.articles / max(elapsed, 0.1))
            rate = say("command.progress", count=progress.articles, per_second=per_second)
            bar.update(task, completed=progress.read, total=progress.of, rate=rate)

        yield show
