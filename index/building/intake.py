"""What a pass hands to the engine of an index: the engine is chosen by the number of articles, and opened at the first change."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from index import engines, layout
from index.building import stories
from index.document import Document
from index.engine import Engine, Writer
from index.storage.manifest import Manifest


class Outgrown(Exception):  # noqa: N818 - no error, but an index that is to be made with another engine
    """There are more articles than the engine of the index is made for."""


class Intake:
    """The engine of an index in a folder, open for changes; a `fresh` one is created.

    `engine` is its name: unless a person named it, a fresh index with more articles than suit the engine of the plan
    gets the next one.  The first articles of a fresh index wait until its engine is chosen.
    """

    def __init__(self, folder: Path, plan: Manifest, *, fresh: bool) -> None:
        self._folder = layout.engine(folder)
        self._is_pinned = plan.pinned
        self.engine = plan.engine
        can_grow = not plan.pinned and engines.backend(plan.engine).max_articles is not None
        self._waiting: list[Document] | None = [] if fresh and can_grow else None
        if fresh and not can_grow:
            engines.create(self.engine, self._folder)
        self._added = 0
        self._writer: Writer | None = None

    @property
    def is_local(self) -> bool:
        """Whether the files of the engine are in the folder of the index."""
        return engines.backend(self.engine).is_local

    @property
    def has_changes(self) -> bool:
        """Whether the engine was handed a change."""
        return self._writer is not None

    def put(self, document: Document) -> None:
        """Hand a document to the engine, in the stead of the one with its id; it waits where the engine is not chosen yet.

        Raises:
            Outgrown: there are more articles than suit the engine.
        """
        if self._waiting is None:
            self._open().remove(document.id)
            self._open().add(document)
            self._added += 1
            self.check(self._added)
        else:
            self._waiting.append(document)
            if not self._suits(len(self._waiting)):
                self.choose()

    def remove(self, article_id: str) -> None:
        """Remove the article with this id."""
        self._open().remove(article_id)

    def choose(self) -> None:
        """Create the engine that suits the number of articles, where it is not chosen yet, and hand it those that waited."""
        if self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        self.engine = engines.suiting(len(waiting))
        engines.create(self.engine, self._folder)
        for document in waiting:
            self._open().add(document)

    @property
    def can_save(self) -> bool:
        """Whether what the engine was handed can be saved before all of it is: not in a cluster, nor while it is not chosen."""
        return self.is_local and self._waiting is None

    def save(self) -> None:
        """Commit the changes so far; more may follow."""
        self.commit()
        self._writer = None

    def check(self, articles: int) -> None:
        """Check that the engine may have this number of articles; it may have any if a person named it.

        Raises:
            Outgrown: it may not.
        """
        if not self._suits(articles):
            raise Outgrown

    def commit(self) -> None:
        """Make the changes visible at once, with every file of theirs on the disk before."""
        if self._writer:
            self._writer.commit()

    @contextmanager
    def again(self) -> Iterator[tuple[Engine, Writer]]:
        """Give the engine as the last commit left it, and a writer of changes; they are committed at the end."""
        with self.reading() as engine:
            self._writer = engines.open_writer(self.engine, self._folder)
            yield engine, self._writer
            self._writer.commit()

    @contextmanager
    def reading(self) -> Iterator[Engine]:
        """Give the engine as the last commit left it."""
        with closing(engines.open_engine(self.engine, self._folder)) as engine:
            yield engine

    def bodies(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the id and the body of articles, as the last commit left them."""
        with self.reading() as engine:
            yield from stories.bodies(engine, ids)

    def cancel(self) -> None:
        """Forget the changes."""
        if self._writer:
            # An engine whose commit failed may fail here again: the first error is the one to report.
            with suppress(Exception):
                self._writer.cancel()

    def _suits(self, articles: int) -> bool:
        return self._is_pinned or engines.backend(self.engine).suits(articles)

    def _open(self) -> Writer:
        """Return the writer of the engine, opened at the first change: a build without a change does not open it."""
        self.choose()
        if self._writer is None:
            self._writer = engines.open_writer(self.engine, self._folder)
        return self._writer
