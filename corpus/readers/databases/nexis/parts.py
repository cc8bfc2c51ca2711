"""The parts of an article of Nexis: what stands above its labels, its labels, its text, and what stands below it."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.clean import clean_line
from corpus.dates.written import written, written_apart
from corpus.expression import expression
from corpus.readers.databases.header import date
from corpus.readers.databases.nexis.labels import (
    ABOVE,
    BODY,
    is_below,
    is_of_subjects,
    label,
    of_count,
    with_sure_label,
    with_sure_labels,
)

_COPYRIGHT = expression(
    r"(?:©|\(c\)\s|copyright\b|copr\.|copy \d{4}\b).*|(?:all rights reserved|tous droits réservés|alle rechte vorbehalten)\W*",
    re.IGNORECASE | re.DOTALL,
)
MAX_PARAGRAPHS_ABOVE = 40
"""Paragraphs between a headline and the line `Body`; the samples have 12 at most."""
_MAX_ABOVE_CHARACTERS = 1500
"""Characters of a headline or an abstract; the samples have 260 at most."""
_MAX_DATE_CHARACTERS = 120
_MAX_START_OF_DATE = 12
"""Characters before a day on a line of its own: `Wednesday, `."""
_MAX_BESIDE_CHARACTERS = 120
"""Characters of a paragraph that goes on with the label above it: `From Friday's Globe and Mail`."""
_MAX_BELOW_CHARACTERS = 2500
"""Characters of captions or of a correction, up to the next label: a text may have a line `Classement` or `Notes` of its own."""
_MAX_TOP = 6
"""Paragraphs above the labels: copyright, source, date, edition, headline and a correction."""


class Parts(NamedTuple):
    """The paragraphs of an article: above its labels, with its labels, of its text, below it.

    `has_body` says whether a line `Body` parts the labels from the text.
    """

    top: list[str]
    labels: list[str]
    text: list[str]
    below: list[str]
    has_body: bool


def parts(paragraphs: Sequence[str]) -> Parts:
    """Return the parts of an article: a line `Body` parts what stands above the text, else the last of the labels there."""
    rest = [line for line in map(tidy, paragraphs) if line and not of_count(line)]
    body = next((at for at, line in enumerate(rest[:MAX_PARAGRAPHS_ABOVE]) if _is_body(line)), -1)
    if body >= 0 and rest[body] in BODY:
        dated = next((at for at, line in enumerate(rest[:body]) if is_date(line)), body)
        rest[dated + 1 : body] = map(with_sure_label, rest[dated + 1 : body])
    first = next((at for at, line in enumerate(rest) if is_above(line)), len(rest))
    if any(len(line) > _MAX_ABOVE_CHARACTERS for line in rest[:body]):
        body = -1  # a text of its own has this line
    if body >= 0:
        first = min(first, body)
        opened = label(rest[body])
        text = [*([opened.text] if opened and opened.text else []), *rest[body + 1 :]]
        labels = rest[first:body]
    else:
        if first > _MAX_TOP:  # no label above the text: a source, a date and a headline
            first = next((at + 2 for at, line in enumerate(rest[:_MAX_TOP]) if is_date(line)), 0)
        stop = _end_of_labels(rest, first)
        labels, text = rest[first:stop], rest[stop:]
    text = with_sure_labels(text)
    end = _end_of_text(text)
    top = list(filter(None, map(_without_copyright, rest[:first])))
    return Parts(top, labels, text[:end], text[end:], body >= 0 and rest[body] in BODY)


def tidy(paragraph: str) -> str:
    """Return a paragraph without blanks around its lines, and without empty lines."""
    if "\n" not in paragraph:
        return paragraph.strip()
    return "\n".join(filter(None, (line.strip() for line in paragraph.split("\n"))))


def is_above(line: str) -> bool:
    """Return whether a line has a label that stands above a text."""
    found = label(line)
    return found is not None and found.field in ABOVE


def is_copyright(line: str) -> bool:
    """Return whether a paragraph says who has the rights of an article."""
    return _COPYRIGHT.fullmatch(line.strip()) is not None


def is_date(line: str) -> bool:
    """Return whether a paragraph is the date of an article, with its hour or its edition.

    >>> is_date("December 31, 2018 Monday"), is_date("Le 31 décembre 2018, le port de la ville a rouvert ses portes")
    (True, False)
    """
    if (
        len(line) > _MAX_DATE_CHARACTERS
        or label(line)
        or is_copyright(line)
        or not any(map(str.isdigit, line))
    ):
        return False
    plain = clean_line(line)
    day = next(written(plain), None) or next(written_apart(plain), None)
    if day:
        return day.start <= _MAX_START_OF_DATE and not plain[: day.start].strip(" ,").lower().startswith("le")
    return date(line) is not None


def _is_body(line: str) -> bool:
    """Return whether a line stands above a text and says so: `Body`."""
    found = None if line in BODY else label(line)
    return line in BODY or (found is not None and found.field == "body" and found.is_capital)


def _without_copyright(paragraph: str) -> str:
    """Return a paragraph without its lines on rights, below which the name of the source may stand."""
    return "\n".join(line for line in paragraph.split("\n") if not is_copyright(line))


def _end_of_labels(paragraphs: Sequence[str], first: int) -> int:
    """Return the number of the first paragraph of a text, below the labels; a short one between two labels is of the first."""
    at = first
    while at < len(paragraphs):
        is_short = len(paragraphs[at]) <= _MAX_BESIDE_CHARACTERS
        goes_on = is_short and first < at + 1 < len(paragraphs) and is_above(paragraphs[at + 1])
        if not (is_above(paragraphs[at]) or goes_on):
            break
        at += 1
    return at


def _end_of_text(paragraphs: Sequence[str]) -> int:
    """Return the number of the paragraph below a text: a label, the name of what stands there, the copyright."""
    for at, line in enumerate(paragraphs):
        found = label(line)
        rest = paragraphs[at + 1 :]
        if found and found.field not in ABOVE and found.field != "beside":
            return at
        if found and found.field == "beside" and all(map(_is_below, rest[:1])):
            return at
        if is_below(line) and _to_label(rest) <= (0 if is_of_subjects(line) else _MAX_BELOW_CHARACTERS):
            return at
        if is_copyright(line) and len(rest) <= 1:
            return at
    return len(paragraphs)


def _to_label(paragraphs: Sequence[str]) -> int:
    """Return how many characters stand before the next label, or before the end."""
    return sum(len(line) for line in takewhile(lambda line: not _is_below(line), paragraphs))


def _is_below(line: str) -> bool:
    return label(line) is not None or is_below(line) or is_copyright(line)
