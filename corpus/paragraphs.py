"""Paragraphs, put together again from the lines of a file."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.dates.lines import date_line, introduces_date
from corpus.expression import expression
from corpus.masthead import says_who_or_when

_MAX_LINE_CHARACTERS = 100
"""No column of a newspaper, mail or terminal is wider: a longer line is a paragraph."""
_MAX_MASTHEAD_LINES = 10
"""Lines, empty ones too, among which a date line or a byline may stand: a headline takes three, an abstract four."""
_MIN_LINE_CHARACTERS = 30
"""The columns of scanned newspapers have more: narrower lines are verse or a list."""
_MIN_SHARE_OF_WIDTH = 0.85
"""A line that was cut is at least this part of the widest: the letters of print differ in width."""
_MIN_CUTS_FOR_WHOLE = 4
"""Cut lines for each line that is a whole paragraph: above one stand four lines of a masthead at most, with three ends."""
_CUT = expression(r"[^\W\d_]-$")
FINAL = (".", "!", "?", "…", "»", ":", ";")
"""What ends a line that is the last one of its paragraph."""
_ENCLITICS = frozenset(
    """ce ci elle elles en être eux il ils je la là le les leur lui même mêmes moi nous on t toi tu un vous
    y""".split()
)
"""The words that keep the hyphen before them when a line ends there: `dit-elle`, `celui-ci`, `peut-être`."""


def paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of a cleaned text: lines cut at a fixed width are joined, and words cut at a line end.

    A line that says "Publié le" and the line with its day are one.

    >>> paragraphs("Le conseil municipal s’est réuni hier pour exa-\nminer le budget de la commune, qui compte "
    ...            "\nneuf cents habitants et un port de\npêche.\n\nIl a été voté.")
    ['Le conseil municipal s’est réuni hier pour examiner le budget de la commune, qui compte neuf cents habitants...',
     'Il a été voté.']
    """
    lines = text.split("\n")
    cuts = _cuts(lines)
    found: list[str] = []
    for number, line in enumerate(lines):
        if number - 1 in cuts:
            found[-1] = joined(found[-1], line)
        elif found and line and introduces_date(found[-1]) and date_line(line):
            found[-1] = f"{found[-1]} {line}"
        elif line:
            found.append(line)
    return found


def one_line(lines: Sequence[str]) -> str:
    """Return the lines of one paragraph, each pair joined as `joined` does.

    >>> one_line(["Le maire a dit au con-", "seil : peut-", "être."])
    'Le maire a dit au conseil : peut-être.'
    """
    return "".join([*(_above(head, tail) for head, tail in pairwise(lines)), *lines[-1:]])


def _cuts(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that end only because the next word had no room, those of a masthead left out."""
    cuts = _forced(lines, 0)
    headlines = {
        number for number in range(min(len(lines) - 1, _MAX_MASTHEAD_LINES)) if _goes_on(lines, number)
    }
    if (cuts or headlines) and (below := _below_masthead(lines)):
        above = {number for number in (cuts | headlines) if number + 1 < below and _goes_on(lines, number)}
        return (_forced(lines, below) if cuts else set()) | above
    return cuts


def _forced(lines: list[str], first: int) -> set[int]:
    """Return the numbers of the lines from `first` on that were cut; empty unless most of them were."""
    breaks = [number for number in range(first, len(lines) - 1) if lines[number] and lines[number + 1]]
    narrow = [
        number for number in breaks if max(len(lines[number]), len(lines[number + 1])) <= _MAX_LINE_CHARACTERS
    ]
    width = max((len(lines[number]) for number in narrow), default=0)
    if width < _MIN_LINE_CHARACTERS:
        return set()
    forced = {
        number for number in narrow if _full(lines[number], lines[number + 1], width * _MIN_SHARE_OF_WIDTH)
    }
    final = sum(lines[number].endswith(FINAL) for number in forced)
    whole = sum(len(line) > _MAX_LINE_CHARACTERS for line in lines[first:])
    # Three lines at least, for any two short ones fit the description; a list of sentences is no paragraph; and short
    # lines among whole paragraphs are headlines.
    is_cut = len(forced) >= 2 and 2 * len(forced) >= len(breaks) and 3 * final <= len(forced)
    return forced if is_cut and _MIN_CUTS_FOR_WHOLE * whole <= len(forced) else set()


def _below_masthead(lines: list[str]) -> int:
    """Return the number of the line below the last date line or byline among the first lines; 0 if they have none."""
    last = 0
    for number, line in enumerate(lines[:_MAX_MASTHEAD_LINES]):
        if says_who_or_when(line):
            last = number + 1
    return last


def _goes_on(lines: list[str], number: int) -> bool:
    """Return whether a line above the last line of the masthead, of a headline perhaps, goes on in the next one."""
    line, following = lines[number], lines[number + 1]
    return (
        0 < len(line) <= _MAX_LINE_CHARACTERS >= len(following)
        and following[:1].islower()
        and not line.endswith(FINAL)
        and not (says_who_or_when(line) or says_who_or_when(following))
    )


def _full(line: str, following: str, width: float) -> bool:
    """Return whether a line ends for want of room: the next word would not fit, or was cut."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width or _CUT.search(line) is not None


def joined(head: str, tail: str) -> str:
    """Return two lines of a paragraph joined: the hyphen of a cut word is removed, that of a compound is kept.

    >>> joined("Le bud-", "get"), joined("dit-", "elle"), joined("Seine-", "Maritime")
    ('Le budget', 'dit-elle', 'Seine-Maritime')
    """
    return _above(head, tail) + tail


def _above(head: str, tail: str) -> str:
    """Return what stands before the line `tail` of the line above it: with a blank, or without the hyphen of a cut word."""
    if not _CUT.search(head[-2:]):  # a paragraph grows by its lines: it is not searched from its beginning
        return f"{head} "
    following = re.match(r"\w*", tail)
    keep = not tail[:1].islower() or (following is not None and following[0] in _ENCLITICS)
    return head if keep else head[:-1]
