"""The words of dates in French and in English, each with its kind: `dernier`, `rentrée`, `il y a`, `Noël`.

A name is written as `search.language.days.tokens` cuts a text: small letters without accents, a blank for an
apostrophe or a hyphen (`jour de l an`, `mi mars`).
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from corpus.months import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from search.language.days.numbers import cardinals, ordinals


class Kind:
    """The kinds of words, a letter each, so that the kinds of an expression are a string."""

    NUMBER = "n"
    ORDINAL = "o"
    YEAR = "Y"
    SHORT_YEAR = "y"
    DECADE = "D"
    MONTH = "M"
    WEEKDAY = "W"
    EVE = "E"
    UNIT = "U"
    MONTHS = "Q"
    """A season, a quarter or a half of a year: the number of its first month times 100, and its months."""
    FEAST = "K"
    """A feast of every year on the same day: its month times 100, and its day."""
    MOVABLE_FEAST = "e"
    """A feast that moves with Easter: the days from Easter Sunday on.  One that moves with the weekdays, `11034`: its month,
    times 1,000, its weekday, times 10, and the number of that weekday in the month; 0 is the last."""
    HOLIDAYS = "h"
    SO_FAR = "z"
    """From the beginning of a unit to today."""
    PART = "P"
    CLOCK = "H"
    LAST = "L"
    """The last (0) or the one before it (-1)."""
    NEXT = "X"
    THIS = "C"
    BACK = "B"
    """`il y a`, before a distance; `ago` stands behind it."""
    AGO = "A"
    IN = "F"
    """A word before a period, which it does not change.  `dans 3 jours` (0) is a day to come, `sur 3 jours` (1) no date."""
    BESIDE = "V"
    """The days from another day on: `veille` is -1, `surlendemain` 2."""
    WEEKS_ON = "w"
    SINCE = ">"
    AFTER = "^"
    BEFORE = "<"
    UNTIL = "|"
    BETWEEN = "b"
    AND = "&"
    TO = "-"
    AT = "a"
    """`à`, `au`: the end of a range, or no more than an article."""
    FROM = "d"
    """`de`, `du`, and `from` (1), which alone is `since`."""
    ABOUT = "~"
    ARTICLE = "."
    UNKNOWN = "?"


class Unit(IntEnum):
    """The units of the calendar."""

    HOUR = 0
    DAY = 1
    WEEKEND = 2
    WEEK = 3
    FORTNIGHT = 4
    MONTH = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10


class Part(IntEnum):
    """The parts of a period."""

    BEGINNING = 0
    MIDDLE = 1
    END = 2


class Entry(NamedTuple):
    """What the vocabulary says of a name: its kind, and its value among that kind."""

    kind: str
    value: int = 0


PLURALS = frozenset(
    """premiers premieres derniers dernieres prochains prochaines jours semaines annees ans trimestres semestres decennies heures
    days weeks months years quarters decades hours""".split()
)
"""Words that need a number: `derniers jours` may be three or thirty."""

_WORDS: dict[str, dict[int, str]] = {
    Kind.EVE: {
        -3: "avant avant hier",
        -2: "avant hier, day before yesterday, avant hier soir",
        -1: "hier, yesterday, last night, nuit derniere, nuit passee",
        0: "aujourd hui, aujourdhui, nos jours, ce jour, today, tonight, ce soir, ce matin, cette nuit, cet apres midi",
        1: "demain, tomorrow",
        2: "apres demain, day after tomorrow",
    },
    Kind.UNIT: {
        Unit.HOUR: "heure, heures, hour, hours",
        Unit.DAY: "jour, jours, journee, journees, day, days",
        Unit.WEEKEND: "week end, weekend, week ends, weekends",
        Unit.WEEK: "semaine, semaines, week, weeks",
        Unit.FORTNIGHT: "quinzaine, fortnight",
        Unit.MONTH: "mois, month, months",
        Unit.QUARTER: "trimestre, trimestres, quarter, quarters",
        Unit.HALF: "semestre, semestres, moitie, half year, half",
        Unit.YEAR: "an, ans, annee, annees, year, years",
        Unit.DECADE: "decennie, decennies, decade, decades",
        Unit.CENTURY: "siecle, siecles, century, centuries",
    },
    # Météo-France's seasons, of whole months: the press reports "the hottest summer" so, and an article may be dated
    # by its month alone.  A winter bears the year of its January.  A season of sports or of theatres ends with June.
    Kind.MONTHS: {
        3: "hiver, winter",
        303: "printemps, spring",
        603: "ete, summer",
        903: "automne, autumn, fall",
        901: "rentree, rentree scolaire, rentree des classes",
        712: "saison",
        912: "annee scolaire, annee universitaire, school year, academic year",
    },
    Kind.FEAST: {
        101: "jour de l an, nouvel an, premier de l an, new year s day, new years day, new year",
        106: "epiphanie, fete des rois, epiphany",
        202: "chandeleur, candlemas",
        214: "saint valentin, valentine s day, valentines day",
        317: "saint patrick, st patrick, st patrick s day, saint patrick s day, st patricks day",
        308: "journee des femmes, journee de la femme, women s day",
        401: "poisson d avril, april fools, april fools day",
        501: "fete du travail, fete des travailleurs, labour day, may day",
        508: "victoire 1945, fete de la victoire, ve day",
        621: "fete de la musique",
        624: "saint jean, st jean, fete de la saint jean",
        701: "fete du canada, canada day",
        704: "independence day, fourth of july",
        714: "fete nationale, bastille day",
        815: "assomption, assumption, assumption day",
        1031: "halloween",
        1101: "toussaint, all saints, all saints day",
        1102: "jour des morts, fete des morts, all souls, all souls day",
        1111: "armistice, armistice day, jour de l armistice, remembrance day",
        1224: "reveillon de noel, veille de noel, veillee de noel, christmas eve",
        1225: "noel, christmas, christmas day, xmas",
        1226: "saint etienne, boxing day",
        1231: "saint sylvestre, reveillon, reveillon du nouvel an, reveillon du jour de l an, "
        "reveillon de la saint sylvestre, new year s eve, new years eve",
    },
    Kind.MOVABLE_FEAST: {
        -47: "mardi gras, shrove tuesday",
        -46: "mercredi des cendres, ash wednesday",
        -7: "rameaux, dimanche des rameaux, palm sunday",
        -3: "jeudi saint, maundy thursday",
        -2: "vendredi saint, good friday",
        0: "paques, dimanche de paques, easter, easter sunday",
        1: "lundi de paques, easter monday",
        39: "ascension, jeudi de l ascension, ascension day",
        49: "pentecote, dimanche de pentecote, pentecost, whit sunday",
        50: "lundi de pentecote, whit monday",
        60: "fete dieu, corpus christi",
        5060: "fete des meres",
        5062: "mother s day, mothers day",
        6063: "fete des peres, father s day, fathers day",
        9001: "labor day",
        11034: "thanksgiving, thanksgiving day",
    },
    Kind.HOLIDAYS: {0: "vacances de noel, conges de noel, christmas holidays"},
    Kind.SO_FAR: {
        Unit.MONTH: "month to date, mtd",
        Unit.YEAR: "year to date, ytd",
    },
    Kind.PART: {
        Part.BEGINNING: "debut, debuts, early, beginning, start",
        Part.MIDDLE: "mi, milieu, mid, middle",
        Part.END: "fin, fins, late, end",
    },
    Kind.CLOCK: {
        0: "matin, mat, matinee, midi, apres midi, d apres midi, debut de journee, milieu de journee, fin de journee, "
        "soir, soiree, nuit, minuit, morning, noon, afternoon, evening, night, midnight",
    },
    Kind.LAST: {
        0: "dernier, derniere, derniers, dernieres, passe, passee, passes, passees, precedent, precedente, ecoule, "
        "ecoulee, ecoules, ecoulees, last, past, previous",
        -1: "avant dernier, avant derniere, avant derniers, avant dernieres, penultieme, penultimate",
    },
    Kind.NEXT: {
        0: "prochain, prochaine, prochains, prochaines, suivant, suivante, suivants, suivantes, a venir, qui suit, "
        "qui vient, d apres, next, coming, following",
    },
    Kind.THIS: {0: "ce, cet, cette, ces, this, these"},
    Kind.BACK: {0: "il y a, y a, voici"},
    Kind.AGO: {0: "ago, earlier"},
    Kind.IN: {
        0: "dans, d ici, in, within",
        1: "lors de, lors du, lors des, lors d, sur, tout au long de, tout au long du, tout au long des, au long de, "
        "au long du, au long des, over, throughout, across, for",
    },
    Kind.BESIDE: {
        -2: "avant veille",
        -1: "veille, jour d avant, jour precedent, day before, eve",
        1: "lendemain, jour d apres, jour suivant, day after",
        2: "surlendemain",
    },
    Kind.WEEKS_ON: {1: "en huit, en 8", 2: "en quinze, en 15"},
    Kind.SINCE: {0: "depuis, a partir de, a partir du, a partir, a compter de, a compter du, since, as of, starting"},
    Kind.AFTER: {0: "apres, posterieur a, after"},
    Kind.BEFORE: {0: "avant, anterieur a, before"},
    Kind.UNTIL: {0: "jusqu a, jusqu au, jusqu aux, jusqu en, jusque, jusqu, until, till, up to"},
    Kind.BETWEEN: {0: "entre, between"},
    Kind.AND: {0: "et, and, ou, or"},
    Kind.TO: {0: "to, through"},
    Kind.AT: {0: "a, au, aux, at"},
    Kind.FROM: {0: "de, du, des, d", 1: "from"},
    Kind.ABOUT: {0: "vers, environ, autour, alentours, tot, tres, plutot, around, about"},
    Kind.ARTICLE: {
        0: "le, la, les, l, en, the, of, on, ci, courant, au cours de, au cours du, au cours des, durant, pendant, "
        "during",
    },
    Kind.DECADE: {1920: "twenties", 1930: "thirties", 1940: "forties", 1950: "fifties", 1960: "sixties",
                  1970: "seventies", 1980: "eighties", 1990: "nineties"},
}  # fmt: skip
"""The names of each value of each kind, most in French first."""


def _words() -> Iterator[tuple[str, Entry]]:
    for name, number in {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}.items():
        if name not in MONTHS:  # `mar.` is March to the reader too
            yield name, Entry(Kind.WEEKDAY, number)
    for name, number in ordinals().items():
        yield name, Entry(Kind.ORDINAL, number)
    for name, number in cardinals().items():
        yield name, Entry(Kind.NUMBER, number)
    for kind, values in _WORDS.items():
        for value, names in values.items():
            for name in names.split(", "):
                yield name, Entry(kind, value)
    for name, number in MONTHS.items():
        yield name, Entry(Kind.MONTH, number)  # last: `sept` is a month first, then a number


VOCABULARY = dict(_words())
"""The entry of every name."""

PARTS_OF_NAMES = frozenset(part for name in VOCABULARY for part in name.split())
"""The words that names are made of."""

MAX_NAME_WORDS = max(name.count(" ") + 1 for name in VOCABULARY)
"""Words of the longest name."""
