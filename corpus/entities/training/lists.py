"""Compiles the lists of names, for `corpus.entities.compiled`: `python -m corpus.entities.training.lists` after a change of a list.

To fold the 8,000 names and to cut them into words takes 45 ms, a third of what one article takes to be read.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from corpus.entities.compiled import ARTICLES, COMPILED, Lists, Phrase
from corpus.entities.entity import Kind
from corpus.entities.knowledge import fold
from corpus.entities.lexicon import lines
from corpus.entities.names import has_article, key
from corpus.entities.tokenize import NEWLINE, normal, tokens

_PHRASES = (("ORG", "organisations"), ("LOC", "regions"), ("LOC", "countries"), ("MISC", "events"))
"""The labels of the names of several words, and their lists."""

_WITH_ARTICLE = ((Kind.ORG, "organisations"), (Kind.PLACE, "cities"), (Kind.PLACE, "regions"))


def compiled() -> Lists:
    """Return what the lists say."""
    places = {key(name) for listed in ("countries", "regions", "cities") for name in lines(listed)}
    organisations = {key(name) for name in lines("organisations")}
    with_article = defaultdict[str, dict[str, str]](dict)
    for kind, listed in _WITH_ARTICLE:
        with_article[kind] |= {key(name): name for name in lines(listed) if has_article(name)}
    return {
        "kinds": {Kind.ORG: sorted(organisations - places), Kind.PLACE: sorted(places - organisations)},
        "with_article": dict(with_article),
        "phrases": _by_start(),
        "titles": sorted(set(_titles())),
    }


def _by_start() -> dict[str, list[Phrase]]:
    by_start = defaultdict[str, list[Phrase]](list)
    for label, listed in _PHRASES:
        for words in map(_words, lines(listed)):
            if len(words) > 1:
                folded = [*map(fold, words)]
                capitals = "".join("01"[word[0].isupper()] for word in words)
                by_start[" ".join(folded[:2])].append((" ".join(folded), capitals, label))
    return {
        start: sorted(group, key=lambda phrase: -len(phrase[1])) for start, group in sorted(by_start.items())
    }


def _words(name: str) -> list[str]:
    words = [normal(token) for token in tokens(name) if token != NEWLINE]
    return words[1:] if words[0].lower() in ARTICLES else words


def _titles() -> Iterator[str]:
    """Yield the words that name an organisation behind a capitalised article."""
    for name in lines("organisations"):
        words = [normal(token) for token in tokens(name)[:-1]]
        if len(words) == 2 and words[0].lower() in ARTICLES:
            yield fold(words[1])


if __name__ == "__main__":
    COMPILED.write_text(json.dumps(compiled(), ensure_ascii=False) + "\n", "utf-8")
