"""Read a file of the press: each article comes out as an Article, what cannot be read as a Rejected.

A query imports this module and reads no file: what reading needs is imported in the functions.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from corpus.article import Article, Rejected
from corpus.clipping import Bundle, Clipping, Piece


def read(
    path: Path, *, name: str, columns: Mapping[str, str], forced: str = ""
) -> Iterator[Article | Rejected]:
    """Yield every article of a file as it is read; a bad record, or a bad file, is yielded as Rejected.

    `name` is the path as it is shown and stored.  `columns` gives a field (`title`) the column or key (`Titre`)
    that holds it, in a format that has columns; the others are recognised by their usual names.  `forced` is the name of
    the format of the file; "" to recognise it.

    Raises:
        BadColumn: at the call, `columns` has a field that articles do not have.
    """
    return chain.from_iterable(map(_read, cut(path, name=name, columns=columns, forced=forced)))


def _read(piece: Piece) -> Iterator[Article | Rejected]:
    if isinstance(piece, Bundle):
        yield from piece.read()
    else:
        yield piece.read() if isinstance(piece, Clipping) else piece


def cut(path: Path, *, name: str, columns: Mapping[str, str], forced: str = "") -> Iterator[Piece]:
    """Yield every article of a file as `read` does, but not yet read where reading takes time.

    Raises:
        BadColumn: as `read` does.
    """
    from corpus.formats import pieces
    from corpus.source import Source

    if columns:
        from corpus.readers.columns.mapping import check_fields

        check_fields(columns)
    return pieces(Source(path, name), columns, forced)
