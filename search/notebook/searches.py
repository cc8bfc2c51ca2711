"""The saved searches of a person, in a text file beside the index: `.manchette/searches.txt`.

    # what the desk follows
    laïcité à l’école = laïcité AND école AND date:>=2017
    Côte = =Côte -ivoire

A line is a name, an equals sign and a query.  If several lines have one name, the last one counts.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from corpus.records import record
from index import layout
from index.document import whole
from index.layout import edited
from search.messages import say

_MAX_BYTES = 1 << 20
"""Bytes of the file, above which it is refused: 10,000 searches."""

_NO_WORD = whole("")


class SavedSearch(NamedTuple):
    """A query under a name."""

    name: str
    query: str

    @property
    def key(self) -> str:
        """The name whatever its accents and capitals."""
        return whole(self.name)

    def __str__(self) -> str:
        return f"{self.name} = {self.query}"


@record
class Searches:
    """The lines of the file; a line that is not edited stays as it is."""

    lines: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def by_key(self) -> Mapping[str, SavedSearch]:
        """The searches by the keys of their names, in order."""
        return {search.key: search for search in map(search_of, self.lines) if search}

    @property
    def unread(self) -> tuple[str, ...]:
        """The lines that are neither a search nor a comment nor blank: they have no effect."""
        return tuple(
            line for line in self.lines if line.strip() and not _is_comment(line) and not search_of(line)
        )

    def saved(self, search: SavedSearch) -> "Searches":
        """Return the lines with a search, in the place of the search that has its name, else at the end.

        >>> print(Searches(("a = port", "# b", "c = mer")).saved(SavedSearch("A", "quai")), end="")
        A = quai
        # b
        c = mer
        """
        rows = [row for row, line in enumerate(self.lines) if _has_key(line, search.key)]
        if not rows:
            return Searches((*self.lines, str(search)))
        lines = list(self.lines)
        lines[rows[-1]] = str(search)
        return Searches(tuple(lines))

    def dropped(self, key: str) -> "Searches":
        """Return the lines without a search."""
        return Searches(tuple(line for line in self.lines if not _has_key(line, key)))


def search_of(line: str) -> SavedSearch | None:
    """Return the search of a line; None if the line is none.

    >>> search_of("Côte = =Côte -ivoire"), search_of("une ligne")
    (SavedSearch(name='Côte', query='=Côte -ivoire'), None)
    """
    if _is_comment(line) or edited.FOREIGN.search(line):
        return None
    name, equals, query = line.partition("=")
    search = SavedSearch(edited.one_line(name), edited.one_line(query))
    return search if equals and search.query and search.key != _NO_WORD else None


def _has_key(line: str, key: str) -> bool:
    search = search_of(line)
    return bool(search and search.key == key)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def parse(lines: Iterable[str]) -> Searches:
    """Return the searches of the lines of a file."""
    return Searches(tuple(lines))


def read(home: Path) -> Searches:
    """Return the saved searches of an index; there are none if there is no file.

    Raises:
        IndexFailure: the file is no file, or longer than `_MAX_BYTES`.
    """
    return parse(edited.read(layout.searches(home), _MAX_BYTES))


def save(home: Path, searches: Searches) -> None:
    """Replace the file by one rename; the file before is kept for `undo`."""
    edited.replace(layout.searches(home), str(searches), f"# {say('notebook.searches_heading')}\n")
