"""The drawing of a query that does not follow the language, with carets below the part that is wrong."""

from search.errors import QuerySyntaxError
from search.messages import sentence
from search.render.inert import inert
from search.render.lines import cell_width, clip

_INDENT = "  "


def text(error: QuerySyntaxError, columns: int = 80) -> str:
    """Return what is wrong, the query over carets `columns` wide at most, and what to type instead.

    >>> from corpus.message import message
    >>> unclosed = message("query.unclosed_parenthesis")
    >>> print(text(QuerySyntaxError("sécurité (Maroc", 9, 10, unclosed)))
    this parenthesis is never closed
      sécurité (Maroc
               ^
    """
    lines = [sentence(error.message)]
    if error.query.strip():
        lines += (f"{_INDENT}{line}" for line in _pointed(error, columns - len(_INDENT)))
    if error.mend:
        lines.append(sentence(error.mend))
    return "\n".join(lines)


def _pointed(error: QuerySyntaxError, columns: int) -> tuple[str, str]:
    """Return the part of the query around the wrong part, and the line of carets to print below it.

    A third of the columns show the text before the wrong part, and more of them if the text behind it is short.
    """
    query, start = inert(error.query), error.start
    behind = query[start : start + columns + 1]  # there may be many marks that take no column
    room = max(columns // 3, columns - cell_width(behind))
    before = clip(query[max(0, start - columns - 1) : start][::-1], room)[::-1]  # cut at its start
    behind = clip(behind, columns - cell_width(before))
    culprit = cell_width(behind[: error.end - start])
    return before + behind, " " * cell_width(before) + "^" * max(1, culprit)
