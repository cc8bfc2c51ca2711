"""Which words are first names, and which hold a surname together: for whoever merges names across articles."""

from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

_LISTS = Path(__file__).parent / "lists"


def is_first_name(word: str) -> bool:
    """Return whether a word, in lower case and without accents, is a first name.

    >>> is_first_name("lou"), is_first_name("macron")
    (True, False)
    """
    return word in _words("first_names")


def is_particle(word: str) -> bool:
    """Return whether a word, in lower case and without accents, may stand before a surname, as part of it.

    >>> is_particle("le"), is_particle("ben"), is_particle("jean")
    (True, True, False)
    """
    return word in _words("particles")


@cache
def _words(name: str) -> frozenset[str]:
    lines = (_LISTS / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(
        "".join(char for char in normalize("NFD", line.lower()) if not combining(char)) for line in lines
    )
