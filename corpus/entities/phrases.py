"""Names of several words that the lists have, to find those that the model missed."""

from collections.abc import Sequence
from functools import cache

from corpus.entities.compiled import ARTICLES, compiled
from corpus.entities.knowledge import fold

MAX_WORDS = 12
"""Words of the longest listed name."""
_HEADS = frozenset(
    "abbaye baie basilique cathedrale chateau foret gare grotte ile iles jardin jardins lac mausolee medersa mont monts "
    "mosquee palais parc plage pont stade vallee".split()
)
"""Capitalised before "de" and a name, these make a place of both: "Jardins de la Ménara"."""
_LINKS = (("de", "la"), ("de", "l'"), ("de",), ("du",), ("des",), ("d'",))


@cache
def _titles() -> frozenset[str]:
    return frozenset(compiled()["titles"])


@cache
def _firsts() -> frozenset[str]:
    """Return the words, folded, that `at_start` or `is_titled` looks for."""
    return _HEADS | _titles() | {start.partition(" ")[0] for start in compiled()["phrases"]}


def begins(word: str) -> bool:
    """Return whether a listed name, or that of a place, may begin with a capitalised word."""
    return fold(word) in _firsts()


def is_titled(article: str, word: str) -> bool:
    """Return whether two tokens in normal form are an organisation such as "L'Équipe"."""
    return article[0].isupper() and article.lower() in ARTICLES and fold(word) in _titles()


def at_start(words: Sequence[str]) -> tuple[int, str]:
    """Return the number of these words, in normal form, that make a listed name or a place, and its kind."""
    start = [*map(fold, words[:2])]
    for phrase, capitals, kind in compiled()["phrases"].get(" ".join(start), ()):
        span = words[: len(capitals)]
        if len(span) == len(capitals) and all(
            fold(word) == wanted and (capital == "0" or word[0].isupper())
            for word, wanted, capital in zip(span, phrase.split(" "), capitals, strict=True)
        ):
            return len(span), kind
    if start[0] in _HEADS:
        for link in _LINKS:
            size = len(link) + 1
            if tuple(words[1:size]) == link and size < len(words) and words[size][0].isupper():
                return size + 1, "LOC"
    return 0, ""
