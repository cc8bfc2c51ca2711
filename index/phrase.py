"""The positions where the words of a phrase stand together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def windows(positions: Sequence[Sequence[int]], slop: int) -> Iterator[tuple[int, ...]]:
    """Yield the positions of the words of a phrase, once for each time that the phrase stands in a text.

    `positions` holds the sorted positions of each word, in the order of the phrase.  The offset of a word is its position
    less its rank.  The phrase stands where the greatest offset less the least is at most `slop` and no two words have
    the same position.

    >>> list(windows([[0, 7], [1, 4]], 0)), list(windows([[4], [3]], 2)), list(windows([[4], [3]], 1))
    ([(0, 1)], [(4, 3)], [])
    """
    if not all(positions):
        return
    if slop == 0:
        yield from _adjacent(positions)
        return
    last: tuple[int, ...] | None = None
    offsets = {position - rank for rank, of_word in enumerate(positions) for position in of_word}
    for least in sorted(offsets):
        window = _from(least, positions, slop)
        if window and window != last:
            yield window
            last = window


def stands(text: Sequence[str], terms: Sequence[str], slop: int) -> bool:
    """Return whether the phrase stands in a list of terms.

    >>> stands(["le", "port", "de", "rabat"], ("port", "rabat"), 1)
    True
    """
    positions: dict[str, list[int]] = {term: [] for term in terms}
    for position, term in enumerate(text):
        if term in positions:
            positions[term].append(position)
    return any(True for _ in windows([positions[term] for term in terms], slop))


def _from(least: int, positions: Sequence[Sequence[int]], slop: int) -> tuple[int, ...] | None:
    """Return the first free position of each word with an offset from `least` to `least + slop`; None if a word has none.

    To give each word its first free position is enough for a word that the phrase has twice: where its first rank may
    stand, its second may as well, and further on.
    """
    window: list[int] = []
    for rank, of_word in enumerate(positions):
        at = bisect_left(of_word, least + rank)
        while at < len(of_word) and of_word[at] in window:
            at += 1
        if at == len(of_word) or of_word[at] - rank > least + slop:
            return None
        window.append(of_word[at])
    return tuple(window)


def _adjacent(positions: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    rarest = min(range(len(positions)), key=lambda rank: len(positions[rank]))
    others = [(rank - rarest, set(positions[rank])) for rank in range(len(positions)) if rank != rarest]
    for position in positions[rarest]:
        if all(position + shift in others_at for shift, others_at in others):
            first = position - rarest
            yield tuple(range(first, first + len(positions)))
