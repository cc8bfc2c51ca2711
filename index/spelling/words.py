"""Words with a spelling close to that of a word, and words that fit a pattern."""

import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise


def close(word: str, edits: int, vocabulary: Iterable[str]) -> Iterator[str]:
    """Yield the words of the vocabulary within `edits` of the word."""
    return filter(near(word, edits), vocabulary)


def near(word: str, edits: int) -> Callable[[str], bool]:
    """Return a predicate: is a word within `edits` of this one?

    The word is cut into 2·edits + 1 pieces.  An edit changes one piece, a swap across a border two: a close word has at
    least one piece unchanged, at most `edits` letters away.  Only words that have one are compared letter by letter.
    """
    pieces = _pieces(word, 2 * edits + 1)
    around = [(piece, max(0, start - edits), start + edits + len(piece)) for piece, start in pieces]

    def is_near(other: str) -> bool:
        return (
            abs(len(other) - len(word)) <= edits
            and any(other.find(piece, first, last) >= 0 for piece, first, last in around)
            and within(word, other, edits)
        )

    return is_near


def _pieces(word: str, count: int) -> list[tuple[str, int]]:
    """Return the word cut into `count` pieces of much the same length, each with its start."""
    borders = [len(word) * number // count for number in range(count + 1)]
    return [(word[start:end], start) for start, end in pairwise(borders)]


def within(left: str, right: str, edits: int) -> bool:
    """Return whether `edits` edits make one word the other: to add, drop or change a letter, or to swap two neighbours.

    This is the optimal string alignment distance, computed on a band of its table as wide as the edits, until a row has
    no value within them.

    >>> within("hammouchi", "hamouchi", 1), within("rabat", "rabta", 1), within("rabat", "sale", 2)
    (True, True, False)
    """
    beyond = edits + 1
    before: list[int] = []
    row = [min(column, beyond) for column in range(len(right) + 1)]
    for i, letter in enumerate(left, 1):
        before, last, row = row, before, [beyond] * (len(right) + 1)
        if i <= edits:
            row[0] = i
        for j in range(max(1, i - edits), min(len(right), i + edits) + 1):
            other = right[j - 1]
            cost = before[j - 1] if letter == other else 1 + min(before[j - 1], before[j], row[j - 1])
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row[j] = cost
        if min(row) > edits:
            return False
    return row[-1] <= edits


def pattern(glob: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern of letters, digits, `*` and `?`; it never backtracks.

    >>> [word for word in ("terrorisme", "terroir") if pattern("terroris*").match(word)]
    ['terrorisme']
    """
    return re.compile(fnmatch.translate(re.sub(r"\*+", "*", glob)))


def literal_prefix(glob: str) -> str:
    """Return the letters of a pattern before its first wildcard.

    >>> literal_prefix("terroris*"), literal_prefix("*ment")
    ('terroris', '')
    """
    return re.split(r"[*?]", glob, maxsplit=1)[0]
