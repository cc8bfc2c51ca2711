"""The counts of the values of fast fields that are asked of tantivy for a facet.

A fast field is tantivy's column: the value of each article, side by side.
"""

from functools import partial
from typing import Any

from corpus.message import message
from index.engine import TIMES
from index.engines.tantivy.frequent import MOST_LACKING
from index.engines.tantivy.name_index import NameId
from index.engines.tantivy.schema import DAY
from index.errors import Unsupported
from index.memo import Memo
from index.names.counting.countable import Column

_MAX_DAYS = 60_000
"""The most different days that are counted: 164 years; tantivy has a limit of 65,000 buckets."""

_MAX_REMEMBERED_NAMES = 100_000

_ids: Memo[str, Memo[int, NameId]] = Memo(lambda field: Memo(partial(NameId, field), _MAX_REMEMBERED_NAMES))
"""The names of each field by their numbers: a page with six facets has 1,280, mostly those of the page before."""


def column(field: str, answer: Any) -> Column[NameId]:
    """Return the counts of the names of a field; each may be too low where a name is not among the first of some segment."""
    ids = _ids[field]
    counts = {ids[bucket["key"]]: bucket["doc_count"] for bucket in answer["buckets"]}
    error: int = answer["doc_count_error_upper_bound"]
    is_all = not error and not answer["sum_other_doc_count"]
    beyond = 0 if is_all else error + min(counts.values(), default=0)
    return Column(counts, dict.fromkeys(counts, error) if error else {}, beyond)


def frequent_column(field: str, of_listed: Any, of_others: Any) -> Column[NameId]:
    """Return the counts of the frequent names of a field: those that are listed, and the others, whose first uses are lacking."""
    these, others = column(field, of_listed), column(field, of_others)
    lacking = {name: others.errors.get(name, 0) + MOST_LACKING for name in others.counts}
    beyond = max(these.beyond, others.beyond + MOST_LACKING)
    return Column({**others.counts, **these.counts}, {**lacking, **these.errors}, beyond)


def terms(fast_field: str, size: int, compared: int) -> dict[str, Any]:
    """Return the request for the `size` most frequent names of a fast field; each segment compares its first `compared`."""
    return {"terms": {"field": fast_field, "size": size, "segment_size": max(size, compared)}}


def times(facet: str) -> dict[str, Any]:
    """Return the request for the days, months or years; a histogram has no bucket without an article."""
    if facet == "date":
        return {"terms": {"field": DAY, "size": _MAX_DAYS, "segment_size": _MAX_DAYS}}
    return {"histogram": {"field": DAY, "interval": TIMES[facet], "min_doc_count": 1}}


def counted_times(answer: Any) -> dict[str, int]:
    """Return the number of articles of each day, month or year.

    Raises:
        Unsupported: there are too many different days.
    """
    if answer.get("sum_other_doc_count"):
        raise Unsupported("index.too_many_days", most=_MAX_DAYS, mend=message("mend.narrow_dates"))
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in answer["buckets"]}
