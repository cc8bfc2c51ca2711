"""Every sentence that Manchette says, in English and in French: the only place that has words for a person.

A table is a module, named after its subject: the code `page.no_article` is a row of `search.messages.page`.  A row
is a sentence in each language, English first; where a number decides, it is a pair, for one and for several:

    "no_article": ("no article", "aucun article"),
    "articles": (("{count:,} article", "{count:,} articles"), ("{count:,} article", "{count:,} articles")),

The value `count` chooses between the two of a pair.  A value stands in the sentence in braces; a number is written
as the language writes it.  To add a message, add a row: `tests/search/messages` holds that both languages have the
same values, that every code in the source has a row, and that no row is left without a use.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module
from typing import TypeAlias

from corpus.expression import expression
from corpus.message import Message, Value

__all__ = ["Language", "chosen", "say", "sentence", "speak", "speaking", "spoken"]

Forms: TypeAlias = str | tuple[str, str]
"""A sentence; where a number decides, one for one thing and one for several."""

Table: TypeAlias = Mapping[str, tuple[Forms, Forms]]
"""The sentences of a subject, by what they say: English, French."""


class Language(StrEnum):
    """The languages that Manchette speaks."""

    ENGLISH = "en"
    FRENCH = "fr"


_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name the language of messages, the first one that is set deciding (POSIX, section 8.2)."""

_THIN_SPACE = "\u202f"
"""Stands between the thousands of a French number, and never at the end of a line (Imprimerie nationale)."""

_NO_BREAK_SPACE = "\u00a0"
"""Stands before a colon and within French quotation marks; a thin one before the other high signs (same source)."""

_THIN = r"(?<![\s,;]) (?=[;!?](?:[\s)»\u00a0]|$))"
_FULL = r"(?<=«) | (?=»)|(?<![\s,;]) (?=:(?:\s|$))"
"""Where these spaces stand; a sign behind a comma is one that a person types: « les mots avec *, ? ou ~ »."""

_PLACE = expression(r"\{(\w+)(?::([^}]+))?\}")
"""Where a value stands, with its format: `{count:,}`.  `string.Formatter` does the same after .7 ms of import."""

_FRENCH_SIGNS = str.maketrans({",": _THIN_SPACE, ".": ","})


_spoken = Language.ENGLISH


def chosen(asked: str | None, environment: Mapping[str, str]) -> Language:
    """Return the language that is asked for, else that of `MANCHETTE_LANG`, else that of the locale, else English.

    >>> chosen(None, {"LANG": "fr_BE.UTF-8"}), chosen("en", {"MANCHETTE_LANG": "fr"})
    (<Language.FRENCH: 'fr'>, <Language.ENGLISH: 'en'>)
    """
    names = (asked, environment.get("MANCHETTE_LANG"), *map(environment.get, _LOCALE_VARIABLES))
    name = next(filter(None, names), "")
    return Language.FRENCH if name.lower().startswith("fr") else Language.ENGLISH


def speak(language: Language) -> None:
    """Say everything in a language from now on: a process speaks one, which `main` chooses."""
    global _spoken  # noqa: PLW0603 - passed along, the language would be a parameter of every function that shows
    _spoken = language


def spoken() -> Language:
    """Return the language that is spoken."""
    return _spoken


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say everything in a language until the block ends."""
    before = _spoken
    speak(language)
    try:
        yield
    finally:
        speak(before)


def say(code: str, /, **values: Value) -> str:
    r"""Return the sentence of a code, its values in their places.

    >>> say("page.articles", count=36016)
    '36,016 articles'
    >>> with speaking(Language.FRENCH):
    ...     say("page.articles", count=36016)
    '36\u202f016 articles'
    """
    return sentence(Message(code, values))


def sentence(said: Message) -> str:
    """Return the sentence of a message.

    Raises:
        KeyError: no table has the code, or the sentence needs another value.
    """
    subject, _, name = said.code.partition(".")
    table: Table = import_module(f"search.messages.{subject}").TABLE
    english, french = table[name]
    is_french = _spoken is Language.FRENCH
    forms = french if is_french else english
    if not isinstance(forms, str):
        forms = forms[not _is_one(said.values["count"], is_french=is_french)]

    def placed(place: re.Match[str]) -> str:
        return _written(said.values[place[1]], place[2] or "", is_french=is_french)

    return _PLACE.sub(placed, _spaced(forms) if is_french else forms)


def _written(value: Value, format_: str, *, is_french: bool) -> str:
    """Return a value as it stands in a sentence: numbers as the language writes them, messages as their own sentence."""
    if isinstance(value, Message):
        return sentence(value)
    written = format(value, format_)
    return written.translate(_FRENCH_SIGNS) if is_french and not isinstance(value, str) else written


def _spaced(french: str) -> str:
    r"""Return a sentence with the spaces that French has before high signs and within quotation marks, unbreakable.

    >>> _spaced("« Quoi ? » : tapez :help")
    '«\xa0Quoi\u202f?\xa0»\xa0: tapez :help'
    """
    return re.sub(_THIN, _THIN_SPACE, re.sub(_FULL, _NO_BREAK_SPACE, french))


def _is_one(count: Value, *, is_french: bool) -> bool:
    """Return whether a number takes the singular (CLDR: English 1 alone, French 0 and 1)."""
    return count in (0, 1) if is_french else count == 1
