"""Numbers in letters, as a date has them: `trois`, `vingt et un`, `quatre-vingt-dix`, `twenty-one`, `XIXe`."""

from collections.abc import Iterator
from itertools import zip_longest

_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix|sept dix|huit dix|neuf"
).split()
_FRENCH_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre vingt",
}
_FRENCH_BELGIAN_TENS = {70: "septante", 80: "huitante", 90: "nonante"}

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_ENGLISH_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}

_FRENCH_ORDINALS = (
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme "
    "treizieme quatorzieme quinzieme seizieme dix|septieme dix|huitieme dix|neuvieme vingtieme vingt|et|unieme"
).split()
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty|first"
).split()
_OTHER_ORDINALS = {"premiere": 1, "seconde": 2}

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


def cardinals() -> dict[str, int]:
    """Return the numbers 1 to 99 by their names, whose parts a blank separates.

    >>> names = cardinals()
    >>> names["vingt et un"], names["quatre vingt treize"], names["nonante deux"], names["twenty one"]
    (21, 93, 92, 21)
    """
    names = {"une": 1, **_counted(_FRENCH), **_counted(_ENGLISH)}
    for tens in (_FRENCH_TENS, _FRENCH_BELGIAN_TENS, _ENGLISH_TENS):
        for ten, name in tens.items():
            names |= dict(_compounds(ten, name, _ENGLISH if tens is _ENGLISH_TENS else _FRENCH))
    names["quatre vingts"] = 80
    return names


def ordinals() -> dict[str, int]:
    """Return the first ordinals by their names: of a day, of a quarter, of a century."""
    return {**_counted(_FRENCH_ORDINALS), **_counted(_ENGLISH_ORDINALS), **_OTHER_ORDINALS}


def roman(text: str) -> int:
    """Return the value of a Roman number up to 39, the only ones of centuries; 0 for another text.

    >>> roman("xix"), roman("iv"), roman("iix"), roman("mil")
    (19, 4, 0, 0)
    """
    digits = [_ROMAN_DIGITS.get(letter, 0) for letter in text]
    value = sum(
        -digit if digit < following else digit
        for digit, following in zip_longest(digits, digits[1:], fillvalue=0)
    )
    return value if digits and all(digits) and text == _written_in_roman(value) else 0


def _counted(names: list[str]) -> dict[str, int]:
    return {name.replace("|", " "): number for number, name in enumerate(names, start=1)}


def _compounds(ten: int, name: str, units: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the numbers from a multiple of ten to the next; French counts on from 60 and 80 up to 19."""
    yield name, ten
    last = 19 if name in ("soixante", "quatre vingt") else 9
    for number, unit in enumerate(units[:last], start=1):
        spoken = unit.replace("|", " ")
        yield f"{name} {spoken}", ten + number
        if number in (1, 11):
            yield f"{name} et {spoken}", ten + number


def _written_in_roman(value: int) -> str:
    tens, units = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]
