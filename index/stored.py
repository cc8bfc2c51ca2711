"""What an engine keeps of an article beside its terms: the article itself, and its sketch."""

import json
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from corpus import Article, Found
from index.fields import SKETCH

_DEFAULTS = {field.name: field.default for field in fields(Article) if field.name != "raw"}
"""What is kept of an article; its raw text is in the catalog, for `show --raw` alone."""


class Stored(NamedTuple):
    """An article, and the hashes that it is known by to its near-duplicates: to make them again takes .3 ms."""

    article: Article
    sketch: tuple[str, ...]


def dump(article: Article, sketch: str) -> bytes:
    """Return what is kept of an article, without its raw text, as bytes; to compress them is the engine's."""
    record = {name: getattr(article, name) for name in _DEFAULTS}
    kept = {name: value for name, value in record.items() if value != _DEFAULTS[name]}
    kept[SKETCH] = sketch
    return _ENCODER.encode(kept).encode()


_ID_START, _ID_BYTES = '{"id":', 512
"""How what is kept begins, and bytes that hold an id: it has 64 characters, and a number where two are alike."""

_ENCODER = json.JSONEncoder(default=str, ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()


def load_id(stored: bytes) -> str:
    r"""Return the id of an article: only the first bytes are read.

    >>> load_id('{"id":"dep-é\\"1","title":"Un","body":"Deux"}'.encode())
    'dep-é"1'
    """
    told, _ = _DECODER.raw_decode(stored[:_ID_BYTES].decode(errors="ignore"), len(_ID_START))
    return str(told)


def load(stored: bytes) -> Stored:
    """Return what `dump` made bytes of."""
    record: dict[str, Any] = json.loads(stored)
    for name, value in record.items():
        if isinstance(value, list):
            record[name] = tuple(value)
    for name in ("title_found", "date_found"):
        record[name] = Found(record.get(name, Found.NOWHERE))
    if "date" in record:
        record["date"] = date.fromisoformat(record["date"])
    sketch = tuple(record.pop(SKETCH).split())
    return Stored(Article(raw="", **record), sketch)
