"""Names of several words that the lists have, to find those that the model missed."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from corpus.entities.knowledge import fold
from corpus.entities.lexicon import lines
from corpus.entities.tokenize import NEWLINE, normal, tokens
from corpus.records import record

MAX_WORDS = 12
"""Words of the longest listed name."""
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_HEADS = frozenset(
    "abbaye baie basilique cathedrale chateau foret gare grotte ile iles jardin jardins lac mausolee medersa mont monts "
    "mosquee palais parc plage pont stade vallee".split()
)
"""Capitalised before "de" and a name, these make a place of both: "Jardins de la Ménara"."""
_LINKS = (("de", "la"), ("de", "l'"), ("de",), ("du",), ("des",), ("d'",))


@record
class Phrase:
    """A listed name of several words, folded; `capitals` says which of them must bear one in the text."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    kind: str


@cache
def phrases() -> dict[tuple[str, ...], tuple[Phrase, ...]]:
    """Return the names of several words by their first two words, folded, the longest first."""
    by_start: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for kind, listed in (
        ("ORG", "organisations"),
        ("LOC", "regions"),
        ("LOC", "countries"),
        ("MISC", "events"),
    ):
        for name in lines(listed):
            words = _words(name)
            if len(words) > 1:
                phrase = Phrase(tuple(map(fold, words)), tuple(word[0].isupper() for word in words), kind)
                by_start[phrase.words[:2]].append(phrase)
    return {
        start: tuple(sorted(group, key=lambda phrase: -len(phrase.words)))
        for start, group in by_start.items()
    }


@cache
def titles() -> frozenset[str]:
    """Return the words, folded, that name an organisation behind a capitalised article: "équipe", "monde"."""
    names = [[normal(token) for token in tokens(name)[:-1]] for name in lines("organisations")]
    return frozenset(fold(words[1]) for words in names if len(words) == 2 and words[0].lower() in _ARTICLES)


@cache
def _firsts() -> frozenset[str]:
    """Return the words, folded, that `at_start` or `is_titled` looks for."""
    return _HEADS | titles() | {first for first, *_ in phrases()}


def begins(word: str) -> bool:
    """Return whether a listed name, or that of a place, may begin with a capitalised word."""
    return fold(word) in _firsts()


def is_titled(article: str, word: str) -> bool:
    """Return whether two tokens in normal form are an organisation such as "L'Équipe"."""
    return article[0].isupper() and article.lower() in _ARTICLES and fold(word) in titles()


def at_start(words: Sequence[str]) -> tuple[int, str]:
    """Return the number of these words, in normal form, that make a listed name or a place, and its kind."""
    start = tuple(map(fold, words[:2]))
    for phrase in phrases().get(start, ()):
        span = words[: len(phrase.words)]
        if len(span) == len(phrase.words) and all(
            fold(word) == wanted and (not capital or word[0].isupper())
            for word, wanted, capital in zip(span, phrase.words, phrase.capitals, strict=True)
        ):
            return len(span), phrase.kind
    if start[0] in _HEADS:
        for link in _LINKS:
            size = len(link) + 1
            if tuple(words[1:size]) == link and size < len(words) and words[size][0].isupper():
                return size + 1, "LOC"
    return 0, ""


def _words(name: str) -> list[str]:
    words = [normal(token) for token in tokens(name) if token != NEWLINE]
    return words[1:] if words[0].lower() in _ARTICLES else words
