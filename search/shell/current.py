"""The index as it is now: a build may change it, or take it away, while the shell is open."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TypeAlias, TypeVar

from corpus.message import message
from index import engines, layout
from index.errors import Damaged, IndexFailure
from search.counts.facets import Bucket
from search.entities.curator import Curator
from search.errors import SearchError
from search.results import Results
from search.searcher import Page, Searcher

Answer = TypeVar("Answer")
_PERIOD_SECONDS = 5
"""How long a shell answers from the same state of an index that another machine builds: to ask for its state takes a request."""

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
"""The path, the time of change and the inode of each file: a file that was replaced has another inode."""


class Current:
    """The answers of an index, which is opened again when it changed on disk, and once more when it fails.

    `home` is the folder of the index, `openings` the number of times that it was opened.  Questions of several threads wait
    for each other: the readers of Whoosh's files share their place in a file.
    """

    def __init__(self, opener: Callable[[], Searcher], home: Path) -> None:
        self._opener = opener
        self.home = home
        self._stamp = _stamp(home)
        self._searcher = opener()
        self.openings = 1
        self._turn = RLock()

    def search(self, line: str, page: Page = Page()) -> Results:
        """Return a page of the answer to a line.

        Raises:
            SearchError: as `Searcher.search`.
            IndexFailure: the index cannot answer.
        """
        return self._answer(lambda searcher: searcher.search(line, page))

    def answer(self, request: Callable[[Searcher], Answer]) -> Answer:
        """Run a request on the searcher and return its result; it may be run a second time, on the index opened again.

        Raises:
            SearchError, IndexFailure: as `search`.
        """
        return self._answer(request)

    def values(self, facet: str) -> tuple[Bucket, ...]:
        """Return every value of a facet in the whole index.

        Raises:
            SearchError, IndexFailure: as `search`.
        """
        return self._answer(lambda searcher: searcher.values(facet))

    def curated(self, request: Callable[[Curator], Answer]) -> Answer:
        """Run a request on the curator and return its result; later searches see its edits.

        Raises:
            SearchError, IndexFailure: as `search`.
        """
        answer = self._answer(lambda searcher: request(Curator(searcher, self.home)))
        if _stamp(self.home) != self._stamp:
            self._open()
        return answer

    def _answer(self, ask: Callable[[Searcher], Answer]) -> Answer:
        with self._turn:
            return self._first_answer(ask)

    def _first_answer(self, ask: Callable[[Searcher], Answer]) -> Answer:
        """Return the answer of the index as it is open, or, where that fails, of the index opened again."""
        failure: Exception | None = None
        for stale in (_stamp(self.home) != self._stamp, True):
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
        cause = f"{type(failure).__name__}: {failure}"
        raise Damaged("index.no_answer", cause=cause, mend=message("mend.check")) from failure

    def close(self) -> None:
        """Close the index."""
        self._searcher.close()

    def _open(self) -> None:
        stamp = _stamp(self.home)
        opened = self._opener()
        self.close()
        self._searcher = opened
        self._stamp = stamp  # only now: the next line tries again to open an index that could not be opened
        self.openings += 1


def _stamp(home: Path) -> Stamp:
    """Return a value that changes when a build ends, whose last write is the catalog, and when the aliases change.

    Of an index that another machine builds, no file changes here: the other machine is asked.
    """
    files = (layout.manifest(home), layout.aliases(home), *layout.catalogs(home))
    states = ((file, file.stat()) for file in files if file.exists())
    builds = _builds_elsewhere(home, int(monotonic() // _PERIOD_SECONDS))
    return ("", builds, 0), *((str(file), stat.st_mtime_ns, stat.st_ino) for file, stat in states)


@lru_cache(1)
def _builds_elsewhere(home: Path, _: int) -> int:
    """Return the number of a home that changes when a build ends on another machine, which is asked once in a period."""
    return engines.builds_elsewhere(home)
