"""The lexemes of a query, read one after the other."""

from typing import NoReturn

from corpus.expression import expression
from corpus.message import Message, message
from search.errors import QuerySyntaxError
from search.language.lex import Kind, Lexeme

_BETWEEN_WORDS = expression(" +(?:- +)?")
_MAX_WORDS_AHEAD = 16
"""Words that are looked at together: no date has more."""


class Cursor:
    """A position between two lexemes of a query, and the number of parentheses open there."""

    def __init__(self, text: str, lexemes: list[Lexeme]) -> None:
        self.text = text
        self.depth = 0
        self._lexemes = lexemes
        self._position = 0

    @property
    def kind(self) -> Kind | None:
        """The kind of the next lexeme; None at the end."""
        return self._lexemes[self._position].kind if self._position < len(self._lexemes) else None

    def next(self) -> Lexeme:
        """Read one lexeme; there must be one."""
        self._position += 1
        return self._lexemes[self._position - 1]

    def words(self, first: Lexeme) -> list[Lexeme]:
        """Return a word that was read and the words after it, up to another kind of lexeme or punctuation between."""
        found = [first]
        for lexeme in self._lexemes[self._position : self._position + _MAX_WORDS_AHEAD]:
            if lexeme.kind != "word" or not _BETWEEN_WORDS.fullmatch(self.text, found[-1].end, lexeme.start):
                break
            found.append(lexeme)
        return found

    def accept(self, *kinds: Kind) -> Lexeme | None:
        """Read the next lexeme if it is of one of these kinds."""
        return self.next() if self.kind in kinds else None

    def touches(self, prefix: Lexeme) -> bool:
        """Return whether the next lexeme stands right after this prefix."""
        return self.kind is not None and self._lexemes[self._position].start == prefix.end

    def fail(self, lexeme: Lexeme, what: Message, suggestion: Message | None = None) -> NoReturn:
        """Raise the error that points from a lexeme to the last one read, or at this lexeme before the first."""
        last = self._lexemes[self._position - 1] if self._position else lexeme
        raise QuerySyntaxError(self.text, lexeme.start, max(lexeme.end, last.end), what, suggestion)

    def missing(self) -> NoReturn:
        """Raise the error for a position where something to search for, or the end of the query, was expected."""
        before = self._lexemes[self._position - 1] if self._position else None
        if before and before.kind in ("and", "or", "not"):
            missing = message("query.nothing_after_operator", operator=before.text)
            self.fail(before, missing, message("query.small_letters"))
        if before and before.kind == "minus":
            self.fail(before, message("query.nothing_after_minus"), message("query.minus_example"))
        after = self.next()
        if after.kind in ("and", "or"):
            missing = message("query.nothing_before_operator", operator=after.text)
            self.fail(after, missing, message("query.small_letters"))
        self.fail(after, message("query.unopened_parenthesis"), message("query.open_or_leave_out"))
