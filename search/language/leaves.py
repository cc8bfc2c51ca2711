"""The leaves of a query: words, phrases, forms and dates, each with what may follow it."""

from corpus.expression import expression
from corpus.message import Message, message
from index.fields import Field, Kind
from index.query import MAX_SLOP
from search.errors import QuerySyntaxError
from search.language.cursor import Cursor
from search.language.lex import LETTER_OR_DIGIT, Lexeme
from search.language.tree import Dates, Everything, Form, Fuzzy, Leaf, Like, Phrase, Wildcard, Word

_MAX_EDITS = 2
"""Letters that may differ: the automata of the engines are built for two."""

_DIGITS = expression(r"([0-9]{0,9})(?:_|[^\w~^])*")


def leaf(cursor: Cursor, field: Field | None) -> Leaf:
    """Read one leaf, of a field or (None) of the whole article.

    Raises:
        QuerySyntaxError: no leaf begins here, or the field cannot have this one.
    """
    lexeme = cursor.accept("word", "quoted", "equals")
    if not lexeme:
        stray = cursor.accept("tilde") or cursor.missing()
        cursor.fail(stray, message("query.stray_tilde"), message("query.tilde_example"))
    if field and field.kind is Kind.DATE:
        return _dates(cursor, lexeme)
    if field and field.kind is Kind.LIKE and lexeme.kind != "equals":
        return Like(lexeme.text)
    if lexeme.kind == "equals":
        return _form(cursor, lexeme, field)
    return _word(cursor, lexeme, field) if lexeme.kind == "word" else _phrase(cursor, lexeme, field)


def _word(cursor: Cursor, word: Lexeme, field: Field | None) -> Leaf:
    name = field.name if field else ""
    tilde = cursor.accept("tilde")
    if tilde:
        if _is_pattern(word.text):
            cursor.fail(tilde, message("query.tilde_after_wildcard"), message("query.leave_one_out"))
        edits = _number(cursor, tilde, message("query.tilde_letters", most=_MAX_EDITS), _MAX_EDITS, default=1)
        return Fuzzy(word.text, edits, name)
    if word.text == "*":
        if field and field.kind is Kind.KEPT:
            return Wildcard(word.text, name)
        if field:
            cursor.fail(word, message("query.star_in_field", field=name), message("query.star_alone"))
        return Everything()
    return Wildcard(word.text, name) if _is_pattern(word.text) else Word(word.text, name)


def _phrase(cursor: Cursor, quoted: Lexeme, field: Field | None) -> Phrase:
    if not LETTER_OR_DIGIT.search(quoted.text):
        cursor.fail(quoted, message("query.empty_quotes"), message("query.type_a_phrase"))
    if "*" in quoted.text:
        cursor.fail(quoted, message("query.wildcard_in_quotes"), message("query.wildcard_outside"))
    tilde = cursor.accept("tilde")
    if tilde and field and field.kind in (Kind.VALUE, Kind.KEPT):
        cursor.fail(tilde, message("query.tilde_after_name"), message("query.leave_tilde_or_quotes_out"))
    slop = _number(cursor, tilde, message("query.tilde_positions", most=MAX_SLOP), MAX_SLOP) if tilde else 0
    return Phrase(quoted.text, slop, field.name if field else "")


def _form(cursor: Cursor, equals: Lexeme, field: Field | None) -> Form:
    if field:
        cursor.fail(equals, message("query.form_in_field"), message("query.form_without_field"))
    word = cursor.accept("word")
    if not word or _is_pattern(word.text) or cursor.kind == "tilde":
        cursor.fail(equals, message("query.form_needs_a_word"), message("query.form_example"))
    return Form(word.text)


def _dates(cursor: Cursor, lexeme: Lexeme) -> Dates:
    """Read a date expression as it was typed, without quotes and without the punctuation of the sentence around it."""
    from search.language import days  # 6 ms, and most queries have no date

    last = cursor.next() if lexeme.kind == "equals" else lexeme
    words = _words_ahead(cursor, lexeme) if lexeme.kind == "word" else []
    try:
        if words:
            for _ in range(days.longest(words) - 1):
                last = cursor.next()
        typed = lexeme.text if lexeme.kind == "quoted" else cursor.text[lexeme.start : last.end]
        expression = " ".join(_without_punctuation(typed).split())
        days.check(expression)
    except days.DateError as error:
        meant = days.meant(words) or error.meant
        examples = f'date:"{meant}"' if meant else days.EXAMPLES
        suggestion = message("query.type_date_instead", examples=examples)
        raise QuerySyntaxError(cursor.text, lexeme.start, last.end, error.message, suggestion) from None
    return Dates(expression)


def _words_ahead(cursor: Cursor, first: Lexeme) -> list[str]:
    """Return a word that was read and the words after it, each with the signs behind it."""
    ahead = cursor.words(first)
    ends = [*(word.start for word in ahead[1:]), ahead[-1].end]
    return [cursor.text[word.start : end].strip() for word, end in zip(ahead, ends, strict=True)]


def _without_punctuation(typed: str) -> str:
    expression = typed.rstrip(",;:!?…' ")
    return expression[:-1] if expression.endswith(".") and not expression.endswith("..") else expression


def _number(cursor: Cursor, tilde: Lexeme, wrong: Message, most: int, *, default: int = 0) -> int:
    """Return the number after ~, from 1 to `most`; without digits, the default, which is 0 where they are required."""
    digits = _DIGITS.fullmatch(tilde.text)
    number = int(digits[1] or default) if digits else 0
    if not 1 <= number <= most:
        cursor.fail(tilde, wrong, message("query.tilde_number", number=min(most, 5)))
    return number


def _is_pattern(text: str) -> bool:
    """Return whether the word has wildcards; the signs of an address (`https://…?id=1`) are not wildcards."""
    return ("*" in text or "?" in text) and "://" not in text
