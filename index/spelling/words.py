"""Words with a spelling close to that of a word, and words that fit a pattern."""

import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator


def close(word: str, edits: int, vocabulary: Iterable[str]) -> Iterator[str]:
    """Yield the words of the vocabulary within `edits` of the word."""
    return filter(near(word, edits), vocabulary)


def alike(word: str, edits: int, frequencies: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return those of some words, each with its articles, that are others than a word and within `edits` of it.

    The most frequent come first, those of equally many articles in the order of their letters.

    >>> alike("macrn", 1, [("macro", 3), ("macron", 90), ("macrn", 1), ("matin", 50), ("macr", 3)])
    [('macron', 90), ('macr', 3), ('macro', 3)]
    """
    is_near = near(word, edits)
    found = [one for one in frequencies if is_near(one[0]) and one[0] != word]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def near(word: str, edits: int) -> Callable[[str], bool]:
    """Return a predicate: is a word within `edits` of this one?

    An edit takes one letter at most from the letters of a word, and brings one.  Only words with so nearly the same letters
    are compared in their order: 8,600 words take 2 ms for one edit, 8 for two.
    """
    differing = frozenset(word).symmetric_difference

    def is_near(other: str) -> bool:
        return (
            abs(len(other) - len(word)) <= edits
            and len(differing(other)) <= 2 * edits
            and within(word, other, edits)
        )

    return is_near


def within(left: str, right: str, edits: int) -> bool:
    """Return whether `edits` edits make one word the other: to add, drop or change a letter, or to swap two neighbours.

    This is the optimal string alignment distance: what the words begin with alike is left out, and each edit of the first
    letter that differs is tried, so that 2 edits take 16 comparisons at most.

    >>> within("hammouchi", "hamouchi", 1), within("rabat", "rabta", 1), within("rabat", "sale", 2)
    (True, True, False)
    """
    if not edits:
        return left == right
    for start, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return _edited(left[start:], right[start:], edits - 1)
    return abs(len(left) - len(right)) <= edits


def _edited(left: str, right: str, edits: int) -> bool:
    """Return whether an edit of the first letters, which differ, leaves two words within so many edits."""
    return (
        within(left[1:], right[1:], edits)
        or within(left[1:], right, edits)
        or within(left, right[1:], edits)
        or (left[:2] == right[1::-1] and within(left[2:], right[2:], edits))
    )


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
