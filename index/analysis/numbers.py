"""Numbers as the press writes them: thousands, decimals, ordinals in digits and in letters."""

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
"""The ordinals of 1 to 19, as they end a compound."""

_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}


def _compounds() -> dict[str, int]:
    """Return every ordinal written in letters with a hyphen, 17th to 99th, with its number."""
    found = {ordinal: number for number, ordinal in enumerate(_UNIT_ORDINALS, 1) if "-" in ordinal}
    for ten, value in _TENS.items():
        last = 19 if value in (60, 80) else 9
        for number, ordinal in enumerate(_UNIT_ORDINALS[:last], 1):
            found[f"{ten}-{ordinal}"] = value + number
            found[f"{ten}-et-{ordinal}"] = value + number
    found["quatre-vingtième"] = 80
    return found


_COMPOUND_ORDINALS = _compounds()
_PLAIN_ORDINALS: dict[int, str] = {
    1: "premier",
    **dict(enumerate(_UNIT_ORDINALS[1:16], 2)),
    20: "vingtième",
    30: "trentième",
}
"""The ordinals of one word: a person who types `2e` also means `deuxième`."""


def number(text: str) -> str | None:
    """Return the one term of a number with marks in it, or None: `1.200` is 1200, `12,5` is 12.5.

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
    """Return the number of an ordinal in letters with hyphens, or None.

    >>> compound_ordinal("quatre-vingt-treizième"), compound_ordinal("Vingt-et-unièmes"), compound_ordinal("dix")
    ('93', '21', None)
    """
    found = _COMPOUND_ORDINALS.get(text.lower().removesuffix("s"))
    return None if found is None else str(found)


def ordinal_word(text: str) -> str | None:
    """Return the word of a small ordinal in digits, or None.

    >>> ordinal_word("1er"), ordinal_word("2e"), ordinal_word("93e"), ordinal_word("2")
    ('premier', 'deuxième', None, None)
    """
    match = _ORDINAL.fullmatch(text)
    return _PLAIN_ORDINALS.get(int(match[1])) if match and len(match[1]) < 3 else None
