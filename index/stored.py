"""The bytes that an engine keeps of an article beside its terms."""

import json
from typing import Any

from corpus import Article, Found, PrintDate
from corpus.records import defaults

_DEFAULTS = {name: default for name, default in defaults(Article).items() if name not in ("raw", "notes")}
"""The fields of an article that are kept, with their defaults; the raw text is in the catalog, for `show --raw`."""


def dump(article: Article) -> bytes:
    """Return an article, without its raw text, as bytes; the engine compresses them."""
    record = {name: getattr(article, name) for name in _DEFAULTS}
    kept = {name: value for name, value in record.items() if value != _DEFAULTS[name]}
    if article.date:
        kept["date"] = article.date.isoformat()
    return _ENCODER.encode(kept).encode()


_ID_START, _ID_BYTES = '{"id":', 512
"""The start of the bytes, and how many of them hold an id: it has 64 characters at most, and perhaps a number."""

_ENCODER = json.JSONEncoder(default=str, ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()
_FOUND = {"id_found", "title_found", "date_found"}
_KINDS: dict[str, tuple[type, type]] = {
    name: (tuple, int if name == "furniture" else str) if isinstance(default, tuple) else (str, str)
    for name, default in _DEFAULTS.items()
    if name not in (*_FOUND, "date", "loss")
}
"""The type of each field that is kept as it is, and of what is in it."""


def load_id(stored: bytes) -> str:
    r"""Return the id of a stored article: only the first bytes are read.

    >>> load_id('{"id":"dep-é\\"1","title":"Un","body":"Deux"}'.encode())
    'dep-é"1'
    """
    article_id, _ = _DECODER.raw_decode(stored[:_ID_BYTES].decode(errors="ignore"), len(_ID_START))
    return str(article_id)


def with_id(stored: bytes, article_id: str) -> bytes:
    """Return a stored article with another id.

    >>> with_id(b'{"id":"a","title":"Un"}', "b")
    b'{"id":"b","title":"Un"}'
    """
    return _ENCODER.encode({**json.loads(stored), "id": article_id}).encode()


def load(stored: bytes) -> Article:
    """Return the article that `dump` made these bytes of."""
    return loaded(json.loads(stored))


def loaded(record: dict[str, Any]) -> Article:
    """Return the article of the JSON object that `dump` wrote; the object is used up."""
    for name, value in record.items():
        if isinstance(value, list):
            record[name] = tuple(value)
    for name in _FOUND & record.keys():
        record[name] = Found(record[name])
    if "date" in record:
        record["date"] = PrintDate.fromisoformat(record["date"])
    return Article(raw="", **record)


def received(record: dict[str, Any]) -> Article:
    """Return the article of the JSON object that `dump` wrote, or that others wrote in its stead.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: others did, and it is no article.
    """
    article = loaded(record)
    for name, (kind, member) in _KINDS.items():
        value = getattr(article, name)
        members = value if isinstance(value, tuple) else ()
        if not isinstance(value, kind) or not all(isinstance(one, member) for one in members):
            raise ValueError(name)
    return article
