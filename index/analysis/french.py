"""The French analysis: from a text to the terms that are indexed, searched and highlighted.

`analyse` is the whole chain, for articles and for the words of a query; `normal` is the same chain without
the stem, for patterns and spelling.  Both start from `split`, so that they cannot part.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.analysis.fold import fold
from index.analysis.stem import light
from index.analysis.tokenize import Token, chunk, split

VERSION = "french-1"
"""Changes with every change of what a text becomes: an index made by another version must be rebuilt."""

MEMO = 400_000
"""Distinct chunks remembered: those of 12 million words of press; some 150 MB when it is full."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text, in order: `exact` folded, `stem` stemmed, `form` as written; one of each a word."""

    exact: list[str]
    stem: list[str]
    form: list[str]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word in a text: its terms, its position among the words, its half-open offsets."""

    exact: str
    stem: str
    form: str
    position: int
    start: int
    end: int


class Memo(dict[str, tuple[Token, ...]]):
    """The tokens of every chunk seen; it starts again when it is full."""

    def __missing__(self, chunk: str) -> tuple[Token, ...]:
        if len(self) >= MEMO:
            self.clear()
        tokens = self[chunk] = split(chunk)
        return tokens


class Stems(dict[str, str]):
    """The stem of every term seen; it starts again when it is full."""

    def __missing__(self, term: str) -> str:
        if len(self) >= MEMO:
            self.clear()
        stem = self[term] = light(term) if term.isalpha() else term
        return stem


_memo = Memo()
_stems = Stems()


def analyse(text: str) -> Terms:
    """Return the terms of a text.

    >>> analyse("L’élection de l'Assemblée, aujourd’hui")
    Terms(exact=['election', 'de', 'assemblee', 'aujourdhui'],
          stem=['election', 'de', 'assembl', 'aujourdhui'],
          form=['élection', 'de', 'Assemblée', 'aujourdhui'])
    """
    tokens = [token for match in chunk(text).findall(text) for token in _memo[match]]
    exact = [token.term for token in tokens]
    return Terms(exact, [_stems[term] for term in exact], [token.form for token in tokens])


def occurrences(text: str) -> Iterator[Occurrence]:
    """Yield the words of a text with their offsets in it, in the order of `analyse`."""
    position = 0
    for match in chunk(text).finditer(text):
        start = match.start()
        for token in _memo[match[0]]:
            stem = _stems[token.term]
            yield Occurrence(token.term, stem, token.form, position, start + token.start, start + token.end)
            position += 1


def normal(word: str) -> str:
    """Return a word or a pattern folded and without its marks, but for the wildcards `*` and `?`.

    >>> normal("Terroris*"), normal("m?roc"), normal("États-U*")
    ('terroris*', 'm?roc', 'etatsu*')
    """
    return "".join(sign if sign in "*?" else fold(sign) for sign in word if sign.isalnum() or sign in "*?")


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that say nothing of a subject; they leave a query, never the index.

    Dropping them from queries gains .004 of the mean of nine test sets, on questions .04.
    """
    return frozenset(files("index.analysis").joinpath("stop_words.txt").read_text("utf-8").split())
