"""What the lists of names say, compiled: their keys and words, which one article looks up and need not compute for 8,000 names."""

import json
from functools import cache
from pathlib import Path
from typing import TypedDict

COMPILED = Path(__file__).parent / "models" / "lists.json"
"""The file, which `corpus.entities.training.lists` makes of `lists/`."""

ARTICLES = frozenset({"le", "la", "les", "l'"})
"""Before a name, and no part of it."""

Phrase = tuple[str, str, str]
"""A name of several words: these, folded; for each "1" where it must bear a capital in the text; the label of the name."""


class Lists(TypedDict):
    """`kinds` has the keys of the names of each kind, but of those on two lists; `with_article` the names that have one, by key.

    `phrases` has the names of several words by their first two, the longest first; `titles` the words, folded, that name an
    organisation behind a capitalised article: "équipe", "monde".
    """

    kinds: dict[str, list[str]]
    with_article: dict[str, dict[str, str]]
    phrases: dict[str, list[Phrase]]
    titles: list[str]


@cache
def compiled() -> Lists:
    """Return what the lists say, in 2 ms."""
    lists: Lists = json.loads(COMPILED.read_text("utf-8"))
    return lists
