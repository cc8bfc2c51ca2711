"""A filter on what a person keeps about articles, their tags and notes: the articles whose words fit a leaf of a query.

The notebook is in no index, so that a tag holds as soon as it is written: the query asks for the articles by their ids.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeAlias, TypeGuard

from index.analysis.french import Terms, analyse
from index.document import whole
from index.fields import BY_NAME, NOTE, Kind
from index.query import Among
from index.spelling.words import near
from index.spelling.words import pattern as fitting
from search.language import tree
from search.planning.words import pattern_parts

_MAX_ANALYSED_TEXTS = 20_000
"""Tags and notes whose terms are remembered: the shell asks for them again at each query."""

KeptLeaf: TypeAlias = tree.Word | tree.Phrase | tree.Wildcard | tree.Fuzzy


class Kept(NamedTuple):
    """What a person keeps about an article."""

    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


NOTHING_KEPT = Kept()


class Notes(Protocol):
    """The tags and the notes of a person."""

    def of(self, *article_ids: str) -> Sequence[Kept]:
        """Return what is kept about each of some articles."""
        ...

    def texts(self, field: str, /) -> Mapping[str, frozenset[str]]:
        """Return each tag, or each note, with the ids of its articles."""
        ...


class NoNotes:
    """The notes of a person who keeps none."""

    def of(self, *article_ids: str) -> Sequence[Kept]:
        """Return that nothing is kept."""
        return [NOTHING_KEPT] * len(article_ids)

    def texts(self, _field: str) -> Mapping[str, frozenset[str]]:
        """Return no text."""
        return {}


NO_NOTES = NoNotes()


def is_kept(clause: tree.Tree) -> TypeGuard[KeptLeaf]:
    """Return whether a clause is a leaf of a field of the notebook."""
    return isinstance(clause, KeptLeaf) and bool(clause.field) and BY_NAME[clause.field].kind is Kind.KEPT


def articles(leaf: KeptLeaf, notes: Notes) -> Among:
    """Return a query for the articles with a tag, or a note, that fits a leaf."""
    fits = _fits(leaf)
    found = (ids for text, ids in notes.texts(leaf.field).items() if fits(text))
    return Among(frozenset[str]().union(*found))


def _fits(leaf: KeptLeaf) -> Callable[[str], bool]:
    match leaf:
        case tree.Word(text, NOTE.name):
            return lambda kept: _has_all(_terms(text).stem, _terms(kept).stem)
        case tree.Word(text):
            return lambda kept: _has_all(_words(text), _words(kept))
        case tree.Phrase(text, _, NOTE.name):
            return lambda kept: _stands(_terms(text).exact, _terms(kept).exact)
        case tree.Phrase(text):
            return lambda kept: whole(text) == whole(kept)
        case tree.Wildcard("*"):
            return lambda _: True
        case tree.Wildcard(pattern):
            return _each([fitting(part).fullmatch for part in pattern_parts(pattern)])
        case tree.Fuzzy(text, edits):
            return _each([near(word, edits) for word in _words(text)])


def _each(patterns: Sequence[Callable[[str], object]]) -> Callable[[str], bool]:
    """Return a function that says whether a text has a word for each of some patterns."""
    return lambda kept: bool(patterns) and all(any(map(fits, _words(kept))) for fits in patterns)


def _has_all(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return bool(wanted) and set(wanted) <= set(words)


def _stands(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the words stand in this order, side by side."""
    size = len(wanted)
    return bool(wanted) and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


@lru_cache(_MAX_ANALYSED_TEXTS)
def _terms(text: str) -> Terms:
    return analyse(text)


def _words(text: str) -> Sequence[str]:
    return _terms(text).exact
