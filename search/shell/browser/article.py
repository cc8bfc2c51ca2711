"""The rows of the open article, and the rows of its matches."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.records import replace
from search.render.lines import EMPTY, Line, Style
from search.render.reading import reading
from search.results import Reading

_MATCHES = (Style.MATCH, Style.TITLE_MATCH)


class LaidOut(NamedTuple):
    """An article in rows.  `matches` holds, for each match, the fragments of it: the number of the row, that in the row."""

    lines: Sequence[Line]
    matches: Sequence[Sequence[tuple[int, int]]]

    def row(self, match: int) -> int:
        """Return the row where a match begins; matches are numbered from 1 on."""
        return self.matches[match - 1][0][0]

    def first_from(self, row: int) -> int:
        """Return the number of the first match from a row on; of the first match at all if there is none further down."""
        numbers = range(1, len(self.matches) + 1)
        return next((number for number in numbers if self.row(number) >= row), 1)

    def at(self, match: int) -> Sequence[Line]:
        """Return the rows with one match in the style of what a person is at; 0 is no match."""
        if not 1 <= match <= len(self.matches):
            return self.lines
        lines = list(self.lines)
        for row, position in self.matches[match - 1]:
            fragments = list(lines[row])
            fragments[position] = replace(fragments[position], style=Style.CURRENT)
            lines[row] = tuple(fragments)
        return lines


def laid_out(read: Reading, columns: int) -> LaidOut:
    """Return an article in rows of `columns` columns at most."""
    lines = reading(read, columns)
    return LaidOut(lines, list(_matches(lines)))


def _matches(lines: Sequence[Line]) -> Iterator[list[tuple[int, int]]]:
    """Yield the fragments of each match: words of a phrase with blanks alone between them are one, on two rows too."""
    match: list[tuple[int, int]] = []
    for row, line in enumerate(lines):
        for position, fragment in enumerate(line):
            if fragment.style in _MATCHES:
                match.append((row, position))
            elif match and fragment.text.strip():
                yield match
                match = []
        if line == EMPTY and match:
            yield match
            match = []
    if match:
        yield match
