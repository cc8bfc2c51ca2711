"""Read a file of the press: each article comes out as an Article, what cannot be read as a Rejected.

A query imports this module and reads no file: what reading needs is imported in the functions.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.article import Article, Rejected
from corpus.clipping import Piece
from corpus.errors import Unreadable
from corpus.message import message


def read(path: Path, *, name: str, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    """Yield every article of a file as it is read; a bad record, or a bad file, is yielded as Rejected.

    `name` is the path as it is shown and stored.  `columns` gives a field (`title`) the column or key (`Titre`)
    that holds it, in a format that has columns; the others are recognised by their usual names.

    Raises:
        BadColumn: at the call, `columns` has a field that articles do not have.
    """
    return (
        piece if isinstance(piece, Article | Rejected) else piece.read()
        for piece in cut(path, name=name, columns=columns)
    )


def cut(path: Path, *, name: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    """Yield every article of a file as `read` does, but not yet read where reading takes time.

    Raises:
        BadColumn: as `read` does.
    """
    if columns:
        from corpus.readers.mapping import check_fields

        check_fields(columns)
    return _cut(path, name, columns)


def _cut(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    from corpus.formats import recognise, suffixes
    from corpus.source import Source

    source = Source(path, name)
    try:
        format_ = recognise(source)
        if format_ is None:
            formats = " ".join(suffixes())
            yield Rejected(name, message("reading.unknown_format", suffix=source.suffix, formats=formats))
            return
        yield from format_.cut(source, columns)
    except Unreadable as error:
        yield Rejected(name, error.message)
