"""Exports that list articles and do not have their texts: which tool wrote one, by its columns."""

from collections.abc import Iterable

from corpus.message import Message, message
from corpus.readers.columns.usual import label

_EXPORTS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (message("reading.media_cloud"), ("stories_id", "media_name")),
    (message("reading.media_cloud"), ("stories_id", "media_id")),
    (message("reading.media_cloud"), ("media_name", "media_url", "indexed_date")),
    (message("reading.media_cloud"), ("media_name", "media_url", "publish_date")),
    (message("reading.gdelt"), ("seendate", "socialimage")),
    (message("reading.gdelt"), ("seendate", "sourcecountry")),
    (message("reading.gdelt"), ("GKGRECORDID", "DocumentIdentifier")),
    (message("reading.minet"), ("http_status", "resolved_url")),
    (message("reading.minet"), ("http_status", "fetch_original_index")),
    (message("reading.minet"), ("status", "resolved_url", "filename")),
    (message("reading.hyphe"), ("webentity_id", "url")),
    (message("reading.hyphe"), ("status", "prefixes", "homepage")),
    (message("reading.hyphe"), ("lru", "url")),
    (message("reading.zotero"), ("item_type", "publication_year", "date_added")),
    (message("reading.pocket"), ("resolved_url", "time_added")),
    (message("reading.pocket"), ("time_added", "url", "tags")),
)
"""The columns of each export that nobody else writes together; those of Media Cloud, minet and GDELT as their code has them."""

_ADDRESSES = frozenset(
    map(label, ("url", "link", "lien", "adresse", "permalink", "web_url", "canonical_url"))
)


def recognise(names: Iterable[str]) -> Message | None:
    """Return what an export is that has these columns and none with a text; None for one that has no address either.

    >>> str(recognise(["stories_id", "title", "url", "media_name"])), recognise(["Titre", "Prose"])
    ('reading.media_cloud', None)
    """
    labels = frozenset(map(label, names))
    return _tool(labels) or (message("reading.links") if labels & _ADDRESSES else None)


def is_of_a_tool(names: Iterable[str]) -> bool:
    """Return whether a tool wrote these columns that writes no texts: then no record of its file has one.

    >>> is_of_a_tool(["stories_id", "title", "url", "media_name"]), is_of_a_tool(["title", "url"])
    (True, False)
    """
    return _tool(frozenset(map(label, names))) is not None


def _tool(labels: frozenset[str]) -> Message | None:
    return next((export for export, own in _EXPORTS if labels.issuperset(map(label, own))), None)
