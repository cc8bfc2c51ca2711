"""The SQLite file of the catalog; errors of SQLite become errors of the index."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from corpus.message import Message, message
from index.errors import Damaged, IndexFailure
from index.layout import disk

_PRIMARY_CODE = 0xFF
"""The bits of an error of SQLite that say of which kind it is; the others say more (sqlite.org/rescode.html)."""

_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
"""Errors that a full disk, a failing one, or one that may only be read can have for a cause."""


_CACHE_KIB = 64 << 10
"""Pages of the file that are kept in memory, in kibibytes: with the 2,000 of SQLite, ids that come in no order cost a third more."""


class Database:
    """An SQLite file with tables of one layout, open for reading and writing; nothing is saved before `commit`.

    Raises:
        Damaged: the file is missing, cannot be read, or has another layout; at any method as well.
        IndexFailure: another process holds the file; at any method as well.
        OSError: the disk is full, fails, or may only be read; at any method that writes.
    """

    def __init__(self, path: Path, layout: int) -> None:
        self._path = path
        try:
            self._open("mode=rw", layout)
        except (Damaged, OSError):
            # SQLite cannot write files of its own beside it, in a folder that may only be read.
            self._open("mode=ro&immutable=1", layout)

    def _open(self, mode: str, layout: int) -> None:
        self._connection = self._connect(mode)
        try:
            if self.rows("PRAGMA user_version") != [(layout,)]:
                raise self._damaged(message("index.other_catalog"))
            self.rows(f"PRAGMA cache_size = {-_CACHE_KIB}")
        except (IndexFailure, OSError):
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
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.executescript(schema)
        except sqlite3.Error as error:
            raise _failure(path, error) from error

    def rows(self, statement: str, row: Iterable[object] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        try:
            return self._connection.execute(statement, tuple(row)).fetchall()
        except sqlite3.Error as error:
            raise _failure(self._path, error) from error

    def each(self, statement: str, row: Iterable[object] = ()) -> Iterator[Any]:
        """Run a statement and yield its rows; until the last one, no other statement may change what it reads."""
        try:
            yield from self._connection.execute(statement, tuple(row))
        except sqlite3.Error as error:
            raise _failure(self._path, error) from error

    def many(self, statement: str, rows: Iterable[Iterable[object]]) -> None:
        """Run a statement for each row."""
        try:
            self._connection.executemany(statement, map(tuple, rows))
        except sqlite3.Error as error:
            raise _failure(self._path, error) from error

    def commit(self) -> None:
        """Save what was done since the last commit, all of it at once."""
        try:
            self._connection.commit()
        except sqlite3.Error as error:
            raise _failure(self._path, error) from error

    def close(self) -> None:
        """Forget what was not committed, and close the file."""
        # A statement that an error interrupted would keep the lock of its transaction.
        with suppress(sqlite3.Error):
            self._connection.rollback()
        self._connection.close()

    def _damaged(self, cause: str | Message) -> Damaged:
        return _damaged(self._path, cause)


def _failure(path: Path, error: sqlite3.Error) -> IndexFailure | OSError:
    """Return what to raise for an error of SQLite, which says what it could not do, but not why the system refused it."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexFailure("index.catalog_in_use", path=str(path), mend=message("mend.try_again"))
    if code in _REFUSED and path.exists():
        refused = disk.refusal(path.parent)
        if refused:
            return refused
    if code == sqlite3.SQLITE_FULL:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    return _damaged(path, str(error))


def _damaged(path: Path, cause: str | Message) -> Damaged:
    return Damaged("index.damaged_catalog", path=str(path), cause=cause, mend=message("mend.rebuild"))
