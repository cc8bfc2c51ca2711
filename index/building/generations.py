"""The generations of an index: readers are sent to the one that answers; one that is unfinished is gone on with, or removed."""

import shutil
from collections.abc import Collection
from pathlib import Path

from corpus.records import replace
from index import engines, layout
from index.errors import IndexFailure
from index.layout import durable
from index.storage import manifest
from index.storage.manifest import Manifest


def tidy(home: Path, before: Manifest | None, after: Manifest) -> None:
    """End what builds before have left to do: their readers elsewhere read the last good index, and its files are alone.

    Raises:
        IndexFailure: the other machines on which the index is to be do not answer, or refuse.
    """
    if before:
        end(layout.generation(home, before.generation))
        if before.engine == after.engine:
            announce(home, before)
    sweep(home, [made for made in (before, unfinished(home, after)) if made], after.engine)


def unfinished(home: Path, plan: Manifest) -> Manifest | None:
    """Return what the unfinished generation is made with that a build with this plan can go on with, if there is one.

    It was begun with the same roots and the same choices; an engine that no person named was chosen for it by the number of
    articles.
    """
    for folder in layout.generations(home).glob("[0-9]*"):
        begun = manifest.unfinished(folder)
        if begun and folder.name == str(begun.generation):
            engine = plan.engine if plan.pinned else begun.engine
            if begun == replace(plan, engine=engine, generation=begun.generation):
                return begun
    return None


def end(folder: Path) -> None:
    """Remove what a generation has for a build that goes on with it: it answers now."""
    durable.remove(layout.stems(folder))
    durable.remove(layout.unfinished(folder))


def announce(home: Path, made: Manifest) -> None:
    """Send readers on other machines to the index that a manifest describes."""
    engines.announce(layout.engine(layout.generation(home, made.generation)), made)


def sweep(home: Path, kept: Collection[Manifest], engine: str) -> None:
    """Remove the generations other than the kept ones: those of builds that were killed or replaced.

    `engine` is the one that the index has, or is to have.  Where its files are on this machine, no other one is needed: what
    cannot be removed there is tried again by each build.

    Raises:
        IndexFailure: other machines do not let go of a generation, which stays; all others are removed.
    """
    failure: IndexFailure | None = None
    names = {str(made.generation) for made in kept}
    for folder in layout.generations(home).glob("*"):
        if folder.name not in names:
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
