"""Ordinals, each of one term whatever its spelling: `20e` for `20ème`, `XXe`, `vingtième`."""

import re

from corpus.expression import expression
from index.analysis.fold import fold

_FIGURES = expression(r"0*([0-9]+)'?(?:ers?|i?eres?|res?|e|es|i?emes?|mes?|nde?s?|des?)")
_NUMERAL = r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
"""A Roman number up to 99, or nothing."""

_ROMAN = expression(
    rf"(?P<number>i(?=ers?$|res?$|eres?$)|(?!i[em]|l[em]){_NUMERAL}(?=es?$|i?emes?$|mes?$))[a-z]+"
)
"""A Roman number up to 99 and the ending of an ordinal, folded; `Le` and `Ie` are none."""

_WORDS = {
    *["ime", "imes", "ire", "ires", "ive", "ives", "lie", "lies", "lime", "limes", "live", "lives", "ve", "ves"],
    *["vie", "vies", "xe", "xes", "xie"],
}  # fmt: skip
"""Words, names and acronyms that are spelt like a Roman ordinal, as 12,000 articles of press have them.

They are ordinals where the number is in capitals and its ending is not: `VIe` is no word, `vie`, `Vie` and `VIE` are.
"""

_APART = expression("([IVXL]+)'(?:er|e|i?[eè]me)'")

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_UNITS = (
    *["unième", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième"],
    *["dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième"],
    *["dix-septième", "dix-huitième", "dix-neuvième"],
)  # fmt: skip
"""The ordinals of 1 to 19, in the form that ends a compound."""

TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
"""The multiples of ten by their names; one counts on from 60 and from 80 up to 19."""


def _compounds() -> dict[str, int]:
    """Return the ordinals that are written with hyphens, from 17th to 99th, each with its number."""
    compounds = {ordinal: number for number, ordinal in enumerate(_UNITS, 1) if "-" in ordinal}
    for ten, value in TENS.items():
        last = 19 if value in (60, 80) else 9
        for number, ordinal in enumerate(_UNITS[:last], 1):
            compounds[f"{ten}-{ordinal}"] = value + number
            compounds[f"{ten}-et-{ordinal}"] = value + number
    compounds["quatre-vingtième"] = 80
    return compounds


def _singles() -> dict[str, int]:
    """Return the ordinals of one word, folded, in both genders, each with its number."""
    return {
        **{fold(ordinal): number for number, ordinal in enumerate(_UNITS[1:16], 2)},
        **dict.fromkeys(["premier", "premiere"], 1),
        **dict.fromkeys(["second", "seconde"], 2),
        "vingtieme": 20,
        "trentieme": 30,
        "quarantieme": 40,
        "cinquantieme": 50,
        "soixantieme": 60,
        "centieme": 100,
        "millieme": 1000,
    }


ORDINALS = _singles() | {
    " ".join(map(fold, ordinal.split("-"))): number for ordinal, number in _compounds().items()
}
"""The ordinals in the singular, each with its number; their words are folded, with a blank between: `vingt et unieme`."""

_COMPOUNDS = {
    ordinal.replace(" ", ""): f"{number}e" for ordinal, number in ORDINALS.items() if " " in ordinal
}

ORDINAL_WORDS = {
    ordinal + s: f"{number}e"
    for s in ("", "s")
    for ordinal, number in ORDINALS.items()
    if " " not in ordinal and ordinal + s != "secondes"
}
"""The ordinals of one word, folded, in the singular and the plural, each with its term.  `secondes` are those of a clock."""

SECOND = frozenset(["second", "seconde", "seconds"])
"""The words that are an ordinal or not: a second is also a part of a minute."""


def compound(text: str) -> str | None:
    """Return the term of an ordinal in letters with hyphens; None if a text is not such an ordinal.

    >>> compound("quatre-vingt-treizième"), compound("Vingt-et-unièmes"), compound("dix")
    ('93e', '21e', None)
    """
    return _COMPOUNDS.get(fold(text.replace("-", "")).removesuffix("s")) if "-" in text else None


def figures(text: str) -> str | None:
    """Return the term of an ordinal in figures; None if a text is not such an ordinal.

    >>> figures("1er"), figures("1ᵉʳ"), figures("93ème"), figures("2nde"), figures("1970")
    ('1e', '1e', '93e', '2e', None)
    """
    match = _FIGURES.fullmatch(fold(text)) if text[:1].isdigit() and not text[-1].isdigit() else None
    return f"{match[1]}e" if match else None


def roman(word: str) -> str | None:
    """Return the term of an ordinal in Roman figures; None if a word is not such an ordinal.

    >>> roman("XIXe"), roman("xixeme"), roman("Ier"), roman("VIe"), roman("vie"), roman("XIV"), roman("Cie")
    ('19e', '19e', '1e', '6e', None, None, None)
    """
    folded = fold(word)
    match = _ROMAN.fullmatch(folded)
    if (
        not match
        or match["number"] == ""
        or (folded in _WORDS and not _is_printed(word, len(match["number"])))
    ):
        return None
    return f"{_value(match['number'])}e"


def printed_roman(numeral: str) -> str | None:
    """Return the term of an ordinal whose sign `°` is left out; None if a text is no Roman number in capitals.

    >>> printed_roman("XVIII"), printed_roman("vi"), printed_roman("CD")
    ('18e', None, None)
    """
    number = roman_number(numeral.lower()) if numeral.isupper() else 0
    return f"{number}e" if number else None


def apart(text: str) -> str | None:
    """Return the term of the ordinal of a century that `index.analysis.bound` has bound; None if a text is no such century.

    >>> apart("XIX'e'siècle"), apart("I'er'siècle"), apart("XIX'e"), apart("D'Est")
    ('19e', '1e', None, None)
    """
    match = _APART.match(text)
    return printed_roman(match[1]) if match else None


def roman_number(numeral: str) -> int:
    """Return the value of a Roman number up to 99, in small letters; 0 for another text.

    >>> roman_number("xix"), roman_number("iv"), roman_number("iix"), roman_number("mil")
    (19, 4, 0, 0)
    """
    return _value(numeral) if numeral and re.fullmatch(_NUMERAL, numeral) else 0


def _value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def _is_printed(word: str, letters: int) -> bool:
    """Return whether the first letters of a word are capitals, and these alone."""
    return word[:letters].isupper() and not any(map(str.isupper, word[letters:]))
