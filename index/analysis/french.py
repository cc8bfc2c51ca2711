"""The French analysis: from a text to the terms that are indexed, searched and highlighted.

`analyse` is the whole chain, for articles and for the words of a query; `normal` is the chain without the stem, for
patterns and similar spellings.  Both start from `split`, so that they agree.
"""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from corpus.records import record
from index.analysis.bound import bound
from index.analysis.fold import fold
from index.analysis.spellings import is_spelt_one_way
from index.analysis.stem import light
from index.analysis.tokenize import PLAIN_PIECE, PLAIN_WORD, Token, besides, pattern, split
from index.memo import Memo

VERSION = "french-3"
"""The version of the terms that a text becomes: an index made by another version must be rebuilt."""


@record
class Terms:
    """The terms of a text, in order, one of each list for each word: `exact` is folded, `stem` stemmed, `form` as written.

    `joined` has the other terms of some words: ndiaye for N'Diaye, étudiante for étudiant·e.  `otherwise` is `exact` with
    these terms in the places of the words, as a phrase has them.  `beside` has words by which a word or a compound is
    also found, if the query has them alone: weekend for week-end.
    """

    exact: list[str]
    stem: list[str]
    form: list[str]
    joined: list[str]
    otherwise: list[str]
    beside: list[str]


class Lists(NamedTuple):
    """The terms of a text, each list of `Terms` as one text with blanks between its terms, as an engine takes it.

    `otherwise` is empty where it is `exact`.
    """

    exact: str
    stem: str
    form: str
    joined: str
    otherwise: str
    beside: str


class Occurrence(NamedTuple):
    """A word in a text: its token, its stem, its position among the words, its half-open offsets in the text."""

    token: Token
    stem: str
    position: int
    start: int
    end: int

    def terms(self, name: str) -> tuple[str, ...]:
        """Return the terms by which the word is found in a list: `exact`, `stem` or `form`."""
        token = self.token
        match name:
            case "form":
                return (token.form,) if token.form else ()
            case "stem":
                return (self.stem, _stems[token.joined]) if token.joined else (self.stem,)
            case _:
                return (token.term, token.joined) if token.joined else (token.term,)


_MAX_REMEMBERED = 200_000
"""The most results that each of the other memos remembers; 13.6 million words of press have 232,000 different chunks."""

_MAX_REMEMBERED_PIECES = 500_000
"""The most pieces whose lists are remembered, a word once for each mark that stands beside it.

36,016 articles have 405,000 different pieces: with 200,000 remembered 783,000 are computed.  In 18,008, which each of two
processes has, 310,000 instead of 454,000, in 93 % of the time and with 7 MB more.
"""

_MAX_REMEMBERED_LETTERS = 99
"""The most letters of a piece that is remembered: a longer piece will not come back."""

MARKS_AROUND = ".,;:!?…()[]«»“”\"'’–—-"
"""Marks before or behind a word of letters alone, which do not change its terms."""


def _comes_back(piece: str) -> bool:
    return len(piece) <= _MAX_REMEMBERED_LETTERS


def _stem(term: str) -> str:
    return light(term) if term.isalpha() else term


def _lists(piece: str) -> Lists | None:
    """Return the lists of a piece, the text between two blanks; None if it has no word.

    Most pieces are a word of composed letters alone, which is looked up without the marks around it.
    """
    plain = PLAIN_PIECE.fullmatch(piece.strip(MARKS_AROUND))
    if not plain:
        return _text(analyse(piece))
    if plain[1] != piece:
        return _pieces[plain[1]]
    exact = fold(piece)
    return (
        Lists(exact, _stems[exact], piece, "", "", "")
        if is_spelt_one_way(piece, exact)
        else _text(analyse(piece))
    )


def _text(terms: Terms) -> Lists | None:
    otherwise = terms.otherwise if terms.otherwise != terms.exact else []
    lists = (terms.exact, terms.stem, terms.form, terms.joined, otherwise, terms.beside)
    return Lists(*map(" ".join, lists)) if terms.exact else None


def _other(token: Token) -> str:
    """Return the term of a word in another reading of the text; a second is `2e` in any, typed or printed."""
    return token.joined if token.joined and token.term != "2e" else token.term


def _piece_terms(piece: str) -> tuple[str, ...]:
    """Return every term by which a word of a piece is found, in any list."""
    if word := _plain_word(piece):
        term = fold(word)
        return term, _stems[term], word
    lists = ("exact", "stem", "form")
    found = (*words(piece), *compounds(piece))
    return tuple({term for word in found for name in lists for term in word.terms(name)})


def _plain_word(piece: str) -> str:
    """Return the word of a piece that is one of composed letters alone, with marks around it or none; "" of any other."""
    word = piece.strip(MARKS_AROUND)
    return word if PLAIN_WORD.fullmatch(word) and is_spelt_one_way(word, fold(word)) else ""


def _folded_terms(piece: str) -> list[str]:
    """Return the list `exact` of a piece, the text between two blanks."""
    if word := _plain_word(piece):
        return [fold(word)]
    return [token.term for chunk in pattern(piece).findall(piece) for token in _chunks[chunk]]


def _beside(chunk: str) -> tuple[Token, ...]:
    return besides(chunk, _chunks[chunk])


_chunks = Memo(split, _MAX_REMEMBERED)
_besides = Memo(_beside, _MAX_REMEMBERED)
_stems = Memo(_stem, _MAX_REMEMBERED)
_pieces = Memo(_lists, _MAX_REMEMBERED_PIECES, _comes_back)
"""An article is cut at its blanks and looked up piece by piece, in half the time that it takes to find its chunks."""

term_memo = Memo(_piece_terms, _MAX_REMEMBERED, _comes_back)
"""The terms by which the words of a piece are found, in any list."""

_folded = Memo(_folded_terms, _MAX_REMEMBERED, _comes_back)


def analyse(text: str) -> Terms:
    """Return the terms of a text.

    >>> analyse("L’élection de N'Diaye, aujourd’hui")
    Terms(exact=['election', 'de', 'diaye', 'aujourdhui'],
          stem=['election', 'de', 'diay', 'aujourdhui'],
          form=['élection', 'de', 'Diaye', 'aujourdhui'],
          joined=['ndiaye'],
          otherwise=['election', 'de', 'ndiaye', 'aujourdhui'],
          beside=[])
    """
    chunks = [chunk for chunk, _ in _chunks_of(text)]
    tokens = list(chain.from_iterable(map(_chunks.__getitem__, chunks)))
    exact = [token.term for token in tokens]
    return Terms(
        exact=exact,
        stem=list(map(_stems.__getitem__, exact)),
        form=[token.form for token in tokens],
        joined=[token.joined for token in tokens if token.joined],
        otherwise=list(map(_other, tokens)),
        beside=[token.term for token in chain.from_iterable(map(_besides.__getitem__, chunks))],
    )


def lists(text: str) -> Lists:
    """Return the terms of a text, each list as one text.

    >>> lists("L’élection de N'Diaye, aujourd’hui")
    Lists(exact='election de diaye aujourdhui', stem='election de diay aujourdhui',
          form='élection de Diaye aujourdhui', joined='ndiaye',
          otherwise='election de ndiaye aujourdhui', beside='')
    """
    pieces = list(filter(None, map(_pieces.__getitem__, bound(text).split())))
    if not pieces:
        return Lists("", "", "", "", "", "")
    exact, stem, form, joined, otherwise, beside = zip(*pieces, strict=True)
    others = [other or one for other, one in zip(otherwise, exact, strict=True)] if any(otherwise) else ()
    more = map(" ".join, (filter(None, joined), others, filter(None, beside)))
    return Lists(" ".join(exact), " ".join(stem), " ".join(form), *more)


def folded(text: str) -> list[str]:
    """Return the list `exact` of a text alone: for a new name in a third of the time that all lists take.

    >>> folded("L’élection de N'Diaye")
    ['election', 'de', 'diaye']
    """
    return list(chain.from_iterable(map(_folded.__getitem__, bound(text).split())))


def count(piece: str) -> int:
    """Return the number of words of a piece, a text without a blank.

    >>> count("DGSN-DGST,"), count("…")
    (2, 0)
    """
    lists = _pieces[piece]
    return lists.exact.count(" ") + 1 if lists else 0


def stems(piece: str) -> list[str]:
    """Return the stems of the words of a piece, a text without a blank.

    >>> stems("l’élection,"), stems("…")
    (['election'], [])
    """
    lists = _pieces[piece]
    return lists.stem.split(" ") if lists else []


def stem(term: str) -> str:
    """Return the stem of a folded term; a term with a digit is its own stem."""
    return _stems[term]


def words(text: str) -> list[Occurrence]:
    """Return the words of a text, with their offsets.

    >>> [(word.stem, word.position, word.start, word.end) for word in words("(l’élection, toujours)")]
    [('election', 0, 3, 11), ('toujou', 1, 13, 21)]
    """
    return _occurrences(text, _chunks)


def compounds(text: str) -> list[Occurrence]:
    """Return the words of `Terms.beside`, with their offsets: those of the whole compound; the positions count these alone.

    >>> [(word.token.term, word.start, word.end) for word in compounds("ce week-end")]
    [('weekend', 3, 11)]
    """
    return _occurrences(text, _besides)


def _occurrences(text: str, tokens_of: Mapping[str, tuple[Token, ...]]) -> list[Occurrence]:
    tokens = (
        (token, start + token.start, start + token.end)
        for chunk, start in _chunks_of(text)
        for token in tokens_of[chunk]
    )
    return [
        Occurrence(token, _stems[token.term], position, start, end)
        for position, (token, start, end) in enumerate(tokens)
    ]


def _chunks_of(text: str) -> list[tuple[str, int]]:
    """Return the chunks of a text, each with its offset.

    Most texts that a query has analysed are one word, which needs no pattern: that takes a millisecond to compile.
    """
    word = _plain_word(text)
    if len(word) > 1:
        return [(word, text.index(word))]
    return [(chunk[0], chunk.start()) for chunk in pattern(text).finditer(bound(text))]


def glued(text: str) -> list[str]:
    """Return the folded words of a text, those of a compound in one piece.

    >>> glued("un concept-car")
    ['un', 'conceptcar']
    """
    return [
        token.term
        for chunk, _ in _chunks_of(text)
        for token in ((len(_chunks[chunk]) > 1 and _besides[chunk]) or _chunks[chunk])
    ]


def plain(text: str) -> list[str]:
    """Return the words of a text folded and nothing more, for similar spellings.

    >>> plain("la Première, le week-end"), plain("weekend")
    (['la', 'premiere', 'le', 'week', 'end'], ['weekend'])
    """
    return list(dict.fromkeys(map(fold, analyse(text).form)))


def normal(word: str) -> str:
    """Return a word or a pattern folded, without any sign but the wildcards `*` and `?`.

    >>> normal("Terroris*"), normal("m?roc"), normal("États-U*")
    ('terroris*', 'm?roc', 'etatsu*')
    """
    return "".join(sign if sign in "*?" else fold(sign) for sign in word if sign.isalnum() or sign in "*?")


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words without a subject of their own; they are dropped from queries, and stay in the index.

    To drop them from queries gains .004 on the mean of nine test sets, and .04 on questions.
    """
    return frozenset(Path(__file__).with_name("stop_words.txt").read_text("utf-8").split())
