"""Which column of an export, or key of a JSON object, holds which field of an article."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from corpus.clean import clean_line
from corpus.dates.columns import DateReader, date_reader
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.errors import BadColumn, Unreadable
from corpus.message import Message, message
from corpus.readers import links, values
from corpus.readers.record import Record
from corpus.readers.usual import LABELS, USUAL_COLUMNS, is_container, label, other_labels

_MAX_SETS_OF_KEYS = 256
"""Sets of keys whose columns are remembered: the records of a file mostly have the same keys."""
_MAX_KEYS = 1000
"""Keys of a set that is remembered: 256 sets of a million names would fill the memory."""
_FIGURE = re.compile("[0-9]")
"""No usual name has a figure: of a million keys most have, and are passed over in a tenth of the time."""
_MAX_NAMES_SHOWN = 20
_MAX_NESTED_KEYS = 100
"""Keys of an object inside the record that are looked at."""

Choice = tuple[tuple[str, str], ...]
"""The fields that a person mapped, each with its column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field, the columns that may hold it, the surest first."""

    fields: Mapping[str, tuple[str, ...]]

    @property
    def has_text(self) -> bool:
        """Whether a column holds the text; an abstract alone is a text too."""
        return "text" in self.fields or "heading" in self.fields

    @property
    def used(self) -> frozenset[str]:
        """The columns that hold a field."""
        return frozenset(name for names in self.fields.values() for name in names)


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


def columns(names: tuple[str, ...], chosen: Choice) -> Columns:
    """Return which of the columns `names` hold which field; `chosen` are pairs of field and column, which win.

    Where the file does not have a chosen column, the usual names count: a corpus may hold several exports.

    >>> columns(("Titre ", "DATE_PUBLICATION", "Corps"), (("text", "Corps"),)).fields
    {'text': ('Corps',), 'title': ('Titre ',), 'date': ('DATE_PUBLICATION',)}
    """
    if len(names) <= _MAX_KEYS:
        return _remembered(names, chosen)
    own = {name for _, name in chosen}
    return _found(tuple(name for name in names if name in own or not _FIGURE.search(name)), chosen)


def without_text(names: Iterable[str]) -> Unreadable:
    """Return the error of a file or a record that has no column for the text: what it looks like, and its columns."""
    seen = [*islice(names, _MAX_KEYS)]
    known = links.recognise(seen)
    shown = ", ".join(clean_line(name[:40]) for name in seen[:_MAX_NAMES_SHOWN])
    what: str | Message = shown or message("reading.no_columns")
    if known:
        return Unreadable("reading.links_without_text", export=known, columns=what)
    return Unreadable("reading.no_text_column", columns=what)


def nested(value: Mapping[str, object], chosen: Choice) -> Mapping[str, object]:
    """Return a record with the values of the objects inside it that hold fields, under their path: `metadata.title`.

    A hit of Elasticsearch is its `_source`.

    >>> nested({"id": 3, "fields": {"bodyText": "Le port rouvre."}}, ())["fields.bodyText"]
    'Le port rouvre.'
    """
    source = value.get("_source")
    if isinstance(source, dict):
        value = {
            **source,
            **{name: inner for name, inner in value.items() if name not in source and name == "_id"},
        }
    if not any(isinstance(inner, dict) for inner in value.values()):
        return value
    inside: dict[str, object] = {}
    for name, inner in value.items():
        if isinstance(inner, dict) and len(inner) <= _MAX_NESTED_KEYS and is_container(name):
            inside |= {f"{name}.{key}": below for key, below in inner.items()}
    for _, path in chosen:
        if "." in path and path not in value and (found := _at(value, path)) is not None:
            inside[path] = found
    return {**value, **inside} if inside else value


def date_readers(rows: Iterable[Mapping[str, object]], columns: Columns) -> dict[str, DateReader]:
    """Return the reader of each column of dates that is not read as usual, as the first rows of a file show it."""
    names = [*columns.fields.get("date", ()), *columns.fields.get("update", ())]
    stamps: dict[str, list[str]] = {name: [] for name in names}
    for row in rows:
        for name in names:
            stamps[name].append(values.stamp(row.get(name)))
    readers = {name: date_reader(of_column) for name, of_column in stamps.items()}
    return {name: reader for name, reader in readers.items() if reader is not parse_date}


def record(
    read: Mapping[str, object],
    columns: Columns,
    *,
    raw: str,
    dates: Mapping[str, DateReader],
    own_id: str = "",
) -> Record:
    """Return the record whose columns have these values, of any type of JSON.

    `dates` has a reader for the columns of dates that are not read as usual; `own_id` is the key of the record in the file.
    """
    fields = columns.fields

    def of(field: str) -> list[object]:
        return [read.get(name) for name in fields.get(field, ())]

    def every(field: str) -> list[str]:
        return [line for value in of(field) if (line := values.line(value))] if field in fields else []

    def first(field: str) -> str:
        return next(iter(every(field)), "")

    def several(field: str) -> tuple[str, ...]:
        for name in fields.get(field, ()):
            if names := values.names(read.get(name)):
                return names
        return ()

    def day(field: str) -> PrintDate | None:
        for name in fields.get(field, ()):
            stamp = values.stamp(read.get(name))
            if stamp and (found := dates.get(name, parse_date)(stamp)):
                return found
        return None

    text = next(filter(None, map(values.text, of("text"))), "")
    headings = [*filter(None, map(values.text, of("heading")))]
    sources = every("source")
    return Record(
        raw=raw,
        text=text,
        title=first("title"),
        heading=next(iter(headings), "") if text else max(headings, key=len, default=""),
        date=day("date") or _of_parts(first("year"), first("month"), of("date")) or day("update"),
        source=_source(sources, every("host")),
        section=next(iter(several("section")), ""),
        authors=tuple(_without_by(name) for name in several("authors")),
        url=_address(every("url"), sources),
        id=_id(first("id"), own_id, every("key")),
        person=several("person"),
        org=several("org"),
        place=several("place"),
    )


@lru_cache(maxsize=_MAX_SETS_OF_KEYS)
def _remembered(names: tuple[str, ...], chosen: Choice) -> Columns:
    return _found(names, chosen)


def _found(names: tuple[str, ...], chosen: Choice) -> Columns:
    named: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for name in names:
        named.setdefault(label(name), []).append(name)
        for other in other_labels(name):
            others.setdefault(other, []).append(name)
    own = {field: column for field, name in chosen if (column := _chosen(name, names, named))}
    taken = frozenset(own.values())
    fields: dict[str, tuple[str, ...]] = {}
    for field, labels in LABELS.items():
        plain = [name for known in labels for name in named.get(known, ())]
        less_plain = [name for known in labels for name in others.get(known, ())]
        if field in own:
            fields[field] = (own[field],)
        elif found := tuple(dict.fromkeys(name for name in [*plain, *less_plain] if name not in taken)):
            fields[field] = found
    return Columns(fields)


def _chosen(name: str, names: tuple[str, ...], named: Mapping[str, list[str]]) -> str:
    """Return the column that a person names, "" if there is none: by its very name, else whatever its case and accents."""
    return name if name in names else next(iter(named.get(label(name), ())), "")


def _at(value: Mapping[str, object], path: str) -> object:
    """Return what stands at a path, `source.title`; None if nothing does."""
    found: object = value
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _of_parts(year: str, month: str, days: Iterable[object]) -> PrintDate | None:
    """Return the date of a year, a month and a day that have a column each; `days` are the values of the columns of dates.

    >>> _of_parts("2021", "mars", ["3"]), _of_parts("2021.0", "03", [None, 3])
    (PrintDate(year=2021, month=3, day=3), PrintDate(year=2021, month=3, day=3))
    """
    if not year:
        return None
    year, month = year.removesuffix(".0"), month.removesuffix(".0")
    day = next((text for text in map(_number_of_day, days) if text), "")
    if month.isdecimal() or not month:
        return parse_date(
            "-".join(filter(None, (year, month.zfill(2) if month else "", day.zfill(2) if day else "")))
        )
    return parse_date(" ".join(filter(None, (day, month, year))))


def _number_of_day(value: object) -> str:
    text = values.line(value).strip().removesuffix(".0")
    return text if text.isdecimal() and len(text) <= 2 else ""


def _source(names: list[str], hosts: list[str]) -> str:
    """Return the source: a name before the name of a machine, and that before the address of a page.

    >>> _source(["https://exemple.fr/pont", "L’Écho de Valbourg"], ["exemple.fr"]), _source([], ["https://www.exemple.fr"])
    ('L’Écho de Valbourg', 'exemple.fr')
    """
    written = [name for name in names if not values.is_address(name)]
    plain = [name for name in written if not values.is_domain(name)]
    if plain or written:
        return (plain or written)[0]
    return next(filter(None, map(values.host, [*hosts, *names])), "")


def _address(written: list[str], sources: list[str]) -> str:
    """Return the address of the article: trafilatura calls it `source`.

    >>> _address(["/port", "https://exemple.fr/port"], []), _address([], ["https://exemple.fr/quai"])
    ('https://exemple.fr/port', 'https://exemple.fr/quai')
    """
    addresses = (name for name in [*written, *sources] if values.is_address(name))
    return next(addresses, next(iter(written), ""))


def _id(own: str, key: str, others: list[str]) -> str:
    """Return the id of a record: its own, its key in the file, or what is no address; pandas makes 42 a `42.0`.

    >>> _id("42.0", "", []), _id("", "pont-1", ["x"]), _id("", "", ["https://exemple.fr/pont", "7546825937"])
    ('42', 'pont-1', '7546825937')
    """
    found = own or key or next((name for name in others if name and not values.is_address(name)), "")
    number = found.removesuffix(".0")
    return number if number.isdecimal() else found


def _without_by(name: str) -> str:
    """Return a name without what stands before it in a byline.

    >>> _without_by("Par Anne Roy"), _without_by("By Luc Petit"), _without_by("Bystrova")
    ('Anne Roy', 'Luc Petit', 'Bystrova')
    """
    first, _, rest = name.partition(" ")
    return rest if first.lower() in {"par", "by"} and rest else name
