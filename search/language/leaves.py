"""The leaves of a query: words, phrases, forms and dates, each with what may follow it."""

import re

from index.fields import Field, Kind
from index.query import MAX_SLOP
from search.errors import QuerySyntaxError
from search.language.cursor import Cursor
from search.language.days import EXAMPLES, DateError, check
from search.language.lex import LETTER, Lexeme
from search.language.tree import Dates, Everything, Form, Fuzzy, Leaf, Phrase, Wildcard, Word

MAX_EDITS = 2
"""Letters that may differ: what the automata of the engines are built for."""

COUNT = re.compile(r"([0-9]{0,9})(?:_|[^\w~^])*")


def leaf(cursor: Cursor, field: Field | None) -> Leaf:
    """Read one leaf, of a field or (None) of the whole article.

    Raises QuerySyntaxError where none begins, and for one that the field cannot have.
    """
    lexeme = cursor.accept("word", "quoted", "equals")
    if not lexeme:
        stray = cursor.accept("tilde") or cursor.missing()
        cursor.fail(stray, "~ goes right after a word or a phrase", 'Type hamouchi~ or "police nations"~5')
    if field and field.kind is Kind.DATE:
        return _dates(cursor, lexeme)
    if lexeme.kind == "equals":
        return _form(cursor, lexeme, field)
    return _word(cursor, lexeme, field) if lexeme.kind == "word" else _phrase(cursor, lexeme, field)


def _word(cursor: Cursor, word: Lexeme, field: Field | None) -> Leaf:
    name = field.name if field else ""
    tilde = cursor.accept("tilde")
    if tilde:
        if _is_pattern(word.text):
            cursor.fail(tilde, "a word has either wildcards or ~", "Leave one of them out.")
        return Fuzzy(word.text, _count(cursor, tilde, "letters", least=1, most=MAX_EDITS), name)
    if word.text == "*":
        if field:
            cursor.fail(word, f"{name}: needs a letter or a digit", "Type * alone for every article.")
        return Everything()
    return Wildcard(word.text, name) if _is_pattern(word.text) else Word(word.text, name)


def _phrase(cursor: Cursor, quoted: Lexeme, field: Field | None) -> Phrase:
    if not LETTER.search(quoted.text):
        cursor.fail(
            quoted, "no letter or digit between the quotes", "Type a phrase there, or leave the quotes out."
        )
    if "*" in quoted.text:
        cursor.fail(
            quoted, "wildcards do not work between quotes", 'Type "conseil sécurité"~5, or conseil* alone.'
        )
    tilde = cursor.accept("tilde")
    if tilde and field and field.kind is Kind.VALUE:
        cursor.fail(tilde, "a name between quotes is the whole name, without ~", "Leave ~ or the quotes out.")
    slop = _count(cursor, tilde, "positions", least=0, most=MAX_SLOP) if tilde else 0
    return Phrase(quoted.text, slop, field.name if field else "")


def _form(cursor: Cursor, equals: Lexeme, field: Field | None) -> Form:
    if field:
        cursor.fail(
            equals, "= searches the whole article, not a field", "Type =Côte without a field before it."
        )
    word = cursor.accept("word")
    if not word or _is_pattern(word.text) or cursor.kind == "tilde":
        cursor.fail(equals, "= takes one word, as it is written", "Type for instance =Côte")
    return Form(word.text)


def _dates(cursor: Cursor, lexeme: Lexeme) -> Dates:
    """Read a date expression, as typed but for the quotes and the punctuation of the sentence around it."""
    last = cursor.next() if lexeme.kind == "equals" else lexeme
    typed = lexeme.text if lexeme.kind == "quoted" else cursor.text[lexeme.start : last.end]
    expression = typed.rstrip(",;:!?…' ")
    if expression.endswith(".") and not expression.endswith(".."):
        expression = expression[:-1]
    try:
        check(expression)
    except DateError as error:
        text, start, end = cursor.text, lexeme.start, last.end
        raise QuerySyntaxError(text, start, end, error.reason, f"Type {EXAMPLES}.") from None
    return Dates(expression)


def _count(cursor: Cursor, tilde: Lexeme, what: str, *, least: int, most: int) -> int:
    """The number after ~; `least` stands for none, and 0 for a number that must be there."""
    digits = COUNT.fullmatch(tilde.text)
    number = int(digits[1] or least) if digits else 0
    if not 1 <= number <= most:
        cursor.fail(tilde, f"~ takes a number of {what}, 1 to {most}", f"Type for instance ~{min(most, 5)}")
    return number


def _is_pattern(text: str) -> bool:
    """Whether the word has wildcards; those of an address (`https://…?id=1`) are none."""
    return ("*" in text or "?" in text) and "://" not in text
