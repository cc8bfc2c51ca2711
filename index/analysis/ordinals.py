"""Ordinals, each of one term whatever its spelling: `20e` for `20ème`, `XXe`, `vingtième`."""

import re

from index.analysis.fold import fold

_FIGURES = re.compile(r"0*([0-9]+)'?(?:ers?|i?eres?|res?|e|es|i?emes?|mes?|nde?s?|des?)")
_ROMAN = re.compile(
    r"(?P<number>i(?=ers?$|res?$|eres?$)|(?!i[em]|l[em])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?=es?$|i?emes?$|mes?$))[a-z]+"
)
"""A Roman number up to 99 and the ending of an ordinal, folded; `Le` and `Ie` are none."""

_WORDS = {
    *["ime", "imes", "ire", "ires", "ive", "ives", "lie", "lies", "lime", "limes", "live", "lives", "ve", "ves"],
    *["vie", "vies", "xe", "xes", "xie"],
}  # fmt: skip
"""Words, names and acronyms that are spelt like a Roman ordinal, as 12,000 articles of press have them.

They are ordinals where the number is in capitals and its ending is not: `VIe` is no word, `vie`, `Vie` and `VIE` are.
"""

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_UNITS = (
    *["unième", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième"],
    *["dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième"],
    *["dix-septième", "dix-huitième", "dix-neuvième"],
)  # fmt: skip
"""The ordinals of 1 to 19, in the form that ends a compound."""

_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}


def _compounds() -> dict[str, int]:
    """Return the ordinals that are written with hyphens, from 17th to 99th, each with its number."""
    compounds = {ordinal: number for number, ordinal in enumerate(_UNITS, 1) if "-" in ordinal}
    for ten, value in _TENS.items():
        last = 19 if value in (60, 80) else 9
        for number, ordinal in enumerate(_UNITS[:last], 1):
            compounds[f"{ten}-{ordinal}"] = value + number
            compounds[f"{ten}-et-{ordinal}"] = value + number
    compounds["quatre-vingtième"] = 80
    return compounds


def _singles() -> dict[str, str]:
    """Return the ordinals of one word, folded, in both genders and numbers, each with its term."""
    numbers = {
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
    plurals = {f"{ordinal}s": number for ordinal, number in numbers.items() if ordinal != "seconde"}
    return {ordinal: f"{number}e" for ordinal, number in (numbers | plurals).items()}


_COMPOUNDS = {fold(ordinal.replace("-", "")): f"{number}e" for ordinal, number in _compounds().items()}

ORDINAL_WORDS = _singles()
"""The ordinals of one word, folded, each with its term.  `secondes` are those of a clock."""

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
    values = [_VALUES[letter] for letter in match["number"]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return f"{sum(-one if one < following else one for one, following in pairs)}e"


def _is_printed(word: str, letters: int) -> bool:
    """Return whether the first letters of a word are capitals, and these alone."""
    return word[:letters].isupper() and not any(map(str.isupper, word[letters:]))
