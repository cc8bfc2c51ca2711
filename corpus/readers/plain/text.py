"""One article in one text file, with fields above it or not, in Markdown or not."""

from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from corpus.article import Article, Found
from corpus.clipping import Clipping
from corpus.formats.head import Head
from corpus.readers.columns import fields, naming
from corpus.readers.plain import front_matter, markdown
from corpus.readers.record import Record, compose
from corpus.records import replace
from corpus.source import Source, whole

_MARKDOWN = ".md"


def recognises(_head: Head) -> bool:
    """Return False: no content shows a text, any file with a suffix of texts is one."""
    return False


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
    above, text = front_matter.split(raw)
    make = partial(compose, path=name, file_name=PurePath(name).name)
    if source.suffix != _MARKDOWN:
        return make(replace(_above(above, raw), text=text))
    title, below = markdown.split(text)
    if not above:  # Notion writes its properties below the headline
        above, below = front_matter.split(below)
    record = _above(above, raw)
    article = make(replace(record, text=f"{title}\n\n{below}"))
    is_found = article.title == title and article.title_found is Found.LINE
    if record.title or is_found or not (title and below.strip()):
        return article
    return make(replace(record, title=title, text=below))  # its lines are no masthead as in a plain text


def _above(read: dict[str, object], raw: str) -> Record:
    """Return the record of the fields above a text."""
    if not read:
        return Record(raw=raw, text="")
    return fields.record(read, naming.columns(tuple(read), ()), raw=raw, dates={})
