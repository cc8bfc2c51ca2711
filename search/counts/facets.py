"""The facets that a person may ask for, and their values."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import starmap

from corpus import PrintDate
from corpus.message import message
from corpus.records import record
from index.fields import BY_NAME, FIELDS
from search.counts.periods import UNDATED, Step
from search.counts.timeline import grouped
from search.errors import SearchError

_TIME_FACETS = {"year": Step.YEAR, "month": Step.MONTH, "date": Step.MONTH, "day": Step.DAY}

TIME_FACETS = {**_TIME_FACETS, "année": Step.YEAR, "annee": Step.YEAR, "mois": Step.MONTH, "jour": Step.DAY}
"""The facets of time by their names in English and in French, and the period by which each one counts."""

_ENGINE_FACETS = {Step.YEAR: "year", Step.MONTH: "month", Step.DAY: "date"}
"""The facet of an engine that counts by a period."""

_MAX_REMEMBERED_PERIODS = 1 << 16
"""Periods whose names are remembered: those of 180 months are made in .4 ms, and each page has them."""

MAX_SHOWN_VALUES = 16
"""Values of a facet of names that a page asks for: more than a panel or a line of a wide screen holds."""

FACETS = (*(field.name for field in FIELDS if field.facet and field.name != "date"), *_TIME_FACETS)
"""Every facet that can be asked for, by its first name."""

USUAL_FACETS = ("person", "org", "place", "date", "source")
"""The facets that a page shows, the first to go last where the screen is low."""


@record
class Bucket:
    """A value of a facet, and the number of articles that have it."""

    value: str
    count: int


def engine_facet(name: str) -> str:
    """Return the facet that an engine counts to make a facet.

    Raises:
        SearchError: there is no such facet.
    """
    if name in TIME_FACETS:
        return _ENGINE_FACETS[TIME_FACETS[name]]
    facet = BY_NAME[name].name if name in BY_NAME else name
    if facet not in FACETS:
        raise SearchError(
            "query.no_facet", facet=name, mend=message("query.type_facet", facets=", ".join(FACETS))
        )
    return facet


def buckets(name: str, counts: Mapping[str, int]) -> tuple[Bucket, ...]:
    """Return the buckets of a facet from the counts of an engine: periods in order, the undated last.

    >>> buckets("place", {"Sénégal": 6, "Mali": 3})
    (Bucket(value='Sénégal', count=6), Bucket(value='Mali', count=3))
    >>> buckets("month", {"20251125": 2, "20251103": 1, "0": 1})
    (Bucket(value='2025-11', count=3), Bucket(value='none', count=1))

    An article of which the month or the year alone is known counts under it, in the facets of shorter periods too.

    >>> buckets("month", {"20250000": 2, "20251100": 1})
    (Bucket(value='2025', count=2), Bucket(value='2025-11', count=1))
    """
    if name in TIME_FACETS:
        counts = grouped({_iso(int(day)): count for day, count in counts.items()}, TIME_FACETS[name])
    return tuple(starmap(Bucket, counts.items()))


@lru_cache(_MAX_REMEMBERED_PERIODS)
def _iso(number: int) -> str:
    """Return the ISO name of a day, month or year from its number, yyyymmdd; the number of the undated is 0."""
    return PrintDate.fromnumber(number).isoformat() if number else UNDATED
