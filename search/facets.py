"""The values of a facet, as a person asks for them and sees them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import starmap

from corpus.message import message
from index.fields import BY_NAME, FIELDS
from search.errors import SearchError

SPANS = {"year": 4, "month": 7, "date": 7, "day": 10}
"""The facets of time, and how much of an ISO date each one keeps; `date` counts by month."""

UNDATED = "none"

SHOWN = 16
"""Values of a facet of names that a page asks for: more than a panel or a line of a wide screen holds."""

FACETS = (*(field.name for field in FIELDS if field.facet and field.name != "date"), *SPANS)
"""Every facet that can be asked for."""

USUAL = ("person", "org", "place", "date", "source")
"""The facets that a page shows, the first to go last where the screen is low."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet, and how many of the articles have it."""

    value: str
    count: int


def engine_facet(name: str) -> str:
    """Return the facet of the engine that a facet is made from.

    Raises:
        SearchError: there is no such facet.
    """
    known = BY_NAME[name].name if name in BY_NAME else name
    if known not in FACETS:
        raise SearchError(
            "query.no_facet", facet=name, mend=message("query.type_facet", facets=", ".join(FACETS))
        )
    return {"day": "date", "date": "month"}.get(known, known)


def buckets(name: str, counts: Mapping[str, int]) -> tuple[Bucket, ...]:
    """Return the buckets of a facet from what an engine counted: times in order, the undated last.

    >>> buckets("place", {"Sénégal": 6, "Mali": 3})
    (Bucket(value='Sénégal', count=6), Bucket(value='Mali', count=3))
    >>> buckets("month", {"20251125": 2, "20251103": 1, "0": 1})
    (Bucket(value='2025-11', count=3), Bucket(value='none', count=1))
    """
    field = BY_NAME[name].name if name in BY_NAME else name
    return _times(SPANS[field], counts) if field in SPANS else tuple(starmap(Bucket, counts.items()))


def _times(length: int, counts: Mapping[str, int]) -> tuple[Bucket, ...]:
    times: Counter[str] = Counter()
    for day, count in counts.items():
        iso = f"{day[:-4]:0>4}-{day[-4:-2]}-{day[-2:]}"
        times[UNDATED if day == "0" else iso[:length]] += count
    return tuple(
        Bucket(*item) for item in sorted(times.items(), key=lambda item: (item[0] == UNDATED, item[0]))
    )
