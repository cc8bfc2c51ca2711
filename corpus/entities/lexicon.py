"""The lists of `lists/`: known names, and words that show what an unknown name is."""

from functools import cache
from pathlib import Path

from corpus.clean import bare

_LISTS = Path(__file__).parent / "lists"


def lines(name: str) -> list[str]:
    """Return the entries of one list, as they are written."""
    return (_LISTS / f"{name}.txt").read_text("utf-8").splitlines()


def is_first_name(word: str) -> bool:
    """Return whether a word, in lower case and without accents, is a first name.

    >>> is_first_name("lou"), is_first_name("macron")
    (True, False)
    """
    return word in _bare_words("first_names")


def is_particle(word: str) -> bool:
    """Return whether a word, in lower case and without accents, may stand before a surname, as part of it.

    >>> is_particle("le"), is_particle("ben"), is_particle("jean")
    (True, True, False)
    """
    return word in _bare_words("particles")


@cache
def _bare_words(name: str) -> frozenset[str]:
    return frozenset(map(bare, lines(name)))
