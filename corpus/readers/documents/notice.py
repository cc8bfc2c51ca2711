"""The notice that Europresse prints above an article: a label on one line, what it says on the next one."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.clean import bare, clean_line
from corpus.readers.databases.europresse.fields import number, publication
from corpus.readers.documents.document import Line
from corpus.readers.documents.page_heads import page_above

_SOURCE = "nom de la source"
_LABELS = frozenset((_SOURCE, "type de source", "periodicite", "couverture geographique", "provenance"))
"""The labels, in small letters without accents."""
_MIN_LABELS = 3
_MAX_LINES = 24


class Notice(NamedTuple):
    """What a notice says, "" where it says nothing, and the other lines of the article."""

    lines: list[Line]
    source: str = ""
    edition: str = ""
    page: str = ""
    reference: str = ""


def notice(lines: Sequence[Line]) -> Notice:
    """Return what the notice above an article says, and the lines without it; all lines of an article without one."""
    texts = [clean_line(line.text) for line in lines]
    places = [place for place, text in enumerate(texts[:_MAX_LINES]) if bare(text) in _LABELS]
    named = [texts[place + 1] for place in places if bare(texts[place]) == _SOURCE and texts[place + 1 :]]
    if len(places) < _MIN_LABELS or len(named) != 1:
        return Notice([*lines])
    said = {*places, *(place + 1 for place in places)}
    again = {place for place, text in enumerate(texts[:_MAX_LINES]) if text.startswith(named[0])}
    numbers = {place for place, text in enumerate(texts) if text and number(text) == text}
    source, edition = publication(named[0])
    return Notice(
        [line for place, line in enumerate(lines) if place not in said | again | numbers],
        source,
        edition,
        page_above([texts[place] for place in sorted(again)]),
        next((texts[place] for place in sorted(numbers)), ""),
    )
