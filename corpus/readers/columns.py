"""Which column of an export, or key of a JSON object, holds which field of an article."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.clean import bare, clean_line
from corpus.dates.columns import DateReader, date_reader
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.errors import BadColumn, Unreadable
from corpus.message import message
from corpus.readers.record import Record

USUAL_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("texte", "text", "body", "content", "contenu", "corps", "corps du texte", "article", "article body"),
    "title": ("titre", "title", "headline", "manchette", "titre article"),
    "heading": ("chapo", "chapeau", "heading", "standfirst", "lead", "abstract", "summary", "description", "résumé"),
    "date": (
        "date", "date de publication", "date publication", "publié le", "date parution", "date de parution", "publié",
        "published", "published at", "date published", "publication date", "pub date", "datetime", "jour", "day",
    ),
    "source": ("source", "journal", "média", "newspaper", "titre presse", "publication", "paper", "publisher", "site"),
    "section": ("rubrique", "section", "category", "catégorie", "desk"),
    "authors": ("auteur", "author", "byline", "signature", "journaliste"),
    "url": ("url", "lien", "link"),
    "id": ("id", "identifiant", "uuid", "doc id", "identifier"),
    "person": ("personne", "person", "people", "per"),
    "org": ("organisation", "organization", "org"),
    "place": ("lieu", "lieux", "place", "location", "loc"),
}  # fmt: skip
"""The usual names of each field, the surest first; case, accents, punctuation and a final s make no difference."""

_MAX_DATE_CHARACTERS = 200
"""Characters of the longest value that is read as a date."""

_MAX_SETS_OF_KEYS = 256
"""Sets of keys whose columns are remembered: the records of a file mostly have the same keys."""


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field, the columns that may hold it, the surest first; `seen` are all columns, in their order."""

    fields: Mapping[str, tuple[str, ...]]
    seen: tuple[str, ...]

    @property
    def missing(self) -> Unreadable | None:
        """The error of a record or a file that has no column for the text; None if it has one."""
        if "text" in self.fields:
            return None
        names = ", ".join(clean_line(name[:40]) for name in self.seen[:20])
        return Unreadable("reading.no_text_column", columns=names or message("reading.no_columns"))


def check(chosen: Mapping[str, str]) -> None:
    """Check a mapping of fields to columns.

    Raises:
        BadColumn: the mapping has a field that articles do not have.

    >>> check({"titre": "Manchette"})
    Traceback (most recent call last):
    corpus.errors.BadColumn: reading.no_field (field=titre, fields=text, title, heading, date, source, ...
    """
    for field in chosen:
        if field not in USUAL_COLUMNS:
            raise BadColumn("reading.no_field", field=field, fields=", ".join(USUAL_COLUMNS))


@lru_cache(maxsize=_MAX_SETS_OF_KEYS)
def columns(names: tuple[str, ...], chosen: tuple[tuple[str, str], ...]) -> Columns:
    """Return which of the columns `names` hold which field; `chosen` are pairs of field and column, which win.

    Where the file does not have a chosen column, the usual names count: a corpus may hold several exports.

    >>> columns(("Titre ", "DATE_PUBLICATION", "Corps"), (("text", "Corps"),)).fields
    {'text': ('Corps',), 'title': ('Titre ',), 'date': ('DATE_PUBLICATION',)}
    """
    labels: dict[str, str] = {}
    for name in names:
        labels.setdefault(_label(name), name)
    own = {field: labels[_label(name)] for field, name in chosen if _label(name) in labels}
    fields: dict[str, tuple[str, ...]] = {}
    for field, usual in _LABELS.items():
        if field in own:
            fields[field] = (own[field],)
        elif found := tuple(
            labels[label] for label in usual if label in labels and labels[label] not in own.values()
        ):
            fields[field] = found
    return Columns(fields, names)


def date_readers(rows: Iterable[Mapping[str, object]], columns: Columns) -> dict[str, DateReader]:
    """Return the reader of each column of dates that is not read as usual, as the first rows of a file show it."""
    names = columns.fields.get("date", ())
    values: dict[str, list[str]] = {name: [] for name in names}
    for row in rows:
        for name in names:
            values[name].append(_stamp(row.get(name)))
    readers = {name: date_reader(of_column) for name, of_column in values.items()}
    return {name: reader for name, reader in readers.items() if reader is not parse_date}


def record(
    values: Mapping[str, object], columns: Columns, *, raw: str, dates: Mapping[str, DateReader]
) -> Record:
    """Return the record whose columns have these values, of any type of JSON; `dates` has a reader for some columns."""

    def days() -> Iterator[PrintDate | None]:
        for name in columns.fields.get("date", ()):
            text = _stamp(values.get(name))
            yield dates.get(name, parse_date)(text) if text else None

    def of(field: str) -> Iterator[object]:
        return (values.get(name) for name in columns.fields.get(field, ()))

    def line(field: str) -> str:
        return next(filter(None, map(_text, of(field))), "")

    def several(field: str) -> tuple[str, ...]:
        return next(filter(None, map(_names, of(field))), ())

    return Record(
        raw=raw,
        text=line("text"),
        title=line("title"),
        heading=line("heading"),
        date=next(filter(None, days()), None),
        source=line("source"),
        section=line("section"),
        authors=tuple(name.removeprefix("Par ").removeprefix("par ") for name in several("authors")),
        url=line("url"),
        id=line("id"),
        person=several("person"),
        org=several("org"),
        place=several("place"),
    )


def _text(value: object) -> str:
    """Return a value as text: a list as its paragraphs, an object as its name, a missing value as ""."""
    match value:
        case str():
            return value
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case list():
            return "\n".join(filter(None, map(_scalar, value)))
        case _:
            return _scalar(value)


def _scalar(value: object) -> str:
    """Return a value of a list as text; an object as its name: news services write `{"name": "Le Phare"}`."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _stamp(value: object) -> str:
    """Return a date as text; MongoDB exports it as an object, `{"$date": …}`, perhaps with `{"$numberLong": …}` in it."""
    while isinstance(value, dict) and (inner := value.get("$date", value.get("$numberLong"))) is not None:
        value = inner
    return clean_line(_text(value)[:_MAX_DATE_CHARACTERS])


def _names(value: object) -> tuple[str, ...]:
    """Return the values of a column that has several: a JSON list, or a text cut at `;` and `|`; each once."""
    parts = map(_scalar, value) if isinstance(value, list) else re.split(r"[;|]", _text(value))
    return tuple(dict.fromkeys(name for part in parts if (name := clean_line(part))))


def _label(name: str) -> str:
    """Return the name of a column without what varies: case, accents, punctuation, plural."""
    return "".join(filter(str.isalnum, bare(name[:100]))).removesuffix("s")


_LABELS = {field: tuple(dict.fromkeys(map(_label, names))) for field, names in USUAL_COLUMNS.items()}
