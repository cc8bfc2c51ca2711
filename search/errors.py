"""What can go wrong with what a person asked, said so that they can mend it."""

import unicodedata

COLUMNS = 70
"""How much of a long query stands above the caret: a line of a narrow terminal, its indent taken off."""


class SearchError(Exception):
    """Anything that stops a search; its text is read by the person who asked."""


class QuerySyntaxError(SearchError):
    """A query that does not follow the language: `message` says why, `start` and `end` say where.

    The offsets are those of `query`, the text as the parser read it (`search.language.lex.plain`), which is
    what the error shows: the caret stands under the culprit even where Unicode changed lengths.
    """

    def __init__(self, query: str, start: int, end: int, message: str, suggestion: str | None = None) -> None:
        super().__init__(query, start, end, message, suggestion)
        self.query = query
        self.start = start
        self.end = end
        self.message = message
        self.suggestion = suggestion

    def __str__(self) -> str:
        """The message, the query with carets under the culprit, and what to type instead.

        >>> print(QuerySyntaxError("sécurité (Maroc", 9, 10, "this parenthesis is never closed"))
        this parenthesis is never closed
          sécurité (Maroc
                   ^
        """
        pointed = _pointed(self.query, self.start, self.end) if self.query.strip() else ()
        lines = [self.message, *(f"  {line}" for line in pointed), self.suggestion]
        return "\n".join(line for line in lines if line)


def _pointed(query: str, start: int, end: int) -> tuple[str, str]:
    """The part of the query around the span, and the line of carets to print below it."""
    left = max(0, min(start - COLUMNS // 3, len(query) - COLUMNS))
    right = min(len(query), left + COLUMNS)
    before, culprit, after = (
        "".join(map(_inert, part))
        for part in (query[left:start], query[start : min(end, right)], query[end:right])
    )
    head, tail = "…" * (left > 0), "…" * (right < len(query))
    carets = " " * _width(head + before) + "^" * max(1, _width(culprit))
    return f"{head}{before}{culprit}{after}{tail}", carets


def _inert(char: str) -> str:
    """The character, or a stand-in for one that a terminal would obey instead of showing it."""
    if char.isprintable():
        return char
    return " " if char.isspace() else "·"


def _width(text: str) -> int:
    """How many columns a terminal gives to the text."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
