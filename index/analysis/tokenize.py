"""From French text to tokens, each with its offsets in the text."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from corpus.expression import expression
from corpus.records import record, replace
from corpus.typography import APOSTROPHES, PLAIN_APOSTROPHES
from index.analysis.elision import elided, is_name, is_whole
from index.analysis.fold import fold
from index.analysis.inclusive import BEHIND_SLASH, DOTS, IN_PARENTHESES, genders
from index.analysis.numbers import hour, number
from index.analysis.ordinals import SECOND, apart, compound, figures, printed_roman
from index.analysis.spellings import parts, term

HYPHENS = "‐‑‒"
PLAIN_SIGNS = PLAIN_APOSTROPHES | str.maketrans(dict.fromkeys(HYPHENS, "-"))

_ACCENTS = "\u0300-\u036f"
_INVISIBLE_SIGNS = "\u00ad\u200b-\u200f\u2060\ufeff"
_MARK = rf"[{_ACCENTS}{_INVISIBLE_SIGNS}]"
"""A sign within the words of a text that was not cleaned: a combining accent, a soft hyphen, an invisible sign."""

_FINAL_SIGNS = ".°ºª"
_JOINING_SIGNS = rf"(?:[{APOSTROPHES}\-{HYPHENS}.,&{DOTS}]|(?<=[0-9]):(?=[0-5][0-9](?![\w:])))"
_RANK = r"[Nn][°ºᵒ˚](?:[sˢ](?![^\W_]))?|№"
_CHUNK = expression(
    rf"{_RANK}|[^\W_]+(?:{_JOINING_SIGNS}[^\W_]+|{IN_PARENTHESES}|{BEHIND_SLASH})*[{_FINAL_SIGNS}]?"
)
_CHUNK_WITHOUT_ENDINGS = expression(rf"{_RANK}|[^\W_]+(?:{_JOINING_SIGNS}[^\W_]+)*[{_FINAL_SIGNS}]?")
"""For a text without a parenthesis or a slash behind two letters: it takes .4 ms to compile instead of 1.2."""

_MARKED_CHUNK = expression(
    rf"{_RANK}|[^\W_](?:[^\W_]|{_MARK})*"
    rf"(?:{_JOINING_SIGNS}{_MARK}*[^\W_](?:[^\W_]|{_MARK})*|{IN_PARENTHESES}|{BEHIND_SLASH})*[{_FINAL_SIGNS}]?{_MARK}*"
)
_MARKED = expression(_MARK)

PLAIN_WORD = expression("[A-Za-zÀ-ÖØ-öø-ÿŒœ]+")
"""A chunk of composed letters alone, as nine chunks in ten are: folding is the only rule that changes it."""

PLAIN_PIECE = expression(rf"(?:(?:[cdjlmnstCJLST]|[Qq]u)['’])?({PLAIN_WORD.pattern})")
"""Such a chunk, perhaps behind an elided word; but D, M or N and an apostrophe may begin a name.

87 % of the 219,376 pieces of 12,000 articles fit; a piece that is new takes 6.4 µs, by the whole chain 10.9.
"""

_ACRONYM = expression(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_WORD = expression(rf"(?:[^\W_]|[{_ACCENTS}])+")
_BETWEEN_HYPHENS = expression(r"[^-]+")
_BETWEEN_STOPS = expression(rf"[^.,&:/(){DOTS}]+")
_NUMERO = expression(rf"{_RANK}|[Nn]o(?='[0-9])")
"""The word before a rank; `no` only where `bound` found figures behind it."""

_PRONOUNS = {
    *["ce", "ci", "elle", "elles", "en", "eux", "il", "ils", "je", "la", "le", "les", "leur", "lui", "moi", "nous", "on"],
    *["toi", "tu", "vous", "y"],
}  # fmt: skip
"""The words that a hyphen joins to a verb: they make no compound."""

_MAX_PARTS, _MAX_COMPOUND_LETTERS = 3, 24
"""The most parts and letters of a compound that is also found in one piece."""


@record
class Token:
    """A word: its folded `term`, its `form` with accents and capitals, its half-open offsets in the text.

    `joined` is another term of the same word, else it is empty: the name without its apostrophe, as N'Diaye is also
    written Ndiaye; the feminine of inclusive writing.
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
    if _MARKED.search(text):
        return _MARKED_CHUNK
    return _CHUNK if "(" in text[2:] or "/" in text[2:] else _CHUNK_WITHOUT_ENDINGS


def split(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a chunk, with their offsets in the chunk.

    >>> [token.term for token in split("l’Afrique")], [token.term for token in split("DGSN-DGST")]
    (['afrique'], ['dgsn', 'dgst'])
    >>> [token.term for token in split("l'o.n.u.")], split("N’Diaye")
    (['onu'], (Token(term='diaye', form='Diaye', start=0, end=7, joined='ndiaye'),))
    """
    if PLAIN_WORD.fullmatch(chunk):
        return tuple(_written(chunk, 0, len(chunk)))
    if _MARKED.search(chunk):
        return _composed(chunk)
    plain = chunk.translate(PLAIN_SIGNS)
    start = elided(plain)
    whole = plain[start:].rstrip(_FINAL_SIGNS)
    if ordinal := compound(whole) or (plain[-1] in "°º" and printed_roman(whole)):
        return (Token(ordinal, ordinal, start, start + len(whole)),)
    if both := genders(whole):
        word = next(_written(both.masculine, 0, len(both.masculine)))
        return (replace(word, start=start, end=start + len(whole), joined=fold(both.feminine)),)
    if plain[0] in "Nn№" and (numero := _NUMERO.match(plain)):
        first = Token("numero", "n", 0, numero.end())
        return (first, *_pieces(plain, numero.end()))
    return tuple(_pieces(plain, 0))


def besides(chunk: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words by which the tokens of a chunk are also found, each alone: a compound in one piece.

    >>> [token.term for token in besides("week-end", split("week-end"))]
    ['weekend']
    """
    if len(tokens) == 1:
        [token] = tokens
        folded = fold(token.form)
        is_also_word = token.term[:1].isdigit() and folded.isalpha() and term(folded) == folded
        return (replace(token, term=folded),) if is_also_word else ()
    if not 1 < len(tokens) <= _MAX_PARTS:
        return ()
    if "-" not in chunk.translate(PLAIN_SIGNS) and tokens[0].form != tokens[1].form:
        return ()
    *heads, last = [token.term for token in tokens]
    compound = "".join([*heads, last])
    is_compound = (
        all(map(str.isalpha, heads)) and last not in _PRONOUNS and len(compound) <= _MAX_COMPOUND_LETTERS
    )
    return (Token(compound, "", tokens[0].start, tokens[-1].end),) if is_compound else ()


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


def _pieces(plain: str, start: int) -> Iterator[Token]:
    """Yield the tokens of a chunk from an offset on."""
    for piece in _BETWEEN_HYPHENS.finditer(plain, start):
        yield from (token for token in _tokens(plain, *piece.span()) if token.term)


def _tokens(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch without a hyphen."""
    if plain[start:end].isalpha() and plain[end - 1] not in _FINAL_SIGNS:  # no pattern fits letters alone
        yield from _written(plain, start, end)
        return
    bare = start + elided(plain[start:end])
    piece = plain[bare:end].rstrip(_FINAL_SIGNS)
    if _ACRONYM.fullmatch(plain[bare:end]):
        yield _acronym(plain, bare, end)
        return
    if numbers := _numbers(piece, bare):
        yield from numbers
        return
    if century := apart(piece):
        cut = bare + piece.rindex("'")
        yield Token(century, century, bare, cut)
        yield from _written(plain, cut + 1, bare + len(piece))
        return
    for part in _BETWEEN_STOPS.finditer(plain, start, end):
        yield from _words(plain, part.start(), part.end())


def _numbers(text: str, start: int) -> tuple[Token, ...]:
    """Return the tokens of a number, an ordinal or an hour, of which all of the text is one; none if it is none."""
    end = start + len(text)
    if not text[:1].isdigit():
        return ()
    if text in {"2d", "2ᵈ"}:  # `2D` is a picture, which a person types in small letters too
        return (Token("2e", "2e", start, end, "2d"),)
    if value := number(text) or figures(text):
        return (Token(value, value, start, end),)
    if text[:2] == "1'" and text[2:].isalpha():  # a month, which `bound` has bound to the day
        return Token("1e", "1e", start, start + 1), Token(fold(text[2:]), text[2:], start + 2, end)
    match hour(text):
        case (hours, word):
            cut = end - len(text.lstrip("0123456789"))
            return Token(hours, text, start, cut), Token(word, text, cut, end)
        case (value,):
            return (Token(value, value, start, end),)
        case _:
            return ()


def _words(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch with neither a hyphen nor a full stop."""
    if is_name(plain[start:end]):
        name = _WORD.match(plain, start + 2)
        token = _acronym(plain, start + 2, name.end() if name else end)
        yield replace(token, start=start, joined=fold(plain[start]) + token.term)
        return
    start += elided(plain[start:end])
    if is_whole(plain[start:end]):
        yield _acronym(plain, start, end)
        return
    for word in _WORD.finditer(plain, start, end):
        text = word[0].rstrip(_FINAL_SIGNS)
        yield from _numbers(text, word.start()) or _written(plain, word.start(), word.start() + len(text))


def _acronym(plain: str, start: int, end: int) -> Token:
    """Return the one token at these offsets, without the signs within it."""
    form = normalize("NFC", "".join(sign for sign in plain[start:end] if sign.isalnum() or combining(sign)))
    return Token(fold(form), form, start, end)


def _written(plain: str, start: int, end: int) -> Iterator[Token]:
    """Yield the token of the word at these offsets; the two tokens of a word that is also written as two."""
    form = normalize("NFC", plain[start:end])
    if cut := parts(form):
        yield Token(term(form[:cut]), form, start, start + cut)
        yield Token(fold(form[cut:]), form, start + cut, end)
        return
    folded = fold(form)
    yield Token(term(form), form, start, end, folded if folded in SECOND else "")
