"""The SQLite file of the catalog; errors of SQLite become errors of the index."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.message import Message, message
from index.errors import Damaged, IndexFailure


class Database:
    """An SQLite file with tables of one layout, open for reading and writing; nothing is saved before `commit`.

    Raises:
        Damaged: the file is missing, cannot be read, or has another layout; at any method as well.
        IndexFailure: the disk is full, or another process holds the file; at any method as well.
    """

    def __init__(self, path: Path, layout: int) -> None:
        self._path = path
        try:
            self._open("mode=rw", layout)
        except Damaged:  # SQLite cannot write files of its own beside it, in a folder that may only be read
            self._open("mode=ro&immutable=1", layout)

    def _open(self, mode: str, layout: int) -> None:
        self._connection = self._connect(mode)
        try:
            if self.rows("PRAGMA user_version") != [(layout,)]:
                raise self._damaged(message("index.other_catalog"))
        except IndexFailure:
            self.close()
            raise

    def _connect(self, mode: str) -> sqlite3.Connection:
        try:
            return sqlite3.connect(f"{self._path.absolute().as_uri()}?{mode}", uri=True)
        except sqlite3.Error as error:
            raise self._damaged(str(error)) from error

    @staticmethod
    def create(path: Path, schema: str) -> None:
        """Make a file with empty tables."""
        connection = sqlite3.connect(path)
        connection.executescript(schema)
        connection.close()

    def rows(self, statement: str, row: Iterable[object] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        with self._read():
            return self._connection.execute(statement, tuple(row)).fetchall()

    def each(self, statement: str, row: Iterable[object] = ()) -> Iterator[Any]:
        """Run a statement and yield its rows; until the last one, no other statement may change what it reads."""
        with self._read():
            yield from self._connection.execute(statement, tuple(row))

    def many(self, statement: str, rows: Iterable[Iterable[object]]) -> None:
        """Run a statement for each row."""
        with self._read():
            self._connection.executemany(statement, map(tuple, rows))

    def commit(self) -> None:
        """Save what was done since the last commit, all of it at once."""
        try:
            self._connection.commit()
        except sqlite3.Error as error:
            raise IndexFailure(
                "index.catalog_not_saved",
                path=str(self._path),
                cause=str(error),
                mend=message("mend.index_again"),
            ) from error

    def close(self) -> None:
        """Forget what was not committed, and close the file."""
        self._connection.close()

    @contextmanager
    def _read(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise IndexFailure(
                    "index.catalog_in_use", path=str(self._path), mend=message("mend.try_again")
                ) from error
            if "full" in str(error):
                raise IndexFailure(
                    "index.catalog_disk_full", path=str(self._path), mend=message("mend.free_disk")
                ) from error
            raise self._damaged(str(error)) from error
        except sqlite3.Error as error:
            raise self._damaged(str(error)) from error

    def _damaged(self, cause: str | Message) -> Damaged:
        return Damaged(
            "index.damaged_catalog", path=str(self._path), cause=cause, mend=message("mend.rebuild")
        )
