"""The expression that was meant by one that is not a date: the same words, the wrong ones replaced by near ones."""

from collections.abc import Callable

from search.language.days.tokens import folded, is_date_word
from search.language.days.vocabulary import PARTS_OF_NAMES

_MAX_CHARACTERS = 60
"""Characters of an expression that is mended: a longer one is no slip of the finger."""

_MIN_LETTERS = 4
"""Letters of a word that may be mended."""


def mended(expression: str, is_period: Callable[[str], bool]) -> str | None:
    """Return an expression near to another that is a period; None if there is none.

    >>> mended("Nouvembre 2019", lambda text: text.startswith("novembre"))
    'novembre 2019'
    """
    typed = " ".join(expression.split())
    if len(typed) > _MAX_CHARACTERS:
        return None
    words = [word if is_date_word(folded(word)) else _near(folded(word)) for word in typed.split()]
    meant = " ".join(word for word in words if word)
    return meant if all(words) and meant != typed and is_period(meant) else None


def _near(word: str) -> str | None:
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    if len(word) < _MIN_LETTERS:
        return None
    names = [name for name in PARTS_OF_NAMES if len(name) >= _MIN_LETTERS]
    near = get_close_matches(word, sorted(names), n=1, cutoff=0.75)
    return near[0] if near else None
