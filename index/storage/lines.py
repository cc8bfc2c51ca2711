"""The lines of the articles of an index, as digests: a table of the catalog, by which a build learns what is furniture."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from corpus.lines import DIGEST_BYTES, digest_of
from corpus.message import message
from corpus.records import record
from index.errors import Damaged
from index.storage.database import Database

SCHEMA = """
CREATE TABLE lines (
    id TEXT PRIMARY KEY, source TEXT, digests BLOB, furniture TEXT, given TEXT);
CREATE INDEX lines_with_furniture ON lines (id) WHERE furniture <> '';
"""


class Lined(NamedTuple):
    """The lines of an article.

    `source` and `digests` are those of `corpus.lines`, `furniture` has the numbers of the lines that the index leaves
    out.  `given` says how many of the persons, organisations and places of the article came with it, the first ones: the
    others were found in what is left of its text.
    """

    source: str
    digests: bytes
    furniture: tuple[int, ...] = ()
    given: tuple[int, ...] = (0, 0, 0)


NO_LINES = Lined("", b"")
"""The lines of an article that are not looked at."""


@record
class LeftOut:
    """How much the index leaves out: the number of different lines, and that of the articles that have them."""

    lines: int
    articles: int


NOTHING = LeftOut(0, 0)


class Example(NamedTuple):
    """A line that is left out: an `article` that has it, by its id, and the `number` of the line there.

    `articles` counts the articles of the source that have the line.
    """

    article: str
    number: int
    articles: int


class Lines:
    """The lines of the articles of an index.  They are saved by the commit of the catalog."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, article_id: str, lined: Lined) -> None:
        """Note the lines of an article, in place of its earlier ones."""
        numbers = (_joined(lined.furniture), _joined(lined.given))
        self._database.rows(
            "INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?)",
            (article_id, lined.source, lined.digests, *numbers),
        )

    def forget(self, article_id: str) -> None:
        """Forget the lines of an article."""
        self._database.rows("DELETE FROM lines WHERE id = ?", (article_id,))

    def every(self) -> Iterator[tuple[str, Lined]]:
        """Yield the lines of every article, with its id.

        Raises:
            Damaged: the lines of an article are not as they were written.
        """
        for row in self._database.each("SELECT id, source, digests, furniture, given FROM lines ORDER BY id"):
            yield row[0], _lined(*row)

    def of(self, ids: Iterable[str]) -> Iterator[tuple[str, Lined]]:
        """Yield the id and the lines of those of some articles that the index has.

        Raises:
            Damaged: the lines of an article are not as they were written.
        """
        for one in ids:
            rows = self._database.rows(
                "SELECT id, source, digests, furniture, given FROM lines WHERE id = ?", (one,)
            )
            yield from ((row[0], _lined(*row)) for row in rows)

    def furniture(self) -> Mapping[str, tuple[int, ...]]:
        """Return the numbers of the lines that the index leaves out, by the id of each article that has some."""
        return {article_id: lined.furniture for article_id, lined in self._with_furniture()}

    def given(self, article_id: str) -> tuple[int, ...]:
        """Return how many persons, organisations and places came with an article."""
        [(numbers,)] = self._database.rows("SELECT given FROM lines WHERE id = ?", (article_id,))
        return _numbers(article_id, numbers)

    def known(self) -> Mapping[str, frozenset[bytes]]:
        """Return the digests of the lines that the index leaves out, by their source."""
        known: defaultdict[str, set[bytes]] = defaultdict(set)
        for _, lined in self._with_furniture():
            known[lined.source].update(digest_of(lined.digests, number) for number in lined.furniture)
        return {source: frozenset(digests) for source, digests in known.items()}

    def left_out(self) -> LeftOut:
        """Return how much the index leaves out."""
        digests: set[bytes] = set()
        articles = 0
        for _, lined in self._with_furniture():
            digests.update(digest_of(lined.digests, number) for number in lined.furniture)
            articles += 1
        return LeftOut(len(digests), articles)

    def examples(self) -> list[Example]:
        """Return each line that the index leaves out of the articles of a source, those of the most articles first."""
        first: dict[tuple[str, bytes], tuple[str, int]] = {}
        articles: Counter[tuple[str, bytes]] = Counter()
        for article_id, lined in self._with_furniture():
            numbers = {(lined.source, digest_of(lined.digests, number)): number for number in lined.furniture}
            articles.update(numbers.keys())
            for line, number in numbers.items():
                first.setdefault(line, (article_id, number))
        return [Example(*first[line], count) for line, count in articles.most_common()]

    def _with_furniture(self) -> Iterator[tuple[str, Lined]]:
        rows = self._database.each(
            "SELECT id, source, digests, furniture, given FROM lines WHERE furniture <> '' ORDER BY id"
        )
        return ((row[0], _lined(*row)) for row in rows)


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _lined(article_id: str, source: str, digests: bytes, furniture: str, given: str) -> Lined:
    if not isinstance(digests, bytes) or not digests or len(digests) % DIGEST_BYTES:
        raise _damaged(article_id)
    return Lined(source, digests, _numbers(article_id, furniture), _numbers(article_id, given))


def _numbers(article_id: str, joined: str) -> tuple[int, ...]:
    try:
        return tuple(map(int, joined.split()))
    except (AttributeError, ValueError) as error:
        raise _damaged(article_id) from error


def _damaged(article_id: str) -> Damaged:
    return Damaged("index.damaged_lines", id=article_id, mend=message("mend.rebuild"))
