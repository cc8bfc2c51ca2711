"""The files and records that an index was made from: a build compares them with the files as they are now.

The catalog is one SQLite file beside the files of the engine.  What a build notes is saved by `commit`, after the
commit of the engine; `index.building.update` says how the two are held together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus import Rejected
from corpus.digest import blake2b
from corpus.message import dump, load
from corpus.records import record
from index.errors import Damaged
from index.storage import comparisons, lines, register, sketches
from index.storage.comparisons import Comparisons
from index.storage.database import Database
from index.storage.lines import Lines
from index.storage.packed import unpack
from index.storage.register import Register
from index.storage.sketches import Sketches

_LAYOUT_VERSION = 10
"""Number of the layout of the tables; an empty file, or one that is not a catalog, has another number."""

_SCHEMA = f"""
PRAGMA journal_mode = WAL;  -- a reader need not wait for a build that writes
PRAGMA user_version = {_LAYOUT_VERSION};
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, path TEXT, digest TEXT, number INTEGER, wanted TEXT, raw BLOB);
CREATE INDEX articles_by_path ON articles (path);
CREATE INDEX articles_by_wanted ON articles (wanted) WHERE wanted IS NOT NULL;
CREATE TABLE rejected (path TEXT, location TEXT, reason TEXT, opened INTEGER);
CREATE INDEX rejected_by_path ON rejected (path);
{register.SCHEMA}{sketches.SCHEMA}{comparisons.SCHEMA}{lines.SCHEMA}"""


@record
class File:
    """A file as it was when it was read: its size in bytes, its time of change in nanoseconds, its digest."""

    path: str
    size: int
    modified: int
    digest: str


@record
class IndexedArticle:
    """An article of the index: its id, the path of its file, the digest of its raw text, its `number` in the file from 0.

    `wanted` is the id that its file gives it, where another article has that id; None where it is `id` itself.
    """

    id: str
    path: str
    digest: str
    number: int = 0
    wanted: str | None = None


_ARTICLES_AT_ONCE = 500
"""Articles asked for at once: SQLite took 999 values in a statement before 3.32 (sqlite.org/limits.html)."""

_RECORD = "SELECT id, path, digest, number, wanted FROM articles"


def digest(raw: str) -> str:
    """Return a digest that identifies the raw text of an article."""
    return blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _is_text_of(noted: str, packed: bytes) -> bool:
    try:
        return digest(unpack(packed)) == noted
    except Damaged:
        return False


class Catalog:
    """The files, the articles and the rejected records of an index, the `register` of its names.

    `sketches` and `lines` have those of each article, `comparisons` what pairs of articles have in common.

    Raises:
        IndexFailure: as `Database`, at any method.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _LAYOUT_VERSION)
        self.register = Register(self._database)
        self.sketches = Sketches(self._database)
        self.lines = Lines(self._database)
        self.comparisons = Comparisons(self._database)
        self._rows = self._database.rows
        self._each = self._database.each

    @classmethod
    def create(cls, path: Path) -> "Catalog":
        """Make an empty catalog."""
        Database.create(path, _SCHEMA)
        return cls(path)

    @property
    def columns_number(self) -> int:
        """The number of the file that has what a build reads of all articles as the catalog has it, 0 if no file has."""
        [(number,)] = self._rows("PRAGMA application_id")
        return int(number)

    def commit(self, columns_number: int = 0) -> None:
        """Save what was noted since the last commit, all of it at once, and the number of the file of columns with it."""
        if columns_number != self.columns_number:
            self._rows(f"PRAGMA application_id = {columns_number:d}")
        self.register.settle()
        self._database.commit()

    def close(self) -> None:
        """Forget what was not committed, and close the file."""
        self._database.close()

    def files(self) -> dict[str, File]:
        """Return every file, by its path."""
        return {row[0]: File(*row) for row in self._rows("SELECT path, size, modified, digest FROM files")}

    def note_file(self, file: File) -> None:
        """Note a file as it is now."""
        row = (file.path, file.size, file.modified, file.digest)
        self._rows("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def distrust_file(self, path: str) -> None:
        """Note a file as changed since it was read: the next build reads it again, or finds that it is gone."""
        self._rows("UPDATE files SET size = -1, digest = '' WHERE path = ?", (path,))

    def distrust_articles(self, path: str) -> None:
        """Note a file and each of its articles as changed, though their texts may be the same: they are to be read otherwise."""
        self.distrust_file(path)
        self._rows("UPDATE articles SET digest = '' WHERE path = ?", (path,))

    def forget_file(self, path: str) -> None:
        """Forget a file and its rejected records; its articles are forgotten one by one."""
        self._rows("DELETE FROM files WHERE path = ?", (path,))
        self.clear_rejected(path)

    def is_sound(self) -> bool:
        """Return whether every page of the catalog can be read and agrees with the others."""
        return self._rows("PRAGMA integrity_check") == [("ok",)]

    def count_changed_texts(self) -> int:
        """Return how many articles have a text that is not as it was read."""
        packed = self._database.each("SELECT digest, raw FROM articles WHERE digest <> ''")
        return sum(not _is_text_of(noted, raw) for noted, raw in packed)

    def count_unfiled(self) -> int:
        """Return how many articles are of a file that the catalog does not have: no build would touch them."""
        [(count,)] = self._rows("SELECT count(*) FROM articles WHERE path NOT IN (SELECT path FROM files)")
        return int(count)

    def count(self) -> int:
        """Return the number of articles."""
        [(count,)] = self._rows("SELECT count(*) FROM articles")
        return int(count)

    def find(self, article_id: str) -> IndexedArticle | None:
        """Return an article by its id; None if the index does not have it."""
        rows = self._rows(f"{_RECORD} WHERE id = ?", (article_id,))
        return IndexedArticle(*rows[0]) if rows else None

    def records(self, path: str) -> dict[str, IndexedArticle]:
        """Return the articles of a file, by their id."""
        rows = self._rows(f"{_RECORD} WHERE path = ?", (path,))
        return {row[0]: IndexedArticle(*row) for row in rows}

    def ids_of(self, path: str) -> Iterator[str]:
        """Yield the ids of the articles of a file, of which there may be a million."""
        return (article_id for (article_id,) in self._each("SELECT id FROM articles WHERE path = ?", (path,)))

    def digests_of(self, path: str) -> Iterator[str]:
        """Yield the digests of the articles of a file."""
        return (noted for (noted,) in self._each("SELECT digest FROM articles WHERE path = ?", (path,)))

    def claims(self) -> list[str]:
        """Return every id that an article wants and does not have, in order."""
        rows = self._rows("SELECT DISTINCT wanted FROM articles WHERE wanted IS NOT NULL ORDER BY wanted")
        return [wanted for (wanted,) in rows]

    def wanting(self, wanted: str) -> list[IndexedArticle]:
        """Return the articles whose files give them this id, whatever id they have."""
        rows = self._rows(f"{_RECORD} WHERE wanted = ? OR (id = ? AND wanted IS NULL)", (wanted, wanted))
        return [IndexedArticle(*row) for row in rows]

    def wanted_behind(self, wanted: str) -> set[str]:
        """Return the ids that files give and that begin with this id and a hyphen."""
        rows = self._rows(
            "SELECT DISTINCT coalesce(wanted, id) FROM articles WHERE id > ? AND id < ?",
            (f"{wanted}-", f"{wanted}."),  # the full stop is the character behind the hyphen
        )
        return {behind for (behind,) in rows} - {wanted}

    def ids(self) -> set[str]:
        """Return the id of every article."""
        return {article_id for (article_id,) in self._rows("SELECT id FROM articles")}

    def note_article(self, record: IndexedArticle, packed: bytes) -> None:
        """Note an article as it is now, with its raw text as `pack` returns it."""
        row = (record.id, record.path, record.digest, record.number, record.wanted, packed)
        self._rows("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", row)

    def renumber(self, article_id: str, number: int) -> None:
        """Note the number of an article in its file, where other articles came or went before it."""
        self._rows("UPDATE articles SET number = ? WHERE id = ?", (number, article_id))

    def rename(self, renames: Mapping[str, str]) -> None:
        """Give articles other ids, all at once: one article may get the id that another one had.

        Each article still wants the id that it wanted.
        """
        self._database.many(
            "UPDATE articles SET wanted = nullif(coalesce(wanted, id), ?) WHERE id = ?",
            ((new, old) for old, new in renames.items()),
        )
        for table in ("articles", "mentions", "sketches", "lines"):
            update = f"UPDATE {table} SET id = ? WHERE id = ?"  # noqa: S608 - names of our own
            self._database.many(update, ((f"\0{new}", old) for old, new in renames.items()))
            self._database.many(update, ((new, f"\0{new}") for new in renames.values()))

    def forget_articles(self, ids: Iterable[str]) -> None:
        """Forget articles."""
        for article_id in ids:
            self._rows("DELETE FROM articles WHERE id = ?", (article_id,))
            self.register.forget(article_id)
            self.sketches.forget(article_id)
            self.lines.forget(article_id)

    def raw(self, article_id: str) -> str | None:
        """Return the text of an article as it stands in its file; None if the index does not have the article."""
        rows = self._rows("SELECT raw FROM articles WHERE id = ?", (article_id,))
        return unpack(rows[0][0]) if rows else None

    def packed(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes | None, bytes | None]]:
        """Yield each id, and the text and the names of its article as they are kept; None for what is not there."""
        for start in range(0, len(ids), _ARTICLES_AT_ONCE):
            some = ids[start : start + _ARTICLES_AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._rows(
                f"SELECT articles.id, raw, names FROM articles LEFT JOIN mentions USING (id) WHERE id IN ({marks})",  # noqa: S608 - marks alone
                some,
            )
            found = {article_id: kept for article_id, *kept in rows}
            yield from ((article_id, *found.get(article_id, (None, None))) for article_id in some)

    def note_rejected(self, rejected: Rejected, *, opened: bool = True) -> None:
        """Note a file, a record or bytes that could not be read; a file that could not be opened is tried again at every build."""
        where = dump(rejected.where) if rejected.where else ""
        row = (rejected.path, where, dump(rejected.reason), opened)
        self._rows("INSERT INTO rejected VALUES (?, ?, ?, ?)", row)

    def clear_rejected(self, path: str) -> None:
        """Forget what was rejected of a file."""
        self._rows("DELETE FROM rejected WHERE path = ?", (path,))

    def clear_unopened(self) -> None:
        """Forget the files and folders that could not be opened."""
        self._rows("DELETE FROM rejected WHERE NOT opened")

    def rejected(self) -> list[Rejected]:
        """Return the files and records that could not be read, in the order of their paths."""
        return [noted for noted in self._noted() if not noted.is_loss]

    def losses(self) -> list[Rejected]:
        """Return the bytes that could not be read of articles that are kept, in the order of their paths."""
        return [noted for noted in self._noted() if noted.is_loss]

    def _noted(self) -> Iterator[Rejected]:
        rows = self._rows("SELECT path, location, reason FROM rejected ORDER BY path, rowid")
        return (Rejected(path, load(reason), load(where) if where else None) for path, where, reason in rows)
