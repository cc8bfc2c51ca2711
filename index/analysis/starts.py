"""The pieces of texts by the letters with which their words begin: which of them may hold a word that is looked for.

A piece is the text between two blanks.  Each piece is looked at once, and found again by its letters from then on, so
that a text takes a few operations of sets: of the pieces of an article, some three in a hundred are left to be analysed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from index.analysis.fold import fold
from index.analysis.french import plain_word, term_memo

_MAX_REMEMBERED_PIECES = 200_000
"""Pieces that are remembered at most, in some 30 MB: those of 8,000 articles."""


class _Seen(NamedTuple):
    """The pieces that were looked at, and those with a word that begins with a letter or two."""

    pieces: set[str]
    by_start: defaultdict[str, set[str]]


_seen = [_Seen(set(), defaultdict(set))]
"""What is remembered; another thread may begin anew at any moment, and whoever uses the old one goes on to do so."""


def starts(wanted: Iterable[str]) -> frozenset[str] | None:
    """Return the starts of the words of some terms or patterns; None if a word may begin with any letter.

    >>> sorted(starts(["maroc", "Élysée", "aaron", "=k*"])), starts(["maroc", "*isme"])
    (['ar', 'el', 'k', 'ma'], None)
    """
    found = frozenset(map(_start_of_term, wanted))
    return None if "" in found else found


def beginning(pieces: set[str], wanted: Collection[str]) -> set[str]:
    """Return those of some pieces that may hold a word with one of these starts.

    >>> sorted(beginning({"Maroc,", "d’Élysée", "mer", "ronds-points"}, starts(["maroc", "election", "point"])))
    ['Maroc,', 'd’Élysée', 'ronds-points']
    """
    if not wanted:
        return set()
    if len(_seen[0].pieces) > _MAX_REMEMBERED_PIECES:
        _seen[0] = _Seen(set(), defaultdict(set))
    seen = _seen[0]
    new = pieces - seen.pieces
    for piece in new:
        for start in _starts_of_piece(piece):
            seen.by_start[start].add(piece)
    seen.pieces.update(new)  # only now: another thread that finds a piece here finds it by its starts
    whole = {start for start in wanted if len(start) > 1}
    short = tuple(start for start in wanted if len(start) == 1)
    if short:
        whole.update(start for start in list(seen.by_start) if start.startswith(short))
    return set[str]().union(*(pieces & seen.by_start[start] for start in whole if start in seen.by_start))


def _starts_of_piece(piece: str) -> Iterable[str]:
    """Return the starts of the words of a piece, in whatever list of the index they are."""
    if folded := plain_word(piece):
        return (_start(folded),)
    return set(map(_start_of_term, term_memo[piece]))


def _start_of_term(term: str) -> str:
    """Return the start of the words of a term, or of a pattern: that of its letters and figures before a wildcard."""
    begun = term.partition("*")[0].partition("?")[0]
    return _start("".join(filter(str.isalnum, fold(begun))))


def _start(folded: str) -> str:
    """Return the first letter of a folded word and the first other one behind it: a stem has no letter twice in a row.

    A stem, a folded word and the written form have the same start; a word may have one letter more than its stem.

    >>> _start("folle"), _start("fou"), _start("aaron"), _start("aron"), _start("oooo")
    ('fo', 'fo', 'ar', 'ar', 'o')
    """
    first = folded[:1]
    return first + folded.lstrip(first)[:1] if first else ""
