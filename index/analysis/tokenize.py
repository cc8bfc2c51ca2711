"""From French text to tokens, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from index.analysis.elision import elided, is_name, is_whole
from index.analysis.fold import fold
from index.analysis.numbers import compound_ordinal, number

_APOSTROPHES = "’ʼ‘`´′"
_HYPHENS = "‐‑‒"
PLAIN_SIGNS = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")})

_ACCENTS = "\u0300-\u036f"
_INVISIBLE_SIGNS = "\u00ad\u200b-\u200f\u2060\ufeff"
_MARK = rf"[{_ACCENTS}{_INVISIBLE_SIGNS}]"
"""What a text that was not cleaned has within its words: combining accents, soft hyphens, invisible signs."""

_FINAL_SIGNS = ".°ºª"
_JOINING_SIGNS = rf"['{_APOSTROPHES}\-{_HYPHENS}.,&]"
_CHUNK = re.compile(rf"[^\W_]+(?:{_JOINING_SIGNS}[^\W_]+)*[{_FINAL_SIGNS}]?")
_MARKED_CHUNK = re.compile(
    rf"[^\W_](?:[^\W_]|{_MARK})*(?:{_JOINING_SIGNS}{_MARK}*[^\W_](?:[^\W_]|{_MARK})*)*[{_FINAL_SIGNS}]?{_MARK}*"
)
_MARKED = re.compile(_MARK)

PLAIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ]+")
"""A chunk of composed letters alone, as nine in ten are: no rule but the fold applies to it."""

PLAIN_PIECE = re.compile(rf"(?:(?:[cdjlmnstCJLST]|[Qq]u)['’])?({PLAIN_WORD.pattern})")
"""Such a chunk, behind an elided word or none; D, M, N and an apostrophe may begin a name.

Of 219,376 pieces of 12,000 articles 87 % are; a piece met first takes 6.4 µs where it took 10.9 by the whole chain.
"""

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_WORD = re.compile(rf"(?:[^\W_]|[{_ACCENTS}])+")
_BETWEEN_HYPHENS = re.compile(r"[^-]+")
_BETWEEN_STOPS = re.compile(r"[^.,&]+")


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
    return _MARKED_CHUNK if _MARKED.search(text) else _CHUNK


def split(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a chunk, with their offsets in it.

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
    """Return the tokens of a chunk that has marks: those of the chunk without them, at the offsets of this one."""
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for place, sign in enumerate(chunk):
        if not _MARKED.match(sign):
            letters.append(sign)
            spans.append((place, place + 1))
        elif letters:
            composed = normalize("NFC", letters[-1] + sign) if combining(sign) else letters[-1]
            spans[-1] = (spans[-1][0], place + 1)
            if len(composed) == 1:
                letters[-1] = composed
    tokens = split("".join(letters))
    return tuple(replace(token, start=spans[token.start][0], end=spans[token.end - 1][1]) for token in tokens)


def _tokens(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch that has no hyphen."""
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
    """Yield the tokens of a stretch that has neither hyphen nor full stop."""
    if is_name(plain[start:end]):
        name = _WORD.match(plain, start + 2)
        word = _token(plain, start + 2, name.end() if name else end)
        yield replace(word, start=start, joined=fold(plain[start]) + word.term)
        return
    start += elided(plain[start:end])
    if is_whole(plain[start:end]):
        yield _token(plain, start, end)
        return
    for found in _WORD.finditer(plain, start, end):
        yield _token(plain, found.start(), found.start() + len(found[0].rstrip(_FINAL_SIGNS)))


def _token(plain: str, start: int, end: int) -> Token:
    """Return the token at these offsets; the signs within an acronym are left out of it."""
    text = plain[start:end]
    value = number(text)
    if value:
        return Token(value, value, start, end)
    form = normalize("NFC", "".join(sign for sign in text if sign.isalnum() or combining(sign)))
    return Token(fold(form), form, start, end)
