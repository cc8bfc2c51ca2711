"""Scores spans: right are those that have an annotated span's boundaries and its kind."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from corpus.entities.training.datasets import Annotated, Span
from tests.corpus.entities.tally import KINDS, Score, Tally

T = TypeVar("T")

_ARTICLE = re.compile(r"l(?i:a |e |es |['’])")
_BEFORE = " \n\"«»“”()'’,.;:"
_AFTER = ' \n"«»“”(,;:'


def score(documents: Sequence[Annotated], found: Sequence[Iterable[Span]]) -> list[Score]:
    """Return the score of each document: of its annotated spans against those found."""
    return [_compare(*pair) for pair in zip(documents, found, strict=True)]


def trim(text: str, span: Span) -> Span:
    """Return a span without the quotes, points and article at its edges, on which annotators differ.

    >>> trim("dans « le Monde »", (5, 17, "ORG"))
    (10, 15, 'ORG')
    """
    start, end, kind = span
    start = end - len(text[start:end].lstrip(_BEFORE))
    end = start + len(text[start:end].rstrip(_AFTER))
    article = _ARTICLE.match(text, start, end)
    return (article.end() if article else start, end, kind)


def _compare(document: Annotated, found: Iterable[Span]) -> Score:
    wanted = {trim(document.text, span) for span in document.spans if span[2] in KINDS}
    given = {trim(document.text, span) for span in found if span[2] in KINDS}
    kinds = {kind: _tally(_of(wanted, name), _of(given, name)) for name, kind in KINDS.items()}
    return Score(kinds, _tally({span[:2] for span in wanted}, {span[:2] for span in given}))


def _of(spans: set[Span], name: str) -> set[Span]:
    return {span for span in spans if span[2] == name}


def _tally(wanted: set[T], given: set[T]) -> Tally:
    return Tally(len(wanted & given), len(given - wanted), len(wanted - given))
