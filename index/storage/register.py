"""The names of an index and the number of articles of each: tables of the catalog, from which merges are decided.

An article counts once for each spelling of a name, under the field and the one term of the name.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from corpus.records import record
from corpus.spelling import spelling_to_show
from index.document import whole
from index.names.aliases import NameKey
from index.names.resolution import EntityName, Merge
from index.storage.database import Database
from index.storage.packed import pack, unpack

SCHEMA = """
CREATE TABLE names (
    field TEXT, term TEXT, form TEXT, surname TEXT, articles INTEGER,
    PRIMARY KEY (field, term, form)) WITHOUT ROWID;
CREATE INDEX names_by_term ON names (term);
CREATE INDEX names_by_surname ON names (surname) WHERE surname IS NOT NULL;
CREATE TABLE acronyms (
    short TEXT, full TEXT, articles INTEGER, PRIMARY KEY (short, full)) WITHOUT ROWID;
CREATE INDEX acronyms_by_full ON acronyms (full);
CREATE TABLE mentions (id TEXT PRIMARY KEY, names BLOB);
CREATE TABLE merged (
    field TEXT, term TEXT, into_field TEXT, into_term TEXT, into_name TEXT, PRIMARY KEY (field, term)) WITHOUT ROWID;
CREATE TABLE spelt (field TEXT, term TEXT, form TEXT, PRIMARY KEY (field, term)) WITHOUT ROWID;
CREATE TABLE listed (
    field TEXT, term TEXT, into_field TEXT, into_term TEXT, into_name TEXT, PRIMARY KEY (field, term)) WITHOUT ROWID;
"""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_MAX_WAITING_NAMES = 200_000
"""Names counted in memory before they are added to the tables: they take 60 MB at most."""


class NamedIn(NamedTuple):
    """A name of an article: its field, its spelling, and the acronym that the article introduces for it, or "".

    `spans` are half-open offsets in the title, a line feed and the text; a name that came with the article has no spans.
    """

    field: str
    name: str
    acronym: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> NameKey:
        """The name however it is spelt."""
        return EntityName(self.field, self.name).key


@record
class Count:
    """The number of articles that have a name of a field, by spelling (`forms`)."""

    key: NameKey
    forms: Mapping[str, int]

    @property
    def articles(self) -> int:
        """The number of articles, all spellings together."""
        return sum(self.forms.values())


def surname(term: str) -> str:
    """Return the last word of the one term of a name.

    >>> surname("=abdellatif_hammouchi"), surname("=hammouchi")
    ('hammouchi', 'hammouchi')
    """
    return term[1:].rpartition("_")[2]


class ArticleNames(NamedTuple):
    """The names of an article as they are counted, (field, term, spelling), its acronyms, (short, full), and both as bytes."""

    names: list[tuple[str, str, str]]
    acronyms: list[tuple[str, str]]
    kept: bytes


def article_names(mentions: Iterable[NamedIn]) -> ArticleNames:
    """Return the names of an article as the register takes them."""
    names, acronyms, rows = [], [], []
    for mention in mentions:
        field, name, acronym, spans = mention
        term = whole(name)
        names.append((field, term, name))
        if acronym:
            acronyms.append((whole(acronym), term))
        rows.append((field, name, acronym, list(chain.from_iterable(spans))))
    return ArticleNames(names, acronyms, pack(_ENCODER.encode(rows)))


class Register:
    """The names of an index.  What is noted is saved by the commit of the catalog.

    A CROSS JOIN makes SQLite walk through the touched names and look up the others: for one article that takes .1 ms,
    without it 100.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._names: Counter[tuple[str, str, str]] = Counter()
        self._acronyms: Counter[tuple[str, str]] = Counter()
        database.rows("CREATE TEMP TABLE touched (term TEXT PRIMARY KEY) WITHOUT ROWID")
        database.rows("CREATE TEMP TABLE surnames (surname TEXT PRIMARY KEY) WITHOUT ROWID")

    def note(self, article_id: str, names: ArticleNames) -> None:
        """Note the names of an article, in place of its earlier names."""
        self.forget(article_id)
        self._count(names, 1)
        self._database.rows("INSERT INTO mentions VALUES (?, ?)", (article_id, names.kept))
        if len(self._names) > _MAX_WAITING_NAMES:
            self.settle()

    def forget(self, article_id: str) -> None:
        """Forget the names of an article."""
        mentions = self._mentions(article_id)
        if mentions is not None:
            self._count(article_names(mentions), -1)
            self._database.rows("DELETE FROM mentions WHERE id = ?", (article_id,))

    def mentions(self, article_id: str) -> tuple[NamedIn, ...]:
        """Return the names of an article."""
        return self._mentions(article_id) or ()

    def _mentions(self, article_id: str) -> tuple[NamedIn, ...] | None:
        rows = self._database.rows("SELECT names FROM mentions WHERE id = ?", (article_id,))
        return unpacked(rows[0][0]) if rows else None

    def every(self) -> Iterator[tuple[str, tuple[NamedIn, ...]]]:
        """Yield every article, with its names.

        Raises:
            Damaged: the names of an article cannot be read.
        """
        for article_id, kept in self._database.each("SELECT id, names FROM mentions"):
            yield article_id, unpacked(kept)

    def rows(self) -> Generator[tuple[object, ...], None, None]:
        """Yield the rows of the tables that are made of the names of the articles, in their order."""
        for table in ("names", "acronyms", "merged", "spelt", "listed"):
            yield from self._database.each(f"SELECT * FROM {table} ORDER BY 1, 2, 3")  # noqa: S608 - ours

    def _count(self, names: ArticleNames, step: int) -> None:
        for name in names.names:
            self._names[name] += step
        for pair in names.acronyms:
            self._acronyms[pair] += step

    def settle(self) -> None:
        """Add the counts in memory to the tables, and note which names are touched."""
        names = [
            (*name, surname(name[1]) if name[0] == "person" else None, count)
            for name, count in self._names.items()
            if count
        ]
        pairs = [(*pair, count) for pair, count in self._acronyms.items() if count]
        self._add("names", "?, ?, ?, ?, ?", names)
        self._add("acronyms", "?, ?, ?", pairs)
        self._touch({name[1] for name in names} | {term for pair in pairs for term in pair[:2]})
        self._database.rows("DELETE FROM names WHERE articles <= 0 AND term IN (SELECT term FROM touched)")
        self._database.rows(
            "DELETE FROM acronyms WHERE articles <= 0 AND short IN (SELECT term FROM touched)"
        )
        self._names.clear()
        self._acronyms.clear()

    def _add(self, table: str, marks: str, rows: Iterable[Sequence[object]]) -> None:
        self._database.many(
            f"INSERT INTO {table} VALUES ({marks}) "  # noqa: S608 - names of our own
            "ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            rows,
        )

    def _touch(self, terms: Iterable[str]) -> None:
        self._database.many("INSERT OR IGNORE INTO touched VALUES (?)", ((term,) for term in terms))

    def touch_all(self) -> None:
        """Touch every name: what earlier builds touched that did not end is not known, and what they decided is forgotten."""
        for table in ("merged", "spelt"):
            self._database.rows(f"DELETE FROM {table}")  # noqa: S608 - ours
        for terms in ("term FROM names", "short FROM acronyms", "full FROM acronyms"):
            self._database.rows(f"INSERT OR IGNORE INTO touched SELECT {terms}")

    def widen(self, is_bare: Callable[[str], bool], is_first_name: Callable[[str], bool]) -> None:
        """Touch the names that depend on a touched one: the first name and bare surnames of a person, an acronym."""
        # read one by one: lists of those of 100,000 articles took 120 MB
        firsts, bare = set[str](), set[str]()
        self._database.rows("DELETE FROM surnames")
        for (term,) in self._database.each("SELECT term FROM touched"):
            self._database.rows("INSERT OR IGNORE INTO surnames VALUES (?)", (surname(term),))
            if is_first_name((first := term.partition("_")[0])[1:]):
                firsts.add(first)
        for (term,) in self._database.each("SELECT term FROM surnames CROSS JOIN names USING (surname)"):
            if is_bare(term):
                bare.add(term)
        self._touch(firsts | bare)
        self._database.rows(
            "INSERT OR IGNORE INTO touched SELECT short FROM touched CROSS JOIN acronyms ON full = term"
        )

    def contested(self) -> Iterator[tuple[str, list[Count]]]:
        """Yield every touched term that is a name of several fields, and its count in each field."""
        return self._grouped(_having("term", "min(field) <> max(field)"), "term", _term)

    def namesakes(self) -> Iterator[tuple[str, list[Count]]]:
        """Yield every surname that `widen` touched, and the counts of the persons whose name ends with it."""
        return self._grouped(
            "surnames CROSS JOIN names USING (surname) WHERE field = 'person'",
            "surname, term",
            lambda count: surname(count.key.term),
        )

    def single(self, field: str) -> list[Count]:
        """Return the count of every touched name of a field that is one word."""
        chosen = "touched CROSS JOIN names USING (term) WHERE field = ? AND instr(term, '_') = 0"
        return [count for _, counts in self._grouped(chosen, "term", _term, (field,)) for count in counts]

    def bearers(self, name: str) -> list[tuple[str, int]]:
        """Return the terms of the persons whose full name begins or ends with a word, each with its articles.

        Two questions of an index each; of the 3,700 who are called Pierre in 100,000 articles, no spelling is read.
        """
        begins, behind = f"={name}_", f"={name}{chr(ord('_') + 1)}"
        counted = "SELECT term, sum(articles) FROM names WHERE"
        first = f"{counted} field = 'person' AND term > ? AND term < ? GROUP BY term ORDER BY term"
        last = f"{counted} surname = ? AND term <> ? GROUP BY term ORDER BY term"
        return [
            *self._database.rows(first, (begins, behind)),
            *self._database.rows(last, (name, f"={name}")),
        ]

    def _grouped(
        self, chosen: str, order: str, by: Callable[[Count], str], row: Iterable[object] = ()
    ) -> Iterator[tuple[str, list[Count]]]:
        rows = self._database.each(
            f"SELECT field, term, form, articles FROM {chosen} ORDER BY {order}, field",  # noqa: S608 - ours
            row,
        )
        counts = (
            Count(NameKey(*key), {form: articles for _, _, form, articles in forms})
            for key, forms in groupby(rows, key=itemgetter(0, 1))
        )
        return ((group, list(members)) for group, members in groupby(counts, key=by))

    def introduced(self) -> Iterator[tuple[str, list[tuple[str, int]]]]:
        """Yield every touched acronym, and the terms of the full names that articles introduce it for, each with its articles."""
        rows = self._database.rows(
            "SELECT short, full, articles FROM touched CROSS JOIN acronyms ON short = term ORDER BY short, full"
        )
        for short, pairs in groupby(rows, key=itemgetter(0)):
            yield short, [(full, articles) for _, full, articles in pairs]

    def count(self, field: str, term: str) -> Count:
        """Return the count of a name."""
        rows = self._database.rows(
            "SELECT form, articles FROM names WHERE field = ? AND term = ?", (field, term)
        )
        return Count(NameKey(field, term), dict(rows))

    def spell(self) -> bool:
        """Keep the spelling to show of each touched name that has several; return whether one is another than before."""
        several = self._grouped(_having("term, field", "count(*) > 1"), "term", _term)
        shown = {(*count.key, spelling_to_show(count.forms)) for _, counts in several for count in counts}
        return self._replace("spelt", shown)

    def spellings(self) -> dict[NameKey, str]:
        """Return the spelling to show of each name that the articles spell in several ways."""
        return {
            NameKey(field, term): form for field, term, form in self._database.rows("SELECT * FROM spelt")
        }

    def merge(self, into: Mapping[NameKey, EntityName]) -> bool:
        """Keep what each touched name is merged into, if anything; return whether that is another than before.

        After that no name is touched.
        """
        rows = {(*key, *value.key, value.name) for key, value in into.items()}
        are_others = self._replace("merged", rows)
        self._database.rows("DELETE FROM touched")
        return are_others

    def _replace(self, table: str, rows: Collection[tuple[str, ...]]) -> bool:
        """Put rows in the place of those of the touched names; return whether they are others."""
        of_touched = f"FROM {table} WHERE term IN (SELECT term FROM touched)"  # noqa: S608 - ours
        if set(self._database.rows(f"SELECT * {of_touched}")) == rows:
            return False
        self._database.rows(f"DELETE {of_touched}")
        marks = "?, ?, ?" if table == "spelt" else "?, ?, ?, ?, ?"
        self._database.many(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - ours
        return True

    def enlist(self, other_names: Mapping[NameKey, EntityName]) -> None:
        """Keep names that are merged into another one whatever the articles have."""
        self._database.many(
            "INSERT INTO listed VALUES (?, ?, ?, ?, ?)",
            ((*key, *value.key, value.name) for key, value in other_names.items()),
        )

    def merged(self) -> dict[NameKey, Merge]:
        """Return every name that is merged into another or moved to another field; a listed merge comes before a decided one."""
        rows = self._database.rows("SELECT * FROM merged UNION ALL SELECT * FROM listed")
        return {
            NameKey(field, term): Merge(NameKey(into_field, into_term), name)
            for field, term, into_field, into_term, name in rows
        }

    def having(self, field: str, words: Sequence[str]) -> list[str]:
        """Return the terms of the names of a field that have all these words."""
        each = " AND instr(substr(term, 2) || '_', ? || '_')" * len(words)
        rows = self._database.rows(
            f"SELECT DISTINCT term FROM names WHERE field = ?{each}",  # noqa: S608 - no data in it
            (field, *words),
        )
        return [term for (term,) in rows if set(words) <= set(term[1:].split("_"))]


def _term(count: Count) -> str:
    return count.key.term


def _having(columns: str, condition: str) -> str:
    """Return the rows of the touched names whose group, by these columns, meets a condition."""
    named = "touched CROSS JOIN names USING (term)"
    group = f"SELECT {columns} FROM {named} GROUP BY {columns} HAVING {condition}"  # noqa: S608 - ours
    return f"({group}) CROSS JOIN names USING ({columns})"


def unpacked(kept: bytes) -> tuple[NamedIn, ...]:
    """Return the names of an article from the bytes that the register keeps of them."""
    return tuple(map(_mention, json.loads(unpack(kept))))


def _mention(row: Sequence[Any]) -> NamedIn:
    field, name, acronym, offsets = row
    return NamedIn(field, name, acronym, tuple(zip(offsets[::2], offsets[1::2], strict=True)))
