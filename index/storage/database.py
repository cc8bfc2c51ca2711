"""The SQLite file of the catalog: what goes wrong with it is told as errors of the index."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import Damaged, IndexFailure


class Database:
    """An SQLite file of a known layout, open for reading and writing; nothing is kept before `commit`.

    Raises:
        Damaged: the file is not there, cannot be read, or is none of this layout; at any method as well.
        IndexFailure: the disk is full, or another process holds the file; at any method as well.
    """

    def __init__(self, path: Path, layout: int) -> None:
        self._path = path
        self._connection = self._connect("mode=rw")
        try:
            found = self.rows("PRAGMA user_version")
        except Damaged:  # a folder that may only be read has no place for SQLite's own files
            self._connection = self._connect("mode=ro&immutable=1")
            found = self.rows("PRAGMA user_version")
        if found != [(layout,)]:
            self.close()
            raise self._damaged("it is not one")

    def _connect(self, mode: str) -> sqlite3.Connection:
        try:
            return sqlite3.connect(f"{self._path.absolute().as_uri()}?{mode}", uri=True)
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    @staticmethod
    def create(path: Path, schema: str) -> None:
        """Make a file of empty tables."""
        connection = sqlite3.connect(path)
        connection.executescript(schema)
        connection.close()

    def rows(self, statement: str, row: Iterable[object] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        with self._told():
            return self._connection.execute(statement, tuple(row)).fetchall()

    def each(self, statement: str, row: Iterable[object] = ()) -> Iterator[Any]:
        """Run a statement and yield its rows; no other may change what it reads meanwhile."""
        with self._told():
            yield from self._connection.execute(statement, tuple(row))

    def many(self, statement: str, rows: Iterable[Iterable[object]]) -> None:
        """Run a statement for each row."""
        with self._told():
            self._connection.executemany(statement, map(tuple, rows))

    def commit(self) -> None:
        """Keep what was done since the last commit, all of it at once."""
        try:
            self._connection.commit()
        except sqlite3.Error as error:
            raise IndexFailure(f"{self._path}: {error}: type manchette index again") from error

    def close(self) -> None:
        """Forget what was not committed, and close."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "full" in str(error):
                raise IndexFailure(f"{self._path}: {error}: try again") from error
            raise self._damaged(error) from error
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _damaged(self, reason: object) -> Damaged:
        return Damaged(f"the catalog {self._path} cannot be read ({reason}): type manchette index --rebuild")
