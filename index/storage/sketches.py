"""The sketches of the articles of an index: a table of the catalog, by which a build finds the near-duplicates."""

from collections.abc import Collection, Generator, Iterable, Iterator
from typing import Any, NamedTuple

from index.storage.database import Database

SCHEMA = """
CREATE TABLE sketches (id TEXT PRIMARY KEY, day INTEGER, source TEXT, sketch BLOB);
"""

_ARTICLES_AT_ONCE = 500
"""Articles asked for at once: SQLite took 999 values in a statement before 3.32 (sqlite.org/limits.html)."""


class Sketched(NamedTuple):
    """The sketch of an article as `corpus.duplicates` makes it, its day, yyyymmdd or 0, and its source."""

    sketch: bytes
    day: int
    source: str


class Sketches:
    """The sketches of an index; an article that is too short for one has none.  They are saved by the commit of the catalog.

    `replaced` has those that were forgotten, or that others took the place of, since the catalog was opened.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.replaced: list[tuple[str, Sketched]] = []

    def note(self, article_id: str, sketched: Sketched) -> None:
        """Note the sketch of an article, in place of its earlier one."""
        self.forget(article_id)
        if sketched.sketch:
            row = (article_id, sketched.day, sketched.source, sketched.sketch)
            self._database.rows("INSERT INTO sketches VALUES (?, ?, ?, ?)", row)

    def forget(self, article_id: str) -> None:
        """Forget the sketch of an article."""
        before = list(self.of([article_id]))
        if before:
            self.replaced += before
            self._database.rows("DELETE FROM sketches WHERE id = ?", (article_id,))

    def every(self) -> Generator[tuple[str, Sketched], None, None]:
        """Yield the id and the sketch of every article that has one, in the order of the ids."""
        for row in self._database.each("SELECT id, sketch, day, source FROM sketches ORDER BY id"):
            yield row[0], Sketched(*row[1:])

    def of(self, ids: Iterable[str]) -> Iterator[tuple[str, Sketched]]:
        """Yield the id and the sketch of those of some articles that have one."""
        for one in ids:
            rows = self._database.rows("SELECT sketch, day, source FROM sketches WHERE id = ?", (one,))
            yield from ((one, Sketched(*row)) for row in rows)

    def printed(self, ids: Collection[str]) -> Iterator[tuple[int, str, str, str]]:
        """Yield the day, the id, the source and the path of articles, in no order."""
        wanted = sorted(ids)
        for start in range(0, len(wanted), _ARTICLES_AT_ONCE):
            some = wanted[start : start + _ARTICLES_AT_ONCE]
            rows: list[Any] = self._database.rows(
                "SELECT day, id, source, path FROM sketches JOIN articles USING (id) "  # noqa: S608 - marks alone
                f"WHERE id IN ({', '.join('?' * len(some))})",
                some,
            )
            yield from rows
