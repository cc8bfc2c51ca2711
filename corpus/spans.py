"""Stretches of a text, as half-open character offsets."""

from collections.abc import Iterable
from typing import TypeVar

Span = TypeVar("Span", tuple[int, int], tuple[int, int, str])


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, without those that begin within another; of two that begin at once, the longer.

    >>> outermost([(20, 25), (0, 5), (0, 12), (8, 14)])
    ((0, 12), (20, 25))
    >>> outermost([(14, 22, "LOC"), (0, 22, "ORG"), (30, 35, "PER")])
    ((0, 22, 'ORG'), (30, 35, 'PER'))
    """
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
