"""From the tree of a query to what an engine is asked, with all that an index knows: names, stories, notes, frequencies."""

from collections.abc import Callable, Iterator
from datetime import date

from index.engine import Engine
from index.names.resolution import Names
from index.query import Query
from index.storage.stories import Stories
from search.language import Tree
from search.planning.kept import Notes
from search.planning.likeness import IndexedLikeness
from search.planning.other_names import IndexedNames, TypedName, typed_names
from search.planning.plan import Matching, plan
from search.planning.quorum import Quorum
from search.planning.topic import topic


class Planner:
    """Makes the queries of an index: distances in time count back from the day that `today` returns."""

    def __init__(
        self,
        engine: Engine,
        names: Names,
        stories: Stories | None,
        today: Callable[[], date],
        notes: Notes,
    ) -> None:
        self._engine = engine
        self._names = names
        self._today = today
        self._notes = notes
        self._quorum = Quorum(engine)
        self._other_names = IndexedNames(engine, names)
        self._likeness = IndexedLikeness(engine, stories)

    def query(self, typed: Tree, matching: Matching) -> Query:
        """Return the query of a tree.

        Raises:
            SearchError: a range of days ends before it begins, no article has an id, or the query is too much work.
        """
        return plan(
            typed,
            self._today(),
            matching,
            self._names,
            quorum=self._quorum,
            other_names=self._other_names,
            likeness=self._likeness,
            notes=self._notes,
        )

    def readings(self, typed: Tree, matching: Matching) -> Iterator[Query]:
        """Yield the query as typed, then a fallback that matches any of its words.

        Raises:
            SearchError: as `query` does.
        """
        query = self.query(typed, matching)
        yield query
        if matching is Matching.MOST:
            wider = self.query(typed, Matching.ANY)
            if wider != query:
                yield wider

    def topic(self, typed: Tree) -> tuple[str, ...]:
        """Return the stems that an answer to a tree is reranked by.

        Raises:
            SearchError: no article has an id.
        """
        return topic(typed, self._engine, self._likeness)

    def typed_names(self, typed: Tree) -> tuple[TypedName, ...]:
        """Return the names in a tree that its query also has under their other names, each once."""
        return tuple(dict.fromkeys(typed_names(typed, self._other_names)))
