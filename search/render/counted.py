"""A line of a list that counts articles: the number, and what it counts, in a column of its own."""

from search.messages import say
from search.render.lines import Line, line

_NUMBER_COLUMNS = 9
"""Columns of a number of up to 7 signs, behind a margin of 2."""

MARGIN_COLUMNS = _NUMBER_COLUMNS + 2
"""Columns before what is counted."""


def counted(articles: int, text: str) -> Line:
    """Return a number of articles, right-aligned, and what has these articles.

    >>> counted(1204, "Le Phare")[0].text
    '    1,204  Le Phare'
    """
    number = say("page.number", number=articles)
    return line(f"{number:>{_NUMBER_COLUMNS}}  {text}")
