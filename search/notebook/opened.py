"""The notes of a person as they are now: an editor, or another process, may change the file while the shell is open."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import layout
from search.planning.kept import NOTHING_KEPT, Kept

if TYPE_CHECKING:
    from search.notebook.notes import NotesFile  # a person without notes needs none of it


class OpenNotes:
    """The notes of an index, read when they are first asked for, and again when the file changed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._file = layout.notes(home)
        self._state: tuple[int, int, int] | None = None
        self._read: NotesFile | None = None

    def of(self, *article_ids: str) -> Sequence[Kept]:
        """Return what is kept about each of some articles, in one look at the file.

        Raises:
            IndexFailure: the file of the notes cannot be read.
        """
        notes = self._now()
        return [notes.of(article_id) if notes else NOTHING_KEPT for article_id in article_ids]

    def texts(self, field: str) -> Mapping[str, frozenset[str]]:
        """Return each tag, or each note, with the ids of its articles.

        Raises:
            IndexFailure: the file of the notes cannot be read.
        """
        notes = self._now()
        return notes.texts(field) if notes else {}

    def _now(self) -> "NotesFile | None":
        """Return the notes of the file; None if there is no file."""
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return None
        state = (status.st_mtime_ns, status.st_size, status.st_ino)
        if state != self._state:
            from search.notebook.notes import read

            self._read, self._state = read(self._home), state
        return self._read
