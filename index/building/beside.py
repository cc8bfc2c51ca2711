"""The files beside the engine that a build makes of all articles: their stories, their names, what the next build reads of them."""

from collections.abc import Set as AbstractSet
from pathlib import Path

from index import layout
from index.building import stories
from index.building.columns import Columns
from index.building.intake import Intake
from index.building.kept import Kept, keep
from index.layout import durable
from index.storage.catalog import Catalog


def write(
    folder: Path,
    intake: Intake,
    catalog: Catalog,
    touched: AbstractSet[str],
    lines: Columns | None,
    *,
    names: bytes | None,
    has_stories: bool,
) -> int:
    """Write the files of a generation, and return the number of the columns for its catalog.

    `lines` are read where there are none; `names` is the content of their file, None if that stays.  The engine is read for
    the stories that were not compared before; their file, if it is one of the catalog before (`has_stories`), stays where it
    has what is decided now.
    """
    kept = Kept(catalog, folder, sorted(touched))
    sketches = kept.sketches()
    path, replaced = layout.stories(folder), catalog.sketches.replaced
    has_stories = has_stories and path.exists()
    if stories.note(sketches, catalog.comparisons, touched, intake.bodies, replaced if has_stories else None):
        joined = stories.decide(sketches, catalog.comparisons.every())
        if not has_stories or not stories.are_kept(joined, path, touched):
            durable.write(path, stories.content(joined, catalog.sketches))
    if names is not None:
        durable.write(layout.names(folder), names)
    return keep(folder, lines or kept.lines(), sketches, kept.since)
