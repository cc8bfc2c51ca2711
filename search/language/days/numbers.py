"""Numbers in letters, as a date has them: `trois`, `vingt et un`, `quatre-vingt-dix`, `twenty-one`."""

from collections.abc import Iterator

from index.analysis.ordinals import ORDINALS, TENS

_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix|sept dix|huit dix|neuf"
).split()
_FRENCH_TENS = {value: name.replace("-", " ") for name, value in TENS.items()}
_FRENCH_BELGIAN_TENS = {70: "septante", 80: "huitante", 90: "nonante"}

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_ENGLISH_TENS = {
    20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip

_FRENCH_PLURALS = ("premiers", "premieres")
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty|first"
).split()


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
    """Return the ordinals of a day, a quarter or a century by their names, whose parts a blank separates."""
    return {**ORDINALS, **dict.fromkeys(_FRENCH_PLURALS, 1), **_counted(_ENGLISH_ORDINALS)}


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
