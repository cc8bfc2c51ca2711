"""From a line as it was typed to lexemes, each with its offsets in the line."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from corpus.expression import expression
from corpus.message import message
from corpus.records import record
from corpus.typography import APOSTROPHES
from index.analysis.bound import BOUND, CENTURY, may_hold
from index.analysis.inclusive import IN_PARENTHESES
from index.analysis.tokenize import HYPHENS
from index.fields import BY_NAME
from search.errors import QuerySyntaxError

Kind: TypeAlias = Literal[
    "open", "close", "and", "or", "not", "minus", "field", "equals", "word", "quoted", "tilde", "weight"
]
"""The kinds of lexemes; a prefix (minus, field, equals) or a suffix (tilde, weight) touches what it applies to."""

OPERATORS: dict[str, Kind] = {"AND": "and", "ET": "and", "OR": "or", "OU": "or", "NOT": "not", "SAUF": "not"}

_QUOTES_AND_STARS = str.maketrans('"*', "  ")

TWINS: Mapping[int, str] = {
    **str.maketrans({**dict.fromkeys("«»“”„‟＂", '"'), **dict.fromkeys(APOSTROPHES, "'")}),
    **str.maketrans({**dict.fromkeys(HYPHENS, "-"), "№": "n°"}),
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""The plain twin of each typographic sign; a blank for a control character, U+FFFD for half of a character."""

_INVISIBLE = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)
"""Soft hyphens, zero-width and direction marks: pasted text has them, and nobody sees them."""

_PIECE = expression(
    rf'(?P<open>\()|(?P<close>\))|(?P<quoted>"[^"]*"?)|(?P<run>(?:{BOUND}|{CENTURY}|{IN_PARENTHESES}|[^\s()"])+)'
)
"""A run has no blank, but for that of `10 000`, and no parenthesis, but for those of `élu(e)s`."""

_PLAIN_PIECE = expression(r'(?P<quoted>"[^"]*"?)|(?P<run>[^\s"]+)')
"""A piece of a text without parentheses and words that hold together, as most are: `_PIECE` takes 3 ms at first."""

_Prefixes: TypeAlias = tuple[tuple[Kind, re.Pattern[str]], ...]

_EQUALS = expression("(=)")
_ACCENTED_NAMES = "|".join(name for name in BY_NAME if not name.isascii())
FIELD_NAME = expression(rf'(?:_|[^\w\s*?()"])*([A-Za-z]+|(?i:{_ACCENTED_NAMES})):(?!//)')
"""A word that names a field, or would: one with an accent, `Météo:`, only where a field has this name."""

_PREFIXES: _Prefixes = (
    ("minus", expression(r"(-)(?=[^\W_]|[=*?]|$)")),
    ("equals", _EQUALS),
    ("field", FIELD_NAME),
    ("equals", _EQUALS),
)
_TILDE = expression(r"~[0-9]*(?:_|[^\w*~])*$")
LETTER_OR_DIGIT = expression(r"[^\W_]")
_CORE = expression(r"(?:[^\W_]|[*?])(?:.*(?:[^\W_]\)?|\*|(?<=[NnIVXL])°))?")
"""A run without the punctuation around it.

A `?` at the end of a run is a question mark: of 17,000 real queries, 600 have one there (`Musée ou mosquée?`), never as
a wildcard.  Inside a run or in front of it, `?` is a wildcard.
"""


_SIGNS_IN_LETTERS = frozenset(("NEAR", "ADJ", "ONEAR", "PROX", "SAME", "XOR", "ANDNOT", "NON"))
"""The signs of other search engines that are words, or end with one."""

_WITHIN_WORDS = str.maketrans({"-": None, "'": None, "*": None, '"': " "})
"""What stands in words and around them, and in no sign that has nothing else."""


@record
class Lexeme:
    """A unit of the language: the `text` of it that counts, and its half-open offsets in the line."""

    kind: Kind
    text: str
    start: int
    end: int


def plain(query: str) -> str:
    """Return the query in NFC, with plain quotes, apostrophes and hyphens, and without invisible characters.

    >>> print(plain("« l’Élysée »"))
    " l'Élysée "
    """
    return unicodedata.normalize("NFC", query.translate(_INVISIBLE)).translate(TWINS)


def has_words_alone(text: str) -> bool:
    """Return whether a text has words, numbers, quotes and stars alone, as most have, and `*`, which asks for every article.

    No sign of another search engine is one of these, and to look for each sign takes 8 ms at first.
    """
    words = text.translate(_WITHIN_WORDS).split()
    return all(word.isalpha() or word.isdecimal() for word in words) and _SIGNS_IN_LETTERS.isdisjoint(words)


def quotable(value: str) -> str:
    """Return a value as it is typed between quotes: without the characters that would end it, or spoil it.

    >>> quotable('Awa « la Grande » N’Diaye')
    "Awa la Grande N'Diaye"
    """
    return " ".join(plain(value).translate(_QUOTES_AND_STARS).split())


def lex(text: str) -> list[Lexeme]:
    """Return the lexemes of a text that `plain` made; punctuation that stands alone is left out.

    Raises:
        QuerySyntaxError: a quote is never closed, or a weight stands behind nothing.

    >>> [(lexeme.kind, lexeme.text) for lexeme in lex('Isère : "un gendarme" ET -person:x')]
    [('word', 'Isère'), ('quoted', 'un gendarme'), ('and', 'ET'), ('minus', '-'), ('field', 'person'), ('word', 'x')]
    """
    lexemes: list[Lexeme] = []
    pieces = _PIECE if may_hold(text) or "(" in text or ")" in text else _PLAIN_PIECE
    for piece in pieces.finditer(text):
        start, end = piece.span()
        if piece["run"]:
            follows = bool(lexemes) and lexemes[-1].end == start and lexemes[-1].kind in ("close", "quoted")
            lexemes += _suffixed(text, start, end) if follows else _prefixed(text, start, end)
        elif piece["quoted"]:
            lexemes.append(_quoted(text, start, end))
        elif piece["open"]:
            lexemes.append(Lexeme("open", "(", start, end))
        elif lexemes and lexemes[-1].kind == "open" and text[lexemes[-1].end : start].strip():
            lexemes.pop()  # `(...)` marks a cut in a citation
        else:
            lexemes.append(Lexeme("close", ")", start, end))
    return lexemes


def trimmed(run: str) -> str:
    """Return a run without the punctuation around it; "" for a run of punctuation alone.

    >>> trimmed("affiche,"), trimmed("S.N.C.F."), trimmed("*ment?"), trimmed("*"), trimmed("—"), trimmed("?")
    ('affiche', 'S.N.C.F', '*ment', '*', '', '')
    """
    core = _CORE.search(run)
    text = re.sub(r"\*+", "*", core[0]) if core else ""
    return text if text == "*" or LETTER_OR_DIGIT.search(text) else ""


def _quoted(text: str, start: int, end: int) -> Lexeme:
    if end - start == 1 or text[end - 1] != '"':
        raise QuerySyntaxError(
            text, start, start + 1, message("query.unclosed_quote"), message("query.close_quote")
        )
    return Lexeme("quoted", " ".join(text[start + 1 : end - 1].split()), start, end)


def _prefixed(text: str, start: int, end: int, prefixes: _Prefixes = _PREFIXES) -> Iterator[Lexeme]:
    """Yield the lexemes of a run of characters, which has no blank, quote or parenthesis."""
    first = start
    for kind, pattern in prefixes:
        prefix = pattern.match(text, start, end)
        is_field = kind == "field" and prefix and prefix[1].lower() in BY_NAME
        if prefix and (is_field or _is_followed(text, prefix.end(), end)):
            yield Lexeme(kind, prefix[1], start, prefix.end())
            start = prefix.end()
    yield from _word(text, start, end, alone=start == first)


def _is_followed(text: str, start: int, end: int) -> bool:
    """Return whether something to search for follows a prefix: the rest of its run, a phrase or a parenthesis."""
    return text[end : end + 1] in ('"', "(") if start == end else bool(trimmed(text[start:end]))


def _suffixed(text: str, start: int, end: int) -> Iterator[Lexeme]:
    """Yield the lexemes of a run of characters that touches a phrase or a parenthesis on its left."""
    if text[start] == "~":
        stop = start + len(text[start:end].partition("^")[0])
        yield Lexeme("tilde", text[start + 1 : stop], start, stop)
        start = stop
    if start < end and text[start] == "^":
        yield Lexeme("weight", text[start + 1 : end], start, end)
    else:
        yield from _prefixed(text, start, end, _PREFIXES[1:])  # a hyphen here is no minus


def _word(text: str, start: int, end: int, *, alone: bool) -> Iterator[Lexeme]:
    """Yield a word with its suffixes, and nothing for punctuation; a word `alone` in its run may be an operator."""
    body, caret, weight = text[start:end].partition("^")
    tilde = _TILDE.search(body)
    cut = tilde.start() if tilde and trimmed(body[: tilde.start()]) else len(body)
    word = trimmed(body[:cut])
    stop = start + len(body)
    if word:
        alone = alone and start + cut == end
        yield Lexeme(OPERATORS.get(word, "word") if alone else "word", word, start, start + cut)
    if cut < len(body):
        yield Lexeme("tilde", body[cut + 1 :], start + cut, stop)
    if caret and word:
        yield Lexeme("weight", weight, stop, end)
    elif caret and LETTER_OR_DIGIT.search(weight):
        raise QuerySyntaxError(
            text, stop, end, message("query.nothing_to_weigh"), message("query.weight_after_word")
        )
