"""Which column of an export, or key of a JSON object, holds which field of an article."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from corpus.clean import clean_line
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.message import Message, message
from corpus.readers.columns import links
from corpus.readers.columns.usual import LABELS, is_container, label, other_labels
from corpus.records import record

_MAX_SETS_OF_KEYS = 256
"""Sets of keys whose columns are remembered: the records of a file mostly have the same keys."""
_MAX_KEYS = 1000
"""Keys of a set that is remembered: 256 sets of a million names would fill the memory."""
_FIGURE = expression("[0-9]")
"""No usual name has a figure: of a million keys most have, and are passed over in a tenth of the time."""
_MAX_NAMES_SHOWN, _MAX_NAME_CHARACTERS = 20, 40
_MAX_NESTED_KEYS = 100
"""Keys of an object inside the record that are looked at."""

Choice = tuple[tuple[str, str], ...]
"""The fields that a person mapped, each with its column."""


@record
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
    if known:
        return Unreadable("reading.links_without_text", export=known, columns=shown(seen))
    return Unreadable("reading.no_text_column", columns=shown(seen))


def shown(names: Sequence[str]) -> str | Message:
    """Return the names of columns as an error shows them: the first of many, each cut."""
    cut = (clean_line(name[:_MAX_NAME_CHARACTERS]) for name in names[:_MAX_NAMES_SHOWN])
    return ", ".join(cut) or message("reading.no_columns")


def nested(value: Mapping[str, object], chosen: Choice) -> Mapping[str, object]:
    """Return a record with the values of the objects inside it that hold fields, under their path: `metadata.title`.

    A hit of Elasticsearch is its `_source`, with the id of the hit.

    >>> nested({"id": 3, "fields": {"bodyText": "Le port rouvre."}}, ())["fields.bodyText"]
    'Le port rouvre.'
    """
    source = value.get("_source")
    if isinstance(source, dict):
        value = {**source, "_id": source.get("_id", value.get("_id"))}
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
