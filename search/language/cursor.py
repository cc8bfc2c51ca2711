"""The lexemes of a query, read one after the other."""

from typing import NoReturn

from search.errors import QuerySyntaxError
from search.language.lex import Kind, Lexeme

SMALL = "For the word itself, type it in small letters."


class Cursor:
    """A place between two lexemes of a query, and the depth of parentheses there."""

    def __init__(self, text: str, lexemes: list[Lexeme]) -> None:
        self.text = text
        self.depth = 0
        self._lexemes = lexemes
        self._position = 0

    @property
    def kind(self) -> Kind | None:
        """What the next lexeme is; None at the end."""
        return self._lexemes[self._position].kind if self._position < len(self._lexemes) else None

    def next(self) -> Lexeme:
        """Read one lexeme; there must be one."""
        self._position += 1
        return self._lexemes[self._position - 1]

    def accept(self, *kinds: Kind) -> Lexeme | None:
        """Read the next lexeme if it is of one of these kinds."""
        return self.next() if self.kind in kinds else None

    def touches(self, prefix: Lexeme) -> bool:
        """Whether the next lexeme stands right after the one just read."""
        return self.kind is not None and self._lexemes[self._position].start == prefix.end

    def fail(self, lexeme: Lexeme, message: str, suggestion: str | None = None) -> NoReturn:
        """Raise the error that points from the lexeme to the last one read, or to the lexeme if none is."""
        last = self._lexemes[self._position - 1] if self._position else lexeme
        raise QuerySyntaxError(self.text, lexeme.start, max(lexeme.end, last.end), message, suggestion)

    def missing(self) -> NoReturn:
        """Say what is wrong where something to search for was expected, or nothing more."""
        before = self._lexemes[self._position - 1] if self._position else None
        if before and before.kind in ("and", "or", "not"):
            self.fail(before, f"{before.text} needs something to search for after it", SMALL)
        if before and before.kind == "minus":
            self.fail(before, "- needs something to search for right after it", "Type for instance -Maroc")
        after = self.next()
        if after.kind in ("and", "or"):
            self.fail(after, f"{after.text} needs something to search for before it", SMALL)
        self.fail(after, "this parenthesis closes nothing", "Open one before it, or leave it out.")
