"""Tables that name a file for each row, as `minet fetch` writes them: the file has the text, the row what is known of it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from corpus.article import Article, Found, Rejected
from corpus.clean import clean_line
from corpus.clipping import Bundle, Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.readers.columns import fields, values
from corpus.readers.columns.naming import Columns
from corpus.readers.columns.usual import label
from corpus.readers.record import record_id
from corpus.records import replace
from corpus.source import Source

_LABELS = frozenset(
    map(
        label,
        (
            "path", "filename", "file", "file name", "file path", "fichier", "nom fichier", "chemin", "raw path", "html path",
        ),
    )
)  # fmt: skip
"""Names of a column that names files; those of minet and of tables made by hand."""
_FOLDERS = ("", "downloaded", "content", "contents", "html", "pages", "files", "fichiers", "textes", "txt")
"""Where the files may be, beside the table: minet writes to `downloaded`, and wrote to `content` (minet 1.0)."""
_MAX_ROWS_LOOKED_AT = 50


class Files(NamedTuple):
    """Files that a column names, in a folder beside the table."""

    column: str
    folder: Path

    def of(self, name: str) -> Path | None:
        """Return the file of a name, None if there is none below the folder: a table leads nowhere else."""
        if not name or "\0" in name:
            return None
        path = (self.folder / name).resolve()
        return path if path.is_relative_to(self.folder.resolve()) and path.is_file() else None


def files(names: Sequence[str], rows: Iterable[Mapping[str, object]], folder: Path) -> Files | None:
    """Return the files that a column of a table names, if the first of them exist; `rows` have the cells of all columns."""
    first = [*islice(rows, _MAX_ROWS_LOOKED_AT)]
    for column in names:
        if label(column) not in _LABELS:
            continue
        written = [name for row in first if (name := values.line(row.get(column)).strip())]
        for below in _FOLDERS:
            found = Files(column, folder / below)
            if any(found.of(name) for name in written):
                return found
    return None


def article(
    row: Mapping[str, object],
    columns: Columns,
    dates: Mapping[str, DateReader],
    raw: str,
    name: str,
    *,
    held: Files,
) -> Article:
    """Return the article of the file that a row names, with what the row says of it.

    Raises:
        Unreadable: the row names no file that exists, or the file gives no article.
    """
    file = values.line(row.get(held.column)).strip()
    path = held.of(file)
    read = _first(Source(path, name)) if path else None
    if read is None:
        raise Unreadable("reading.no_file_named", file=clean_line(file))
    if isinstance(read, Rejected):
        raise Unreadable("reading.file_named", file=clean_line(file), reason=read.reason)
    said = fields.record(row, columns, raw=raw, dates=dates)
    own_id, id_found = record_id(said.id, read.raw)
    return replace(
        read,
        id=own_id,
        id_found=id_found,
        title=clean_line(said.title) or read.title,
        title_found=Found.METADATA if said.title else read.title_found,
        date=said.date or read.date,
        date_found=Found.METADATA if said.date else read.date_found,
        source=clean_line(said.source) or read.source,
        section=said.section or read.section,
        authors=said.authors or read.authors,
        url=clean_line(said.url) or read.url,
        page=said.page or read.page,
        edition=said.edition or read.edition,
        language=said.language or read.language,
        reference=said.reference or read.reference,
    )


def _first(source: Source) -> Article | Rejected | None:
    """Return the first article of a file; None of one that is a table itself, which may name this one."""
    from corpus.formats import opened
    from corpus.formats.format import Gives

    file = opened(source, {})
    if file.recognition and file.recognition.format.gives is Gives.RECORDS:
        return None
    piece = next(file.pieces, None)
    if isinstance(piece, Bundle):
        return next(piece.read(), None)
    return piece.read() if isinstance(piece, Clipping) else piece
