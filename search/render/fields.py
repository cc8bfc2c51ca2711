"""The fields of a result that programs read and that people take away: one table, which every format reads.

JSON, CSV, the formats of `search.render.exports` and `--fields` take their names and values from `FIELDS`.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from corpus import PrintDate
from corpus.clean import bare
from corpus.message import message
from corpus.records import record
from index import fields as query_fields
from index.storage.stories import Printing
from search.errors import SearchError
from search.results import Result
from search.snippet import Snippet

FieldValue: TypeAlias = (
    str | int | float | PrintDate | tuple[str, ...] | tuple[Printing, ...] | Snippet | None
)
"""A value as a result has it: each format writes it in its own way."""


class FieldKind(StrEnum):
    """What a format has to know of a field before it has a value."""

    LINE = "line"
    PARAGRAPHS = "paragraphs"
    """A text of several lines."""
    NUMBER = "number"
    DATE = "date"
    LIST = "list"


@record
class OutputField:
    """A field that is written: its `name`, its other names, its kind, and the function that takes it from a result."""

    name: str
    aliases: tuple[str, ...]
    kind: FieldKind
    take: Callable[[Result], FieldValue]


def _field(
    name: str,
    aliases: tuple[str, ...],
    take: Callable[[Result], FieldValue],
    kind: FieldKind = FieldKind.LINE,
) -> OutputField:
    """Return a field, which also has the names that it has in a query."""
    asked = query_fields.BY_NAME.get(name)
    return OutputField(name, (*(asked.aliases if asked else ()), *aliases), kind, take)


_LIST, _NUMBER = FieldKind.LIST, FieldKind.NUMBER

FIELDS: tuple[OutputField, ...] = (
    _field("id", ("identifiant",), lambda result: result.article.id),
    _field("rank", ("rang",), lambda result: result.rank, _NUMBER),
    _field("score", (), lambda result: round(result.score, 4), _NUMBER),
    _field("title", ("headline",), lambda result: result.article.title),
    _field("date", (), lambda result: result.article.date, FieldKind.DATE),
    _field("source", ("newspaper",), lambda result: result.article.source),
    _field("section", (), lambda result: result.article.section),
    _field("path", ("chemin", "fichier", "file"), lambda result: result.article.path),
    _field("url", ("adresse", "lien", "address"), lambda result: result.article.url),
    _field("snippet", ("passage", "extrait"), lambda result: result.snippet),
    _field("page", (), lambda result: result.article.page),
    _field("edition", (), lambda result: result.article.edition),
    _field("language", ("langue",), lambda result: result.article.language),
    _field("reference", (), lambda result: result.article.reference),
    _field("also_in", ("aussi_dans", "reprises"), lambda result: result.article.also_in, _LIST),
    _field("author", ("authors",), lambda result: result.article.authors, _LIST),
    _field("person", ("persons",), lambda result: result.article.person, _LIST),
    _field("org", ("orgs",), lambda result: result.article.org, _LIST),
    _field("place", ("places",), lambda result: result.article.place, _LIST),
    _field("tags", ("tag", *query_fields.TAG.aliases, "étiquettes"), lambda result: result.kept.tags, _LIST),
    _field("notes", ("note", *query_fields.NOTE.aliases), lambda result: result.kept.notes, _LIST),
    _field("duplicates", ("doublons",), lambda result: result.duplicates, _LIST),
    _field("heading", ("chapo", "abstract"), lambda result: result.article.heading, FieldKind.PARAGRAPHS),
    _field("text", ("body", "corps"), lambda result: result.article.prose, FieldKind.PARAGRAPHS),
)  # fmt: skip
"""Every field.  `text` is the body without the lines that recur in the source; the abstract is in `heading`.

`tags` and `notes` are those of the person.
"""

_BY_NAME = {bare(name): field for field in FIELDS for name in (field.name, *field.aliases)}

PASSAGE, PRINTINGS = _BY_NAME["snippet"], _BY_NAME["duplicates"]
"""The two fields that cost a computation for each result."""


def named(*names: str) -> tuple[OutputField, ...]:
    """Return the fields that have these names, each once.

    >>> [field.name for field in named("titre", "Journal", "title")]
    ['title', 'source']

    Raises:
        SearchError: there is no such field.
    """
    return tuple(dict.fromkeys(map(_named, names)))


def _named(name: str) -> OutputField:
    known = _BY_NAME.get(bare(name.strip()))
    if known:
        return known
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    near = get_close_matches(bare(name.strip()), _BY_NAME, n=1)
    every = ", ".join(field.name for field in FIELDS)
    mend = message("export.near_field", name=near[0]) if near else message("export.all_fields", names=every)
    raise SearchError("export.no_field", name=name, mend=mend)


def typed(names: str) -> tuple[OutputField, ...]:
    """Return the fields of a list that a person typed, commas between the names.

    >>> [field.name for field in typed("titre, date")]
    ['title', 'date']

    Raises:
        SearchError: there is no such field.
    """
    return named(*(name for name in names.split(",") if name.strip()))


CSV_FIELDS = tuple(field for field in FIELDS if field.name not in ("duplicates", "heading", "text"))
JSON_FIELDS = (*CSV_FIELDS, PRINTINGS)
"""The fields of an answer in these formats, if the person chooses none."""
