"""Where the words of a phrase stand together."""

from collections.abc import Iterator, Sequence


def windows(positions: Sequence[Sequence[int]], slop: int) -> Iterator[tuple[int, ...]]:
    """Yield the position of each word, for every place where the phrase stands.

    `positions` holds the sorted positions of each word, in the order of the phrase.  With offset = position -
    rank of the word, a place is one where the greatest offset less the least is at most `slop` and no two
    words share a position.  One pass over the positions, the word that is furthest behind moving on.

    >>> list(windows([[0, 7], [1, 4]], 0)), list(windows([[4], [3]], 2)), list(windows([[4], [3]], 1))
    ([(0, 1)], [(4, 3)], [])
    """
    if not all(positions):
        return
    if slop == 0:
        yield from _adjacent(positions)
        return
    ranks = range(len(positions))
    at = [0] * len(positions)
    while True:
        places = tuple(positions[rank][at[rank]] for rank in ranks)
        offsets = [place - rank for rank, place in enumerate(places)]
        if max(offsets) - min(offsets) <= slop and len(set(places)) == len(places):
            yield places
        behind = offsets.index(min(offsets))
        at[behind] += 1
        if at[behind] == len(positions[behind]):
            return


def _adjacent(positions: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    rarest = min(range(len(positions)), key=lambda rank: len(positions[rank]))
    others = [(rank - rarest, set(positions[rank])) for rank in range(len(positions)) if rank != rarest]
    for place in positions[rarest]:
        if all(place + shift in others_at for shift, others_at in others):
            first = place - rarest
            yield tuple(range(first, first + len(positions)))
