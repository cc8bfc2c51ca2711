"""One article in one text file."""

from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.readers.record import Record, compose
from corpus.source import Source, whole


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the article of a text file, which is not opened before the article is read."""
    yield Clipping("", None, source.name, partial(_of_file, source))


def _of_file(source: Source, _unopened: str, name: str) -> Article:
    """Return the article of a text file.

    Raises:
        Unreadable: the file cannot be read, or has no text.
    """
    with source.open_text() as stream:
        raw = whole(stream)
    return compose(Record(raw=raw, text=raw), path=name, file_name=PurePath(name).name)
