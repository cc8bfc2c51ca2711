"""Whether an index holds together: its files are as they were written, the engine and the catalog agree.

Compared are the files of the engine, the vectors, the stories and the names with their seal; the pages of the catalog with one
another (SQLite's own check); each text of the catalog with its digest; the names that are counted, merged and spelt, the
lines that are left out, and the stories, with those that a build would make of the articles; the articles of the engine
with those of the catalog.  A cluster is asked whether a part or a copy is missing.  Not compared are the articles with their
files, which a build does, the lines of rejected records, and what a person writes.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.message import Message, message
from corpus.records import record
from index import layout
from index.building.merges import decide, listed
from index.engine import Engine, articles_by_id
from index.engines import ailments, backend, committed
from index.errors import Damaged, IndexFailure
from index.opening import open_catalog, open_engine, open_stories
from index.storage import manifest, seal
from index.storage.names import content

if TYPE_CHECKING:
    from index.storage.catalog import Catalog  # SQLite, which no query needs; a query imports Problem

_INDEX = message("mend.index")
"""What mends a file that is not as it was sealed: a build compares them all."""

_REBUILD = message("mend.rebuild")
"""What mends a catalog, the inside of which a build does not compare."""


@record
class Problem:
    """Something wrong with an index, and what mends it; None if nothing can be typed."""

    what: Message
    mend: Message | None


def check(home: Path) -> Iterator[Problem]:
    """Yield what is wrong with an index; every article of it is read.

    What stops the check is the last problem: another process may hold the catalog, or a file may be damaged.
    """
    try:
        with ExitStack() as opened:
            made = manifest.load(home)
            folder = layout.generation(home, made.generation)
            engine = opened.enter_context(closing(open_engine(home)))
            catalog = opened.enter_context(closing(open_catalog(home)))
            opened.enter_context(closing(open_stories(home)))
            if layout.pending(folder).exists():
                yield Problem(message("index.interrupted"), _INDEX)
                return
            is_local = backend(made.engine).is_local
            files = (
                list(_check_files(folder, committed(made.engine, layout.engine(folder)))) if is_local else []
            )
            yield from files
            for ailment in ailments(made.engine, layout.engine(folder)):
                yield Problem(ailment, message("mend.ask_for_nodes"))
            known = {problem.what.values.get("name") for problem in files}
            yield from _check_catalog(catalog)
            yield from _check_names(catalog, folder if layout.names(folder).name not in known else None)
            yield from _check_furniture(catalog)
            if layout.stories(folder).name not in known:
                yield from _check_stories(folder, catalog, engine)
            yield from _check_articles(engine, catalog)
    except IndexFailure as error:
        yield Problem(error.message, error.mend)


def _check_files(folder: Path, names: set[str]) -> Iterator[Problem]:
    """Yield the files that are not as they were sealed, or were not; a seal that cannot be read is a problem too."""
    try:
        for name in seal.unsealed(folder, names):
            yield Problem(message("index.file_unsealed", name=name), _INDEX)
        for name in seal.broken(folder):
            yield Problem(message("index.file_changed", name=name), _INDEX)
    except Damaged as error:
        yield Problem(error.message, error.mend)


def _check_catalog(catalog: "Catalog") -> Iterator[Problem]:
    """Yield what is wrong within the catalog."""
    if not catalog.is_sound():
        yield Problem(message("index.catalog_unsound"), _REBUILD)
    if changed := catalog.count_changed_texts():
        yield Problem(message("index.texts_changed", count=changed), _REBUILD)
    if unfiled := catalog.count_unfiled():
        yield Problem(message("index.articles_unfiled", count=unfiled), _REBUILD)


def _check_names(catalog: "Catalog", folder: Path | None) -> Iterator[Problem]:
    """Yield a problem if the catalog does not have the names of its articles, or a query reads others in the folder."""
    register = catalog.register
    try:
        are_right = _has_right_names(catalog) and (
            folder is None or layout.names(folder).read_bytes() == content(register)
        )
    except (Damaged, FileNotFoundError):
        are_right = False
    if not are_right:
        yield Problem(message("index.names_changed"), _REBUILD)


def _check_furniture(catalog: "Catalog") -> Iterator[Problem]:
    """Yield a problem if the index leaves out other lines than a build would decide now."""
    from index.building.furniture import decide
    from index.building.kept import Kept  # numpy, which no query needs

    try:
        are_right = not decide(Kept(catalog).lines(), catalog.lines)
    except Damaged:
        are_right = False
    if not are_right:
        yield Problem(message("index.furniture_changed"), _REBUILD)


def _check_stories(folder: Path, catalog: "Catalog", engine: Engine) -> Iterator[Problem]:
    """Yield a problem if the stories are not those that a build would decide now from the sketches and the texts."""
    from index.building import stories  # numpy, which no query needs
    from index.building.kept import Kept

    try:
        sketches = Kept(catalog).sketches()
        shares = stories.shares(sketches, partial(stories.compared, bodies=partial(stories.bodies, engine)))
        decided = stories.content(stories.decide(sketches, shares), catalog.sketches)
        are_right = layout.stories(folder).read_bytes() == decided and catalog.comparisons.every() == shares
    except Damaged:
        are_right = False
    if not are_right:
        yield Problem(message("index.stories_changed"), _REBUILD)


def _has_right_names(catalog: "Catalog") -> bool:
    """Return whether the names are counted, merged and spelt as a build would do it now.

    Raises:
        Damaged: the names of an article cannot be read.
    """
    from index.storage.catalog import Catalog
    from index.storage.register import article_names

    with (
        TemporaryDirectory(prefix="manchette-") as folder,
        closing(Catalog.create(layout.catalog(Path(folder)))) as made,
    ):
        made.register.enlist(listed())
        for article_id, mentions in catalog.register.every():
            made.register.note(article_id, article_names(mentions))
        decide(made.register)
        with closing(catalog.register.rows()) as held, closing(made.register.rows()) as right:
            return all(row == other for row, other in zip_longest(held, right))


def _check_articles(engine: Engine, catalog: "Catalog") -> Iterator[Problem]:
    """Yield what is wrong between the engine and the catalog, and how many articles cannot be read."""
    in_engine, in_catalog = engine.ids(), catalog.ids()
    if extra := len(in_engine - in_catalog):
        yield Problem(message("index.not_in_catalog", count=extra), _REBUILD)
    if missing := len(in_catalog - in_engine):
        yield Problem(message("index.not_in_index", count=missing), _REBUILD)
    readable = sum(1 for _ in articles_by_id(engine, sorted(in_engine)))
    if unread := len(in_engine) - readable:
        count = message("index.articles_unreadable", count=unread, total=len(in_engine))
        yield Problem(count, _REBUILD)
