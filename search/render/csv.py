"""Answers as CSV, for spreadsheets: UTF-8, commas, a line for each article.

A text that begins with = + - @ % or |, or with a twin of one of them that is wider, smaller or higher, gets an apostrophe
before it: a spreadsheet would run the text as a formula or a command (OWASP, CSV injection), and strangers write the
articles.  Each cell is on one line, without control characters.  The JSON has the texts as they were printed, to the letter.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import normalize

from search.counts.facets import Bucket
from search.render.inert import inert
from search.results import Result, Results

if TYPE_CHECKING:
    from search.entities.page import Row  # a query needs nothing of the entities
    from search.study.concordance import Occurrence
    from search.study.timeline import Timeline

_COLUMN_NAMES = (
    "id",
    "rank",
    "score",
    "title",
    "date",
    "source",
    "section",
    "path",
    "url",
    "snippet",
    "page",
    "edition",
    "language",
    "reference",
    "also_in",
)

_FORMULA_SIGNS = "=+-\u2212@%|"
"""The first characters of formulas and commands; U+2212 is the minus sign."""

_QUERY_COLUMN_NAMES = ("query_id", "query", "total", "relaxed")
"""The columns before those of an article, in a table of the articles of many queries."""


def results(answer: Results) -> str:
    """Return the articles of a page, under a header."""
    return written(_COLUMN_NAMES, map(_row, answer.results))


def identified_header() -> str:
    """Return the header of the articles of many queries."""
    return written((*_QUERY_COLUMN_NAMES, *_COLUMN_NAMES), ())


def identified(query_id: str, answer: Results) -> str:
    """Return the articles of a page, each behind the id of the query and the total; for no article, one line with empty columns."""
    own = (query_id, answer.line, answer.total.count, "true" if answer.relaxed else "false")
    rows = list(map(_row, answer.results)) or [("",) * len(_COLUMN_NAMES)]
    return _lines((*own, *row) for row in rows)


def _row(result: Result) -> tuple[object, ...]:
    article = result.article
    return (
        article.id,
        result.rank,
        round(result.score, 4),
        article.title,
        article.date.isoformat() if article.date else "",
        article.source,
        article.section,
        article.path,
        article.url,
        result.snippet.text,
        article.page,
        article.edition,
        article.language,
        article.reference,
        " | ".join(article.also_in),
    )


def facet(buckets: Sequence[Bucket]) -> str:
    """Return the values of a facet and their counts, under a header."""
    return written(("value", "count"), ((bucket.value, bucket.count) for bucket in buckets))


def entities(rows: Sequence["Row"]) -> str:
    """Return a list of entities under a header; a bar separates the names that are merged into one."""
    return written(
        ("field", "name", "count", "names"),
        (
            (
                row.value.field,
                row.value.name,
                row.articles,
                " | ".join(variant.value.name for variant in row.variants),
            )
            for row in rows
        ),
    )


def occurrences(found: Iterable["Occurrence"]) -> str:
    """Return the occurrences of a concordance under a header."""
    return written(
        ("rank", "id", "date", "source", "where", "left", "keyword", "right"),
        (
            (
                one.rank,
                one.id,
                one.day,
                one.source,
                "headline" if one.in_headline else "text",
                one.left,
                one.keyword,
                one.right,
            )
            for one in found
        ),
    )


def timeline(made: "Timeline") -> str:
    """Return a row for each period and query, under a header; the share of a period in which nothing was printed is empty.

    The articles that are in no period come last, under `undated` and under `vague`: their dates are less exact.
    """
    rows: list[tuple[object, ...]] = []
    for period, name in enumerate(made.periods):
        for answer in made.answers:
            share = made.share(answer, period)
            per_cent = "" if share is None else round(100 * share, 4)
            rows.append((name, answer.line, answer.found[period], made.printed.found[period], per_cent))
    for answer in made.answers:
        apart = (
            ("vague", answer.vague, made.printed.vague),
            ("undated", answer.undated, made.printed.undated),
        )
        rows += [(name, answer.line, found, printed, "") for name, found, printed in apart if printed]
    return written(("period", "query", "articles", "printed", "per_cent"), rows)


def written(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under a header; a text that a spreadsheet would run is made inert."""
    return _lines(chain([header], rows))


def _lines(rows: Iterable[Sequence[object]]) -> str:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for row in rows:
        writer.writerow([_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue()


def _cell(text: str) -> str:
    shown = inert(text)
    return f"'{shown}" if _starts_formula(shown.lstrip()[:1]) else shown


def _starts_formula(first: str) -> bool:
    """Return whether a spreadsheet may read a formula or a command behind this character.

    >>> [sign for sign in "=＝+＋−-－@＠%％|｜﹦e«1" if not _starts_formula(sign)]
    ['e', '«', '1']
    """
    return first != "" and normalize("NFKC", first) in _FORMULA_SIGNS
