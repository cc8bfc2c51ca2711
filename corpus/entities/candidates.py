"""Finds the stretches of a text that may name something: known names and runs of capitalised words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.entities.entity import Kind
from corpus.entities.lexicon import Lexicon, Name
from corpus.entities.words import WORD, fold

# What may stand between two words of one run.  A French particle holds a name together only behind a first
# name or a title: "Charles de Gaulle", but "Paris de Sarkozy".
_BLANKS = frozenset(
    {" ", "\xa0", " & ", " al-", " el-", " von der ", " van der ", " van den "}
    | {
        f" {word} "
        for word in ("el", "al", "ben", "bin", "ibn", "ould", "von", "van", "da", "dos", "di", "del")
    }
)
_PARTICLES = frozenset({" de ", " du ", " des ", " de la ", " d'", " d’", " la ", " le ", " y "})
_OF = frozenset({"de", "d'", "du", "des", "la", "le", "l'", "les"})
# What stands before a word that opens a sentence, a title or a quotation.
_OPENING = frozenset(".!?:;\n…•–—*|/[")
_QUOTES = " \xa0\t\r\"'«»“”‘’("
# 24 characters either side settle whether a word in capitals stands in a headline in capitals.
_AROUND = 24
_LONGEST_NAME = 60
# No name has more words, none of its words more letters; so that every step below is bounded.
_LONGEST_RUN = 12
_LONGEST_WORD = 80
BEFORE = 48
"""Characters that are looked at for the words before a word."""

Before = tuple[str, str, str, str]
"""The words before a word, nearest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name something.

    `words` are its capitalised words, `name` what the lists know about the whole; `initial` says that its
    first capital may only be that of a sentence; `before` are the four words before it, nearest first,
    folded, "" beyond an end of sentence.
    """

    start: int
    end: int
    words: tuple[str, ...]
    name: Name | None
    initial: bool
    before: Before


@dataclass(frozen=True, slots=True)
class _Piece:
    """One capitalised word, or a known name, between two offsets."""

    start: int
    end: int
    word: str
    name: Name | None


def candidates(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the candidates of a text, in order, without overlap."""
    run: list[_Piece] = []
    for piece in _pieces(text, lexicon):
        if run and (len(run) == _LONGEST_RUN or not _joined(text, run, piece, lexicon)):
            yield from _split(text, run, lexicon)
            run = []
        run.append(piece)
    if run:
        yield from _split(text, run, lexicon)


def words_before(text: str, start: int) -> Before:
    """Return the four words before an offset, nearest first, folded; "" for what is not there."""
    window = text[max(0, start - BEFORE) : start].rpartition("\n")[2]
    near = fold(window).replace("'", "' ").rstrip('"«“( \xa0').split()[-4:]
    near.reverse()
    return (*near, "", "", "", "")[:4]  # type: ignore[return-value]


def is_initial(text: str, start: int) -> bool:
    """Tell whether a word there has its capital from the beginning of a sentence or a quotation."""
    window = text[max(0, start - 6) : start]
    bare = window.rstrip(_QUOTES)
    return not bare or bare[-1] in _OPENING or any(quote in window[len(bare) :] for quote in '"«“')


def _pieces(text: str, lexicon: Lexicon) -> Iterator[_Piece]:
    covered = 0
    for match in WORD.finditer(text):
        start, end = match.span(1)
        if start < covered or end - start > _LONGEST_WORD or _shouted(text, start, end):
            continue
        name = _known(text, start, end, lexicon)
        if name is not None:
            end += len(name.rest)
            covered = end
        elif text[end : end + 1] in "'’" and text[end + 1 : end + 2].isalpha():
            continue  # Jusqu'à, Aujourd'hui, C'est
        yield _Piece(start, end, text[start:end], name)


def _known(text: str, start: int, end: int, lexicon: Lexicon) -> Name | None:
    """Return the longest known name that begins with the word between two offsets."""
    names = lexicon.names.get(fold(text[start:end]))
    if names is None:
        return None
    after = text[end : end + _LONGEST_NAME]
    folded = fold(after)
    for name in names:
        size = len(name.rest)
        if not folded.startswith(name.rest) or (size and folded[size : size + 1].isalnum()):
            continue
        if not all(after[place].isupper() for place in name.capitals):
            continue
        if name.article and not _has_article(text, start):
            continue
        if len(name.display) <= 3 and name.display.isupper() and not text[start:end].isupper():
            continue  # "Or", "Me", "Pam" are not OR, ME, PAM
        return name
    return None


_ARTICLES = re.compile(r"(?:\b(?:[Ll](?:e|a|es)|du|au|des|aux|Du|Au|Des|Aux) |\b[LlDd]['’])\Z")


def _has_article(text: str, start: int) -> bool:
    return _ARTICLES.search(text[max(0, start - 5) : start]) is not None


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals stands in a line of capitals, which says nothing of names."""
    if end - start < 2 or not text[start:end].isupper():
        return False
    left = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    right = text[end : end + _AROUND].partition("\n")[0]
    capitals = sum(map(str.isupper, left + right))
    return capitals > 7 and capitals > 2 * sum(map(str.islower, left + right))


def _joined(text: str, run: list[_Piece], piece: _Piece, lexicon: Lexicon) -> bool:
    if piece.name and piece.name.article:
        return False
    gap = text[run[-1].end : piece.start]
    if gap in _BLANKS:
        # Two known names side by side are two names, unless the first begins a person's.
        return not (piece.name and " " in piece.word and run[-1].name)
    first = fold(run[0].word)
    return gap in _PARTICLES and (first in lexicon.first_names or first in lexicon.titles)


def _split(text: str, run: list[_Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the candidates of one run: without the words that belong to the sentence or are titles."""
    while run:
        initial = is_initial(text, run[0].start)
        before = words_before(text, run[0].start)
        governed = before[0] in _OF and not lexicon.lower_heads.isdisjoint(before)
        while run and not governed and _is_dropped(run[0], lexicon, initial=initial):
            before, initial = (fold(run[0].word), *before[:-1]), False
            run = run[1:]
        if run:
            cut = _cut(run, lexicon)
            yield _candidate(run[:cut], text, initial=initial, before=before)
            run = run[cut:]


def _is_dropped(piece: _Piece, lexicon: Lexicon, *, initial: bool) -> bool:
    """Tell whether a word at the head of a run is none of the name: a title, a month, "Selon"."""
    if piece.name is not None:
        return False
    word = fold(piece.word)
    if len(word) == 1 or word in lexicon.titles or word.rstrip(".") in lexicon.titles:
        return True
    if word in lexicon.nonentities or word in lexicon.demonyms:
        return True
    return initial and word in lexicon.common and word not in lexicon.place_heads


def _cut(run: list[_Piece], lexicon: Lexicon) -> int:
    """Return how many pieces of a run make its first candidate: a known name ends before a first name.

    A known organisation ends before anything but a word of organisations: "Bugatti" in "Bugatti Chiron",
    not in "Google France".
    """
    first = run[0].name
    if first is None or len(run) == 1 or fold(run[0].word) in lexicon.first_names:
        return len(run)
    second = fold(run[1].word)
    if second in lexicon.first_names or " " in run[0].word:
        return 1
    if first.kind is Kind.ORG and run[1].name is None and second not in lexicon.org_words:
        return 1
    return len(run)


def _candidate(run: list[_Piece], text: str, *, initial: bool, before: Before) -> Candidate:
    start, end = run[0].start, run[-1].end
    name = run[0].name if len(run) == 1 else None
    return Candidate(start, end, tuple(text[start:end].split()), name, initial, before)
