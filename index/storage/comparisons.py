"""What the articles of a pair have in common: a table of the catalog, so that an update compares only the touched articles."""

from collections.abc import Iterable, Mapping

from index.storage.database import Database

SCHEMA = """
CREATE TABLE comparisons (one TEXT, other TEXT, share REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX comparisons_by_other ON comparisons (other);
"""

Pair = tuple[str, str]
"""The ids of two articles, the lower one first."""


class Comparisons:
    """The share in common of pairs of articles, as `corpus.duplicates.share` counts it; saved by the commit of the catalog."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> dict[Pair, float]:
        """Return every share, by its pair."""
        rows = self._database.rows("SELECT one, other, share FROM comparisons")
        return {(one, other): share for one, other, share in rows}

    def of(self, ids: Iterable[str]) -> dict[Pair, float]:
        """Return the shares of the pairs of some articles."""
        rows = (
            row
            for article_id in ids
            for column in ("one", "other")
            for row in self._database.rows(
                f"SELECT one, other, share FROM comparisons WHERE {column} = ?",  # noqa: S608 - ours
                (article_id,),
            )
        )
        return {(one, other): share for one, other, share in rows}

    def forget(self, pairs: Iterable[Pair]) -> None:
        """Forget pairs."""
        self._database.many("DELETE FROM comparisons WHERE one = ? AND other = ?", pairs)

    def clear(self) -> None:
        """Forget every pair."""
        self._database.rows("DELETE FROM comparisons")

    def note(self, shares: Mapping[Pair, float]) -> None:
        """Note what pairs have in common."""
        rows = ((*pair, share) for pair, share in shares.items())
        self._database.many("INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?)", rows)
