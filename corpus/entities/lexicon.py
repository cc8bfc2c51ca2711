"""The lists of `lists/`: known names, and words that show what an unknown name is."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
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


_LEFT_OUT = frozenset("al d d' da de der dos el von".split())
"""Particles without which a surname is said too: (de) Villepin, (von) Bismarck, (al-)Assad, (dos) Santos.

French keeps `le`, `la`, `du` and `des` (Lexique des règles typographiques en usage à l’Imprimerie nationale), as do Ben Ali and
Van Damme theirs: `Maire` is not Bruno Le Maire, the one of 229 merges of persons in 36,016 Orange articles that this rule forbids.
Within an article the rule is not for: there it would part `Drian` and `PEN` from their bearers (9 of 6,000 articles change, all for the worse).
"""


def keeps_particle(before: Sequence[str]) -> bool:
    """Return whether the words before a surname end in a particle that is never left out.

    >>> keeps_particle(["bruno", "le"]), keeps_particle(["charles", "de", "la"]), keeps_particle(["dominique", "de"])
    (True, True, False)
    """
    particles: Iterator[str] = takewhile(is_particle, reversed(before))
    return not _LEFT_OUT.issuperset(particles)


@cache
def _bare_words(name: str) -> frozenset[str]:
    return frozenset(map(bare, lines(name)))
