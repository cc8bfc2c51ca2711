"""Numbers as the press writes them: with thousands or decimals, ordinals in digits or in letters."""

import re

_THOUSANDS = re.compile(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_ORDINAL = re.compile(r"(\d+)(?:ers?|[eè]res?|res?|[èeé]mes?|i[èe]mes?|es?|nde?s?)", re.IGNORECASE)

_UNIT_ORDINALS = (
    *(
        [
            "unième",
            "deuxième",
            "troisième",
            "quatrième",
            "cinquième",
            "sixième",
            "septième",
            "huitième",
            "neuvième",
            "dixième",
        ]
    ),
    *(["onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième"]),
    *(["dix-septième", "dix-huitième", "dix-neuvième"]),
)
"""The ordinals of 1 to 19, in the form that ends a compound."""

_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}


def _compounds() -> dict[str, int]:
    """Return the ordinals that are written with hyphens, from 17th to 99th, each with its number."""
    compounds = {ordinal: number for number, ordinal in enumerate(_UNIT_ORDINALS, 1) if "-" in ordinal}
    for ten, value in _TENS.items():
        last = 19 if value in (60, 80) else 9
        for number, ordinal in enumerate(_UNIT_ORDINALS[:last], 1):
            compounds[f"{ten}-{ordinal}"] = value + number
            compounds[f"{ten}-et-{ordinal}"] = value + number
    compounds["quatre-vingtième"] = 80
    return compounds


_COMPOUND_ORDINALS = _compounds()
_PLAIN_ORDINALS: dict[int, str] = {
    1: "premier",
    **dict(enumerate(_UNIT_ORDINALS[1:16], 2)),
    20: "vingtième",
    30: "trentième",
}
"""The ordinals of one word, by number: a person who types `2e` also means `deuxième`."""


def number(text: str) -> str | None:
    """Return the one term of a number that is written with signs, `1200` for `1.200`; None if a text is not such a number.

    >>> number("1.200.000"), number("12,5"), number("1.200,50"), number("93ème"), number("25.11.2025")
    ('1200000', '12.5', '1200.50', '93', None)
    """
    if match := _THOUSANDS.fullmatch(text):
        whole = re.sub(r"[.,]", "", match[1])
        return f"{whole}.{match[2]}" if match[2] else whole
    if _DECIMAL.fullmatch(text):
        return text.replace(",", ".")
    if match := _ORDINAL.fullmatch(text):
        return match[1]
    return None


def compound_ordinal(text: str) -> str | None:
    """Return the number of an ordinal in letters with hyphens; None if a text is not such an ordinal.

    >>> compound_ordinal("quatre-vingt-treizième"), compound_ordinal("Vingt-et-unièmes"), compound_ordinal("dix")
    ('93', '21', None)
    """
    ordinal = _COMPOUND_ORDINALS.get(text.lower().removesuffix("s"))
    return None if ordinal is None else str(ordinal)


def ordinal_word(text: str) -> str | None:
    """Return the word of a small ordinal in digits; None if there is no such word.

    >>> ordinal_word("1er"), ordinal_word("2e"), ordinal_word("93e"), ordinal_word("2")
    ('premier', 'deuxième', None, None)
    """
    match = _ORDINAL.fullmatch(text)
    return _PLAIN_ORDINALS.get(int(match[1])) if match and len(match[1]) < 3 else None
