"""Which files and records an index was made from: what a build compares with what it finds.

One SQLite file beside the engine's.  What a build notes is kept by `commit`, after the engine's own commit;
`index.build` says how the two are held together.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import Article, Rejected

SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, path TEXT, digest TEXT, raw BLOB);
CREATE INDEX IF NOT EXISTS articles_by_path ON articles (path);
CREATE TABLE IF NOT EXISTS rejected (path TEXT, place TEXT, reason TEXT);
CREATE INDEX IF NOT EXISTS rejected_by_path ON rejected (path);
"""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was when it was read: its size in bytes, its time of change in ns, its digest."""

    path: str
    size: int
    modified: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """An article that is in the index: its id, the file it is from, the digest of its raw text."""

    id: str
    path: str
    digest: str


class Catalog:
    """The files, the articles and the rejected records of an index."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.executescript(SCHEMA)

    def commit(self) -> None:
        """Keep what was noted since the last commit, all of it at once."""
        self._connection.commit()

    def close(self) -> None:
        """Forget what was not committed, and close."""
        self._connection.close()

    def files(self) -> dict[str, File]:
        """Return every file, by its path."""
        rows = self._connection.execute("SELECT path, size, modified, digest FROM files")
        return {row[0]: File(*row) for row in rows}

    def note_file(self, file: File) -> None:
        """Note a file as it is now."""
        row = (file.path, file.size, file.modified, file.digest)
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def forget_file(self, path: str) -> None:
        """Forget a file and its rejected records; its articles are forgotten one by one."""
        self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self.clear_rejected(path)

    def count(self) -> int:
        """Return the number of articles."""
        count: int = self._connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        return count

    def find(self, article_id: str) -> Record | None:
        """Return the record of an article."""
        query = "SELECT id, path, digest FROM articles WHERE id = ?"
        row = self._connection.execute(query, (article_id,)).fetchone()
        return Record(*row) if row else None

    def records(self, path: str) -> dict[str, Record]:
        """Return the articles of a file, by their id."""
        rows = self._connection.execute("SELECT id, path, digest FROM articles WHERE path = ?", (path,))
        return {row[0]: Record(*row) for row in rows}

    def ids(self) -> Iterator[str]:
        """Yield the id of every article."""
        for (article_id,) in self._connection.execute("SELECT id FROM articles"):
            yield article_id

    def note_article(self, article: Article, digest: str) -> None:
        """Note an article as it is now, with its raw text."""
        row = (
            article.id,
            article.path,
            digest,
            zlib.compress(article.raw.encode("utf-8", "surrogatepass"), 3),
        )
        self._connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?)", row)

    def forget_articles(self, ids: Iterable[str]) -> None:
        """Forget articles."""
        self._connection.executemany(
            "DELETE FROM articles WHERE id = ?", ((article_id,) for article_id in ids)
        )

    def raw(self, article_id: str) -> str | None:
        """Return the text of an article as it stood in its file."""
        row = self._connection.execute("SELECT raw FROM articles WHERE id = ?", (article_id,)).fetchone()
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None

    def note_rejected(self, rejected: Rejected) -> None:
        """Note a file or a record that could not be read."""
        row = (rejected.path, rejected.where, rejected.reason)
        self._connection.execute("INSERT INTO rejected VALUES (?, ?, ?)", row)

    def clear_rejected(self, path: str) -> None:
        """Forget what was rejected of a file."""
        self._connection.execute("DELETE FROM rejected WHERE path = ?", (path,))

    def clear_unopened(self) -> None:
        """Forget the rejected paths that never were files to read: folders and files that could not be opened."""
        self._connection.execute("DELETE FROM rejected WHERE path NOT IN (SELECT path FROM files)")

    def rejected(self) -> list[Rejected]:
        """Return what could not be read, by path."""
        rows = self._connection.execute("SELECT path, place, reason FROM rejected ORDER BY path, rowid")
        return [Rejected(*row) for row in rows]
