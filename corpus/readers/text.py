"""One article in one text file."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TextIO

from corpus.article import Article, Rejected
from corpus.readers.record import Record, compose
from corpus.stream import whole


def articles(stream: TextIO, *, name: str, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    """The article of a text file; `columns` say nothing of it."""
    del columns
    raw = whole(stream)
    article = compose(Record(raw=raw, text=raw), path=name, file_name=PurePath(name).name)
    yield article or Rejected(name, "", "no text" if raw.strip() else "only blanks" if raw else "empty")
