"""The fields of a document in a Whoosh index, and how its files are opened."""

from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.document import FILLER
from index.errors import IndexFailure, failure_of_engine
from index.fields import FORM, ID, TEXTS, VALUES
from index.layout import durable

FIELD_SEPARATOR, VALUE_SEPARATOR = "\x1e", "\x1f"
"""Control characters, which no cleaned value has."""

_LOCK = "MAIN_WRITELOCK"
"""The file that a writer of Whoosh locks; it stays."""


class Positions(formats.Format):  # type: ignore[misc] # Whoosh has no types
    """Postings with the positions of the term, as an array of 32-bit integers."""

    posting_size = -1


class Times(formats.Format):  # type: ignore[misc] # Whoosh has no types
    """Postings with the number of times that the term stands in the document."""

    posting_size = 0


class TermList(fields.FieldType):  # type: ignore[misc] # Whoosh has no types
    """A list of terms, as `index.document` makes it."""

    def __init__(self, *, positions: bool, scored: bool) -> None:
        super().__init__(Positions() if positions else Times(), analyzer=None, scorable=scored)
        self.has_positions = positions

    def index(self, value: list[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each term with the number of times, the same number as its weight, and its positions."""
        if not self.has_positions:
            for term, times in Counter(value).items():
                yield term.encode(), times, float(times), b""
            return
        positions: dict[str, array[int]] = {}
        for position, term in enumerate(value):
            positions.setdefault(term, array("I")).append(position)
        positions.pop(FILLER, None)
        for term, of_term in positions.items():
            yield term.encode(), len(of_term), float(len(of_term)), of_term.tobytes()


class Codec(W3Codec):  # type: ignore[misc] # Whoosh has no types
    """The codec of Whoosh without the bounds of the lengths in each block, which only its own scoring reads.

    A build of 2,000 articles takes 10.9 s with it, without it 12.4.
    """

    length_stats = False


class DurableFiles(FileStorage):  # type: ignore[misc] # Whoosh has no types
    """The files of an index.  Whoosh syncs none: all of them are synced before a rename names them, and the folder after.

    The rename of a table of contents is the commit, behind which Whoosh removes the segments that no table names.
    """

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002 - of Whoosh
        """Rename a file, for good."""
        durable.sync_files(Path(self.folder))
        super().rename_file(oldname, newname, safe)
        durable.sync_folder(Path(self.folder))


def _schema() -> Any:
    lists: dict[str, Any] = {
        ID: TermList(positions=False, scored=False),
        FORM: TermList(positions=False, scored=True),
    }
    for text in TEXTS:
        lists[text.exact] = TermList(positions=True, scored=True)
        lists[text.stem] = TermList(positions=False, scored=True)
    for value in VALUES:
        lists[value.name] = TermList(positions=False, scored=False)
    return fields.Schema(
        **lists,
        article=fields.STORED(),
        day=fields.COLUMN(columns.NumericColumn("i", default=0)),
        key=fields.COLUMN(columns.VarBytesColumn()),
        values=fields.COLUMN(columns.VarBytesColumn()),
    )


@contextmanager
def readable(directory: Path) -> Iterator[None]:
    """Raise one error for whatever Whoosh makes of damaged files; a full disk or a forbidden file stays an OSError.

    Whoosh follows damaged bytes wherever they lead: KeyError, TypeError, struct.error and others come out.
    """
    try:
        yield
    except (IndexFailure, MemoryError):
        raise
    except Exception as error:
        raise failure_of_engine(directory, error) from error


def create(directory: Path) -> None:
    """Make an empty index."""
    directory.mkdir(parents=True, exist_ok=True)
    with readable(directory):
        DurableFiles(str(directory)).create_index(_schema()).close()


def open_index(directory: Path) -> Any:
    """Return the index of a folder."""
    return DurableFiles(str(directory)).open_index()


def committed(directory: Path) -> set[str]:
    """Return the names of the files that an index has since its last commit: its table of contents, its segments, its lock."""
    with readable(directory):
        index = open_index(directory)
        contents = TOC.read(index.storage, index.indexname)
        segments = {segment.make_filename(segment.COMPOUND_EXT) for segment in contents.segments}
        return {TOC._filename(index.indexname, contents.generation), _LOCK, *segments}  # noqa: SLF001 - it has no other name


def mergeable(directory: Path, articles: int) -> set[str]:  # noqa: ARG001 - as in the package of each engine
    """Return the names of the files that an update may merge into others: any of them."""
    return committed(directory)
