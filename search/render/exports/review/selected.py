"""The press review of a selection: of a whole answer, of its first articles, of the articles that a person marked."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from index.engine import Sort
from search.counts.facets import Bucket
from search.render.exports.review.document import Review, press_review
from search.render.fields import OutputField
from search.searcher import Page
from search.study.selection import Selection


def of_selection(
    taken: Selection,
    fields: Sequence[OutputField],
    title: str = "",
    today: Callable[[], date] = date.today,
) -> Iterator[str]:
    """Yield the review of the articles that were taken, with some fields; without a `title` the query is the title."""
    names = frozenset(field.name for field in fields)
    if not taken.line:
        about = Review("", taken.highlighter, today(), title=title, fields=names)
    else:
        page = Page(limit=0, matching=taken.page.matching, filters=taken.page.filters, facets=("day",))
        answer = taken.searcher.search(taken.line, page)
        about = Review(
            taken.line,
            taken.highlighter,
            today(),
            found=_by_day(answer.facets["day"]),
            printed=_by_day(taken.searcher.values("day")),
            is_whole=not taken.page.limit,
            relaxed=taken.relaxed,
            filters=taken.page.filters,
            oldest_first=taken.page.sort is Sort.OLDEST,
            title=title,
            fields=names,
        )
    return press_review(about, taken.results)


def _by_day(buckets: Sequence[Bucket]) -> dict[str, int]:
    return {bucket.value: bucket.count for bucket in buckets}
