"""The pieces of a text that may have a word, by the first letters: most pieces of an article have none of a query."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby, takewhile

from corpus.expression import expression
from index.analysis.fold import fold
from index.analysis.french import MARKS_AROUND, normal
from index.analysis.spellings import SPELLINGS
from index.analysis.tokenize import PLAIN_WORD
from index.memo import Memo

_MIN_SHARED_LETTERS = 3
"""Letters that a stem shares with its words: `glissement` has the stem `glir`."""

_IRREGULAR = frozenset(("fou", "mou", "vif"))
"""The stems, of three letters, of `folle`, `molle` and `vivement`."""

_PLAIN_LETTERS = "".join(letter for letter in map(chr, range(0x180)) if PLAIN_WORD.fullmatch(letter))
"""The letters of most words: those of French, and of its neighbours."""

_SPELLINGS_OF = {
    folded: "".join(letters)
    for folded, letters in groupby(sorted(_PLAIN_LETTERS, key=fold), fold)
    if len(folded) == 1
}
"""The letters that are folded to one letter: e is also é, è, ê, ë and their capitals."""

_LETTERS = "".join(_SPELLINGS_OF.values())
"""The plain letters without the ligatures, which are folded to two letters."""

_MARKS = re.escape(MARKS_AROUND)

_ELIDED = "|".join(rf"(?<=[ {re.escape('«“([')}\"]{word}['’])" for word in ("[cdjlmnstCJLST]", "[Qq]u"))
"""What stands behind an elided word at the start of a piece."""

_WITHIN = rf"(?<=[{_LETTERS}0-9].)(?=[{_MARKS}]*[{_LETTERS}0-9])(?!(?:{_ELIDED})[{_LETTERS}])"

_COMPOSED = expression(
    rf"[^{_LETTERS} ](?:(?<=[^{_MARKS}0-9])|(?<=[0-9])(?:(?<=[{_LETTERS}].)|(?=[{_LETTERS}]))|(?<=[{_MARKS}]){_WITHIN})"
)
"""A sign that makes a piece more than one plain word, perhaps elided, or one figure, with marks around it.

A sign that is no plain letter, mark or figure; a figure beside a letter; a mark within, but for that of an elision.
"""

_COMPOSED_OR_FIGURE = expression(rf"[^{_LETTERS} ](?:(?<=[^{_MARKS}])|{_WITHIN})")

_SPELT_SIGNS = " heures numero"
"""The terms of signs beside a figure: of `20h` and `n°5`."""

_MAX_CHOICES = 64
"""Choices that are remembered: the passages of a page and its headlines have the same, and so has the next page."""

_MAX_REMEMBERED = 200_000
"""The most composed pieces that are remembered."""


def _letters_within(piece: str) -> str:
    """Return the folded letters of a piece, between which a word may begin, and the terms that its signs may stand for.

    >>> _letters_within("États-Unis,"), _letters_within("20h")
    ('etatsunis', '20h heures numero')
    """
    letters = normal(piece)
    return letters if letters.isalpha() else letters + _SPELT_SIGNS


_folded = Memo(_letters_within, _MAX_REMEMBERED)

Choice = Callable[[Iterable[str]], Iterable[str]]


@lru_cache(_MAX_CHOICES)
def beginning(terms: frozenset[str]) -> Choice | None:
    """Return a quick choice of pieces: what it leaves out has no word of these terms or patterns; None if there is none.

    A stem, a folded word and the written form begin with the same three letters, but for repeated letters, for `fou` and
    `folle`, and for the words of several spellings; what fits a pattern begins with the pattern's letters.  A piece that
    is more than a word is chosen if the first two of these letters stand in it.  The new pieces of an article are put
    together and looked through twice, in 50 µs; one after the other, by a pattern of whole pieces, they took 150.

    >>> choice = beginning(frozenset({"maroc", "end"}))
    >>> sorted(choice("Maroc, d’Érable d’Endive d’Encre weekend mer l'été (rabat) Rabat-Salé week-end".split()))
    ['Maroc,', 'd’Endive', 'week-end', 'weekend']
    """
    starts = set(map(_start, terms))
    if not all(start[:1].isalnum() for start in starts):
        return None
    starts |= {word for start in starts for word in _spelt_otherwise(start)}
    has_figures = any(start[0].isdigit() for start in starts)
    starts |= set("ivxl") if has_figures else set()  # Roman figures
    within = {"" if has_figures else start[:2] for start in starts}
    composed = _COMPOSED_OR_FIGURE if has_figures else _COMPOSED
    begun = re.compile(_word_of(set(filter(None, map(_letters_of, starts)))))

    def choice(pieces: Iterable[str]) -> Iterable[str]:
        text = f" {' '.join(pieces)} "
        chosen = set(_around(text, begun))
        chosen.update(
            piece for piece in _around(text, composed) if any(map(_folded[piece].__contains__, within))
        )
        return chosen

    return choice


def _around(text: str, sought: re.Pattern[str]) -> Iterator[str]:
    """Yield the pieces in which something stands, each once: a piece may be a text of 1 MB without a blank."""
    end = 0
    while found := sought.search(text, end):
        at = found.start()
        end = text.index(" ", at)
        yield text[text.rindex(" ", 0, at) + 1 : end]


def _start(term: str) -> str:
    """Return the folded letters with which every word of a term, or of a pattern, begins.

    >>> _start("gouvern"), _start("confin*"), _start("fou")
    ('gou', 'confin', 'fo')
    """
    letters, *wildcards = re.split(r"[*?]", normal(term), maxsplit=1)
    return letters if wildcards else letters[: 2 if letters in _IRREGULAR else _MIN_SHARED_LETTERS]


def _spelt_otherwise(start: str) -> Iterable[str]:
    """Return the first letters of the words of several spellings, one of whose terms may begin so."""
    by_start = _spellings_by_start()
    if len(start) > 1:
        return {*by_start.get(start[:1], ()), *by_start.get(start[:2], ())}
    return {word for letters, words in by_start.items() if letters[0] == start for word in words}


@cache
def _spellings_by_start() -> dict[str, set[str]]:
    """Return the first letters of the words of several spellings, by the first two letters of their terms."""
    by_start: dict[str, set[str]] = {}
    for word, terms in SPELLINGS.items():
        for term in terms:
            by_start.setdefault(term[:2], set()).add(word[:_MIN_SHARED_LETTERS])
    return by_start


def _word_of(starts: Collection[str]) -> str:
    """Return a pattern of the first letters of the words that, folded, begin with one of these; a repeated letter counts as one.

    It begins with a set of letters, for which Python looks quickly, not with what may not stand before them.
    """
    firsts = "".join(_SPELLINGS_OF[first] for first in sorted({start[0] for start in starts}))
    words = "|".join(
        rf"(?<=[{_SPELLINGS_OF[start[0]]}])[{_SPELLINGS_OF[start[0]]}]*{''.join(map(_repeated, start[1:]))}"
        for start in sorted(starts)
    )
    return rf"[{firsts}](?<![^\W\d_].)(?:{words})" if starts else "(?!)"


def _letters_of(start: str) -> str:
    """Return what stands before the first sign that no letter is folded to."""
    return "".join(takewhile(_SPELLINGS_OF.__contains__, start))


def _repeated(letter: str) -> str:
    return f"[{_SPELLINGS_OF[letter]}]+"
