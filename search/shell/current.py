"""The index as it is now: a build may change it, or take it away, while the shell is open."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from index import layout
from index.errors import Damaged, IndexFailure
from search.entities.curator import Curator
from search.errors import SearchError
from search.facets import Bucket
from search.results import Results
from search.searcher import Page, Searcher

Asked = TypeVar("Asked")
Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
"""Of each file its path, its time of change and its inode: one that was replaced has another inode."""


class Current:
    """Answers from an index, opened again when it changed on disk, and once more when it fails.

    `openings` counts how many times it was opened.
    """

    def __init__(self, opener: Callable[[], Searcher], home: Path) -> None:
        self._opener = opener
        self._home = home
        self.openings = 0
        self._stamp: Stamp = ()
        self._open()

    def search(self, line: str, page: Page = Page()) -> Results:  # noqa: B008 - frozen
        """Return a page of the answer to a line.

        Raises:
            SearchError: as `Searcher.search`.
            IndexFailure: the index cannot answer.
        """
        return self._asked(lambda searcher: searcher.search(line, page))

    def values(self, facet: str) -> tuple[Bucket, ...]:
        """Return every value of a facet in the whole index.

        Raises:
            SearchError, IndexFailure: as `search`.
        """
        return self._asked(lambda searcher: searcher.values(facet))

    def curated(self, ask: Callable[[Curator], Asked]) -> Asked:
        """Return what is asked of the entities, or done with their names: the next answer follows it.

        Raises:
            SearchError, IndexFailure: as `search`.
        """
        answer = self._asked(lambda searcher: ask(Curator(searcher, self._home)))
        if _stamp(self._home) != self._stamp:
            self._open()
        return answer

    def _asked(self, ask: Callable[[Searcher], Asked]) -> Asked:
        failure: Exception | None = None
        for stale in (_stamp(self._home) != self._stamp, True):
            try:
                if stale:
                    self._open()
                return ask(self._searcher)
            except SearchError:
                raise
            except Exception as error:  # noqa: BLE001 - an engine may raise anything when its files go
                failure = error
        if isinstance(failure, IndexFailure):
            raise failure
        message = f"the index could not answer ({type(failure).__name__}: {failure}): type manchette check"
        raise Damaged(message) from failure

    def _open(self) -> None:
        stamp = _stamp(self._home)
        self._searcher = self._opener()
        self._stamp = stamp  # only now: an index that could not be opened is tried again at the next line
        self.openings += 1


def _stamp(home: Path) -> Stamp:
    """Return what changes when a build ends, whose catalog is the last thing that it writes, and with the aliases."""
    files = (layout.manifest(home), layout.aliases(home), *layout.catalogs(home))
    found = ((file, file.stat()) for file in files if file.exists())
    return tuple((str(file), stat.st_mtime_ns, stat.st_ino) for file, stat in found)
