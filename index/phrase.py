"""Where the words of a phrase stand together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def windows(positions: Sequence[Sequence[int]], slop: int) -> Iterator[tuple[int, ...]]:
    """Yield the position of each word, for every place where the phrase stands.

    `positions` holds the sorted positions of each word, in the order of the phrase.  With offset = position -
    rank of the word, a place is one where the greatest offset less the least is at most `slop` and no two
    words share a position.

    >>> list(windows([[0, 7], [1, 4]], 0)), list(windows([[4], [3]], 2)), list(windows([[4], [3]], 1))
    ([(0, 1)], [(4, 3)], [])
    """
    if not all(positions):
        return
    if slop == 0:
        yield from _adjacent(positions)
        return
    last: tuple[int, ...] | None = None
    for least in sorted({place - rank for rank, places in enumerate(positions) for place in places}):
        found = _from(least, positions, slop)
        if found and found != last:
            yield found
            last = found


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
    """Return the first free position of each word whose offset is from `least` to `least + slop`, if all have one.

    First come, first served is enough for a word that stands twice in the phrase: its second rank may go
    wherever its first may, and further.
    """
    found: list[int] = []
    for rank, places in enumerate(positions):
        at = bisect_left(places, least + rank)
        while at < len(places) and places[at] in found:
            at += 1
        if at == len(places) or places[at] - rank > least + slop:
            return None
        found.append(places[at])
    return tuple(found)


def _adjacent(positions: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    rarest = min(range(len(positions)), key=lambda rank: len(positions[rank]))
    others = [(rank - rarest, set(positions[rank])) for rank in range(len(positions)) if rank != rarest]
    for place in positions[rarest]:
        if all(place + shift in others_at for shift, others_at in others):
            first = place - rarest
            yield tuple(range(first, first + len(positions)))
