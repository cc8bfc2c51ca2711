"""What is asked, kind by kind: queries drawn from headlines, the same for every system."""

import random
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from tests.relevance.systems import content_words

NUMBER = 100
"""Queries of each kind."""

SEED = 2025

Queries = dict[str, list[str]]
"""By kind, texts of words with blanks between; the kind says what each system is to make of them."""


class Kind(StrEnum):
    """What is asked of an index: the ten best articles, unless said otherwise."""

    WORD = "one word"
    WORDS = "three words"
    """All of them."""
    ANY = "any of three words"
    IDS = "200 ids, one word"
    """The ids and the scores of the first 200 articles: no article is read."""
    PHRASE = "phrase"
    """Two words or three, in their order."""
    WILDCARD = "wildcard"
    """The first letters of a word."""
    FUZZY = "fuzzy"
    """A word with one letter wrong."""
    FACETS = "six facets"
    """One word; and the values that most articles have of person, org, place, source, section and month."""
    FACETS_WORDS = "six facets, three words"
    FACETS_ANY = "six facets, any of three words"
    PAGE = "page of ten"
    """Three words; the articles with the passage of each that shows them."""
    WHOLE_WORD = "whole page, one word"
    """All that a person sees: the total, the six facets, the articles with their passages."""
    WHOLE_WORDS = "whole page, three words"


def drawn(headlines: Iterable[str], number: int = NUMBER) -> Queries:
    """Return so many queries of each kind, made of headlines."""
    found = list(headlines)
    chance = random.Random(SEED)
    queries: Queries = {}
    for kind, make in _MAKE.items():
        order = chance.sample(range(len(found)), len(found))
        made = dict.fromkeys(query for at in order if (query := make(found[at], chance)))
        queries[kind] = list(made)[:number]
    return queries | {kind: queries[like] for kind, like in _LIKE.items()}


def _word(headline: str, chance: random.Random, least: int = 4) -> str:
    known = [word for word in content_words(headline) if len(word) >= least and word.isalpha()]
    return chance.choice(known).lower() if known else ""


def _words(headline: str, chance: random.Random) -> str:
    known = list(
        dict.fromkeys(word.lower() for word in content_words(headline) if len(word) > 3 and word.isalpha())
    )
    return " ".join(chance.sample(known, 3)) if len(known) >= 3 else ""


def _phrase(headline: str, chance: random.Random) -> str:
    runs = re.findall(r"(?<![\w'’-])[^\W\d_]{4,}(?: [^\W\d_]{4,}){1,2}(?![\w'’-])", headline)
    return chance.choice(runs).lower() if runs else ""


def _wildcard(headline: str, chance: random.Random) -> str:
    return _word(headline, chance, 8)[:5]


def _fuzzy(headline: str, chance: random.Random) -> str:
    word = _word(headline, chance, 6)
    at = chance.randrange(1, len(word)) if word else 0
    return word[:at] + chance.choice("aeinrst") + word[at + 1 :] if word else ""


_LIKE = {
    Kind.ANY: Kind.WORDS,
    Kind.IDS: Kind.WORD,
    Kind.FACETS: Kind.WORD,
    Kind.FACETS_WORDS: Kind.WORDS,
    Kind.FACETS_ANY: Kind.WORDS,
    Kind.PAGE: Kind.WORDS,
    Kind.WHOLE_WORD: Kind.WORD,
    Kind.WHOLE_WORDS: Kind.WORDS,
}
"""Of what is asked otherwise, whose queries it has."""

_MAKE: dict[str, Callable[[str, random.Random], str]] = {
    Kind.WORD: _word,
    Kind.WORDS: _words,
    Kind.PHRASE: _phrase,
    Kind.WILDCARD: _wildcard,
    Kind.FUZZY: _fuzzy,
}
