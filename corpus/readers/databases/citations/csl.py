"""Articles in CSL-JSON and in the JSON of Zotero: records as other JSON has them, many of which have no text."""

from collections.abc import Iterator, Mapping

from corpus.article import Rejected
from corpus.clipping import Clipping
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.columns import naming, values
from corpus.readers.columns.naming import Choice
from corpus.readers.objects import jsonl
from corpus.readers.objects.stream import DECODER
from corpus.source import Source

_KEY = expression(
    r'"(?:container-title|citation-key|abstractNote|publicationTitle|itemType|issued"\s*:\s*\{\s*"date-parts)"'
)
"""Keys of CSL-JSON 1.0.2 and of the JSON of Zotero that no export of the press has."""

names = jsonl.names


def recognises(head: Head) -> bool:
    """Return whether a file is a bibliography in JSON."""
    return head.text.startswith(("[", "{")) and _KEY.search(head.text) is not None


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the articles of the entries that have a text; the number of the others is yielded in one Rejected.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    chosen = tuple(sorted(columns.items()))
    without_text = 0
    for piece in jsonl.articles(source, columns):
        if isinstance(piece, Clipping) and not _has_text(piece.raw, chosen):
            without_text += 1
        else:
            yield piece
    if without_text:
        yield Rejected(source.name, message("reading.entries_without_text", count=without_text))


def _has_text(raw: str, chosen: Choice) -> bool:
    """Return whether an entry has a text or an abstract; True for one that cannot be read, which its reading reports."""
    try:
        value = DECODER.decode(raw)
    except (ValueError, RecursionError):
        return True
    if not isinstance(value, dict):
        return True
    read = naming.nested(value, chosen)
    fields = naming.columns(tuple(read), chosen).fields
    return any(
        values.text(read[name]).strip() for field in ("text", "heading") for name in fields.get(field, ())
    )
