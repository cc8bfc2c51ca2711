"""Whether the files of an index are as they were sealed, before a build writes them into others, which would hide a change.

Changed vectors, stories and names are made anew of what the catalog and the engine have, whether or not a file of articles has
changed.  Files that a killed build wrote have no seal yet.
"""

from collections.abc import Container
from pathlib import Path

from corpus.message import message
from index import engines, layout
from index.building.intake import Intake
from index.errors import Damaged
from index.storage import seal
from index.vectors.renewal import Renewal


def broken(
    folder: Path, intake: Intake, taken_over: Container[str] = (), *, whole: bool = False
) -> list[str]:
    """Return which of the vectors, the stories and the names have changed; those files that are `taken_over` into others are read.

    A build that goes on with another one reads the `whole` of them, once, and merges them later.

    Raises:
        Damaged: a file of the engine is not as it was written.
    """
    if layout.pending(folder).exists() or not intake.is_local:
        return []
    found = seal.broken(folder) if whole else seal.broken_for_update(folder, taken_over)
    for name in found:
        if folder / name not in layout.beside_engine(folder):
            raise Damaged("index.file_changed", name=name, mend=message("mend.index"))
    return found


def broken_of_taken_over(folder: Path, intake: Intake, articles: int, renewal: Renewal) -> list[str]:
    """Return the same before a commit that touches some articles: what the engine may merge is taken over, and vectors that are copied.

    Raises:
        Damaged: a file of the engine is not as it was written.
    """
    if not intake.is_local:
        return []
    directory = layout.engine(folder)
    merged = engines.mergeable(intake.engine, directory, articles)
    vectors = (layout.vectors(folder),) if renewal.copies(articles) else ()
    files = (*vectors, *(directory / name for name in merged))
    return broken(folder, intake, {file.relative_to(folder).as_posix() for file in files})
