"""The renderers of a concordance: an occurrence a line, the keywords under each other."""

from collections.abc import Sequence

from search.messages import say
from search.render import TEXT, Renderers
from search.render.inert import inert
from search.render.lines import Fragment, Line, Style, cell_width, clip, line, wrap
from search.study.concordance import Concordance, Occurrence

_READ_EVERY = "--every"
"""The option that has every article read, as a line names it."""

_DATE_COLUMNS = 70
"""Columns from which on a line has the whole day of its article; a narrower one has the year."""

_MIN_RANK_COLUMNS = 3
_COLUMN_GAP = "  "
_KEYWORD_SHARE = 4
"""A keyword takes a quarter of the line at most."""


def _text(made: Concordance, columns: int) -> Sequence[Line]:
    """Return a line that counts, a line for each occurrence, and what the person may have to know."""
    lines = wrap(line(heading(made)), columns)
    if made.matching and not made.total:
        lines += wrap(line(say("kwic.no_word"), Style.QUIET), columns)
    lines += _occurrences(made.occurrences, columns)
    notes = []
    if any(one.in_headline for one in made.occurrences):
        notes.append(say("kwic.in_headline", sign=say("kwic.headline_sign")))
    if made.is_whole and made.read < made.matching:
        notes.append(say("kwic.reprints", count=made.matching - made.read))
    if not made.is_whole:
        notes.append(say("kwic.unread", count=made.read, matching=made.matching, option=_READ_EVERY))
    for note in notes:
        lines += wrap(line(note, Style.QUIET), columns)
    return lines


def heading(made: Concordance) -> str:
    """Return the number of occurrences and of their articles."""
    if not made.matching:
        return say("page.no_article")
    occurrences = say("kwic.occurrences", count=made.total)
    if not made.total:
        return occurrences
    counted = say("kwic.in_articles", occurrences=occurrences, count=made.articles)
    if made.relaxed:
        counted = say("page.relaxed", articles=counted)
    shown = len(made.occurrences)
    return say("kwic.shown", heading=counted, number=shown) if 0 < shown < made.total else counted


def _occurrences(occurrences: Sequence[Occurrence], columns: int) -> list[Line]:
    """Return the lines of the occurrences: the rank, the date, a sign of headlines, the keyword in its column."""
    if not occurrences:
        return []
    ranks = max(_MIN_RANK_COLUMNS, *(len(str(one.rank)) for one in occurrences))
    length = None if columns >= _DATE_COLUMNS else 4
    days = [(one.day or say("page.undated"))[:length] for one in occurrences]
    dates = max(map(cell_width, days))
    sign = say("kwic.headline_sign")
    signs = cell_width(sign) if any(one.in_headline for one in occurrences) else 0
    margin = ranks + dates + signs + len(_COLUMN_GAP) * (3 if signs else 2)
    widest = max(cell_width(inert(one.keyword)) for one in occurrences)
    keywords = min(widest, max(1, columns // _KEYWORD_SHARE))
    contexts = columns - margin - keywords - 2 * len(_COLUMN_GAP)
    lines: list[Line] = []
    for one, day in zip(occurrences, days, strict=True):
        before = _end(one.left, contexts // 2)
        keyword = clip(one.keyword, keywords)
        behind = _start(one.right, contexts - contexts // 2)
        where = f"{sign if one.in_headline else ' ' * signs}{_COLUMN_GAP}" if signs else ""
        lines.append(
            (
                Fragment(f"{one.rank:>{ranks}}{_COLUMN_GAP}", Style.RANK),
                Fragment(f"{day}{' ' * (dates - cell_width(day))}{_COLUMN_GAP}{where}", Style.QUIET),
                Fragment(f"{' ' * (contexts // 2 - cell_width(before))}{before}{_COLUMN_GAP}"),
                Fragment(keyword, Style.TITLE_MATCH if one.in_headline else Style.MATCH),
                Fragment(f"{' ' * (keywords - cell_width(keyword))}{_COLUMN_GAP}{behind}"),
            )
        )
    return lines


def _end(text: str, columns: int) -> str:
    """Return the end of a text that takes some columns at most; it begins with no mark of a sign that is cut off."""
    text, taken, start = inert(text).rstrip(), 0, 0
    for start in range(len(text), 0, -1):
        taken += cell_width(text[start - 1])
        if taken > columns:
            break
    else:
        start = 0
    while start and start < len(text) and not cell_width(text[start]):
        start += 1
    return text[start:]


def _start(text: str, columns: int) -> str:
    """Return the start of a text that takes some columns at most, with the marks of its last sign."""
    text, taken = inert(text).lstrip(), 0
    for end, sign in enumerate(text):
        taken += cell_width(sign)
        if taken > columns:
            return text[:end]
    return text


def _jsonl(made: Concordance, _: int) -> str:
    from search.render import json

    return json.occurrences(made.occurrences)


def _csv(made: Concordance, _: int) -> str:
    from search.render import csv

    return csv.occurrences(made.occurrences)


RENDERERS: Renderers = {TEXT: _text, "csv": _csv, "jsonl": _jsonl}
