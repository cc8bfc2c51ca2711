"""Where the articles are in a JSON value: it is one, or it holds them in one of the ways that tools and services have.

- a list in an object, `{"status": "ok", "articles": [...]}`, `hits.hits`, `response.docs`: the longest list of objects
  that look like articles, four objects deep at most;
- an object of objects, `{"id1": {...}, "id2": {...}}`: the keys are the ids, unless they count from 0, as pandas does;
- columns, `{"title": {"0": ...}, "text": {"0": ...}}` or `{"title": [...], "text": [...]}`, and rows with the names of the
  columns beside them, `{"columns": [...], "data": [...]}`;
- nodes of JSON-LD, `{"@graph": [...]}`: those that have a text, with the author and the publisher that they refer to.

The title of a feed, of JSON Feed or of an RSS feed in JSON, is the source of its items.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from corpus.readers.columns import values
from corpus.readers.columns.naming import Choice, columns, nested
from corpus.readers.columns.usual import label
from corpus.readers.objects.stream import BETWEEN, DECODER, KEYED, Inside

_MAX_DEPTH = 4
_MAX_KEYS_LOOKED_AT = 1000
_MIN_COLUMNS = 3
"""Columns of one length that make a table of lists: an article may have as many paragraphs as authors."""
_ROWS_KEYS = ("data", "rows", "values")
_ACTIONS = frozenset(("index", "create", "update", "delete"))
_PARTS_OF_TEXT = frozenset(map(label, ("paragraphs", "paragraphes", "blocks", "content_elements")))
"""Lists of objects that are the parts of one text."""


class Found(NamedTuple):
    """A record that was found in a value: the lines above it there, its source, its key in the value."""

    line: int
    raw: str
    key: str


class _Place(NamedTuple):
    """Where records are in a value: the keys that lead there, and whether they have a key each."""

    path: tuple[str | int, ...]
    is_keyed: bool


def records(value: Mapping[str, Any], raw: str, chosen: Choice) -> list[Found] | None:
    """Return the records that an object holds, whose source is `raw`; None for an object that is a record itself.

    >>> [*map(tuple, records({"n": 1, "rows": [{"text": "a"}]}, '{"n": 1, "rows": [{"text": "a"}]}', ()))]
    [(0, '{"text": "a"}', '')]
    """
    made = _of_columns(value, chosen)
    if made is None and _is_record(value, chosen):
        return None
    made = made or _of_rows(value) or _of_graph(value, chosen)
    if made is not None:
        return [Found(0, json.dumps(record, ensure_ascii=False), key) for key, record in made]
    place = _place(value, chosen)
    if place is None:
        return None
    position = 0
    for key in place.path:
        position = _value_of(raw, position, key) if isinstance(key, str) else _first_of(raw, position)
    found = [*_found(raw, position + 1, is_keyed=place.is_keyed)]
    title = _feed_title(value)
    return [one._replace(raw=_of_feed(one.raw, title)) for one in found] if title else found


def names_inside(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys of the first of the longest list of objects in an object, four objects deep at most; () without one.

    >>> names_inside({"response": {"n": 1, "docs": [{"titre_x": "a", "corps_x": "b"}]}})
    ('titre_x', 'corps_x')
    """
    longest: list[Any] = []
    pending: list[tuple[int, Mapping[str, Any]]] = [(1, value)]
    for depth, inner in pending:
        for below in islice(inner.values(), _MAX_KEYS_LOOKED_AT):
            if isinstance(below, dict) and depth < _MAX_DEPTH:
                pending.append((depth + 1, below))
            elif isinstance(below, list) and len(below) > len(longest) and isinstance(below[0], dict):
                longest = below
    return tuple(longest[0]) if longest else ()


class Judge(NamedTuple):
    """What knows the records of a file, whose columns a person may have chosen."""

    chosen: Choice

    def is_record(self, value: object) -> bool:
        """Return whether a value is an object with a text of its own."""
        return isinstance(value, dict) and _is_record(value, self.chosen)

    def opened(self, held: str, position: int) -> Inside | None:
        """Return where the records are in an object of which only the beginning is held; None where that does not show.

        >>> Judge(()).opened('{"n": 1, "articles": [{"text": "a"}, {"te', 0).position
        22
        """
        return self._opened(held, position + 1, 0)

    def _opened(self, held: str, position: int, depth: int) -> Inside | None:
        while match := KEYED.match(held, position):
            position = match.end()
            first = BETWEEN.match(held, position + 1)
            start = first.end() if first else position
            try:
                if held.startswith("{", position):
                    below = self._opened(held, position + 1, depth + 1) if depth < _MAX_DEPTH else None
                    if below:
                        return below
                elif held.startswith("[", position) and self.is_record(DECODER.raw_decode(held, start)[0]):
                    return Inside(start, BETWEEN, "]")
                value, end = DECODER.raw_decode(held, position)
            except (ValueError, RecursionError):
                return None
            if self.is_record(value):
                return Inside(match.start(), KEYED, "}")
            position = end
        return None


def action_id(value: Mapping[str, Any]) -> str | None:
    """Return the id that a line of a bulk file of Elasticsearch gives the next one; None for any other object.

    >>> action_id({"index": {"_index": "presse", "_id": "a1"}}), action_id({"title": "Port"})
    ('a1', None)
    """
    name, inner = next(iter(value.items()), ("", None))
    if len(value) != 1 or name not in _ACTIONS or not isinstance(inner, dict):
        return None
    return values.line(inner.get("_id")) if not inner or any(key.startswith("_") for key in inner) else None


def _is_record(value: Mapping[str, Any], chosen: Choice) -> bool:
    """Return whether an object has a text of its own, be it empty.

    A list of objects is no text, unless they are its paragraphs or the object has a headline too.
    """
    record = nested(dict(islice(value.items(), _MAX_KEYS_LOOKED_AT)), chosen)
    found = columns(tuple(record), chosen).fields
    has_title = any(isinstance(record[name], str) for name in found.get("title", ()))

    def is_text(name: str) -> bool:
        match record[name]:
            case [dict(), *_]:
                known = label(name.rpartition(".")[2])
                return known in _PARTS_OF_TEXT or (has_title and known != "article")
            case dict() as inner:
                return bool(values.text(inner))
            case _:
                return True

    return any(map(is_text, found.get("text", ())))


def _likeness(value: object, chosen: Choice) -> int:
    """Return how much a value is like an article: 2 with a text, 1 with a headline and an address, a day or an abstract."""
    if not isinstance(value, dict):
        return 0
    if _is_record(value, chosen):
        return 2
    some = dict(islice(value.items(), _MAX_KEYS_LOOKED_AT))
    found = columns(tuple(nested(some, chosen)), chosen).fields
    return int("title" in found and not {"url", "date", "heading"}.isdisjoint(found))


def _place(value: Mapping[str, Any], chosen: Choice) -> _Place | None:
    """Return where the records of an object are: of the lists and objects of objects, the most like articles, then the longest."""
    own = _likeness(value, chosen)
    most, best = (own + 1, 0), None
    pending: list[tuple[tuple[str | int, ...], Mapping[str, Any]]] = [((), value)]
    for path, inner in pending:
        candidates: list[tuple[_Place, list[Any]]] = []
        if inner and all(isinstance(below, dict) for below in islice(inner.values(), _MAX_KEYS_LOOKED_AT)):
            candidates.append((_Place(path, is_keyed=True), [*islice(inner.values(), 1)] * len(inner)))
        for key, below in islice(inner.items(), _MAX_KEYS_LOOKED_AT):
            if isinstance(below, list):
                candidates.append((_Place((*path, key), is_keyed=False), below))
                if len(below) == 1 and isinstance(below[0], dict) and len(path) < _MAX_DEPTH - 2:
                    pending.append(((*path, key, 0), below[0]))  # the one database of an export of Ghost
            elif isinstance(below, dict) and len(path) < _MAX_DEPTH - 1:
                pending.append(((*path, key), below))
        for place, items in candidates:
            first = next((item for item in items[:5] if isinstance(item, dict)), None)
            likeness = _likeness(first, chosen)
            if likeness == 2 or (likeness and not place.is_keyed):
                rank = (likeness, len(items))
                if rank > most:  # more like an article than the object itself
                    most, best = rank, place
    return best


def _of_columns(value: Mapping[str, Any], chosen: Choice) -> Iterator[tuple[str, Any]] | None:
    """Return the records of an object whose values are columns, each with its key; None for any other object."""
    kind = type(next(iter(value.values()), None))
    if not 2 <= len(value) <= _MAX_KEYS_LOOKED_AT or kind not in {dict, list}:
        return None
    texts = columns(tuple(value), chosen).fields.get("text", ())
    if not texts or any(isinstance(value[name], dict) and values.text(value[name]) for name in texts):
        return None
    lengths = {len(column) for column in value.values() if isinstance(column, dict | list)}
    kinds = {type(column) for column in value.values()}
    if len(lengths) != 1:
        return None
    if kinds == {dict}:
        index = [*next(iter(value.values()))]
        keys = index if _has_ids(index) else [""] * len(index)
        rows = ({name: column.get(key) for name, column in value.items()} for key in index)
        return zip(keys, rows, strict=True)
    if kinds == {list} and len(value) >= _MIN_COLUMNS and lengths != {1}:
        return (("", dict(zip(value, row, strict=True))) for row in zip(*value.values(), strict=True))
    return None


def _of_rows(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]] | None:
    """Return the records of an object that has rows and the names of their columns; None for any other object."""
    written = value.get("columns")
    rows = next((value[key] for key in _ROWS_KEYS if isinstance(value.get(key), list)), None)
    if not isinstance(written, list) or not rows or not isinstance(rows[0], list):
        return None
    names = [values.line(name) for name in written]
    return (("", dict(zip(names, row, strict=False))) for row in rows if isinstance(row, list))


def _of_graph(value: Mapping[str, Any], chosen: Choice) -> Iterator[tuple[str, Any]] | None:
    """Return the nodes with a text of an object in JSON-LD, each with the nodes that it refers to; None for any other object."""
    graph = value.get("@graph")
    nodes = [node for node in graph if isinstance(node, dict)] if isinstance(graph, list) else []
    articles = [node for node in nodes if _is_record(node, chosen)]
    if not articles:
        return None
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}

    def meant(inner: object) -> object:
        if isinstance(inner, list):
            return [meant(one) for one in inner if not isinstance(one, list)]
        return by_id.get(values.line(inner.get("@id")), inner) if isinstance(inner, dict) else inner

    return (("", {name: meant(inner) for name, inner in node.items()}) for node in articles)


def _feed_title(value: Mapping[str, Any]) -> str:
    """Return the title of a feed, "" for any other object."""
    feed = value.get("feed")
    if isinstance(feed, dict):
        return values.line(feed.get("title"))
    is_feed = values.line(value.get("version")).startswith("https://jsonfeed.org/")
    return values.line(value.get("title")) if is_feed else ""


def _of_feed(raw: str, title: str) -> str:
    """Return the source of an item with the title of its feed; a value that is no object stays.

    >>> _of_feed('{"text": "a"}', "Le Fanal"), _of_feed("{}", "Le Fanal")
    ('{"text": "a", "feed_title": "Le Fanal"}', '{}')
    """
    inside = raw.removeprefix("{").removesuffix("}")
    if len(raw) - len(inside) != len("{}") or not inside.strip():
        return raw
    return f'{{{inside}, "feed_title": {json.dumps(title, ensure_ascii=False)}}}'


def _has_ids(keys: Iterable[str]) -> bool:
    """Return whether keys are ids: pandas counts the rows from 0."""
    return any(key != str(index) for index, key in enumerate(keys))


def _value_of(raw: str, position: int, key: str) -> int:
    """Return where the value of a key is in the object at a position."""
    position += 1
    while match := KEYED.match(raw, position):
        if json.loads(f'"{match[1]}"', strict=False) == key:
            return match.end()
        _, position = DECODER.raw_decode(raw, match.end())
    raise KeyError(key)


def _first_of(raw: str, position: int) -> int:
    """Return where the first value is of the list at a position."""
    first = BETWEEN.match(raw, position + 1)
    return first.end() if first else position


def _found(raw: str, position: int, *, is_keyed: bool) -> Iterator[Found]:
    """Yield the values of the list or the object that begins before a position."""
    line, counted = 0, 0
    keys: list[str] = []
    found: list[tuple[int, int]] = []
    between = KEYED if is_keyed else BETWEEN
    while match := between.match(raw, position):
        if (not is_keyed and "]" in match[0]) or match.end() == len(raw):
            break
        keys.append(match[1] if is_keyed else "")
        _, position = DECODER.raw_decode(raw, match.end())
        found.append((match.end(), position))
    if is_keyed and not _has_ids(keys):
        keys = [""] * len(keys)
    for key, (start, end) in zip(keys, found, strict=True):
        line += raw.count("\n", counted, start)
        counted = start
        yield Found(line, raw[start:end], key)
