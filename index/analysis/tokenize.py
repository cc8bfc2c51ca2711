"""From French text to tokens, each with its offsets in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from index.analysis.elision import elided, is_name, is_whole
from index.analysis.fold import fold
from index.analysis.numbers import compound_ordinal, number

APOSTROPHES = "’ʼ‘`´′"
HYPHENS = "‐‑‒"
PLAIN_SIGNS = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-")})

_ACCENTS = "\u0300-\u036f"
_INVISIBLE_SIGNS = "\u00ad\u200b-\u200f\u2060\ufeff"
_MARK = rf"[{_ACCENTS}{_INVISIBLE_SIGNS}]"
"""A sign within the words of a text that was not cleaned: a combining accent, a soft hyphen, an invisible sign."""

_FINAL_SIGNS = ".°ºª"
_JOINING_SIGNS = rf"['{APOSTROPHES}\-{HYPHENS}.,&]"
_CHUNK = re.compile(rf"[^\W_]+(?:{_JOINING_SIGNS}[^\W_]+)*[{_FINAL_SIGNS}]?")
_MARKED_CHUNK = re.compile(
    rf"[^\W_](?:[^\W_]|{_MARK})*(?:{_JOINING_SIGNS}{_MARK}*[^\W_](?:[^\W_]|{_MARK})*)*[{_FINAL_SIGNS}]?{_MARK}*"
)
_MARKED = re.compile(_MARK)

PLAIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ]+")
"""A chunk of composed letters alone, as nine chunks in ten are: folding is the only rule that changes it."""

PLAIN_PIECE = re.compile(rf"(?:(?:[cdjlmnstCJLST]|[Qq]u)['’])?({PLAIN_WORD.pattern})")
"""Such a chunk, perhaps behind an elided word; but D, M or N and an apostrophe may begin a name.

87 % of the 219,376 pieces of 12,000 articles fit; a piece that is new takes 6.4 µs, by the whole chain 10.9.
"""

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_WORD = re.compile(rf"(?:[^\W_]|[{_ACCENTS}])+")
_BETWEEN_HYPHENS = re.compile(r"[^-]+")
_BETWEEN_STOPS = re.compile(r"[^.,&]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its folded `term`, its `form` with accents and capitals, its half-open offsets in the text.

    `joined` is the term of a name without its apostrophe, as N'Diaye is also written Ndiaye; else it is empty.
    """

    term: str
    form: str
    start: int
    end: int
    joined: str = ""


def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of the chunks of a text: stretches without a blank, each of one or more words.

    The pattern that allows marks within words takes three times as long, and is for texts that have some.
    """
    return _MARKED_CHUNK if _MARKED.search(text) else _CHUNK


def split(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a chunk, with their offsets in the chunk.

    >>> [token.term for token in split("l’Afrique")], [token.term for token in split("DGSN-DGST")]
    (['afrique'], ['dgsn', 'dgst'])
    >>> [token.term for token in split("l'o.n.u.")], split("N’Diaye")
    (['onu'], (Token(term='diaye', form='Diaye', start=0, end=7, joined='ndiaye'),))
    """
    if PLAIN_WORD.fullmatch(chunk):
        return (Token(fold(chunk), chunk, 0, len(chunk)),)
    if _MARKED.search(chunk):
        return _composed(chunk)
    plain = chunk.translate(PLAIN_SIGNS)
    start = elided(plain)
    if ordinal := compound_ordinal(plain[start:]):
        return (Token(ordinal, ordinal, start, len(chunk)),)
    pieces = _BETWEEN_HYPHENS.finditer(plain)
    return tuple(token for piece in pieces for token in _tokens(plain, *piece.span()) if token.term)


def _composed(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a chunk that has marks: those of the chunk without marks, with their offsets in this one."""
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for offset, sign in enumerate(chunk):
        if not _MARKED.match(sign):
            letters.append(sign)
            spans.append((offset, offset + 1))
        elif letters:
            composed = normalize("NFC", letters[-1] + sign) if combining(sign) else letters[-1]
            spans[-1] = (spans[-1][0], offset + 1)
            if len(composed) == 1:
                letters[-1] = composed
    tokens = split("".join(letters))
    return tuple(replace(token, start=spans[token.start][0], end=spans[token.end - 1][1]) for token in tokens)


def _tokens(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch without a hyphen."""
    bare = start + elided(plain[start:end])
    piece = plain[bare:end].rstrip(_FINAL_SIGNS)
    if _ACRONYM.fullmatch(plain[bare:end]):
        yield _token(plain, bare, end)
        return
    if number(piece):
        yield _token(plain, bare, bare + len(piece))
        return
    for part in _BETWEEN_STOPS.finditer(plain, start, end):
        yield from _words(plain, part.start(), part.end())


def _words(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch with neither a hyphen nor a full stop."""
    if is_name(plain[start:end]):
        name = _WORD.match(plain, start + 2)
        token = _token(plain, start + 2, name.end() if name else end)
        yield replace(token, start=start, joined=fold(plain[start]) + token.term)
        return
    start += elided(plain[start:end])
    if is_whole(plain[start:end]):
        yield _token(plain, start, end)
        return
    for word in _WORD.finditer(plain, start, end):
        yield _token(plain, word.start(), word.start() + len(word[0].rstrip(_FINAL_SIGNS)))


def _token(plain: str, start: int, end: int) -> Token:
    """Return the token at these offsets, without the signs of an acronym."""
    text = plain[start:end]
    value = number(text)
    if value:
        return Token(value, value, start, end)
    form = normalize("NFC", "".join(sign for sign in text if sign.isalnum() or combining(sign)))
    return Token(fold(form), form, start, end)
