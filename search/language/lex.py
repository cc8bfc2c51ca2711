"""From a line as it was typed to lexemes, each with its place in the line."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from corpus.message import message
from index.fields import BY_NAME
from search.errors import QuerySyntaxError

Kind: TypeAlias = Literal[
    "open", "close", "and", "or", "not", "minus", "field", "equals", "word", "quoted", "tilde", "weight"
]
"""What a lexeme is; prefixes (minus, field, equals) and suffixes (tilde, weight) touch what they apply to."""

OPERATORS: dict[str, Kind] = {"AND": "and", "ET": "and", "OR": "or", "OU": "or", "NOT": "not", "SAUF": "not"}

TWINS = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟＂", '"'),
        **dict.fromkeys("’‘‛ʼ`´′＇", "'"),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys(map(chr, (*range(0x20), *range(0x7F, 0xA0))), " "),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
    }
)
"""Typographic signs under their plain twins; control characters as blanks, half characters as unknown ones."""

INVISIBLE = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)
"""Soft hyphens, zero-width and direction marks, which pasted text carries and nobody sees."""

PIECE = re.compile(r'(?P<open>\()|(?P<close>\))|(?P<quoted>"[^"]*"?)|(?P<run>[^\s()"]+)')
Prefixes: TypeAlias = tuple[tuple[Kind, re.Pattern[str]], ...]

EQUALS = re.compile("(=)")
NAME = re.compile(r'(?:_|[^\w\s*?()"])*([A-Za-z]+):(?!//)')
PREFIXES: Prefixes = (
    ("minus", re.compile(r"(-)(?=[^\W_]|[=*?]|$)")),
    ("equals", EQUALS),
    ("field", NAME),
    ("equals", EQUALS),
)
TILDE = re.compile(r"~[0-9]*(?:_|[^\w*~])*$")
LETTER = re.compile(r"[^\W_]")
CORE = re.compile(r"(?:[^\W_]|[*?])(?:.*(?:[^\W_]|\*))?")
"""A run without the punctuation around it. A `?` that ends a run is a question mark: of 17,000 real queries
600 have one there (`Musée ou mosquée?`), none as a wildcard. Inside a run or in front it is a wildcard."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A unit of the language: `text` is what counts of it, `start` and `end` its half-open place in the line."""

    kind: Kind
    text: str
    start: int
    end: int


def plain(query: str) -> str:
    """Return the query in NFC, quotes, apostrophes and hyphens as their plain twins, nothing invisible.

    >>> print(plain("« l’Élysée »"))
    " l'Élysée "
    """
    return unicodedata.normalize("NFC", query.translate(INVISIBLE)).translate(TWINS)


def lex(text: str) -> list[Lexeme]:
    """Return the lexemes of a text that `plain` made; punctuation that stands alone is none.

    Raises QuerySyntaxError for a quote that is never closed and for a weight that weighs nothing.

    >>> [(lexeme.kind, lexeme.text) for lexeme in lex('Isère : "un gendarme" ET -person:x')]
    [('word', 'Isère'), ('quoted', 'un gendarme'), ('and', 'ET'), ('minus', '-'), ('field', 'person'), ('word', 'x')]
    """
    lexemes: list[Lexeme] = []
    for piece in PIECE.finditer(text):
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
    """Return the run without the punctuation around it, "" where it is nothing but punctuation.

    >>> trimmed("affiche,"), trimmed("S.N.C.F."), trimmed("*ment?"), trimmed("*"), trimmed("—"), trimmed("?")
    ('affiche', 'S.N.C.F', '*ment', '*', '', '')
    """
    core = CORE.search(run)
    text = re.sub(r"\*+", "*", core[0]) if core else ""
    return text if text == "*" or LETTER.search(text) else ""


def _quoted(text: str, start: int, end: int) -> Lexeme:
    if end - start == 1 or text[end - 1] != '"':
        raise QuerySyntaxError(
            text, start, start + 1, message("query.unclosed_quote"), message("query.close_quote")
        )
    return Lexeme("quoted", " ".join(text[start + 1 : end - 1].split()), start, end)


def _prefixed(text: str, start: int, end: int, prefixes: Prefixes = PREFIXES) -> Iterator[Lexeme]:
    """Yield what a run of characters without blank, quote or parenthesis is made of."""
    first = start
    for kind, pattern in prefixes:
        prefix = pattern.match(text, start, end)
        known = kind == "field" and prefix and prefix[1].lower() in BY_NAME
        if prefix and (known or _touches(text, prefix.end(), end)):
            yield Lexeme(kind, prefix[1], start, prefix.end())
            start = prefix.end()
    yield from _word(text, start, end, alone=start == first)


def _touches(text: str, start: int, end: int) -> bool:
    """Whether something to search for follows a prefix: the rest of its run, a phrase or a parenthesis."""
    return text[end : end + 1] in ('"', "(") if start == end else bool(trimmed(text[start:end]))


def _suffixed(text: str, start: int, end: int) -> Iterator[Lexeme]:
    """Yield what a run of characters that touches a phrase or a parenthesis on its left is made of."""
    if text[start] == "~":
        stop = start + len(text[start:end].partition("^")[0])
        yield Lexeme("tilde", text[start + 1 : stop], start, stop)
        start = stop
    if start < end and text[start] == "^":
        yield Lexeme("weight", text[start + 1 : end], start, end)
    else:
        yield from _prefixed(text, start, end, PREFIXES[1:])  # a hyphen here is no minus


def _word(text: str, start: int, end: int, *, alone: bool) -> Iterator[Lexeme]:
    """Yield a word with its suffixes, or the operator that a word `alone` may be; nothing for punctuation."""
    body, caret, weight = text[start:end].partition("^")
    tilde = TILDE.search(body)
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
    elif caret and LETTER.search(weight):
        raise QuerySyntaxError(
            text, stop, end, message("query.nothing_to_weigh"), message("query.weight_after_word")
        )
