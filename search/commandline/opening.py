"""The index that a command is about, opened for its questions."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.message import message
from index.opening import open_engine, open_names, open_stories
from index.storage import manifest
from search.commandline import stages
from search.commandline.home import home_of
from search.notebook.opened import OpenNotes
from search.results import Results
from search.searcher import Page, Searcher

if TYPE_CHECKING:
    from search.entities.curator import Curator  # a query does not need the entities

Answer = TypeVar("Answer")


def open_searcher(home: Path) -> Searcher:
    """Open an index for searches.

    Raises:
        IndexFailure: there is no index, or it cannot be read.
    """
    stories = open_stories(home)
    try:
        return Searcher(open_engine(home), open_names(home), stories, notes=OpenNotes(home))
    except BaseException:
        stories.close()
        raise


class OpenIndex:
    """An index that is open for the questions of one command."""

    def __init__(self, home: Path, searcher: Searcher) -> None:
        self.home = home
        self.searcher = searcher

    def search(self, line: str, page: Page = Page()) -> Results:
        """Return a page of the answer to a line."""
        results = self.searcher.search(line, page)
        stages.done(
            lambda: message("command.stage_answered", query=str(results.parsed), count=results.total.count)
        )
        return results

    def answer(self, request: Callable[[Searcher], Answer]) -> Answer:
        """Run a request on the searcher, and return its result."""
        answer = request(self.searcher)
        stages.done(lambda: message("command.stage_computed"))
        return answer

    def curated(self, request: "Callable[[Curator], Answer]") -> Answer:
        """Run a request on the curator of the entities, and return its result."""
        from search.entities.curator import Curator

        return request(Curator(self.searcher, self.home))


@contextmanager
def open_index(options: argparse.Namespace) -> Iterator[OpenIndex]:
    """Open the index that the options are about, and close it at the end.

    Raises:
        IndexFailure: there is no index, or it cannot be read.
    """
    home = home_of(options)
    searcher = open_searcher(home)
    stages.done(lambda: message("command.stage_opened", home=str(home), engine=manifest.read(home).engine))
    try:
        yield OpenIndex(home, searcher)
    finally:
        searcher.close()
