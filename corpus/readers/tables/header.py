"""The header of a table in CSV: on which line it stands, and what separates its names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.expression import expression
from corpus.readers.columns.usual import KNOWN_LABELS, TEXT_LABELS, label, other_labels
from corpus.readers.tables.rows import cells_of

_DELIMITERS = (",", ";", "\t", "|")
MAX_LINES_ABOVE = 50
"""Lines among which the header is looked for: the title of an export, its date, its query, blank lines."""
_MAX_HEADER_CHARACTERS = 1 << 20
"""Characters of these lines: 100,000 names of columns stand in one."""
_QUOTED = expression('"[^"]*"')
_EXCEL = expression(r"sep=(.)\s*")
_TEXT_WORDS = ("text", "conten", "corps", "body", "article", "transcri", "verbatim", "paragra")
_TEXT_CELL = expression(
    rf'(?:^|[,;\t|\n])\s?"?[^,;\t|\n"]{{0,20}}(?:{"|".join(_TEXT_WORDS)})[^,;\t|\n"]{{0,20}}"?\s*(?:[,;\t|\n]|$)'
)
"""A cell that may name the text: of 4,000 plain texts, few have one, and the others need no other look (15 µs each)."""
_MARGIN_CHARACTERS = 48
_DATUM = expression(r"https?://|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|-?\d+(?:[.,]\d+)?$|(?:\S+ ){2,}\S+[.!?…]$")
_MAX_NAME_CHARACTERS = 60
_MAX_NAMES_LOOKED_AT = 1000
_MAX_LINES_BELOW = 5
"""Lines below a line with a known name among which the header may still come: `Source;Le Phare` stands above some."""


class Header(NamedTuple):
    """Where a header stands: the number of lines above it, the delimiter, and whether a name of it is known."""

    above: int
    delimiter: str
    is_known: bool


def header(source: Iterator[str]) -> tuple[str, str, int]:
    """Return the first line that is not blank, the delimiter most frequent in it, and the number of lines above.

    Excel writes the delimiter on a line of its own, `sep=;`.
    """
    above, first = -1, ""
    for above, first in enumerate(source):  # noqa: B007 - both are read after the loop
        if first.strip():
            break
    if excel := _EXCEL.fullmatch(first):
        return next(source, ""), excel[1], above + 1
    return first, _most_frequent(first), max(above, 0)


def find_header(lines: Sequence[str], own: frozenset[str]) -> Header:
    r"""Return where the header stands among the first lines of a file, which may be preceded by what an export says of itself.

    It is the line with the most names that are known (`own` are labels that a person mapped), the first of several;
    without a known name, it is the first line.

    >>> find_header(["Export du 3 mars 2021\n", "\n", "Titre;Date;Texte\n", "Port;2021;Le port rouvre.\n"], frozenset())
    Header(above=2, delimiter=';', is_known=True)
    """
    known = KNOWN_LABELS | own
    most, found = 0, None
    delimiters: tuple[str, ...] = _DELIMITERS
    for above, line in enumerate(lines):
        if excel := _EXCEL.fullmatch(line):
            delimiters = (excel[1],)
            continue
        if found and above > found.above + _MAX_LINES_BELOW:
            break
        for delimiter in delimiters:
            count = _known_names(line, delimiter, known)
            if count > most:
                most, found = count, Header(above, delimiter, is_known=True)
    if found:
        return found
    _, delimiter, above = header(iter(lines))
    return Header(above, delimiter, is_known=False)


def header_row(rows: Sequence[Sequence[str]], own: frozenset[str]) -> int | None:
    """Return the index of the first of the rows that has the most known names, as `find_header` does for lines; None without one.

    >>> header_row([["Export du 3 mars 2021"], [], ["Titre", "Date", "Texte"], ["Port", "2021", "Le port rouvre."]], frozenset())
    2
    """
    counts = [_known_cells(cells, KNOWN_LABELS | own) for cells in rows]
    first = next((number for number, count in enumerate(counts) if count), None)
    if first is None:
        return None
    near = counts[first : first + _MAX_LINES_BELOW + 1]
    return first + near.index(max(near))


def is_table(text: str) -> bool:
    r"""Return whether the beginning of a text is that of a table: a header that names the text, and a row below it.

    >>> is_table("titre;date;texte\nPort;2021;Le port rouvre.\n"), is_table("Le texte, enfin, est lu.\n" * 3)
    (True, False)
    """
    low = text.replace("\r", "\n").lower()
    for word in _TEXT_WORDS:
        at = low.find(word)
        while at >= 0:
            following = at + 1
            if _TEXT_CELL.search(low[max(0, at - _MARGIN_CHARACTERS) : at + _MARGIN_CHARACTERS]):
                following = low.find("\n", at) + 1 or len(low)
                if _is_header(low[low.rfind("\n", 0, at) + 1 : following], low[following:]):
                    return True
            at = low.find(word, following)
    return False


def _is_header(line: str, below: str) -> bool:
    """Return whether most cells of a line are names of columns, the text among them, and there is a row below it."""
    for delimiter in filter(line.__contains__, _DELIMITERS):
        labels = [_known_label(name, KNOWN_LABELS) for name in cells_of(line, delimiter)]
        if not TEXT_LABELS.isdisjoint(labels) and sum(map(bool, labels)) * 2 > len(labels):
            return delimiter in below
    return False


def looks_like_data(cell: str) -> bool:
    """Return whether a cell is one of a row, not a name of a column: an address, a day, a number, a sentence.

    >>> [looks_like_data(cell) for cell in ("https://exemple.fr", "2021-03-03", "Le port rouvre.", "Date (JJ/MM)")]
    [True, True, True, False]
    """
    cell = cell.strip()
    return len(cell) > _MAX_NAME_CHARACTERS or _DATUM.match(cell) is not None


def _known_label(name: str, known: frozenset[str]) -> str:
    """Return the label by which the name of a column is known, "" if it is not.

    >>> _known_label("Titre de l'article", KNOWN_LABELS), _known_label("Le port rouvre", KNOWN_LABELS)
    ('titre', '')
    """
    if len(name) > _MAX_NAME_CHARACTERS:
        return ""
    return next((found for found in (label(name), *other_labels(name)) if found in known), "")


def _most_frequent(line: str) -> str:
    unquoted = _QUOTED.sub("", line)
    return max(_DELIMITERS, key=unquoted.count)


def _known_names(line: str, delimiter: str, known: frozenset[str]) -> int:
    """Return how many cells of a line are names of columns that are known; 0 for a line that looks like a row."""
    if len(line) > _MAX_HEADER_CHARACTERS:
        return 0
    return _known_cells(cells_of(line, delimiter), known)


def _known_cells(cells: Sequence[str], known: frozenset[str]) -> int:
    names = cells[:_MAX_NAMES_LOOKED_AT]
    if any(map(looks_like_data, names)):
        return 0
    return sum(bool(_known_label(name, known)) for name in names)
