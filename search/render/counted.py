"""A line of a list that counts articles: the number, and what it counts, in a column of its own."""

from search.messages import say
from search.render.lines import Line, line

MARGIN_COLUMNS = 11
"""Columns before what is counted: a margin, a number of up to 7 signs, a gap."""

_GAP = "  "


def counted(articles: int, text: str) -> Line:
    """Return a number of articles, right-aligned, and what has these articles.

    >>> counted(1204, "Le Phare")[0].text
    '    1,204  Le Phare'
    """
    number = say("page.number", number=articles)
    return line(f"{number:>{MARGIN_COLUMNS - len(_GAP)}}{_GAP}{text}")
