"""From French text to tokens, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from index.analysis.elision import elided, is_name, is_whole
from index.analysis.fold import fold
from index.analysis.numbers import compound_ordinal, number

APOSTROPHES = "’ʼ‘`´′"
HYPHENS = "‐‑‒"
PLAIN = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-")})

MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
"""What a text that was not cleaned has within its words: combining accents, soft hyphens, invisible signs."""

SIGNS = ".°ºª"
JOINS = rf"'{APOSTROPHES}\-{HYPHENS}.,&"
CHUNK = re.compile(rf"[^\W_]+(?:[{JOINS}][^\W_]+)*[{SIGNS}]?")
MARKED = re.compile(rf"[{MARKS}]")
MARKED_CHUNK = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*(?:[{JOINS}][^\W_](?:[^\W_]|[{MARKS}])*)*[{SIGNS}]?")

ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
PIECE = re.compile(r"[^-]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its folded `term`, its `form` with accents and capitals, its half-open offsets in the text.

    `joined` is the name with its apostrophe left out, for N'Diaye, who is also written Ndiaye; else empty.
    """

    term: str
    form: str
    start: int
    end: int
    joined: str = ""


def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of the stretches of this text that have no blank, each of one or more words.

    The pattern that looks for marks takes three times as long: it is for the texts that have some.
    """
    return MARKED_CHUNK if MARKED.search(text) else CHUNK


def split(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a chunk, with their offsets in it.

    >>> [token.term for token in split("l’Afrique")], [token.term for token in split("DGSN-DGST")]
    (['afrique'], ['dgsn', 'dgst'])
    >>> [token.term for token in split("l'o.n.u.")], split("N’Diaye")
    (['onu'], (Token(term='diaye', form='Diaye', start=0, end=7, joined='ndiaye'),))
    """
    plain = chunk.translate(PLAIN)
    start = elided(plain)
    ordinal = compound_ordinal(plain[start:])
    if ordinal:
        return (Token(ordinal, ordinal, start, len(chunk)),)
    return tuple(token for piece in PIECE.finditer(plain) for token in _tokens(chunk, plain, *piece.span()))


def _tokens(chunk: str, plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch of the chunk that has no hyphen."""
    piece = plain[start:end]
    if is_name(piece):
        name = _token(chunk[start + 2 : end], start, end)
        yield replace(name, joined=fold(piece[0]) + name.term)
        return
    for word_start, word_end in _words(plain, start + elided(piece), end):
        token = _token(chunk[word_start:word_end], word_start, word_end)
        if token.term:
            yield token


def _words(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the words of a stretch that has neither hyphen nor elision."""
    piece = plain[start:end]
    if ACRONYM.fullmatch(piece) or is_whole(piece):
        yield start, end
    elif number(piece.rstrip(SIGNS)):
        yield start, start + len(piece.rstrip(SIGNS))
    else:
        for word in WORD.finditer(piece):
            yield start + word.start(), start + word.end()


def _token(text: str, start: int, end: int) -> Token:
    """Return the token of a text; marks within an acronym are left out."""
    value = number(text)
    if value:
        return Token(value, value, start, end)
    form = normalize("NFC", "".join(sign for sign in text if sign.isalnum() or combining(sign)))
    return Token(fold(form), form, start, end)
