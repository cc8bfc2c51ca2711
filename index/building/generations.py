"""The generations of an index: readers are sent to the one that answers, and the others are removed."""

import shutil
from pathlib import Path

from index import engines, layout
from index.errors import IndexFailure
from index.storage.manifest import Manifest


def tidy(home: Path, before: Manifest | None, after: Manifest) -> None:
    """End what builds before have left to do: their readers elsewhere read the last good index, and its files are alone.

    Raises:
        IndexFailure: the other machines on which the index is to be do not answer, or refuse.
    """
    if before and before.engine == after.engine:
        announce(home, before)
    sweep(home, before, after.engine)


def announce(home: Path, made: Manifest) -> None:
    """Send readers on other machines to the index that a manifest describes."""
    engines.announce(layout.engine(layout.generation(home, made.generation)), made)


def sweep(home: Path, kept: Manifest | None, engine: str) -> None:
    """Remove the generations other than the kept one: those of builds that were killed or replaced.

    `engine` is the one that the index has, or is to have.  Where its files are on this machine, no other one is needed: what
    cannot be removed there is tried again by each build.

    Raises:
        IndexFailure: other machines do not let go of a generation, which stays; all others are removed.
    """
    failure: IndexFailure | None = None
    for folder in layout.generations(home).glob("*"):
        if kept is None or folder.name != str(kept.generation):
            try:
                remove(folder)
            except IndexFailure as error:
                failure = error
    if failure and not engines.backend(engine).is_local:
        raise failure


def remove(folder: Path) -> None:
    """Remove a generation, and what it has on other machines."""
    engines.discard(layout.engine(folder))
    shutil.rmtree(folder, ignore_errors=True)
