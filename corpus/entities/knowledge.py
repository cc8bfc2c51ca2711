"""What is known of words before any model: the lists that have them, how often they bear a capital, their cluster."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from unicodedata import combining, normalize
from zlib import crc32

from corpus.records import record

FLAGS = (
    "FN", "LN", "CITY", "CITY5", "CITYp", "CTRY", "CTRYp", "ORGN", "ORGB", "ORGI", "LOCN", "NOTE", "DEM",
    "HON", "FUNC", "ORGK", "ORGC", "ORGW", "LOCK", "SAY", "PREPL", "PART", "MON",
)  # fmt: skip
"""The lists: a bit each.

First and last names; small and large cities, words of a city's name; countries, words of their names;
organisations of one word, first and later words of others; other places; words that are not names; peoples.  Then
common words: titles, functions, heads of organisations, cues and other words of them, heads of places, verbs of
speech, prepositions of place, particles, months.
"""
BIT = {flag: 1 << position for position, flag in enumerate(FLAGS)}
NAME_BITS = sum(BIT[flag] for flag in FLAGS[: FLAGS.index("HON")])
"""The lists of names, which only a capitalised word can be on."""
CURATED_BITS = sum(BIT[flag] for flag in ("ORGN", "ORGB", "ORGI", "LOCN", "NOTE"))
"""The lists written for Manchette."""


def fold(word: str) -> str:
    """Return a word without case, accents and ligatures.

    The tables of the models have words as this function writes them: it is not `corpus.clean.bare`, which keeps
    ligatures, and changes only with a training.

    >>> fold("Œuvre"), fold("ÉLYSÉE")
    ('oeuvre', 'elysee')
    """
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(char for char in normalize("NFD", word.replace("œ", "oe")) if not combining(char))


def key(text: str, start: int = 0) -> int:
    """Return the 32 bits that stand for a text in every table; 1 of 30,000 unknown words has the key of a known one."""
    return crc32(text.encode("utf-8", "surrogatepass"), start)


@record
class Knowledge:
    """Tables of words: sorted keys, and as many values, see `key`.

    `flags` are those of folded words.  `lower` and `capital` count the forms in the press, in lower case and
    with a capital inside a sentence.  `clusters` number the cluster of a form among 64, 256 and 1,000.
    """

    listed: "array[int]"
    flags: "array[int]"
    counted: "array[int]"
    lower: "array[int]"
    capital: "array[int]"
    clustered: "array[int]"
    clusters: "tuple[array[int], array[int], array[int]]"

    def flags_of(self, folded: str) -> int:
        """Return the lists that a folded word is on, as bits."""
        position = _find(self.listed, folded)
        return 0 if position is None else self.flags[position]

    def counts(self, form: str) -> tuple[int, int]:
        """Return how often a form was counted in lower case, and with its capital inside a sentence."""
        position = _find(self.counted, form)
        return (0, 0) if position is None else (self.lower[position], self.capital[position])

    def clusters_of(self, form: str) -> tuple[int, int, int] | None:
        """Return the clusters of a form; a word all in capitals has those of the capitalised one."""
        position = _find(self.clustered, form)
        if position is None and form.isupper():
            position = _find(self.clustered, form.capitalize())
        if position is None:
            return None
        first, second, third = self.clusters
        return first[position], second[position], third[position]


def _find(keys: "array[int]", text: str) -> int | None:
    wanted = key(text)
    position = bisect_left(keys, wanted)
    return position if position < len(keys) and keys[position] == wanted else None


def table(values: Mapping[str, tuple[int, ...]], width: int) -> "list[array[int]]":
    """Return sorted keys and, column by column, the values; of two texts with one key the first stays."""
    rows = {key(text): row for text, row in sorted(values.items(), reverse=True)}
    columns = [array("I", sorted(rows))]
    columns.extend(array("I", (rows[number][column] for number in columns[0])) for column in range(width))
    return columns


TABLES = (
    "listed",
    "flags",
    "counted",
    "lower",
    "capital",
    "clustered",
    "clusters64",
    "clusters256",
    "clusters1000",
)


def from_tables(tables: Mapping[str, bytes]) -> Knowledge:
    """Return the knowledge that a file holds: the bytes of 32-bit columns, by name."""
    columns = []
    for name in TABLES:
        column = array("I")
        column.frombytes(tables[name])
        columns.append(column)
    listed, flags, counted, lower, capital, clustered, *clusters = columns
    first, second, third = clusters
    return Knowledge(listed, flags, counted, lower, capital, clustered, (first, second, third))
