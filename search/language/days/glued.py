"""What a sign glues, and what a blank parts, as one says it: `avril-mai 2020`, `2020-03-02/2020-03-08`, `2020-W12`, `1 er mars`."""

import re

from corpus.months import MONTHS, WEEKDAYS
from search.language.days.vocabulary import VOCABULARY, Kind

_SEASONS = (name for name, entry in VOCABULARY.items() if entry.kind == Kind.MONTHS and " " not in name)
_ANY_NAME = "|".join(sorted({*MONTHS, *WEEKDAYS, *_SEASONS}, key=len, reverse=True))
_ANY_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

_GLUED = re.compile(
    rf"\b(?:{_ANY_NAME})\.?(?: [0-9]{{4}})?[-/](?=(?:{_ANY_NAME})\b)"
    rf"|\b(?:{_ANY_MONTH})\.?(?: [0-9]{{4}})?[-/](?=[0-9]{{1,2}} (?:{_ANY_MONTH})\b)"
    r"|\b[0-9]{4}s-(?=[0-9]{4}s\b)"
    r"|\b[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?/(?=[0-9]{4}-[0-9])"
    r"|\b(?:[0-9]{1,2}[/.])?[0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})-(?=[0-9]{1,2}[/.][0-9])"
)
"""An end and the sign of a range, with no blank between."""

_ISO_WEEK = re.compile(r"\b([0-9]{4})-?w([0-9]{1,2})\b")
_WEEK = re.compile(r"(?<![\w-])[sw]([0-9]{2})(?![\w-])")
_DECADE = re.compile(r"(?<![\w'])(?:'([0-9]0)'?|([0-9]0|[0-9]{4})')s\b")
"""The years of a decade with an apostrophe: `'90s`, `1990's`."""

_APART = re.compile(r"\b([0-9]{1,2}|[ivx]{1,6}) (er|re|ere|eme|e)\b")
"""The superscript of an ordinal that is printed apart: `1 er mars`."""


def unglued(text: str) -> str:
    """Return a folded text with blanks round the sign of a range, and a week of a year as one says it.

    >>> unglued("avril-mai 2020"), unglued("2020-03-02/2020-03-08"), unglued("2020-w12"), unglued("1 er mars")
    ('avril - mai 2020', '2020-03-02 - 2020-03-08', 'semaine 12 2020', '1er mars')
    >>> unglued("novembre-2020"), unglued("2020-03-02"), unglued("fevrier 2020-3 mars 2020")
    ('novembre-2020', '2020-03-02', 'fevrier 2020 - 3 mars 2020')
    """
    text = _APART.sub(r"\1\2", text.replace(" / ", " - "))
    text = _DECADE.sub(r"\1\2s", text)
    text = _ISO_WEEK.sub(r"semaine \2 \1", text)
    text = _WEEK.sub(r"semaine \1", text)
    return _GLUED.sub(lambda glued: f"{glued[0][:-1]} - ", text)
