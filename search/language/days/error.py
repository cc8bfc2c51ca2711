"""What is wrong with an expression that names no day, and the expression that was meant: near words for wrong ones."""

import re
from collections.abc import Callable

from corpus.message import Message, Value, message
from search.errors import SearchError
from search.language.days.tokens import folded, is_date_word
from search.language.days.vocabulary import PARTS_OF_NAMES
from search.language.lex import plain

EXAMPLES = message("query.date_examples")
"""Expressions of each kind, which an error shows."""

_DAY_EXAMPLES = message("query.day_examples")
"""The same for the end of a range, which cannot be undated."""

_WORD = re.compile(r"[^\W_]+")

_MAX_SHOWN_CHARACTERS = 40
"""Characters of a text that an error shows: more than a date has."""

_MAX_MENDED_CHARACTERS = 60
"""Characters of an expression that is mended: a longer one is no slip of the finger."""

_MIN_LETTERS = 4
"""Letters of a word that may be mended."""

TYPE_A_DATE = message("query.type_date", examples=EXAMPLES)

TYPE_A_DAY = message("query.type_date", examples=_DAY_EXAMPLES)


class DateError(SearchError, ValueError):
    """An expression that names no day; `mend` shows expressions that do, best the one that was meant."""

    def __init__(self, code: str, /, *, mend: Message | None = TYPE_A_DATE, **values: Value) -> None:
        super().__init__(code, mend=mend, **values)

    @property
    def meant(self) -> str | None:
        """The expression that was meant; None if the error shows examples of every kind."""
        examples = self.mend.values["examples"] if self.mend else None
        return examples.strip('"') if isinstance(examples, str) else None


def type_instead(expression: str) -> Message:
    """Return what to type instead of an expression that is not a date; blanks need quotes."""
    return message("query.type_date", examples=f'"{expression}"' if " " in expression else expression)


def not_a_date(text: str) -> DateError:
    """Return the error for a text that is not a date; a long text is cut."""
    return DateError("query.not_a_date", text=cut(text))


def cut(text: str) -> str:
    """Return the text, cut where it is too long to be a date."""
    return text if len(text) <= _MAX_SHOWN_CHARACTERS else f"{text[:_MAX_SHOWN_CHARACTERS]}…"


def as_typed(text: str, expression: str) -> str:
    """Return a folded text with the accents and the capitals that it has in an expression; else as it is.

    >>> as_typed("la nuit derniere", "La nuit dernière"), as_typed("xixe siecles", "XIXe et XXe siècles")
    ('La nuit dernière', 'XIXe siècles')
    """
    typed = " ".join(plain(expression).split())
    words = list(_WORD.finditer(typed))
    shapes = [folded(word[0]) for word in words]
    wanted = [word[0] for word in _WORD.finditer(text)]
    for start in range(len(words) - len(wanted) + 1):
        if wanted and shapes[start : start + len(wanted)] == wanted:
            return typed[words[start].start() : words[start + len(wanted) - 1].end()]
    by_shape = {shape: word[0] for shape, word in zip(shapes, words, strict=True)}
    return _WORD.sub(lambda word: by_shape.get(word[0], word[0]), text)


def mended(expression: str, is_period: Callable[[str], bool]) -> str | None:
    """Return an expression near to another that is a period; None if there is none.

    >>> mended("Nouvembre 2019", lambda text: text.startswith("novembre"))
    'novembre 2019'
    """
    typed = " ".join(expression.split())
    if len(typed) > _MAX_MENDED_CHARACTERS:
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
