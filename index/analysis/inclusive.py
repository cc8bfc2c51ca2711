"""Inclusive writing: `étudiant·e·s` is the masculine `étudiants` and the feminine `étudiantes`."""

import re

from corpus.expression import expression
from corpus.records import record
from index.analysis.fold import fold

DOTS = "·•‧∙⋅"
"""The signs in the middle of the line that part the endings."""

_FEMININES: dict[str, dict[str, str]] = {
    "eur": {**dict.fromkeys(["rice", "trice", "drice", "ice"], "rice"), **dict.fromkeys(["euse", "se"], "euse")}
    | {"e": "eure", "eure": "eure", "resse": "eresse", "eresse": "eresse"},
    "eux": dict.fromkeys(["se", "euse"], "euse"),
    "oux": dict.fromkeys(["se", "ouse"], "ouse"),
    "aux": dict.fromkeys(["sse", "ausse"], "ausse"),
    "eau": dict.fromkeys(["elle", "lle", "le"], "elle"),
    "er": dict.fromkeys(["ere", "iere", "re", "e"], "ere"),
    "ef": {"ve": "eve", "fe": "effe", "effe": "effe"},
    "if": dict.fromkeys(["ve", "ive"], "ive"),
    "euf": dict.fromkeys(["ve", "euve"], "euve"),
    "el": dict.fromkeys(["le", "elle"], "elle"),
    "il": {"elle": "elle", "le": "ille"},
    "et": {"te": "ette", "ette": "ette", "e": "ete", "ete": "ete"},
    "ot": {"te": "otte", "otte": "otte", "e": "ote"},
    "t": dict.fromkeys(["te", "e"], "te"),
    "en": dict.fromkeys(["ne", "enne", "ienne"], "enne"),
    "on": dict.fromkeys(["ne", "onne"], "onne"),
    "an": {"ne": "anne", "anne": "anne", "e": "ane", "ane": "ane"},
    "in": dict.fromkeys(["e", "ine"], "ine"),
    "ain": {"e": "aine", "ine": "ine"},
    "c": dict.fromkeys(["que"], "que"),
    "nc": dict.fromkeys(["he", "che", "anche"], "nche"),
    "re": dict.fromkeys(["sse", "esse"], "resse"),
    "te": dict.fromkeys(["sse", "esse"], "tesse"),
    "ou": dict.fromkeys(["te", "oute"], "oute"),
    "l": dict.fromkeys(["e", "le"], "le"),
    "s": {"e": "se", "se": "sse"},
    "d": dict.fromkeys(["e", "de"], "de"),
    "": {"e": "e"},
}  # fmt: skip
"""By the end of a masculine, the endings that are printed behind it, folded, each with the end of the feminine."""

_ENDINGS = sorted(_FEMININES, key=len, reverse=True)
_PRINTED = {ending for printed in _FEMININES.values() for ending in printed}
_BEFORE_LAST_E = "|".join(sorted((ending.removesuffix("e") for ending in _PRINTED), key=len, reverse=True))
_ENDING = rf"(?:{_BEFORE_LAST_E})e".replace("e", "[eéè]") + "s?"
"""Every ending has an e at its end, which the pattern has once: Python compiles it in half the time."""

IN_PARENTHESES = rf"(?<=[^\W\d_][^\W\d_])\((?:(?i:{_ENDING}))\)(?:\(s\)|s(?![^\W_]))?"
"""A pattern of an ending in parentheses, `(e)s`, behind a word."""

BEHIND_SLASH = rf"(?<=[^\W\d_][^\W\d_])/(?:(?i:{_ENDING}))(?:/s)?(?![^\W_])"
"""A pattern of an ending behind a slash, `/e/s`, behind a word."""

_WRITING = expression(
    rf"(?P<word>[^\W\d_]{{2,}}?)(?P<plural>s?)(?P<sign>[{DOTS}./(-])(?P<ending>{_ENDING})\)?(?:[{DOTS}./(-]?(?P<s>s)\)?)?",
    re.IGNORECASE,
)
_SIGNS = frozenset(f"{DOTS}./(-")
_LAST = tuple("eéèsEÉÈSſ)")
"""The signs of which the pattern needs one, and the ends of what fits it: few texts have both, and need the pattern."""

_NOT_BEHIND_HYPHEN = frozenset(["elle", "le", "te", "se", "re", "ice"])
"""Endings that a hyphen joins to a verb (`dit-elle`), or that are words of their own."""

_INVARIANT = ("ais", "ois", "is", "as", "us", "ès", "os")
"""The ends of words whose singular has an s: français, chinois."""


@record
class Genders:
    """The two words that are written as one, both with the number that is written."""

    masculine: str
    feminine: str


def genders(text: str) -> Genders | None:
    """Return the two words of a text in inclusive writing; None if it is not one.

    >>> genders("étudiant·e·s"), genders("directeur.rice"), genders("est-ce")
    (Genders(masculine='étudiants', feminine='étudiantes'), Genders(masculine='directeur', feminine='directrice'), None)
    """
    match = _WRITING.fullmatch(text) if text.endswith(_LAST) and not _SIGNS.isdisjoint(text) else None
    if not match or not (match["ending"].islower() or text.isupper()):
        return None
    word, ending = match["word"], fold(match["ending"])
    singular = ending.removesuffix("s")
    whole = word + match["plural"]
    if whole != word and whole.lower().endswith(_INVARIANT) and _end(whole, singular):
        word = whole
    if match["sign"] == "-" and singular in _NOT_BEHIND_HYPHEN:
        return None
    end = _end(word, singular)
    if end is None or (singular == "e" and word.lower().endswith("e")):
        return None
    is_plural = bool(match["s"] or ending.endswith("s") or word != match["word"] + match["plural"])
    feminine = word[: len(word) - len(end)] + _FEMININES[end][singular]
    return Genders(_plural(word), f"{feminine}s") if is_plural else Genders(word, feminine)


def _end(word: str, ending: str) -> str | None:
    """Return the longest end of a masculine behind which an ending is printed."""
    return next((end for end in _ENDINGS if fold(word).endswith(end) and ending in _FEMININES[end]), None)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "S", "X", "Z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith("eau") else f"{word}s"
